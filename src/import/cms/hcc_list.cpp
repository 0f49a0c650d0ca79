#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <array>
#include <map>

namespace cw {

namespace {

constexpr std::array<std::string_view, 3> columns = {"diagnosiscode", "cc", "modelname"};
enum Column : std::size_t { codeColumn, categoryColumn, modelColumn };

/// "CMS-HCC Model V28" is "CMS-HCC V28".
std::string modelOf(std::string_view name)
{
    constexpr std::string_view word = "Model ";
    std::string model(name);
    if (const auto at = model.find(word); at != std::string::npos) model.erase(at, word.size());
    return model;
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    return hasHeader(head, columns);
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::hcc;
    CodeFlags content;
    std::map<std::string, std::int64_t> counts;
    CW_CHECK(readNamedRows(text, columns, progress, list, [&](const NamedRow& row) -> std::string {
        auto code = icd10CmOf(row[codeColumn]);
        if (!code) return "not an ICD-10-CM code";
        if (!text::isDigits(row[categoryColumn])) return "the category is no number";
        if (row[modelColumn].empty()) return "no model";
        const auto model = modelOf(row[modelColumn]);
        ++counts[model];
        content.flags.push_back(
            {CodeSystem::icd10cm, std::move(*code), "hcc:" + model, std::string(row[categoryColumn])});
        return {};
    }));
    for (const auto& [model, count] : counts) list.checks.push_back(model + ": " + grouped(count) + " rows");
    list.content = std::move(content);
    CW_CHECK(setPeriod(Issued::yearly, text, options, list));
    return list;
}

}  // namespace

ListReader hccReader()
{
    return {ListKind::hcc, recognise, parse};
}

}  // namespace cw
