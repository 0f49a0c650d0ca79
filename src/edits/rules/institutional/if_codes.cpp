#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/institutional/if_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace cw::edits {

namespace {

constexpr int windowDays = 3;
constexpr int fewestHours = 8;

bool isUbCode(std::string_view code) noexcept
{
    return code.size() == 2 && std::all_of(code.begin(), code.end(),
                                           [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

void reportUb(RuleRun& run, std::string pointer, std::string message, std::string fix,
              Severity severity = Severity::error)
{
    auto finding = findingAt(std::move(pointer), Field::claim, severity);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

/// Codes are two characters each; anything longer is not repeated in a message.
std::string shown(std::string_view code)
{
    return code.size() <= 4 ? std::string(code) : "of more than four characters";
}

void checkForm(RuleRun& run, std::string_view member, std::size_t index, std::string_view code)
{
    if (isUbCode(code)) return;
    reportUb(run, fmt::format("/claim/{}/{}/code", member, index),
             fmt::format("A code in {} has not the form of two characters: {}.", member, shown(code)),
             "Enter the two characters of the code.");
}

/// Hours between admission and discharge; days when the hours are not known.
std::int64_t hoursOf(const Encounter& encounter)
{
    const auto& service = encounter.service;
    if (service.admittedAt && service.dischargedAt) {
        const int days = service.admittedAt->date.daysUntil(service.dischargedAt->date);
        return (days * 24 * 60 + service.dischargedAt->minuteOfDay - service.admittedAt->minuteOfDay + 59) / 60;
    }
    return (service.from.daysUntil(service.to.value_or(service.from)) + 1) * 24;
}

/// A visit that observation follows: emergency room, critical care, clinic, direct referral.
bool isVisitBeforeObservation(std::string_view code) noexcept
{
    static const auto visits = CodePatterns::of("99281-99285, 99291, G0379, G0380-G0384, G0463");
    return visits.matches(code);
}

}  // namespace

/// IF-12: condition, occurrence and value codes that are no codes, without date or amount; a Medicare stay without its
/// covered days.
void checkUbCodes(RuleRun& run)
{
    const auto& codes = run.view().institutional;
    for (std::size_t i = 0; i < codes.conditions.size(); ++i) checkForm(run, "conditions", i, codes.conditions[i]);
    for (std::size_t i = 0; i < codes.occurrences.size(); ++i) {
        checkForm(run, "occurrences", i, codes.occurrences[i].code);
        if (!codes.occurrences[i].date)
            reportUb(run, fmt::format("/claim/occurrences/{}/date", i),
                     fmt::format("Occurrence code {} has no date.", shown(codes.occurrences[i].code)),
                     "Enter the date of the occurrence.");
    }
    bool hasDays = false;
    for (std::size_t i = 0; i < codes.values.size(); ++i) {
        checkForm(run, "values", i, codes.values[i].code);
        hasDays = hasDays || codes.values[i].code == "80" || codes.values[i].code == "81";
        if (!codes.values[i].amount)
            reportUb(run, fmt::format("/claim/values/{}/amount", i),
                     fmt::format("Value code {} has no amount.", shown(codes.values[i].code)), "Enter the amount.");
    }
    if (!hasDays && run.view().isMedicare && run.encounter().setting == Setting::inpatient)
        reportUb(run, "/claim/values", "Advisory: the stay has neither value code 80 (covered days) nor 81.",
                 "Add value code 80 with the number of covered days.", Severity::note);
}

/// IF-14: an outpatient service of the same hospital within three days before a Medicare stay.
void checkPaymentWindow(RuleRun& run)
{
    const auto& encounter = run.encounter();
    const bool isStay = encounter.setting == Setting::inpatient;
    const auto* billing = encounter.providers.billing ? &*encounter.providers.billing : nullptr;
    if (!billing) return;
    const Date day = isStay ? admissionDay(encounter) : encounter.service.to.value_or(encounter.service.from);
    for (const auto& past : run.facts().history) {
        if (!past.isActive || past.billingNpi != billing->npi) continue;
        if (past.setting != (isStay ? Setting::outpatient : Setting::inpatient)) continue;
        const int before = isStay ? past.to.daysUntil(day) : day.daysUntil(past.from);
        if (before < 0 || before > windowDays) continue;
        auto finding = findingAt("/service/from", Field::serviceDates, Severity::warning);
        finding.message =
            isStay ? fmt::format("Advisory: an outpatient service of {} of the same hospital lies within three "
                                 "days before the admission.",
                                 past.to.iso())
                   : fmt::format("Advisory: a stay in the same hospital began on {}, within three days after "
                                 "this outpatient service.",
                                 past.from.iso());
        finding.fix = "Look whether the outpatient service belongs on the claim of the stay.";
        finding.basis = past.from.iso() + past.to.iso();
        return run.report(std::move(finding));
    }
}

/// IF-15: hours of observation that are few, more than the visit lasted, or follow no visit and no direct referral.
void checkObservationHours(RuleRun& run)
{
    const auto& lines = run.view().lines;
    const auto found = std::find_if(lines.begin(), lines.end(), [](const auto& line) { return line.code == "G0378"; });
    if (found == lines.end()) return;
    const auto say = [&](std::string_view member, Field field, std::string message, std::string fix) {
        auto finding = findingAt(*found, member, field, Severity::warning);
        finding.message = "Advisory: " + std::move(message);
        finding.fix = std::move(fix);
        run.report(std::move(finding));
    };
    const auto thousandths = found->row->units.inThousandths();
    const auto hours = hoursOf(run.encounter());
    if (thousandths < Quantity::whole(fewestHours).inThousandths())
        say("units", Field::units,
            fmt::format("G0378 has {} hours of observation; fewer than eight are not paid.",
                        found->row->units.decimal()),
            "Check the hours of observation.");
    if (thousandths > Quantity::whole(hours).inThousandths())
        say("units", Field::units,
            fmt::format("G0378 has {} hours of observation, and the visit lasted {}.", found->row->units.decimal(),
                        hours),
            "Correct the hours of observation.");
    if (std::none_of(lines.begin(), lines.end(), [](const auto& line) { return isVisitBeforeObservation(line.code); }))
        say("", Field::procedureCode, "G0378 stands without a visit or a direct referral (G0379).",
            "Add the visit that led to the observation, or G0379.");
}

/// IF-16: the coder says that an inpatient was made an outpatient, and condition code 44 is missing.
void checkStatusChange(RuleRun& run)
{
    if (!run.view().hasFlag("status-changed")) return;
    const auto& codes = run.view().institutional;
    if (codes.hasCondition("44") || codes.hasCondition("W2")) return;
    reportUb(run, "/claim/conditions",
             "Advisory: an inpatient was made an outpatient, and the claim has neither condition code 44 nor W2.",
             "Add condition code 44 when the status was changed before discharge, W2 when the stay is rebilled.",
             Severity::warning);
}

}  // namespace cw::edits
