#include "edits/rules/outpatient/oc_rules.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

constexpr std::string_view inherentlyBilateral = "2";  // MPFS, field 117 of the RVU record layout.
constexpr std::string_view unclassifiedDrug = "C9399";

std::string nameOf(const LineView& line)
{
    return lineName(line.index, *line.row);
}

bool isMoreThanOne(const LineView& line)
{
    return line.row->units > Quantity::whole(1);
}

/// True for a report of the code on its day that is not marked as done again (76, 77).
bool isPlainReport(const LineView& line, const LineView& of)
{
    return line.code == of.code && line.from == of.from && !line.hasAnyModifier({"76", "77"});
}

/// True for the first of several plain reports of a code on a day, by lines or units.
bool isFirstOfSeveral(const RuleRun& run, const LineView& line)
{
    int reports = 0;
    for (const auto& other : run.view().lines) {
        if (!isPlainReport(other, line)) continue;
        if (reports == 0 && &other != &line) return false;
        ++reports;
    }
    return reports > 1 || (reports == 1 && isMoreThanOne(line));
}

}  // namespace

/// OC-17: a code that means both sides, twice on one day. The editor's own list is not at hand; the fee schedule marks
/// the same codes with bilateral indicator 2.
void checkOcInherentBilateral(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || !isFirstOfSeveral(run, line)) continue;
        const auto table = run.tables().feeSchedule(line.from);
        if (!table) {
            run.notChecked("mpfs", line.from);
            continue;
        }
        const auto* row = table->find(line.code);
        if (!row || row->bilateral != inherentlyBilateral) continue;
        Finding finding = findingAt(line, Field::units, Severity::warning);
        for (const auto& other : run.view().lines) {
            if (&other == &line || !isPlainReport(other, line)) continue;
            finding.at.push_back(linePath(other.index));
            finding.key.subjects.push_back(other.row->id.value);
        }
        finding.message = fmt::format("{}: the code means both sides, and it is reported more than once on {}.",
                                      nameOf(line), line.from.iso());
        finding.fix = "Report it once; append 76 or 77 when it was done again.";
        finding.source = fmt::format("{}, Physician Fee Schedule {}", run.rule().source, table.release);
        run.report(std::move(finding));
    }
}

/// OC-37: a procedure that was stopped (52, 73) cannot have been done on both sides or more than once.
void checkOcTerminated(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!line.hasAnyModifier({"52", "73"}) || (!line.hasModifier("50") && !isMoreThanOne(line))) continue;
        const std::string_view stopped = line.hasModifier("73") ? "73" : "52";
        Finding finding = findingAt(line, "modifiers", Field::modifiers, Severity::error);
        finding.message = line.hasModifier("50")
                              ? fmt::format("{}: a terminated or reduced procedure ({}) is reported as bilateral (50).",
                                            nameOf(line), stopped)
                              : fmt::format("{}: a terminated or reduced procedure ({}) is reported with {} units.",
                                            nameOf(line), stopped, line.row->units.decimal());
        finding.fix = "Report one unit and one side of the procedure that was stopped.";
        run.report(std::move(finding));
    }
}

/// OC-44: an observation revenue code with a code that is none of observation.
void checkOcObservation(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (revenueOf(line) != "762" || line.code.empty()) continue;
        if (run.data().list("oc-observation").has(line.code, line.from)) continue;
        Finding finding = findingAt(line, Field::procedureCode, Severity::error);
        finding.message = fmt::format("{}: revenue code 0762 is for observation, and the code is not.", nameOf(line));
        finding.fix = "Report observation hours with G0378, or use the revenue code of the service.";
        run.report(std::move(finding));
    }
}

/// OC-66: a drug without a code of its own.
void checkOcManualPrice(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code != unclassifiedDrug) continue;
        Finding finding = findingAt(line, Field::ndc, Severity::note);
        finding.message = fmt::format("{}: the contractor prices the drug by hand.", nameOf(line));
        finding.fix = "Give the NDC, and name the drug and its dose in the claim note.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
