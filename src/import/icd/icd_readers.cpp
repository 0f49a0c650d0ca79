#include "base/text.h"
#include "import/icd/icd_files.h"
#include "import/icd/xml_text.h"

#include <array>

namespace cw {

namespace {

/// What stands before the first letter of an index: its title, or the headings of its columns.
ListKind indexKind(std::string_view head, std::string_view name)
{
    const auto beginning = text::lowerAscii(head.substr(0, head.find("<letter")));
    const auto says = [&](std::string_view word) { return beginning.find(word) != std::string::npos; };
    if (says("<indexheading")) return says(">neoplasm") ? ListKind::neoplasm : ListKind::drugs;
    if (says("external cause")) return ListKind::externalIndex;
    if (says("<title")) return ListKind::index;
    const auto lower = text::lowerAscii(name);
    const auto named = [&](std::string_view word) { return lower.find(word) != std::string::npos; };
    if (named("eindex") || named("e-index") || named("external")) return ListKind::externalIndex;
    if (named("neoplasm")) return ListKind::neoplasm;
    return named("drug") ? ListKind::drugs : ListKind::index;
}

template <ListKind kind>
bool isKind(std::string_view head, std::string_view name)
{
    return icdXmlKind(head, name) == kind;
}

template <ListKind kind>
Result<ParsedList> parseIndex(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    return parseIndexFile(kind, text, options, progress);
}

template <ListKind kind>
constexpr ListReader indexReader = {kind, isKind<kind>, parseIndex<kind>};

constexpr std::array<ListReader, 9> readers = {{
    {ListKind::tabular, isKind<ListKind::tabular>, parseTabularFile},
    indexReader<ListKind::index>,
    indexReader<ListKind::externalIndex>,
    indexReader<ListKind::neoplasm>,
    indexReader<ListKind::drugs>,
    indexReader<ListKind::pcsIndex>,
    {ListKind::pcsTables, isKind<ListKind::pcsTables>, parsePcsTablesFile},
    {ListKind::pcsDefinitions, isKind<ListKind::pcsDefinitions>, parsePcsDefinitionsFile},
    {ListKind::addenda, [](std::string_view head, std::string_view) { return recogniseAddenda(head); },
     parseAddendaFile},
}};

}  // namespace

std::optional<ListKind> icdXmlKind(std::string_view head, std::string_view name)
{
    const auto root = rootElement(head);
    if (root == "ICD10CM.tabular") return ListKind::tabular;
    if (root == "ICD10CM.index") return indexKind(head, name);
    if (root == "ICD10PCS.tabular") return ListKind::pcsTables;
    if (root == "ICD10PCS.index") return ListKind::pcsIndex;
    if (root == "ICD10PCS.definitions") return ListKind::pcsDefinitions;
    return std::nullopt;
}

std::span<const ListReader> icdListReaders()
{
    return readers;
}

}  // namespace cw
