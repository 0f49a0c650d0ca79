#include "edits/rules/line_facts.h"
#include "edits/rules/modifiers/mo_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

void reportAdvisory(RuleRun& run, const LineView& line, std::string message, std::string fix)
{
    auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::warning);
    finding.message = "Advisory: " + std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

void checkTherapyAssistant(RuleRun& run, const LineView& line, std::string_view assistant, std::string_view plan)
{
    if (!line.hasModifier(assistant) || line.hasModifier(plan)) return;
    reportAdvisory(run, line,
                   fmt::format("{} has {} for a therapy assistant without {} for the plan of care.", nameOf(line),
                               assistant, plan),
                   fmt::format("Append {}, or correct {}.", plan, assistant));
}

bool hasListedOnDay(const RuleRun& run, std::string_view list, const LineView& of)
{
    return std::any_of(run.view().lines.begin(), run.view().lines.end(),
                       [&](const LineView& line) { return isSameDay(line, of) && isListed(run, list, line); });
}

void reportVaccine(RuleRun& run, const LineView& line, std::string_view what, std::string_view missing)
{
    auto finding = findingAt(line, Field::procedureCode, Severity::warning);
    finding.message = fmt::format("{} is {} without {} on {}.", nameOf(line), what, missing, line.from.iso());
    finding.fix = fmt::format("Add {}, or correct the code.", missing);
    run.report(std::move(finding));
}

}  // namespace

/// MO-15: therapy without the modifier of its plan of care, with two, or an assistant's modifier without its plan.
void checkTherapy(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        const int plans = int{line.hasModifier("GP")} + int{line.hasModifier("GO")} + int{line.hasModifier("GN")};
        if (plans == 0 && isListed(run, "therapy", line))
            reportAdvisory(run, line, fmt::format("{} is therapy without GP, GO or GN.", nameOf(line)),
                           "Append the modifier of the plan of care: GP physical, GO occupational, GN speech.");
        if (plans > 1)
            reportAdvisory(run, line, fmt::format("{} names more than one plan of care of therapy.", nameOf(line)),
                           "Keep the one of GP, GO and GN under which it was done.");
        checkTherapyAssistant(run, line, "CQ", "GP");
        checkTherapyAssistant(run, line, "CO", "GO");
    }
}

/// MO-17: a service of one sex for a patient recorded as the other, without KX.
void checkSexedService(RuleRun& run)
{
    const auto sex = run.encounter().patient.sex;
    if (sex != Sex::female && sex != Sex::male) return;
    const std::string_view list = sex == Sex::female ? "male-procedure" : "female-procedure";
    for (const auto& line : run.view().lines) {
        if (!isListed(run, list, line) || line.hasModifier("KX")) continue;
        auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::warning);
        finding.message =
            fmt::format("{} is a service for {}, and the patient is recorded as {}.", nameOf(line),
                        sex == Sex::female ? "male organs" : "female organs", sex == Sex::female ? "female" : "male");
        finding.fix = "Correct the sex or the code; if both are right, append KX.";
        run.report(std::move(finding));
    }
}

/// MO-18: anaesthesia without the modifier that tells who gave it; units that are no minutes.
void checkAnesthesia(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        // Between the numbers stand codes of the categories II and III ("0012F").
        if (line.code.empty() || line.code.back() > '9' || !isListed(run, "anesthesia", line)) continue;
        if (!line.hasAnyModifier({"AA", "AD", "QK", "QX", "QY", "QZ"})) {
            auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::error);
            finding.message = fmt::format("{} is anesthesia, and no modifier tells who gave it.", nameOf(line));
            finding.fix = "Append AA, AD, QK, QX, QY or QZ.";
            run.report(std::move(finding));
        }
        if (line.row->unitBasis == "MJ" || isListed(run, "anesthesia-untimed", line)) continue;
        auto finding = findingAt(line, "units", Field::units, Severity::warning);
        finding.message = fmt::format("Advisory: {} is anesthesia and not reported in minutes.", nameOf(line));
        finding.fix = "Report the minutes, with the unit MJ.";
        run.report(std::move(finding));
    }
}

/// MO-19: a waived test without QW. For a laboratory that has a certificate of waiver, whose site switches it on.
void checkWaivedTest(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!isListed(run, "clia-waived", line) || line.hasModifier("QW")) continue;
        reportAdvisory(
            run, line,
            fmt::format("{} is a waived test only with QW, which a certificate of waiver needs.", nameOf(line)),
            "Append QW if the test kit is a waived one.");
    }
}

/// MO-24: a vaccine that nobody gave; an injection of no vaccine.
void checkVaccines(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        if (isListed(run, "vaccine", line)) {
            // Of vaccines against COVID-19 the product was free for some years, so that only its injection was billed.
            if (!hasListedOnDay(run, "vaccine-administration", line) &&
                !hasListedOnDay(run, "free-vaccine-administration", line))
                reportVaccine(run, line, "a vaccine", "its administration");
        } else if (isListed(run, "vaccine-administration", line) && !hasListedOnDay(run, "vaccine", line)) {
            reportVaccine(run, line, "the administration of a vaccine", "the vaccine");
        }
    }
}

}  // namespace cw::edits
