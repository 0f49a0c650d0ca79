#include "edits/notes/note_reader.h"

#include "codeset/codes.h"

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

constexpr std::array<NoteKind, 5> kinds = {NoteKind::excludes1, NoteKind::excludes2, NoteKind::codeFirst,
                                           NoteKind::useAdditional, NoteKind::codeAlso};

/// First letters of a pattern's codes: of a range all between.
std::uint32_t lettersOf(const CodePattern& pattern)
{
    const auto first = ParsedNote::letterOf(pattern.text());
    if (!pattern.isRange()) return first;
    const auto hyphen = pattern.text().find('-');
    const auto last = ParsedNote::letterOf(std::string_view(pattern.text()).substr(hyphen + 1));
    std::uint32_t letters = last;
    for (auto letter = first; letter != 0 && letter < last; letter <<= 1U) letters |= letter;
    return letters | first;
}

void append(CodePatterns& to, const CodePatterns& more)
{
    auto all = to.all();
    for (const auto& pattern : more.all())
        if (std::find(all.begin(), all.end(), pattern) == all.end()) all.push_back(pattern);
    to = CodePatterns(std::move(all));
}

/// Reads the notes of one kind.
class KindReader {
public:
    KindReader(const TabularNode& node, NoteKind kind, const IsCategory& isCategory)
        : m_node(node), m_kind(kind), m_isCategory(isCategory)
    {}

    void add(std::vector<ParsedNote>& out)
    {
        for (const auto& note : m_node.notes)
            if (note.kind == m_kind) addLine(note.text);
        const auto causes =
            std::count_if(m_notes.begin(), m_notes.end(), [](const ParsedNote& one) { return !one.codes.isEmpty(); });
        for (auto& note : m_notes) {
            if (m_kind == NoteKind::codeFirst && causes > 1) note.isConditional = true;
            for (const auto& pattern : note.codes.all()) note.letters |= lettersOf(pattern);
            out.push_back(std::move(note));
        }
    }

private:
    void addLine(const std::string& text)
    {
        auto words = readNote(text, m_kind, m_isCategory);
        const bool isExcludes = m_kind == NoteKind::excludes1 || m_kind == NoteKind::excludes2;
        const bool goesOn = !m_notes.empty() && text.starts_with("or ");  // K62.7: "or radiation therapy (Y84.2)"
        const bool isLine = goesOn || (m_isUnderHeading && !beginsStatement(text, m_kind));
        if (isLine && !isExcludes) {
            auto& heading = m_notes.back();
            heading.text += (heading.text.ends_with(':') ? " " : "; ") + text;
            append(heading.codes, words.codes);
            append(heading.except, words.except);
            heading.isOpen = heading.isOpen || words.isOpen;
            return;
        }
        m_isUnderHeading = words.isHeading;
        ParsedNote note{.kind = m_kind, .place = placeOf(m_node), .level = m_node.level, .text = text};
        note.isConditional = words.isConditional || (words.isHeading && isBareHeading(text));
        note.isOpen = words.isOpen;
        if (words.isHeading && text.starts_with("For codes"))
            note.onlyFor = std::move(words.codes);
        else
            note.codes = std::move(words.codes);
        if (m_kind == NoteKind::codeFirst && text.find("adverse effect") != std::string::npos) restrictToAdverse(note);
        note.except = std::move(words.except);
        m_notes.push_back(std::move(note));
    }

    /// Block T36-T50 asks for the nature of an adverse effect first: of its codes only those of adverse effects.
    void restrictToAdverse(ParsedNote& note) const
    {
        if (m_node.level != TabularLevel::block || m_node.name.size() != 7) return;
        const auto first = m_node.name.substr(0, 3);
        const auto last = m_node.name.substr(4);
        if (auto only = CodePatterns::parse(first + ".?5X-" + last + ".?5X " + first + ".??5-" + last + ".??5"))
            note.onlyFor = std::move(*only);
    }

    static std::string placeOf(const TabularNode& node)
    {
        return node.level == TabularLevel::code ? displayCode(CodeSystem::icd10cm, node.name) : node.name;
    }

    const TabularNode& m_node;
    NoteKind m_kind;
    const IsCategory& m_isCategory;
    std::vector<ParsedNote> m_notes;
    bool m_isUnderHeading = false;
};

}  // namespace

std::vector<ParsedNote> readNotes(const TabularNode& node, const IsCategory& isCategory)
{
    std::vector<ParsedNote> notes;
    if (node.notes.empty()) return notes;
    for (const auto kind : kinds) KindReader(node, kind, isCategory).add(notes);
    return notes;
}

}  // namespace cw::edits
