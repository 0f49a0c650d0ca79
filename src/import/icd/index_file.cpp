#include "base/text.h"
#include "import/icd/icd_files.h"
#include "import/icd/xml_text.h"

namespace cw {

namespace {

/// Builds the terms in the order of the book.
class IndexBuilder {
public:
    IndexBuilder(ListKind kind, const XmlText& xml) : m_kind(kind), m_xml(xml) {}

    Status addAll(const Progress& progress);
    IndexTree takeTree() { return std::move(m_tree); }
    std::int64_t mainTerms() const { return m_mainTerms; }
    const UnknownElements& unknown() const { return m_unknown; }

private:
    Status addHeadings(pugi::xml_node headings);
    Status addTerm(pugi::xml_node element, std::int32_t parent, std::uint8_t level);
    Status addPart(pugi::xml_node part, IndexTerm& term);
    Status addCell(pugi::xml_node cell, IndexTerm& term);
    void addReference(pugi::xml_node part, std::string_view prefix, std::string& into, IndexTerm& term);

    ListKind m_kind;
    const XmlText& m_xml;
    IndexTree m_tree;
    std::int64_t m_mainTerms = 0;
    UnknownElements m_unknown;
};

/// "Abasia<nemod>(-astasia)</nemod>" into the title and the words that do not change the code.
void readTitle(pugi::xml_node element, IndexTerm& term)
{
    std::string title;
    for (const auto child : element.children()) {
        const bool isNonessential = std::string_view(child.name()) == "nemod";
        if (isNonessential) {
            term.nonessential += (term.nonessential.empty() ? "" : " ") + textOf(child);
        } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            title += child.value();
        } else {
            title += textOf(child);
        }
    }
    term.title = oneLine(title);
    if (term.title.empty()) std::swap(term.title, term.nonessential);  // "(taser)" stands alone.
}

Status IndexBuilder::addHeadings(pugi::xml_node headings)
{
    for (const auto head : headings.children("head")) {
        const auto column = head.attribute("col").as_int();
        if (column < 1 || column > 9) return m_xml.fault("IMPORT-115", head, "a column must be 1 to 9");
        if (column == 1) continue;  // The column of the terms.
        if (m_tree.columns.size() < static_cast<std::size_t>(column) - 1)
            m_tree.columns.resize(static_cast<std::size_t>(column) - 1);
        m_tree.columns[static_cast<std::size_t>(column) - 2] = textOf(head);
    }
    return {};
}

Status IndexBuilder::addCell(pugi::xml_node cell, IndexTerm& term)
{
    const auto column = cell.attribute("col").as_int();
    if (column < 2 || static_cast<std::size_t>(column) - 2 >= term.cells.size())
        return m_xml.fault("IMPORT-116", cell, "the cell has no column among the headings");
    term.cells[static_cast<std::size_t>(column) - 2] = textOf(cell);
    return {};
}

/// A reference with the codes or table that may stand in it: "Resection, Uterus<codes>0UT9</codes>".
void IndexBuilder::addReference(pugi::xml_node part, std::string_view prefix, std::string& into, IndexTerm& term)
{
    std::string words;
    for (const auto child : part.children()) {
        const std::string_view name = child.name();
        if (name == "codes" || name == "code" || name == "tab")
            term.codes.push_back(textOf(child));
        else
            words += child.type() == pugi::node_element ? textOf(child) : child.value();
    }
    words = oneLine(words);
    if (words.empty()) return;
    into += (into.empty() ? "" : "; ") + std::string(prefix) + words;
}

Status IndexBuilder::addPart(pugi::xml_node part, IndexTerm& term)
{
    const std::string_view name = part.name();
    if (name == "title") {
        readTitle(part, term);
    } else if (name == "code" || name == "codes" || name == "tab") {
        term.codes.push_back(textOf(part));
    } else if (name == "manif") {
        if (m_tree.columns.empty())
            term.codes.push_back(textOf(part));
        else  // The Neoplasm Table has words in brackets there.
            term.nonessential += (term.nonessential.empty() ? "[" : " [") + textOf(part) + "]";
    } else if (name == "subcat") {
        const auto code = textOf(part);
        term.codes.push_back(code.ends_with('-') ? code : code + "-");
    } else if (name == "see") {
        addReference(part, "", term.see, term);
    } else if (name == "seeAlso") {
        addReference(part, "", term.seeAlso, term);
    } else if (name == "seecat") {
        addReference(part, "category ", term.see, term);
    } else if (name == "use") {
        addReference(part, "use ", term.see, term);
    } else if (name == "cell") {
        CW_CHECK(addCell(part, term));
    } else if (name != "term" && part.type() == pugi::node_element) {
        ++m_unknown[part.name()];
    }
    return {};
}

Status IndexBuilder::addTerm(pugi::xml_node element, std::int32_t parent, std::uint8_t level)
{
    IndexTerm term;
    term.parent = parent;
    term.level = level;
    term.cells.resize(m_tree.columns.size());
    for (const auto part : element.children()) CW_CHECK(addPart(part, term));
    // ICD-10-PCS gives several references of one term as terms without title.
    const bool mayLackTitle = level > 0 && !(term.see.empty() && term.seeAlso.empty() && term.codes.empty());
    if (term.title.empty() && !mayLackTitle) return m_xml.fault("IMPORT-117", element, "a term without title");
    const auto index = static_cast<std::int32_t>(m_tree.terms.size());
    m_tree.terms.push_back(std::move(term));
    for (const auto child : element.children("term"))
        CW_CHECK(addTerm(child, index, static_cast<std::uint8_t>(level + 1)));
    return {};
}

Status IndexBuilder::addAll(const Progress& progress)
{
    m_tree.title = textOf(m_xml.root().child("title"));
    if (m_tree.title.empty()) m_tree.title = displayName(m_kind);
    if (const auto headings = m_xml.root().child("indexHeading")) CW_CHECK(addHeadings(headings));
    std::int64_t done = 0;
    for (const auto letter : m_xml.root().children()) {
        const std::string_view name = letter.name();
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-108", "cancelled"};
        if (name != "letter") {
            if (name != "version" && name != "title" && name != "indexHeading") ++m_unknown[letter.name()];
            continue;
        }
        progress.report(++done, 27, "reading the index");
        for (const auto term : letter.children("mainTerm")) {
            ++m_mainTerms;
            CW_CHECK(addTerm(term, -1, 0));
        }
    }
    if (m_tree.terms.empty()) return m_xml.fault("IMPORT-118", m_xml.root(), "the index holds no term");
    return {};
}

}  // namespace

Result<ParsedList> parseIndexFile(ListKind kind, const SourceText& text, const CodeFileOptions& options,
                                  const Progress& progress)
{
    const auto root = kind == ListKind::pcsIndex ? "ICD10PCS.index" : "ICD10CM.index";
    CW_TRY(const auto xml, XmlText::parse(text.bytes, text.label, root));
    CW_TRY(auto list, fiscalList(kind, xml.version(), text, options));
    IndexBuilder builder(kind, xml);
    CW_CHECK(builder.addAll(progress));
    auto tree = builder.takeTree();
    list.rowCount = static_cast<std::int64_t>(tree.terms.size());
    list.checks.push_back(grouped(builder.mainTerms()) + " main terms and " +
                          grouped(list.rowCount - builder.mainTerms()) + " terms under them");
    if (auto unknown = describeUnknown(builder.unknown())) list.checks.push_back(std::move(*unknown));
    list.content = std::move(tree);
    return list;
}

}  // namespace cw
