#include "base/text.h"
#include "edits/rules/mce/mc_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// The editor's lists when they know the flag; else says that the edit was not checked.
Serving<FlagTable> listsWith(RuleRun& run, std::string_view flag, std::string_view name)
{
    const Date date = run.view().date;
    const auto table = run.tables().mce(date);
    if (table && table->knowsFlag(flag)) return table;
    run.notChecked(table ? name : std::string_view("mce"), date);
    return {};
}

/// A list of procedures that no file here has: said only when there are procedures to look up.
void missProcedures(RuleRun& run, std::size_t needed, std::string_view name)
{
    if (run.view().pcs.size() >= needed) run.notChecked(name, run.view().date);
}

bool mentions(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}

bool namesSide(std::string_view title)
{
    return mentions(title, "right") || mentions(title, "left");
}

/// An unspecified code beside codes that name a side: what the list of edit 20 is about.
bool leavesSideOpen(const RuleRun& run, const DiagnosisView& diagnosis)
{
    const auto title = diagnosis.title();
    if (!mentions(title, "nspecified") || namesSide(title)) return false;
    const auto& siblings = run.facts().siblings;
    const auto found = siblings.find(diagnosis.code);
    return found != siblings.end() && found->second &&
           std::any_of(found->second->begin(), found->second->end(),
                       [](const CodeEntry& entry) { return namesSide(entry.longTitle); });
}

}  // namespace

/// MC-8: a principal diagnosis that alone hardly justifies an acute admission.
void checkMceQuestionable(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first) return;
    const auto table = listsWith(run, "questionable", "mce-8");
    if (!table || !table->has(CodeSystem::icd10cm, first->code, "questionable")) return;
    Finding finding = findingAt(*first, Severity::warning);
    finding.message = fmt::format("{} as principal diagnosis hardly justifies an acute admission.", first->dotted());
    finding.fix = "Check which condition led to the admission.";
    run.report(std::move(finding));
}

/// MC-9: a code that is never a principal diagnosis, or only with another diagnosis behind it.
void checkMceUnacceptable(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first) return;
    const auto table = listsWith(run, "unacceptable-pdx", "mce-9");
    if (!table) return;
    const auto value = table->value(CodeSystem::icd10cm, first->code, "unacceptable-pdx");
    if (!value || (*value == "requires-secondary" && run.view().diagnoses.size() > 1)) return;
    Finding finding = findingAt(*first, Severity::error);
    finding.message = *value == "requires-secondary"
                          ? fmt::format("{} as principal diagnosis needs a secondary diagnosis.", first->dotted())
                          : fmt::format("{} is not accepted as principal diagnosis.", first->dotted());
    finding.fix = "Place the condition that led to the admission first.";
    run.report(std::move(finding));
}

void checkMceNonCovered(RuleRun& run)
{
    missProcedures(run, 1, "mce-11");
}

void checkMceBilateral(RuleRun& run)
{
    missProcedures(run, 2, "mce-13");
}

void checkMceLimited(RuleRun& run)
{
    missProcedures(run, 1, "mce-17");
}

/// MC-20: an unspecified code of table 6P.3a, unless a remark of the claim says that the side cannot be told.
void checkMceUnspecified(RuleRun& run)
{
    const auto& view = run.view();
    const bool isOpen = std::any_of(view.diagnoses.begin(), view.diagnoses.end(),
                                    [&run](const auto& diagnosis) { return leavesSideOpen(run, diagnosis); });
    if (!isOpen || mentions(text::lowerAscii(run.encounter().claim.note), "unable to det lat")) return;
    const auto table = listsWith(run, "unspecified", "mce-20");
    if (!table) return;
    for (const auto& diagnosis : view.diagnoses) {
        if (!table->has(CodeSystem::icd10cm, diagnosis.code, "unspecified")) continue;
        Finding finding = findingAt(diagnosis, Severity::error);
        finding.message = fmt::format("{} does not name the side, and codes that name it exist.", diagnosis.dotted());
        finding.fix = "Code the side, or write UNABLE TO DET LAT 1 or 2 into the claim note.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
