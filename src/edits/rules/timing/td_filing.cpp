#include "edits/rules/timing/td_rules.h"

#include "encounter/timely_filing.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace cw::edits {

namespace {

bool isReplacement(const RuleRun& run)
{
    return run.encounter().claim.frequencyCode == "7";
}

bool isFirstClaim(const RuleRun& run)
{
    const auto& code = run.encounter().claim.frequencyCode;
    return code.empty() || code == "1";
}

Date lastDay(const Encounter& encounter)
{
    Date last = encounter.service.to.value_or(encounter.service.from);
    if (encounter.service.dischargedAt) last = std::max(last, encounter.service.dischargedAt->date);
    return last;
}

/// Medicare's last day for a service; nothing when the claim is for another payer.
std::optional<Date> medicareDeadline(const RuleRun& run, Date base)
{
    const auto* coverage = run.encounter().coverage(CoverageRank::primary);
    if (!coverage) return std::nullopt;
    const auto deadline = filingDeadline(base, coverage->payer.claimFilingCode);
    return deadline ? std::optional(nextWorkday(*deadline)) : std::nullopt;
}

/// The earliest deadline that has passed, and the lines it is for; no lines: the claim as a whole.
struct Missed {
    std::optional<Date> deadline;
    std::vector<const LineView*> lines;
};

Missed missedDeadline(const RuleRun& run)
{
    Missed missed;
    const auto look = [&](Date base, const LineView* line) {
        const auto deadline = medicareDeadline(run, base);
        if (!deadline || run.facts().today <= *deadline) return;
        if (!missed.deadline || *deadline < *missed.deadline) missed.deadline = *deadline;
        if (line) missed.lines.push_back(line);
    };
    const auto& lines = run.view().lines;
    if (run.encounter().setting != Setting::professional)
        look(lastDay(run.encounter()), nullptr);
    else if (lines.empty())
        look(run.encounter().service.from, nullptr);
    else
        for (const auto& line : lines) look(line.from, &line);
    if (missed.lines.size() == lines.size()) missed.lines.clear();
    return missed;
}

void reportMissed(RuleRun& run, std::string_view what)
{
    const auto missed = missedDeadline(run);
    if (!missed.deadline) return;
    Finding finding = findingAt("/service/from", Field::serviceDates);
    if (!missed.lines.empty()) finding.at.clear();
    for (const auto* line : missed.lines) {
        finding.at.push_back(linePath(line->index, "service_from"));
        for (auto& code : codesOf(*line->row)) finding.codes.push_back(std::move(code));
        finding.key.subjects.push_back(line->row->id.value);
        if (!finding.procedure.isValid()) finding.procedure = line->row->id;
    }
    finding.message = fmt::format("Medicare's last day for {} was {}{}.", what, missed.deadline->iso(),
                                  finding.key.subjects.size() > 1 ? ", counted from the earliest of these lines" : "");
    finding.fix = "Correct the dates of service, or file with proof of an exception that Medicare allows.";
    run.report(std::move(finding));
}

const PayerLimit* limitOf(const RuleRun& run, std::string_view payerId)
{
    const auto& limits = run.data().payerLimits;
    const auto found = std::find_if(limits.begin(), limits.end(),
                                    [payerId](const PayerLimit& limit) { return limit.payerId == payerId; });
    return found == limits.end() ? nullptr : &*found;
}

/// The payer's own limit, else that of its claim filing code, else that of all others.
const PayerLimit* limitFor(const RuleRun& run)
{
    if (run.data().payerLimits.empty()) return nullptr;
    const auto* coverage = run.encounter().coverage(CoverageRank::primary);
    if (!coverage) return nullptr;
    if (const auto* own = limitOf(run, coverage->payer.payerId)) return own;
    if (const auto* kind = limitOf(run, coverage->payer.claimFilingCode)) return kind;
    return limitOf(run, "*");
}

Date baseOf(const RuleRun& run, const PayerLimit& limit)
{
    const auto& encounter = run.encounter();
    if (limit.base != "from") return lastDay(encounter);
    Date first = encounter.service.from;
    for (const auto& line : run.view().lines) first = std::min(first, line.from);
    return first;
}

}  // namespace

/// TD-1: a first claim after Medicare's year. Base is the first day of each line, of institutional claims the last day.
void checkMedicareFiling(RuleRun& run)
{
    if (isFirstClaim(run)) reportMissed(run, "this service");
}

/// TD-2: the same for a replacement; a void may come later.
void checkMedicareCorrection(RuleRun& run)
{
    if (isReplacement(run)) reportMissed(run, "a correction of this service");
}

/// TD-3: the payer's own limit has passed, or 75 or 90 percent of it have.
void checkPayerFiling(RuleRun& run)
{
    const PayerLimit* limit = limitFor(run);
    if (!limit || (!isFirstClaim(run) && !isReplacement(run))) return;
    const int days = isReplacement(run) ? limit->correctedDays : limit->initialDays;
    if (days <= 0) return;
    const Date base = baseOf(run, *limit);
    const int used = base.daysUntil(run.facts().today);
    const int percent = used >= days ? 100 : used * 10 >= days * 9 ? 90 : used * 4 >= days * 3 ? 75 : 0;
    if (percent == 0) return;
    const bool isOver = used > days;
    if (isOver && run.view().isMedicare) return;  // TD-1 and TD-2 say so, with the law's own day.
    Finding finding = findingAt("/service/from", Field::serviceDates, Severity::warning);
    finding.source = limit->source;
    const Date last = base.plusDays(days);
    finding.message = isOver
                          ? fmt::format("The payer took this claim until {}.", last.iso())
                          : fmt::format("{} percent of the payer's time for this claim are over; the last day is {}.",
                                        percent, last.iso());
    finding.fix = isOver ? "Ask the payer for an exception, or write the claim off." : "File this claim before others.";
    run.report(std::move(finding));
}

/// TD-8: the visit goes on after today, or the inpatient has neither left nor is said to stay.
void checkStillOpen(RuleRun& run)
{
    const auto& service = run.encounter().service;
    const bool goesOn = run.facts().today < lastDay(run.encounter());
    const bool isInside = run.encounter().setting == Setting::inpatient && !service.dischargedAt &&
                          service.dischargeStatus != "30" && !service.dischargeStatus.empty();
    if (!goesOn && !isInside) return;
    Finding finding = findingAt(goesOn ? "/service/to" : "/service/discharged_at", Field::service, Severity::warning);
    finding.message =
        goesOn
            ? fmt::format("Advisory: the service lasts until {}, which is after today.", lastDay(run.encounter()).iso())
            : "Advisory: the discharge status says that the patient left, and no day of discharge is given.";
    finding.fix = "Close the visit before the claim is made, or correct its dates.";
    run.report(std::move(finding));
}

}  // namespace cw::edits
