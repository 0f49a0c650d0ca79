#include "base/text.h"
#include "codeset/codes.h"
#include "import/icd/icd_files.h"
#include "import/icd/xml_text.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace cw {

namespace {

struct NoteElement {
    std::string_view element;
    NoteKind kind;
};

constexpr std::array<NoteElement, 9> noteElements = {{
    {"includes", NoteKind::includes},
    {"inclusionTerm", NoteKind::inclusionTerm},
    {"excludes1", NoteKind::excludes1},
    {"excludes2", NoteKind::excludes2},
    {"codeFirst", NoteKind::codeFirst},
    {"useAdditionalCode", NoteKind::useAdditional},
    {"codeAlso", NoteKind::codeAlso},
    {"sevenChrNote", NoteKind::seventhCharacter},
    {"notes", NoteKind::note},
}};

const NoteElement* noteElement(std::string_view name)
{
    const auto found =
        std::find_if(noteElements.begin(), noteElements.end(), [&](const auto& one) { return one.element == name; });
    return found == noteElements.end() ? nullptr : &*found;
}

/// A row of the table of visual impairment categories (H54) as a line of text: "1: 6/18 to 6/60, ...".
std::string visualLine(pugi::xml_node category)
{
    std::string line = textOf(category.child("value"));
    std::string separator = line.empty() ? "" : ": ";
    if (line.empty()) line = textOf(category.child("heading")) + ": ";
    for (const auto range : category.children("visRange")) {
        const auto least = textOf(range.child("visMin"));
        line += separator + textOf(range.child("heading")) + (range.child("heading") ? ", " : "") +
                textOf(range.child("visMax")) + (least.empty() ? "" : " to ") + least;
        separator = "; ";
    }
    return line;
}

/// Builds the nodes in the order of the file.
class TabularBuilder {
public:
    explicit TabularBuilder(const XmlText& xml) : m_xml(xml) {}

    Status addAll(const Progress& progress);
    Tabular takeTabular() { return std::move(m_tabular); }
    std::int64_t codes() const { return static_cast<std::int64_t>(m_codes.size()); }
    const UnknownElements& unknown() const { return m_unknown; }
    const std::vector<std::string>& misplaced() const { return m_misplaced; }

private:
    /// A block without codes of its own that holds the blocks after it: "C00-C75".
    struct OpenBlock {
        std::string first;
        std::string last;
        std::int32_t index = 0;
    };

    Status addChapter(pugi::xml_node chapter);
    Status addBlock(pugi::xml_node section, std::int32_t chapter);
    Status addCode(pugi::xml_node diag, std::int32_t parent);
    Status addSeventhCharacters(pugi::xml_node definition, TabularNode& node);
    /// Notes and seventh characters; other elements than `expected` count as unknown.
    Status addCommon(pugi::xml_node element, TabularNode& node, std::initializer_list<std::string_view> expected);
    std::int32_t push(TabularNode node);

    const XmlText& m_xml;
    Tabular m_tabular;
    std::vector<OpenBlock> m_openBlocks;
    std::unordered_set<std::string> m_codes;
    std::vector<std::string> m_misplaced;
    UnknownElements m_unknown;
};

std::int32_t TabularBuilder::push(TabularNode node)
{
    m_tabular.nodes.push_back(std::move(node));
    return static_cast<std::int32_t>(m_tabular.nodes.size()) - 1;
}

Status TabularBuilder::addSeventhCharacters(pugi::xml_node definition, TabularNode& node)
{
    for (const auto child : definition.children()) {
        const std::string_view name = child.name();
        if (name == "note" && !node.seventhCharacters.empty()) {  // Another wording of the character above it.
            node.seventhCharacters.back().meaning += "; " + textOf(child);
            continue;
        }
        if (name != "extension") {
            ++m_unknown[child.name()];
            continue;
        }
        const auto character = text::upperAscii(text::trim(child.attribute("char").value()));
        const bool isCodeCharacter =
            character.size() == 1 && (text::isDigits(character) || (character[0] >= 'A' && character[0] <= 'Z'));
        if (!isCodeCharacter)
            return m_xml.fault("IMPORT-110", child,
                               "a seventh character must be one letter or digit, not \"" + character + "\"");
        node.seventhCharacters.push_back({character[0], textOf(child)});
    }
    return {};
}

Status TabularBuilder::addCommon(pugi::xml_node element, TabularNode& node,
                                 std::initializer_list<std::string_view> expected)
{
    for (const auto child : element.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string_view name = child.name();
        if (const auto* known = noteElement(name)) {
            for (const auto note : child.children("note"))
                if (auto words = textOf(note); !words.empty()) node.notes.push_back({known->kind, std::move(words)});
        } else if (name == "sevenChrDef") {
            CW_CHECK(addSeventhCharacters(child, node));
        } else if (name == "visualImpairment") {
            for (const auto category : child.children("visCategory"))
                node.notes.push_back({NoteKind::note, visualLine(category)});
        } else if (std::find(expected.begin(), expected.end(), name) == expected.end()) {
            ++m_unknown[child.name()];
        }
    }
    return {};
}

Status TabularBuilder::addCode(pugi::xml_node diag, std::int32_t parent)
{
    TabularNode node;
    const auto written = textOf(diag.child("name"));
    const auto code = Icd10CmCode::parse(written);
    if (!code) return m_xml.fault("IMPORT-111", diag, "not an ICD-10-CM code: \"" + written.substr(0, 20) + "\"");
    node.name = code->compact();
    node.title = textOf(diag.child("desc"));
    node.parent = parent;
    if (node.title.empty()) return m_xml.fault("IMPORT-112", diag, "code " + written + " has no description");
    if (!m_codes.insert(node.name).second) return m_xml.fault("IMPORT-113", diag, "duplicate code " + written);
    const auto& above = m_tabular.nodes[static_cast<std::size_t>(parent)];
    if (above.level == TabularLevel::code && !node.name.starts_with(above.name))
        m_misplaced.push_back(written + " stands under " + displayCode(CodeSystem::icd10cm, above.name));
    CW_CHECK(addCommon(diag, node, {"name", "desc", "diag"}));
    const auto index = push(std::move(node));
    for (const auto child : diag.children("diag")) CW_CHECK(addCode(child, index));
    return {};
}

/// "Intestinal infectious diseases (A00-A09)" without what the name says already.
std::string withoutRange(std::string title, const std::string& range)
{
    const auto tail = "(" + range + ")";
    if (title.ends_with(tail)) title = text::trim(std::string_view(title).substr(0, title.size() - tail.size()));
    return title;
}

Status TabularBuilder::addBlock(pugi::xml_node section, std::int32_t chapter)
{
    TabularNode node;
    node.level = TabularLevel::block;
    node.name = text::trim(section.attribute("id").value());
    const auto codes = section.children("diag");
    if (node.name.empty() && codes.begin() != codes.end()) {  // The schema lets a section go without an id.
        const auto first = textOf(codes.begin()->child("name"));
        std::string last;
        for (const auto diag : codes) last = textOf(diag.child("name"));
        node.name = first == last ? first : first + "-" + last;
    }
    if (node.name.empty()) return m_xml.fault("IMPORT-114", section, "a section without id and codes");
    node.title = withoutRange(textOf(section.child("desc")), node.name);
    const auto dash = node.name.find('-');
    OpenBlock range{node.name.substr(0, dash), node.name.substr(dash == std::string::npos ? 0 : dash + 1), 0};
    while (!m_openBlocks.empty() && (range.first < m_openBlocks.back().first || m_openBlocks.back().last < range.last))
        m_openBlocks.pop_back();
    node.parent = m_openBlocks.empty() ? chapter : m_openBlocks.back().index;
    CW_CHECK(addCommon(section, node, {"name", "desc", "diag", "deactivated"}));
    range.index = push(std::move(node));
    for (const auto diag : codes) CW_CHECK(addCode(diag, range.index));
    if (codes.begin() == codes.end()) m_openBlocks.push_back(std::move(range));
    return {};
}

Status TabularBuilder::addChapter(pugi::xml_node chapter)
{
    TabularNode node;
    node.level = TabularLevel::chapter;
    node.name = textOf(chapter.child("name"));
    if (node.name.empty()) {  // The schema lets it go without: then its place tells.
        const auto before = std::count_if(m_tabular.nodes.begin(), m_tabular.nodes.end(),
                                          [](const auto& one) { return one.level == TabularLevel::chapter; });
        node.name = std::to_string(before + 1);
    }
    node.title = textOf(chapter.child("desc"));
    CW_CHECK(addCommon(chapter, node, {"name", "desc", "sectionIndex", "section"}));
    const auto index = push(std::move(node));
    m_openBlocks.clear();
    for (const auto section : chapter.children("section")) CW_CHECK(addBlock(section, index));
    return {};
}

Status TabularBuilder::addAll(const Progress& progress)
{
    std::int64_t done = 0;
    for (const auto child : m_xml.root().children()) {
        const std::string_view name = child.name();
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-106", "cancelled"};
        if (name == "chapter") {
            progress.report(++done, 22, "reading the Tabular List");
            CW_CHECK(addChapter(child));
        } else if (name != "version" && name != "title" && name != "introduction") {
            ++m_unknown[child.name()];
        }
    }
    if (m_codes.empty()) return m_xml.fault("IMPORT-107", m_xml.root(), "the Tabular List holds no code");
    return {};
}

}  // namespace

Result<ParsedList> parseTabularFile(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    CW_TRY(const auto xml, XmlText::parse(text.bytes, text.label, "ICD10CM.tabular"));
    CW_TRY(auto list, fiscalList(ListKind::tabular, xml.version(), text, options));
    TabularBuilder builder(xml);
    CW_CHECK(builder.addAll(progress));
    auto tabular = builder.takeTabular();
    const auto complete = static_cast<std::int64_t>(expandToCodes(tabular).size());
    list.checks.push_back(grouped(builder.codes()) + " listed codes give " + grouped(complete) + " complete codes");
    for (const auto& place : builder.misplaced()) list.checks.push_back(place);
    if (auto unknown = describeUnknown(builder.unknown())) list.checks.push_back(std::move(*unknown));
    list.rowCount = static_cast<std::int64_t>(tabular.nodes.size());
    list.content = std::move(tabular);
    return list;
}

}  // namespace cw
