#include "import/cms/cms_lists.h"
#include "import/cms/named_table.h"

#include <array>

namespace cw {

namespace {

constexpr std::array<std::string_view, 4> labelColumns = {"cc", "label", "modeldomain", "modelversion"};
constexpr std::array<std::string_view, 4> hierarchyColumns = {"ccparent", "ccchild", "modeldomain", "modelversion"};

}  // namespace

ListReader hccLabelsReader()
{
    return {ListKind::hcc, [](std::string_view head, std::string_view) { return hasHeader(head, labelColumns); },
            [](const SourceText& text, const CodeFileOptions&, const Progress&) -> Result<ParsedList> {
                return Error{ErrorKind::unsupported, "IMPORT-170",
                             text.label + ": holds the labels of HCC categories, which are not used; import the file "
                                          "that gives the category of each diagnosis"};
            }};
}

ListReader hccHierarchiesReader()
{
    return {ListKind::hcc, [](std::string_view head, std::string_view) { return hasHeader(head, hierarchyColumns); },
            [](const SourceText& text, const CodeFileOptions&, const Progress&) -> Result<ParsedList> {
                return Error{ErrorKind::unsupported, "IMPORT-171",
                             text.label + ": holds the hierarchies of HCC categories, which are not used; import the "
                                          "file that gives the category of each diagnosis"};
            }};
}

}  // namespace cw
