#include "edits/rules/ncci/global_period.h"
#include "edits/rules/ncci/nc_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

std::string basisOf(const PastService& past)
{
    return fmt::format("{} {} {}", past.encounterId, past.code, past.from.iso());
}

const PastService* officeVisitOfDay(const RuleRun& run, Date day)
{
    const auto& list = run.data().list("office-visit");
    for (const auto& past : run.facts().history)
        if (past.isActive && past.setting == Setting::professional && past.from == day && !past.code.empty() &&
            list.has(past.code, day) && isSamePractice(run, past))
            return &past;
    return nullptr;
}

bool isAfterSurgery(const LineView& visit, const Surgery& surgery)
{
    return surgery.day < visit.from;
}

void reportInPackage(RuleRun& run, const LineView& visit, const Surgery& surgery)
{
    const bool isAfter = isAfterSurgery(visit, surgery);
    const std::string_view modifier = isAfter ? "24" : surgery.days == 90 ? "57" : "25";
    auto finding = surgery.line ? findingAt(visit, *surgery.line, Field::modifiers, Severity::error)
                                : findingAt(visit, "modifiers", Field::modifiers, Severity::error);
    if (surgery.past) {
        finding.codes.push_back(surgery.code);
        finding.basis = basisOf(*surgery.past);
    }
    finding.message = fmt::format("{} lies in the global period of {} days of {} on {} and is paid with it.",
                                  nameOf(visit), surgery.days, surgery.code, surgery.day.iso());
    finding.fix = isAfter ? "If the visit is for another problem append 24; else report 99024."
                          : fmt::format("If the chart shows a visit of its own append {}; else remove it.", modifier);
    const auto of = run.tables().feeSchedule(surgery.day) ? surgery.day : visit.from;
    finding.source = fmt::format("Medicare Claims Processing Manual, ch. 12, 40; {}", feeSource(run, of, "GLOB DAYS"));
    run.report(std::move(finding));
}

/// Only 25 or 57 on a visit after the day of surgery: neither says that the visit is for another problem.
void reportWrongModifier(RuleRun& run, const LineView& visit, const Surgery& surgery)
{
    auto finding = findingAt(visit, "modifiers", Field::modifiers, Severity::warning);
    finding.codes.push_back(surgery.code);
    if (surgery.past) finding.basis = basisOf(*surgery.past);
    finding.message = fmt::format("{} lies {} days after {}; 24 is the modifier of a visit for another problem then.",
                                  nameOf(visit), surgery.day.daysUntil(visit.from), surgery.code);
    finding.fix = "Append 24 if the visit is for another problem.";
    run.report(std::move(finding));
}

}  // namespace

/// NC-13: more than one office visit of a practice on one day.
void checkVisitsOfDay(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!isListed(run, "office-visit", line)) continue;
        const auto* earlier = firstLine(run, [&](const LineView& other) {
            return isBefore(other, line) && isSameDay(other, line) && isListed(run, "office-visit", other);
        });
        const auto* past = earlier ? nullptr : officeVisitOfDay(run, line.from);
        if (!earlier && !past) continue;
        auto finding = earlier ? findingAt(line, *earlier, Field::procedureCode, Severity::warning)
                               : findingAt(line, Field::procedureCode, Severity::warning);
        if (past) finding.codes.push_back(past->code);
        if (past) finding.basis = basisOf(*past);
        finding.message = fmt::format("{} is a second office visit on {}, beside {}{}.", nameOf(line), line.from.iso(),
                                      earlier ? innerNameOf(*earlier) : past->code,
                                      past ? " of another encounter of the practice" : "");
        finding.fix = "Report one visit at the level of the whole day, unless the problems had nothing to do with "
                      "each other and needed two encounters.";
        run.report(std::move(finding));
    }
}

/// NC-14: a visit in the global period of a surgery of the same practice. 24 takes it out, as FT (HCPCS) does for critical
/// care. Minor surgery of the same encounter is MO-23.
void checkGlobalPackage(RuleRun& run)
{
    for (const auto& visit : run.view().lines) {
        if (!isListed(run, "global-visit", visit) || visit.hasAnyModifier({"24", "FT"})) continue;
        for (const auto& surgery : surgeriesAround(run, visit)) {
            const bool isMinorHere = surgery.line && surgery.days != 90 && surgery.day == visit.from;
            if (isMinorHere) continue;
            if (!visit.hasAnyModifier({"25", "57"})) {
                reportInPackage(run, visit, surgery);
                break;
            }
            if (!isAfterSurgery(visit, surgery)) continue;
            reportWrongModifier(run, visit, surgery);
            break;
        }
    }
}

}  // namespace cw::edits
