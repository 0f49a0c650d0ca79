#include "edits/rules/modifiers/mo_rules.h"
#include "edits/rules/ncci/global_period.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

const std::string* globalDaysOf(RuleRun& run, const LineView& line)
{
    const auto* row = feeRowOf(run, line);
    return row ? &row->globalDays : nullptr;
}

/// A line of the days from the visit's on whose global days are one of these; null when there is none.
const LineView* procedureWith(RuleRun& run, const LineView& visit, int days,
                              std::initializer_list<std::string_view> global)
{
    return firstLine(run, [&](const LineView& line) {
        const int after = visit.from.daysUntil(line.from);
        if (line.index == visit.index || line.code.empty() || after < 0 || after > days || isListed(run, "em", line))
            return false;
        const auto* has = globalDaysOf(run, line);
        return has && std::find(global.begin(), global.end(), *has) != global.end();
    });
}

/// The diagnosis that the line points to first; empty when it points to none that is a code.
std::string_view firstDiagnosis(const RuleRun& run, const LineView& line)
{
    if (line.row->pointers.empty()) return {};
    for (const auto& diagnosis : run.view().diagnoses)
        if (diagnosis.row->id == line.row->pointers.front()) return diagnosis.code;
    return {};
}

bool isForDiagnosis(const RuleRun& run, const Surgery& surgery, std::string_view code)
{
    if (surgery.line) return firstDiagnosis(run, *surgery.line) == code;
    const auto& all = surgery.past->diagnoses;
    return std::find(all.begin(), all.end(), code) != all.end();
}

void appendSeparate(const LineView& visit, Finding& finding)
{
    finding.fix = fmt::format("If the visit is a service of its own append 25 to {}; else remove it.", visit.code);
    if (hasRoom(visit)) finding.remedies.push_back(appendModifier(visit, "25"));
}

}  // namespace

/// MO-5: 25 on what is no visit.
void checkSeparateVisit(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || !line.hasModifier("25")) continue;
        if (isListed(run, "em", line) || isListed(run, "em-25", line)) continue;
        auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::error);
        finding.message = fmt::format("{} has modifier 25, which is for visits only.", nameOf(line));
        finding.fix = "Remove 25; on a procedure 59, XE, XP, XS or XU says that it was distinct.";
        finding.remedies.push_back(removeModifier(line, "25"));
        run.report(std::move(finding));
    }
}

/// MO-6: 57 where the surgery of that day or the next is a minor one.
void checkSurgeryDecision(RuleRun& run)
{
    for (const auto& visit : run.view().lines) {
        if (!visit.hasModifier("57") || !isListed(run, "em", visit)) continue;
        const auto* minor = procedureWith(run, visit, 1, {"000", "010"});
        if (!minor || procedureWith(run, visit, 1, {"090"})) continue;
        const bool isSame = isSameDay(visit, *minor);
        auto finding = findingAt(visit, *minor, Field::modifiers, Severity::warning);
        finding.message = fmt::format("{} has 57, which is for the decision on major surgery; {} is minor.",
                                      nameOf(visit), innerNameOf(*minor));
        finding.fix = isSame ? "Use 25 in place of 57 if the visit is a service of its own." : "Remove 57.";
        finding.source = feeSource(run, minor->from, "global days 000 or 010");
        run.report(std::move(finding));
    }
}

/// MO-7: 24 on a visit for the diagnosis of the surgery.
void checkUnrelatedVisit(RuleRun& run)
{
    for (const auto& visit : run.view().lines) {
        if (!visit.hasModifier("24")) continue;
        const auto code = firstDiagnosis(run, visit);
        if (code.empty()) continue;
        for (const auto& surgery : surgeriesAround(run, visit)) {
            if (visit.from <= surgery.day || !isForDiagnosis(run, surgery, code)) continue;
            auto finding = findingAt(visit, "modifiers", Field::modifiers, Severity::warning);
            finding.codes.push_back(surgery.code);
            finding.codes.push_back(displayCode(CodeSystem::icd10cm, code));
            if (surgery.line) finding.key.subjects.push_back(surgery.line->row->id.value);
            if (surgery.past) finding.basis = fmt::format("{} {}", surgery.past->encounterId, surgery.day.iso());
            finding.message =
                fmt::format("{} has 24 for another problem, but points to {}, as {} on {} did.", nameOf(visit),
                            displayCode(CodeSystem::icd10cm, code), surgery.code, surgery.day.iso());
            finding.fix = "Point to the other problem, or report 99024.";
            run.report(std::move(finding));
            break;
        }
    }
}

/// MO-8: modifiers of procedures in a global period on a visit.
void checkProcedureModifier(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!isListed(run, "em", line)) continue;
        for (const std::string_view modifier : {"58", "78", "79"}) {
            if (!line.hasModifier(modifier)) continue;
            auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::error);
            finding.message = fmt::format("{} is a visit; {} is for procedures.", nameOf(line), modifier);
            finding.fix = fmt::format("Remove {}; 24 marks a visit for another problem.", modifier);
            finding.remedies.push_back(removeModifier(line, modifier));
            run.report(std::move(finding));
        }
    }
}

/// MO-22: a preventive visit and a visit for a problem on one day, the latter without 25.
void checkPreventiveVisit(RuleRun& run)
{
    for (const auto& visit : run.view().lines) {
        if (visit.hasModifier("25") || !isListed(run, "office-visit", visit)) continue;
        const auto* preventive = firstLine(run, [&](const LineView& line) {
            return isSameDay(line, visit) && isListed(run, "preventive-visit", line);
        });
        if (!preventive) continue;
        auto finding = findingAt(visit, *preventive, Field::modifiers, Severity::error);
        finding.message = fmt::format("{} stands beside the preventive visit {} without 25.", nameOf(visit),
                                      innerNameOf(*preventive));
        appendSeparate(visit, finding);
        run.report(std::move(finding));
    }
}

/// MO-23: a visit beside minor surgery of the day without 25, where no edit of NCCI says so (NC-2). 57 is MO-6.
void checkVisitWithMinor(RuleRun& run)
{
    for (const auto& visit : run.view().lines) {
        if (!isListed(run, "global-visit", visit) || visit.hasAnyModifier({"25", "57", "FT"})) continue;
        const auto* minor = procedureWith(run, visit, 0, {"000", "010"});
        if (!minor) continue;
        const bool isToldByNcci = isPairThatModifierOpens(run, visit, *minor) && !hasNcciModifier(visit) &&
                                  !hasNcciModifier(*minor);  // Else NC-2 is quiet.
        if (isToldByNcci) continue;
        auto finding = findingAt(visit, *minor, Field::modifiers, Severity::error);
        finding.message =
            fmt::format("{} stands beside minor surgery, {}, without 25.", nameOf(visit), innerNameOf(*minor));
        finding.source =
            fmt::format("NCCI Policy Manual, ch. I, D; {}", feeSource(run, minor->from, "global days 000 or 010"));
        appendSeparate(visit, finding);
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
