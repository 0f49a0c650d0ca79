#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/institutional/if_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::size_t mostLines = 999;            ///< LX of the 837I.
constexpr std::size_t mostOutpatientLines = 449;  ///< Integrated OCE, without the line of the total.

bool isRevenueCode(std::string_view code) noexcept
{
    return code.size() == 4 && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Room and board, without the total and without leave of absence.
bool isAccommodation(std::string_view code) noexcept
{
    return isRevenueCode(code) && code >= "0100" && code <= "0219" && !code.starts_with("018");
}

}  // namespace

/// IF-9: no revenue code, or not four digits; an outpatient service that is told by its HCPCS code without one.
void checkRevenueCodes(RuleRun& run)
{
    const bool isOutpatient = run.encounter().setting == Setting::outpatient;
    const auto& needsCode = run.data().list("revenue-needs-hcpcs");
    for (const auto& line : run.view().lines) {
        const auto& revenue = line.row->revenueCode;
        if (!isRevenueCode(revenue)) {
            auto finding = findingAt(line, "revenue_code", Field::procedureCode, Severity::error);
            finding.message =
                fmt::format("{} has {}.", lineName(line.index, *line.row),
                            revenue.empty() ? "no revenue code" : "a revenue code that is not four digits");
            finding.fix = "Enter the four digits of the revenue code.";
            run.report(std::move(finding));
        } else if (isOutpatient && line.row->code.text.empty() && needsCode.has(revenue, run.view().date)) {
            auto finding = findingAt(line, Field::procedureCode, Severity::warning);
            finding.message =
                fmt::format("Line {} with revenue code {} has no procedure code.", line.index + 1, revenue);
            finding.fix = "Enter the CPT or HCPCS code of the service.";
            run.report(std::move(finding));
        }
    }
}

/// IF-10: a total line 0001 other than the sum of the lines. Claims without one are well: the total is computed.
void checkTotalLine(RuleRun& run)
{
    const auto& lines = run.view().lines;
    const auto total =
        std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.row->revenueCode == "0001"; });
    if (total == lines.end()) return;
    Money sum;
    for (const auto& line : lines)
        if (line.row->revenueCode != "0001") sum += line.row->charge.value_or(Money());
    if (total->row->charge.value_or(Money()) == sum) return;
    auto finding = findingAt(*total, "charge", Field::charge, Severity::warning);
    finding.message = fmt::format("Advisory: the total line 0001 is {}, and the lines add up to {}.",
                                  total->row->charge.value_or(Money()).decimal(), sum.decimal());
    finding.fix = "Correct the total, or remove the line: it is computed.";
    finding.basis = sum.decimal();
    run.report(std::move(finding));
}

/// IF-11: days of room and board other than the days of the stay, the day of discharge not counted.
void checkAccommodation(RuleRun& run)
{
    const auto& encounter = run.encounter();
    std::int64_t thousandths = 0;
    const LineView* room = nullptr;
    for (const auto& line : run.view().lines) {
        if (!isAccommodation(line.row->revenueCode)) continue;
        thousandths += line.row->units.inThousandths();
        if (!room) room = &line;
    }
    if (!room || !encounter.service.to) return;
    const bool staysOn = encounter.service.dischargeStatus == "30";
    const int days = std::max(1, encounter.service.from.daysUntil(*encounter.service.to) + (staysOn ? 1 : 0));
    if (thousandths == Quantity::whole(days).inThousandths()) return;
    auto finding = findingAt(*room, "units", Field::units, Severity::warning);
    finding.message = fmt::format("Advisory: room and board is billed for {} days, and the stay has {}.",
                                  Quantity::thousandths(thousandths).decimal(), days);
    finding.fix = "Correct the units of the room or the dates of the stay.";
    finding.basis = fmt::format("{} {}", thousandths, days);
    run.report(std::move(finding));
}

/// IF-17: more lines than the claim holds, or than the Outpatient Code Editor reads.
void checkInstitutionalLineCount(RuleRun& run)
{
    const bool isEdited = run.encounter().setting == Setting::outpatient && run.view().isMedicare;
    const auto most = isEdited ? mostOutpatientLines : mostLines;
    const auto count = run.view().lines.size();
    if (count <= most) return;
    auto finding = findingAt("/procedures", Field::procedureCode);
    finding.message = fmt::format("The claim has {} lines; {} fit.", count, most);
    finding.fix = "Split the claim.";
    run.report(std::move(finding));
}

}  // namespace cw::edits
