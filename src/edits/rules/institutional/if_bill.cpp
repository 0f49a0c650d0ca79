#include "base/text.h"
#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/institutional/if_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

bool isOneOf(std::string_view value, std::initializer_list<std::string_view> allowed)
{
    return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// Three characters after the leading zero: two digits from 1 on and a digit or capital letter.
bool isWellFormed(std::string_view bill) noexcept
{
    if (bill.size() == 4 && bill.front() == '0') bill.remove_prefix(1);
    if (bill.size() != 3 || bill[0] == '0' || bill[1] == '0' || !isDigit(bill[0]) || !isDigit(bill[1])) return false;
    return isDigit(bill[2]) || (bill[2] >= 'A' && bill[2] <= 'Z');
}

void reportBill(RuleRun& run, std::string message, std::string fix, Severity severity = Severity::error)
{
    auto finding = findingAt("/service/type_of_bill", Field::service, severity);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

void reportMissing(RuleRun& run, std::string pointer, std::string message, std::string fix)
{
    auto finding = findingAt(std::move(pointer), Field::service);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

bool isFinal(char frequency) noexcept
{
    return frequency == '1' || frequency == '4';
}

}  // namespace

char billFrequency(const Encounter& encounter) noexcept
{
    return encounter.service.typeOfBill.size() < 3 ? '\0' : encounter.service.typeOfBill.back();
}

/// IF-1: missing or malformed; a class that belongs to the other kind of encounter; a frequency other than the claim's.
/// Only classes that leave no doubt are told apart: the list of all belongs to the NUBC.
void checkTypeOfBill(RuleRun& run)
{
    const auto& encounter = run.encounter();
    const std::string_view bill = encounter.service.typeOfBill;
    if (!isWellFormed(bill))
        return reportBill(run,
                          bill.empty() ? "The claim has no type of bill."
                                       : "The type of bill is not facility, class and frequency.",
                          "Enter the four characters of the type of bill, such as 0111 or 0131.");
    const auto kind = billClass(encounter);
    const bool isStay = encounter.setting == Setting::inpatient;
    if (isStay ? isOneOf(kind, {"13", "14", "23", "71", "72", "73", "74", "75", "76", "77", "83", "85"})
               : isOneOf(kind, {"11", "18", "21"}))
        reportBill(run,
                   fmt::format("Type of bill {} is one for {}, and the encounter is {}.", bill,
                               isStay ? "outpatients" : "inpatients", isStay ? "a stay" : "an outpatient visit"),
                   "Correct the type of bill or the setting of the encounter.");
    const auto& frequency = encounter.claim.frequencyCode;
    const char last = billFrequency(encounter);
    const bool changes = last == '7' || last == '8' || frequency == "7" || frequency == "8";
    if (changes && frequency != std::string_view(&last, 1))
        reportBill(run,
                   fmt::format("Type of bill {} and frequency code {} of the claim do not agree.", bill,
                               frequency.empty()       ? "1"
                               : frequency.size() == 1 ? frequency
                                                       : "of another form"),
                   "Make the last character of the type of bill the frequency code.", Severity::warning);
}

/// IF-3: the statement ends before it begins; a line outside of it; an outpatient line of a visit of several days without
/// a date of its own.
void checkStatementDates(RuleRun& run)
{
    const auto& encounter = run.encounter();
    const Date from = encounter.service.from;
    const Date to = encounter.service.to.value_or(from);
    if (to < from) {
        auto finding = findingAt("/service/to", Field::serviceDates);
        finding.message = fmt::format("The statement ends on {}, before it begins on {}.", to.iso(), from.iso());
        finding.fix = "Correct the dates of service.";
        return run.report(std::move(finding));
    }
    for (const auto& line : run.view().lines) {
        const bool hasDate = line.row->serviceFrom.has_value();
        const bool isReversed = hasDate && line.to < line.from;
        const bool isOutside = hasDate && (line.from < from || to < line.to);
        const bool lacks = !hasDate && encounter.setting == Setting::outpatient && from < to;
        if (!isReversed && !isOutside && !lacks) continue;
        auto finding = findingAt(line, "service_from", Field::serviceDates, Severity::error);
        const auto what = lacks ? std::string("has no date of service")
                          : isReversed
                              ? fmt::format("ends on {}, before it begins on {}", line.to.iso(), line.from.iso())
                              : fmt::format("is of {}, outside of the statement's days", line.from.iso());
        finding.message = fmt::format("{} {}.", lineName(line.index, *line.row), what);
        finding.fix = lacks ? "Enter the day of the service." : "Correct the date of the line or of the statement.";
        run.report(std::move(finding));
    }
}

/// IF-4: a stay without admission, type, source or discharge status; the status is needed of outpatients too (CL103).
void checkAdmissionData(RuleRun& run)
{
    const auto& service = run.encounter().service;
    if (service.dischargeStatus.empty())
        reportMissing(run, "/service/discharge_status", "The claim has no patient discharge status.",
                      "Enter the discharge status, such as 01 for home.");
    if (run.encounter().setting != Setting::inpatient) return;
    if (!service.admittedAt)
        reportMissing(run, "/service/admitted_at", "The stay has no date and hour of admission.",
                      "Enter when the patient was admitted.");
    if (service.admissionType.empty())
        reportMissing(run, "/service/admission_type", "The stay has no type of admission.",
                      "Enter the type of admission, such as 1 for emergency.");
    if (service.admissionSource.empty())
        reportMissing(run, "/service/admission_source", "The stay has no point of origin.",
                      "Enter the point of origin of the admission.");
}

/// IF-7: no discharge hour on a final claim; still a patient on one; lines after the death.
void checkPatientStatus(RuleRun& run)
{
    const auto& encounter = run.encounter();
    const auto& service = encounter.service;
    const bool staysOn = service.dischargeStatus == "30";
    const bool isLast = isFinal(billFrequency(encounter));
    if (isLast && !staysOn && !service.dischargedAt)
        reportMissing(run, "/service/discharged_at", "The final claim of the stay has no hour of discharge.",
                      "Enter when the patient was discharged.");
    if (isLast && staysOn) {
        auto finding = findingAt("/service/discharge_status", Field::service, Severity::warning);
        finding.message =
            "Advisory: discharge status 30 says that the patient is still here, and the bill is a final one.";
        finding.fix = "Correct the discharge status or the frequency of the type of bill.";
        run.report(std::move(finding));
    }
    if (!isOneOf(service.dischargeStatus, {"20", "40", "41", "42"})) return;
    const Date death = dischargeDay(encounter);
    for (const auto& line : run.view().lines) {
        if (!line.row->serviceFrom || line.to <= death) continue;
        auto finding = findingAt(line, "service_from", Field::serviceDates, Severity::warning);
        finding.message = fmt::format("Advisory: {} is of {}, after the day of the discharge status {}.",
                                      lineName(line.index, *line.row), line.to.iso(), service.dischargeStatus);
        finding.fix = "Correct the date of the line or the discharge status.";
        run.report(std::move(finding));
    }
}

/// IF-18: a replacement or void without the payer's number of the claim it changes; without the reason (Medicare).
void checkAdjustment(RuleRun& run)
{
    const auto& encounter = run.encounter();
    const char frequency = billFrequency(encounter);
    if (frequency != '7' && frequency != '8') return;
    if (text::trim(encounter.claim.originalReferenceNumber).empty()) {
        auto finding = findingAt("/claim/original_reference_number", Field::claim);
        finding.message = fmt::format(
            "Frequency {} of the type of bill needs the payer's number of the claim that it changes.", frequency);
        finding.fix = "Enter the payer's claim control number from the remittance.";
        run.report(std::move(finding));
    }
    const auto& conditions = run.view().institutional.conditions;
    const bool hasReason = std::any_of(conditions.begin(), conditions.end(), [](const std::string& code) {
        return code == "E0" || (code.size() == 2 && code[0] == 'D' && isDigit(code[1]));
    });
    if (hasReason || !run.view().isMedicare) return;
    auto finding = findingAt("/claim/conditions", Field::claim, Severity::warning);
    finding.message =
        "Advisory: the claim changes an earlier one and has no condition code D0 to D9 or E0 with the reason.";
    finding.fix = "Add the condition code that tells why the claim is changed.";
    run.report(std::move(finding));
}

}  // namespace cw::edits
