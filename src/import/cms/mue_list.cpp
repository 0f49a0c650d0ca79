#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <array>

namespace cw {

namespace {

/// The heading of the values tells the setting (MUE tables of CMS).
struct Setting {
    std::string_view variant;
    std::array<std::string_view, 4> columns;
};
constexpr std::array<Setting, 3> settings = {{
    {"practitioner", {"hcpcscptcode", "practitionerservicesmuevalues", "mueadjudicationindicator", "?muerationale"}},
    {"outpatient",
     {"hcpcscptcode", "outpatienthospitalservicesmuevalues", "mueadjudicationindicator", "?muerationale"}},
    {"dme", {"hcpcscptcode", "dmesupplierservicesmuevalues", "mueadjudicationindicator", "?muerationale"}},
}};
enum Column : std::size_t { codeColumn, unitsColumn, adjudicationColumn, rationaleColumn };
constexpr std::int64_t mostUnits = 1'000'000;

const Setting* settingOf(std::string_view head)
{
    for (const auto& setting : settings)
        if (hasHeader(head, setting.columns)) return &setting;
    return nullptr;
}

std::string readLimit(const NamedRow& row, MueLimit& limit)
{
    if (!isProcedureCode(row[codeColumn])) return "not a CPT or HCPCS code";
    const auto units = fixedPoint(row[unitsColumn], 0);
    if (row[unitsColumn].empty() || !units || *units > mostUnits) return "the MUE value is no number of units";
    const auto adjudication = row[adjudicationColumn];
    if (adjudication.empty() || adjudication[0] < '1' || adjudication[0] > '3')
        return "the adjudication indicator must begin with 1, 2 or 3";
    limit.code = row[codeColumn];
    limit.units = static_cast<std::int32_t>(*units);
    limit.adjudication = adjudication[0];
    limit.rationale = row[rationaleColumn];
    return {};
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    return settingOf(head) != nullptr;
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    const auto* setting = settingOf(text.bytes);
    if (setting == nullptr)
        return Error{ErrorKind::invalidInput, "IMPORT-164",
                     text.label + ": no column tells the MUE values of a setting"};
    ParsedList list;
    list.kind = ListKind::mue;
    list.variant = setting->variant;
    MueLimits content;
    CW_CHECK(readNamedRows(text, setting->columns, progress, list, [&](const NamedRow& row) {
        MueLimit limit;
        auto reason = readLimit(row, limit);
        if (reason.empty()) content.limits.push_back(std::move(limit));
        return reason;
    }));
    list.checks.push_back(grouped(list.rowCount) + " codes");
    list.content = std::move(content);
    CW_CHECK(setPeriod(Issued::quarterly, text, options, list));
    return list;
}

}  // namespace

ListReader mueReader()
{
    return {ListKind::mue, recognise, parse};
}

}  // namespace cw
