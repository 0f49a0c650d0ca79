#include "base/text.h"
#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/mce/mc_rules.h"
#include "edits/rules/outpatient/oc_rules.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

using State = CodeStanding::State;

std::string nameOf(const LineView& line)
{
    return lineName(line.index, *line.row);
}

}  // namespace

/// OC-6: what CV-9 says.
void checkOcInvalidProcedure(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        const auto* standing = line.standing;
        const bool isInvalid = standing && (standing->state == State::unknown || standing->state == State::notInForce ||
                                            standing->state == State::header);
        const bool isMalformed = line.code.empty() && !line.row->code.text.empty();
        if (!isInvalid && !isMalformed) continue;
        Finding finding = findingAt(line, Field::procedureCode);
        finding.message = fmt::format("{}: the code is not valid on {}.", nameOf(line), line.from.iso());
        finding.fix = "Replace it with a code that is valid on the day of the line.";
        run.report(std::move(finding));
    }
}

/// OC-22: what MO-1 says of the form.
void checkOcModifierForm(RuleRun& run)
{
    for (const auto& line : run.view().lines)
        for (const auto& modifier : line.row->modifiers) {
            if (Modifier::parse(modifier)) continue;
            Finding finding = findingAt(line, "modifiers", Field::modifiers, Severity::error);
            finding.message = fmt::format("{} has a modifier that is not two letters or digits.", nameOf(line));
            finding.fix = "Correct the modifier, or remove it.";
            run.report(std::move(finding));
            break;
        }
}

/// OC-23: what IF-3 says: a line without a day of its own, or outside the days of the claim.
void checkOcLineDates(RuleRun& run)
{
    const Date from = run.encounter().service.from;
    const Date through = dischargeDay(run.encounter());
    for (const auto& line : run.view().lines) {
        const bool isMissing = !line.row->serviceFrom;
        if (!isMissing && line.from >= from && line.to <= through && line.from <= line.to) continue;
        Finding finding = findingAt(line, Field::serviceDates);
        finding.message = isMissing ? fmt::format("{} has no date of service.", nameOf(line))
                                    : fmt::format("{} lies outside the days of the claim, {} to {}.", nameOf(line),
                                                  from.iso(), through.iso());
        finding.fix = "Correct the date of the line, or the days of the claim.";
        run.report(std::move(finding));
    }
}

/// OC-25: what DM-1 and DM-2 say.
void checkOcAgeAndSex(RuleRun& run)
{
    checkMceAge(run);
    checkMceSex(run);
}

/// OC-41: what IF-9 says of the form; no official list of revenue codes is at hand.
void checkOcRevenueForm(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        const auto& code = line.row->revenueCode;
        if (code.empty() || (code.size() == 4 && text::isDigits(code))) continue;
        Finding finding = findingAt(line, "revenue_code", Field::procedureCode, Severity::error);
        finding.message = fmt::format("{}: the revenue code is not four digits.", nameOf(line));
        finding.fix = "Enter the four digits of the revenue code, with its leading zero.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
