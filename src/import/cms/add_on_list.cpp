#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <array>
#include <set>

namespace cw {

namespace {

constexpr std::string_view contractorDefined = "CCCCC";
/// As the official files call them ("Add-On_Code", "AOC_Edit_EffDT"); derived lists have the first three only.
constexpr std::array<std::string_view, 7> columns = {"addoncode",         "primarycode",   "aocedittype",  "?aocdeldt",
                                                     "?primarycodedeldt", "?aocediteffdt", "?aoceditdeldt"};
enum Column : std::size_t { addOn, primary, type, addOnDeleted, primaryDeleted, effective, deleted };

/// "2026091", the 91st day of 2026; also "20260401" and "2026-04-01". Empty and "0" are no date.
bool readDay(std::string_view text, std::optional<Date>& day)
{
    if (text.empty() || text.find_first_not_of('0') == std::string_view::npos) return true;
    if (const auto iso = Date::parse(text)) day = *iso;
    if (const auto compact = Date::parseCompact(text)) day = *compact;
    if (text.size() == 7 && text::isDigits(text)) {
        const int year = std::stoi(std::string(text.substr(0, 4)));
        const int ordinal = std::stoi(std::string(text.substr(4)));
        if (year >= 1980 && year <= 2150 && ordinal >= 1 && ordinal <= 366)
            day = Date::of(year, 1, 1).plusDays(ordinal - 1);
    }
    return day.has_value();
}

std::string readRow(const NamedRow& row, AddOnCode& code)
{
    if (!isProcedureCode(row[addOn])) return "the add-on code is no CPT or HCPCS code";
    if (!isProcedureCode(row[primary]) && row[primary] != contractorDefined)
        return "the primary code is neither a CPT or HCPCS code nor CCCCC";
    if (row[type].size() != 1 || row[type][0] < '1' || row[type][0] > '3') return "the type must be 1, 2 or 3";
    code.code = row[addOn];
    code.primary = row[primary];
    code.type = row[type][0];
    if (!readDay(row[effective], code.first)) return "the effective date is not YYYYDDD";
    // The row ends with the first of its three parts: the edit, the add-on code and the primary code.
    for (const auto column : {deleted, addOnDeleted, primaryDeleted}) {
        std::optional<Date> last;
        if (!readDay(row[column], last)) return "a deletion date is not YYYYDDD";
        if (last && (!code.last || *last < *code.last)) code.last = last;
    }
    return {};
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    return hasHeader(head, columns);
}

/// Lists are posted in the last month of a quarter for the next one: a day there ("2024-06-03") is that of posting, while
/// those that name their first day name the first of a month.
std::optional<StatedPeriod> periodOfPosting(const SourceText& text)
{
    for (const auto& name : text.periodNames) {
        auto stated = statedPeriod(name);
        if (!stated) continue;
        if (stated->isFiscal || stated->month % 3 != 0 || stated->month == 0 || stated->day == 1) return std::nullopt;
        stated->year += stated->month == 12 ? 1 : 0;
        stated->month = stated->month % 12 + 1;
        stated->day = 1;
        return stated;
    }
    return std::nullopt;
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::addOn;
    AddOnCodes content;
    CW_CHECK(readNamedRows(text, columns, progress, list, [&](const NamedRow& row) {
        AddOnCode code;
        auto reason = readRow(row, code);
        if (reason.empty()) content.rows.push_back(std::move(code));
        return reason;
    }));
    std::set<std::string_view> codes;
    for (const auto& row : content.rows) codes.insert(row.code);
    list.checks.push_back(grouped(list.rowCount) + " rows, " + grouped(static_cast<std::int64_t>(codes.size())) +
                          " add-on codes");
    list.content = std::move(content);
    CW_CHECK(setPeriod(Issued::quarterly, text, options, list, periodOfPosting(text)));
    return list;
}

}  // namespace

ListReader addOnReader()
{
    return {ListKind::addOn, recognise, parse};
}

}  // namespace cw
