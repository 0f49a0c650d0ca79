#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <array>
#include <map>

namespace cw {

namespace {

constexpr std::array<std::string_view, 3> columns = {"hcpcscode", "statusindicator", "paymentrate"};
enum Column : std::size_t { codeColumn, indicatorColumn, rateColumn };
constexpr std::string_view noBreakSpace = "\xC2\xA0";

/// The file has codes with a no-break space behind them.
std::string_view codeOf(const NamedRow& row)
{
    auto code = row[codeColumn];
    while (code.ends_with(noBreakSpace)) code.remove_suffix(noBreakSpace.size());
    return code;
}

/// "C", "E1", "Q4" (Addendum D1).
bool isStatusIndicator(std::string_view text)
{
    if (text.empty() || text.size() > 2) return false;
    const bool hasDigit = text.size() == 1 || (text[1] >= '0' && text[1] <= '9');
    return text[0] >= 'A' && text[0] <= 'Z' && hasDigit;
}

/// "$2,107.97" is "2107.97", "0.5" is "0.50"; drugs have up to four places. Nothing for text that is no amount; empty
/// stays empty.
std::optional<std::string> amountOf(std::string_view text)
{
    std::string plain;
    for (const char c : text)
        if (c != '$' && c != ',') plain += c;
    if (plain.empty()) return plain;
    if (!fixedPoint(plain, 4)) return std::nullopt;
    const auto point = plain.find('.');
    if (point == std::string::npos) return plain + ".00";
    for (auto places = plain.size() - point - 1; places < 2; ++places) plain += '0';
    return plain;
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    return hasHeader(head, columns);
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::opps;
    CodeFlags content;
    std::map<std::string, std::int64_t> counts;
    CW_CHECK(readNamedRows(text, columns, progress, list, [&](const NamedRow& row) -> std::string {
        const std::string code(codeOf(row));
        if (!isProcedureCode(code)) return "not a CPT or HCPCS code";
        const std::string indicator(row[indicatorColumn]);
        if (!isStatusIndicator(indicator)) return "the status indicator must be a letter, or a letter and a digit";
        auto rate = amountOf(row[rateColumn]);
        if (!rate) return "the payment rate is no amount";
        const auto system = code[0] >= 'A' ? CodeSystem::hcpcs : CodeSystem::cpt;
        ++counts[indicator];
        content.flags.push_back({system, code, "si", indicator});
        if (!rate->empty()) content.flags.push_back({system, code, "rate", std::move(*rate)});
        return {};
    }));
    for (const auto& [indicator, count] : counts) list.checks.push_back(indicator + ": " + grouped(count) + " codes");
    list.content = std::move(content);
    CW_CHECK(setPeriod(Issued::quarterly, text, options, list));
    return list;
}

}  // namespace

ListReader oppsReader()
{
    return {ListKind::opps, recognise, parse};
}

}  // namespace cw
