#include "edits/rules/outpatient/oc_rules.h"

#include "edits/rules/institutional/facility_bill.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

constexpr std::string_view observationHours = "G0378";
constexpr std::string_view observationReferral = "G0379";
constexpr std::string_view traumaResponse = "G0390";
constexpr std::string_view criticalCare = "99291";
constexpr std::string_view anyPrimary = "CCCCC";

std::string nameOf(const LineView& line)
{
    return lineName(line.index, *line.row);
}

void advise(RuleRun& run, Finding finding, std::string message, std::string fix)
{
    finding.message = "Advisory: " + std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

const LineView* lineOf(const RuleRun& run, std::string_view code, Date day)
{
    for (const auto& line : run.view().lines)
        if (line.code == code && line.from == day) return &line;
    return nullptr;
}

/// True when one of the primaries of a type 1 add-on code stands on the same day, or it is no such code.
bool hasPrimary(const RuleRun& run, const AddOnTable& table, const LineView& line)
{
    bool needsOne = false;
    for (const auto& row : table.rowsOf(line.code)) {
        if (row.type != '1' || !DateInterval{row.first, row.last}.contains(line.from)) continue;
        if (row.primary == anyPrimary || lineOf(run, row.primary, line.from)) return true;
        needsOne = true;
    }
    return !needsOne;
}

}  // namespace

/// OC-48: revenue codes of services that hospitals report with a code; the list is that of IF-9.
void checkOcRevenueNeedsCode(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!line.row->code.text.empty() || line.row->revenueCode.empty()) continue;
        if (!run.data().list("revenue-needs-hcpcs").has(line.row->revenueCode, line.from)) continue;
        advise(run, findingAt(line, Field::procedureCode, Severity::warning),
               fmt::format("line {} has revenue code {}, which is reported with a CPT or HCPCS code.", line.index + 1,
                           line.row->revenueCode),
               "Enter the code of the service.");
    }
}

/// OC-53: observation by hour and direct referral, on bills of hospital outpatients and critical access hospitals only;
/// the referral never without the hours.
void checkOcObservationBill(RuleRun& run)
{
    const auto bill = billClass(run.encounter());
    const bool isOtherBill = !bill.empty() && bill != "13" && bill != "85";
    for (const auto& line : run.view().lines) {
        const bool isReferral = line.code == observationReferral;
        if (!isReferral && line.code != observationHours) continue;
        if (isOtherBill)
            advise(run, findingAt(line, Field::procedureCode, Severity::warning),
                   fmt::format("{} is reported on bills 13x and 85x only.", nameOf(line)),
                   "Correct the type of bill, or remove the line.");
        else if (isReferral && !lineOf(run, observationHours, line.from))
            advise(run, findingAt(line, Field::procedureCode, Severity::warning),
                   fmt::format("{} is reported together with G0378 only.", nameOf(line)),
                   "Add the hours of observation with G0378, or remove the line.");
    }
}

void checkOcBilateralUnits(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!line.hasModifier("50") || line.row->units <= Quantity::whole(1)) continue;
        if (line.hasAnyModifier({"52", "73"})) continue;  // OC-37
        Finding finding = findingAt(line, "units", Field::units, Severity::warning);
        finding.remedies = {setUnits(line, Quantity::whole(1))};
        advise(run, std::move(finding),
               fmt::format("{} has modifier 50 and {} units.", nameOf(line), line.row->units.decimal()),
               "Report both sides with modifier 50 and one unit.");
    }
}

void checkOcTrauma(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code != traumaResponse) continue;
        const bool hasRevenue = revenueOf(line).starts_with("68");
        if (hasRevenue && lineOf(run, criticalCare, line.from)) continue;
        advise(run, findingAt(line, Field::procedureCode, Severity::warning),
               hasRevenue ? fmt::format("{} needs 99291 on the same day.", nameOf(line))
                          : fmt::format("{} needs a revenue code 068x.", nameOf(line)),
               "Report the trauma response under 068x beside critical care 99291, or remove it.");
    }
}

/// OC-79: red cells under 0381, whole blood under 0382.
void checkOcBloodRevenue(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        const auto revenue = revenueOf(line);
        if (line.code.empty() || (revenue != "381" && revenue != "382")) continue;
        const bool isRedCells = revenue == "381";
        if (run.data().list(isRedCells ? "oc-red-cells" : "oc-whole-blood").has(line.code, line.from)) continue;
        advise(run, findingAt(line, Field::procedureCode, Severity::warning),
               fmt::format("{}: revenue code {} is for {}, and the code is not.", nameOf(line), line.row->revenueCode,
                           isRedCells ? "packed red cells" : "whole blood"),
               "Use the revenue code of the blood product.");
    }
}

/// OC-84: an add-on code whose primaries are all listed, without one of them on the same day (also NC-9).
void checkOcAddOnPrimary(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        const auto table = run.tables().addOns(line.from);
        if (!table) {
            run.notChecked("ncci-aoc", line.from);
            continue;
        }
        if (hasPrimary(run, *table.table, line)) continue;
        advise(run, findingAt(line, Field::procedureCode, Severity::warning),
               fmt::format("{} is an add-on code without its primary code on {}.", nameOf(line), line.from.iso()),
               "Add the primary procedure, or remove the add-on code.");
    }
}

}  // namespace cw::edits
