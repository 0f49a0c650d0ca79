#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/outpatient/oc_rules.h"

namespace cw::edits {

std::optional<std::string_view> statusIndicator(RuleRun& run, const LineView& line)
{
    if (line.code.empty() || !line.system) return std::nullopt;
    const auto table = run.tables().opps(line.from);
    if (!table) {
        run.notChecked("opps", line.from);
        return std::nullopt;
    }
    return table->value(*line.system, line.code, "si");
}

bool isOppsBill(const Encounter& encounter) noexcept
{
    const auto bill = billClass(encounter);
    return bill.empty() || bill == "13" || bill == "12";
}

bool isVisit(const RuleRun& run, const LineView& line)
{
    return !line.code.empty() && run.data().list("oc-visits").has(line.code, line.from);
}

std::string_view revenueOf(const LineView& line) noexcept
{
    std::string_view code = line.row->revenueCode;
    if (code.size() == 4 && code.front() == '0') code.remove_prefix(1);
    return code;
}

}  // namespace cw::edits
