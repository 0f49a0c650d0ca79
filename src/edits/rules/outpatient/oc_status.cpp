#include "edits/rules/outpatient/oc_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

/// Statuses of a patient who went home, left or is still there: no reason for modifier CA, which is for a patient who
/// died or was moved before the admission.
constexpr std::array<std::string_view, 4> notForCa = {"", "01", "07", "30"};

std::string sourceOf(const RuleRun& run, const LineView& line)
{
    return fmt::format("{}, OPPS Addendum B {}", run.rule().source, run.tables().opps(line.from).release);
}

void reportLine(RuleRun& run, const LineView& line, Severity severity, std::string message, std::string fix)
{
    Finding finding = findingAt(line, Field::procedureCode, severity);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    finding.source = sourceOf(run, line);
    run.report(std::move(finding));
}

std::string nameOf(const LineView& line)
{
    return lineName(line.index, *line.row);
}

/// Revenue codes 0990 to 0999, items for the patient's convenience.
bool isConvenience(const LineView& line)
{
    const auto revenue = revenueOf(line);
    return revenue.size() == 3 && revenue.starts_with("99");
}

void reportConvenience(RuleRun& run, const LineView& line)
{
    Finding finding = findingAt(line, "revenue_code", Field::procedureCode, Severity::error);
    finding.message = fmt::format("{}: Medicare does not cover revenue code {} (patient convenience).", nameOf(line),
                                  line.row->revenueCode);
    finding.fix = "Remove the line, or bill the patient for it.";
    run.report(std::move(finding));
}

bool hasProcedureOn(RuleRun& run, Date day, const LineView& visit)
{
    for (const auto& line : run.view().lines) {
        if (&line == &visit || line.from != day) continue;
        const auto status = statusIndicator(run, line);
        if (status == "S" || status == "T") return true;
    }
    return false;
}

}  // namespace

/// OC-9: E1 is what no outpatient benefit covers, by statute or otherwise (I/OCE edits 9 and 50 part the two, Addendum B
/// does not); E2 has no price. Lines that say so themselves (GA, GX, GY, GZ; condition code 21) are left alone.
void checkOcNonCovered(RuleRun& run)
{
    if (!isOppsBill(run.encounter()) || run.view().institutional.hasCondition("21")) return;
    for (const auto& line : run.view().lines) {
        if (line.row->code.text.empty() && isConvenience(line)) reportConvenience(run, line);
        const auto status = statusIndicator(run, line);
        if (!status || (*status != "E1" && *status != "E2")) continue;
        if (line.hasAnyModifier({"GA", "GX", "GY", "GZ"})) continue;
        if (*status == "E1")
            reportLine(
                run, line, Severity::error,
                fmt::format("{}: Medicare covers the code under no outpatient benefit (status E1).", nameOf(line)),
                "Use a covered code, or report the line as non-covered with GY or GZ.");
        else
            reportLine(
                run, line, Severity::warning,
                fmt::format("{}: Medicare has no price for the code (status E2) and pays nothing.", nameOf(line)),
                "Check whether another code describes what was given.");
    }
}

/// OC-18: an inpatient-only code. Modifier CA with a status that fits it lets one pass (I/OCE edits 18 and 70).
void checkOcInpatientOnly(RuleRun& run)
{
    if (!isOppsBill(run.encounter())) return;
    const auto& discharge = run.encounter().service.dischargeStatus;
    const bool fitsCa = std::find(notForCa.begin(), notForCa.end(), discharge) == notForCa.end();
    for (const auto& line : run.view().lines) {
        if (statusIndicator(run, line) != "C") continue;
        const bool hasCa = line.hasModifier("CA");
        if (hasCa && fitsCa) continue;
        reportLine(run, line, Severity::error,
                   hasCa ? fmt::format("{}: modifier CA needs a patient who died or was moved before the admission.",
                                       nameOf(line))
                         : fmt::format("{}: Medicare pays the procedure for inpatients only (status C).", nameOf(line)),
                   hasCa ? "Correct the discharge status, or remove modifier CA."
                         : "Check the order for admission, or the code.");
    }
}

/// OC-21: a visit on the day of a procedure of status S or T.
void checkOcVisitWith25(RuleRun& run)
{
    if (!isOppsBill(run.encounter())) return;
    for (const auto& line : run.view().lines) {
        if (!isVisit(run, line) || line.hasModifier("25")) continue;
        const auto status = statusIndicator(run, line);
        if ((status != "V" && status != "J2") || !hasProcedureOn(run, line.from, line)) continue;
        Finding finding = findingAt(line, "modifiers", Field::modifiers, Severity::error);
        finding.message = fmt::format(
            "{}: the visit is on the day of a procedure of status S or T, without modifier 25.", nameOf(line));
        finding.fix = "Append modifier 25 when the visit was significant and separate; else remove the visit.";
        finding.source = sourceOf(run, line);
        if (line.row->modifiers.size() < 4) finding.remedies = {appendModifier(line, "25")};
        run.report(std::move(finding));
    }
}

/// OC-27: nothing but packaged codes (status N).
void checkOcOnlyPackaged(RuleRun& run)
{
    if (!isOppsBill(run.encounter())) return;
    const LineView* first = nullptr;
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        if (statusIndicator(run, line) != "N") return;
        if (!first) first = &line;
    }
    if (!first) return;
    Finding finding = findingAt("/procedures", Field::procedureCode, Severity::error);
    finding.message = "All codes of the claim are packaged (status N), so there is no service to pay.";
    finding.fix = "Add the service that they belong to, or bill them with it.";
    finding.source = sourceOf(run, *first);
    run.report(std::move(finding));
}

/// OC-28: B is not recognized under this payment system, M is not billed to the contractor of hospitals (I/OCE edits 62
/// and 72).
void checkOcNotRecognized(RuleRun& run)
{
    if (!isOppsBill(run.encounter())) return;
    for (const auto& line : run.view().lines) {
        const auto status = statusIndicator(run, line);
        if (status == "B")
            reportLine(
                run, line, Severity::error,
                fmt::format("{}: the code is not recognized on hospital outpatient bills (status B).", nameOf(line)),
                "Use the code that hospitals report for the service, such as G0463 for a clinic visit.");
        else if (status == "M")
            reportLine(run, line, Severity::error,
                       fmt::format("{}: the code is not billed to the hospital's contractor (status M).", nameOf(line)),
                       "Remove the line, or bill it on the claim of the professional.");
    }
}

/// OC-61: equipment that only the contractors for durable medical equipment pay.
void checkOcEquipment(RuleRun& run)
{
    if (!isOppsBill(run.encounter())) return;
    for (const auto& line : run.view().lines)
        if (statusIndicator(run, line) == "Y")
            reportLine(run, line, Severity::error,
                       fmt::format("{}: the item is billed to the contractor for medical equipment only (status Y).",
                                   nameOf(line)),
                       "Remove the line and bill the item to that contractor.");
}

}  // namespace cw::edits
