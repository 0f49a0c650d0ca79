#include "edits/place_of_service.h"
#include "edits/rule_families.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::size_t mostPointers = 4;
constexpr Quantity unitsBeyond = Quantity::whole(10000);  ///< The first count with more than four digits.

struct LineProblem {
    std::string_view member;
    Field field;
    std::string message;  ///< Follows "Line 1 (99213)".
    std::string fix;
    Severity severity = Severity::error;
};

void reportLine(RuleRun& run, std::size_t index, LineProblem problem)
{
    const auto& line = run.encounter().procedures[index];
    run.report({.severity = problem.severity,
                .at = {linePath(index, problem.member)},
                .codes = codesOf(line),
                .message = fmt::format("{}{} {}.", problem.severity == Severity::error ? "" : "Advisory: ",
                                       lineName(index, line), problem.message),
                .fix = std::move(problem.fix),
                .field = problem.field,
                .procedure = line.id});
}

/// What is wrong with a line's pointers, as phrases; empty when they are right.
std::vector<std::string> pointerProblems(const Encounter& encounter, const ProcedureLine& line)
{
    std::vector<std::string> problems;
    const auto count = line.pointers.size() + line.brokenPointers.size();
    if (count == 0) problems.emplace_back("points to no diagnosis");
    if (count > mostPointers)
        problems.push_back(fmt::format("has {} diagnosis pointers where {} fit", count, mostPointers));
    for (const int broken : line.brokenPointers)
        problems.push_back(fmt::format("points to diagnosis {} of {}", broken, encounter.claimDiagnoses().size()));
    for (const auto id : line.pointers) {
        if (encounter.claimPosition(id) > 0) continue;
        const Diagnosis* diagnosis = encounter.find(id);
        problems.push_back(diagnosis ? fmt::format("points to {}, which is an admitting or visit reason diagnosis",
                                                   shownDiagnosis(*diagnosis))
                                     : std::string("points to a diagnosis that is not in the encounter"));
    }
    auto sorted = line.pointers;
    std::sort(sorted.begin(), sorted.end());
    if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
        problems.emplace_back("points to a diagnosis twice");
    return problems;
}

/// The encounter's own dates: the last day not before the first, neither in the future.
void checkServiceDates(RuleRun& run)
{
    const auto& service = run.encounter().service;
    const auto report = [&run](const char* at, std::string message) {
        run.report({.at = {at},
                    .message = std::move(message),
                    .fix = "Correct the dates of service.",
                    .field = Field::service});
    };
    if (service.to && *service.to < service.from)
        report("/service/to",
               fmt::format("The encounter ends on {}, before it begins on {}.", service.to->iso(), service.from.iso()));
    const Date last = service.to ? std::max(*service.to, service.from) : service.from;
    if (last > run.facts().today)
        report(service.from > run.facts().today ? "/service/from" : "/service/to",
               fmt::format("The encounter's date {} is in the future.", last.iso()));
}

void checkLineDates(RuleRun& run, std::size_t index)
{
    const auto& encounter = run.encounter();
    const auto& line = encounter.procedures[index];
    const auto report = [&run, index](std::string_view member, std::string message) {
        reportLine(run, index, {member, Field::serviceDates, std::move(message), "Correct the dates of the line."});
    };
    if (!line.serviceFrom) {
        report("service_from", "has no date of service");
        return;
    }
    const Date from = *line.serviceFrom;
    const Date to = line.serviceTo.value_or(from);
    if (to < from) report("service_to", fmt::format("ends on {}, before it begins on {}", to.iso(), from.iso()));
    const Date last = std::max(from, to);
    if (last > run.facts().today)
        report(from > run.facts().today ? "service_from" : "service_to",
               fmt::format("has the date {}, which is in the future", last.iso()));
    if (encounter.patient.birthDate && from < *encounter.patient.birthDate)
        report("service_from", fmt::format("begins on {}, before the patient's birth", from.iso()));
    // The 837P carries no dates of the encounter, so this one does not keep the file from being sent.
    if (from < encounter.service.from || (encounter.service.to && last > *encounter.service.to))
        reportLine(run, index,
                   {from < encounter.service.from ? "service_from" : "service_to", Field::serviceDates,
                    "lies outside the encounter's dates of service",
                    "Correct the dates of the line or of the encounter.", Severity::warning});
}

}  // namespace

/// PF-3: one to four pointers to different diagnoses of the claim.
void checkPointers(RuleRun& run)
{
    const auto& lines = run.encounter().procedures;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto problems = pointerProblems(run.encounter(), lines[i]);
        if (problems.empty()) continue;
        reportLine(run, i,
                   {"diagnosis_pointers", Field::pointers, listed(problems),
                    "Link the line to one to four diagnoses of the claim, the most important first."});
    }
}

/// PF-8: a charge is there and above zero (no permission of a payer for zero charges is recorded); what the patient paid
/// is not negative. More than two decimals cannot come about (Money).
void checkAmounts(RuleRun& run)
{
    const auto& lines = run.encounter().procedures;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& charge = lines[i].charge;
        if (charge && *charge > Money{}) continue;
        const char* problem = !charge             ? "has no charge"
                              : *charge < Money{} ? "has a charge below zero"
                                                  : "has a charge of zero";
        reportLine(run, i, {"charge", Field::charge, problem, "Enter the charge, or remove the line."});
    }
    if (run.encounter().claim.patientPaid < Money{})
        run.report({.at = {"/claim/patient_paid"},
                    .message = "The amount the patient paid is below zero.",
                    .fix = "Enter what the patient paid, or zero.",
                    .field = Field::claim});
}

/// PF-9: units above zero with at most four digits before the point, counted in UN or MJ.
void checkUnits(RuleRun& run)
{
    const auto& lines = run.encounter().procedures;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].units <= Quantity{})
            reportLine(run, i, {"units", Field::units, "has no units above zero", "Enter the units of the service."});
        else if (lines[i].units >= unitsBeyond)
            reportLine(
                run, i,
                {"units", Field::units, "has units of more than four digits", "Correct the units, or split the line."});
        if (lines[i].unitBasis != "UN" && lines[i].unitBasis != "MJ")
            reportLine(run, i,
                       {"unit_basis", Field::units, "counts its units neither as UN nor as MJ",
                        "Count units (UN), or minutes (MJ) for anesthesia."});
    }
}

/// PF-10: dates are there, in order, not in the future and not before birth.
void checkDates(RuleRun& run)
{
    checkServiceDates(run);
    for (std::size_t i = 0; i < run.encounter().procedures.size(); ++i) checkLineDates(run, i);
}

/// PF-11: the encounter's place of service, and a line's own, is an assigned code.
void checkPlaceOfService(RuleRun& run)
{
    const auto& encounter = run.encounter();
    const auto& place = encounter.service.placeOfService;
    constexpr auto fix = "Choose one of the assigned place of service codes.";
    if (!placeOfServiceName(place))
        run.report({.at = {"/service/place_of_service"},
                    .message = place.empty() ? "The encounter has no place of service."
                                             : "The encounter's place of service is not an assigned code.",
                    .fix = fix,
                    .field = Field::service});
    for (std::size_t i = 0; i < encounter.procedures.size(); ++i) {
        const auto& own = encounter.procedures[i].placeOfService;
        if (own.empty() || placeOfServiceName(own)) continue;
        reportLine(
            run, i,
            {"place_of_service", Field::placeOfService, "has a place of service that is not an assigned code", fix});
    }
}

}  // namespace cw::edits
