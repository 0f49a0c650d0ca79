#include "edits/notes/note_table.h"

#include "edits/notes/note_reader.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace cw::edits {

namespace {

constexpr std::size_t codeSize = 7;
constexpr std::size_t stemSize = 6;
constexpr std::size_t categorySize = 3;

/// A code as a number that sorts as the text does.
std::uint64_t packed(std::string_view compact) noexcept
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < codeSize; ++i)
        number = number << 8U | (i < compact.size() ? static_cast<unsigned char>(compact[i]) : 0U);
    return number;
}

}  // namespace

struct NoteTable::Data {
    struct Node {
        std::array<char, codeSize> name{};
        std::uint8_t size = 0;
        bool isCode = false;
        bool hasChildren = false;
        std::int32_t parent = -1;
        std::int32_t sevenths = -1;  ///< Index of the seventh characters in force.
        std::uint32_t firstNote = 0;
        std::uint32_t endNote = 0;
        std::string_view code() const noexcept { return {name.data(), size}; }
    };
    std::string release;
    std::vector<Node> nodes;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> byCode;  ///< Sorted.
    std::vector<ParsedNote> notes;
    std::vector<std::vector<SeventhCharacter>> sevenths;
    std::vector<SeventhRestriction> restrictions;

    void add(const TabularNode& node, const IsCategory& isCategory);
    const Node* find(std::string_view compact) const noexcept
    {
        const auto key = packed(compact);
        const auto found = std::lower_bound(byCode.begin(), byCode.end(), key,
                                            [](const auto& one, std::uint64_t wanted) { return one.first < wanted; });
        return found != byCode.end() && found->first == key ? &nodes[found->second] : nullptr;
    }
    /// The listed code with the most characters that `compact` begins with.
    const Node* nearest(std::string_view compact) const noexcept
    {
        for (auto size = std::min(compact.size(), codeSize); size >= categorySize; --size)
            if (const auto* node = find(compact.substr(0, size))) return node;
        return nullptr;
    }
    static bool isCompletedBy(const Node& node, std::string_view compact) noexcept
    {
        if (node.hasChildren || node.sevenths < 0 || compact.size() != codeSize || node.size > stemSize) return false;
        const auto filling = compact.substr(node.size, stemSize - node.size);
        return std::all_of(filling.begin(), filling.end(), [](char c) { return c == 'X'; });
    }
};

void NoteTable::Data::add(const TabularNode& tabular, const IsCategory& isCategory)
{
    Node node;
    node.isCode = tabular.level == TabularLevel::code;
    node.parent = tabular.parent;
    if (node.isCode) {
        node.size = static_cast<std::uint8_t>(std::min(tabular.name.size(), codeSize));
        std::copy_n(tabular.name.begin(), node.size, node.name.begin());
        byCode.emplace_back(packed(tabular.name), static_cast<std::uint32_t>(nodes.size()));
    }
    if (tabular.parent >= 0) {
        auto& parent = nodes[static_cast<std::size_t>(tabular.parent)];
        parent.hasChildren = true;
        node.sevenths = parent.sevenths;
    }
    if (!tabular.seventhCharacters.empty()) {
        node.sevenths = static_cast<std::int32_t>(sevenths.size());
        sevenths.push_back(tabular.seventhCharacters);
    }
    node.firstNote = static_cast<std::uint32_t>(notes.size());
    for (auto& note : readNotes(tabular, isCategory)) notes.push_back(std::move(note));
    node.endNote = static_cast<std::uint32_t>(notes.size());
    nodes.push_back(node);
}

NoteTable::NoteTable(const Tabular& tabular, std::string release) : m_data(std::make_unique<Data>())
{
    m_data->release = std::move(release);
    std::unordered_set<std::string_view> categories;
    for (const auto& node : tabular.nodes)
        if (node.level == TabularLevel::code && node.name.size() == categorySize) categories.insert(node.name);
    const IsCategory isCategory = [&categories](std::string_view text) { return categories.contains(text); };
    m_data->nodes.reserve(tabular.nodes.size());
    m_data->byCode.reserve(tabular.nodes.size());
    for (const auto& node : tabular.nodes) m_data->add(node, isCategory);
    std::sort(m_data->byCode.begin(), m_data->byCode.end());
    m_data->restrictions = seventhRestrictions(tabular);
    m_data->notes.shrink_to_fit();
}

NoteTable::~NoteTable() = default;
NoteTable::NoteTable(NoteTable&&) noexcept = default;

const std::string& NoteTable::release() const noexcept
{
    return m_data->release;
}

std::vector<HeldNote> NoteTable::notesOf(std::string_view compact, NoteKind kind) const
{
    std::vector<HeldNote> held;
    const auto* node = m_data->nearest(compact);
    const auto* own = node && (node->code() == compact || Data::isCompletedBy(*node, compact)) ? node : nullptr;
    while (node) {
        for (auto i = node->firstNote; i < node->endNote; ++i) {
            const auto& note = m_data->notes[i];
            if (note.kind == kind && (note.onlyFor.isEmpty() || note.onlyFor.matches(compact)))
                held.push_back({&note, node == own});
        }
        node = node->parent < 0 ? nullptr : &m_data->nodes[static_cast<std::size_t>(node->parent)];
    }
    return held;
}

const std::vector<SeventhCharacter>* NoteTable::seventhCharacters(std::string_view compact) const
{
    const auto* node = m_data->nearest(compact);
    return node && node->sevenths >= 0 ? &m_data->sevenths[static_cast<std::size_t>(node->sevenths)] : nullptr;
}

bool NoteTable::forbidsSeventh(std::string_view compact) const
{
    return compact.size() == codeSize && isRuledOut(compact, m_data->restrictions);
}

std::string_view NoteTable::listed(std::string_view compact) const
{
    const auto* node = m_data->nearest(compact);
    if (!node || (node->code() != compact && !Data::isCompletedBy(*node, compact))) return {};
    return node->code();
}

bool NoteTable::isHeader(std::string_view compact) const
{
    const auto* node = m_data->find(compact);
    return node && node->hasChildren;
}

}  // namespace cw::edits
