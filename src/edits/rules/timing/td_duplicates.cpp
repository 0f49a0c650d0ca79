#include "edits/rules/timing/td_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace cw::edits {

namespace {

/// What makes two lines the same service: code, modifiers in any order, days.
struct ServiceKey {
    std::string_view code;
    std::vector<std::string> modifiers;
    Date from;
    Date to;
    auto operator<=>(const ServiceKey&) const = default;
};

struct ClaimLines {
    std::vector<std::pair<ServiceKey, Money>> lines;  ///< Sorted.
    bool hasSameServices(const ClaimLines& other) const
    {
        return std::equal(lines.begin(), lines.end(), other.lines.begin(), other.lines.end(),
                          [](const auto& a, const auto& b) { return a.first == b.first; });
    }
};

std::vector<std::string> sorted(std::vector<std::string> modifiers)
{
    std::sort(modifiers.begin(), modifiers.end());
    return modifiers;
}

ClaimLines ownLines(const RuleRun& run)
{
    ClaimLines own;
    const auto& service = run.encounter().service;
    const Date whole = service.dischargedAt ? service.dischargedAt->date : service.to.value_or(service.from);
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        const auto& row = *line.row;
        // A line without dates of its own stands for the whole encounter, as the history tells it.
        const Date to = row.serviceTo ? *row.serviceTo : row.serviceFrom ? *row.serviceFrom : whole;
        own.lines.push_back({{line.code, sorted(row.modifiers), line.from, to}, row.charge.value_or(Money())});
    }
    std::sort(own.lines.begin(), own.lines.end());
    return own;
}

bool isSameParty(const std::string& past, const std::optional<Provider>& now)
{
    return past == (now ? now->npi : std::string());
}

bool isSameClaim(const RuleRun& run, const PastService& past)
{
    const auto& encounter = run.encounter();
    return past.isActive && past.isClaim && past.setting == encounter.setting && past.payerId == run.view().payerId &&
           past.encounterId != encounter.encounterId && past.frequencyCode != "7" && past.frequencyCode != "8" &&
           isSameParty(past.billingNpi, encounter.providers.billing) &&
           (encounter.setting != Setting::professional ||
            isSameParty(past.renderingNpi, encounter.providers.rendering));
}

/// Other active encounters with the payer and the providers of this one, by their id.
std::map<std::string_view, ClaimLines> otherClaims(const RuleRun& run)
{
    std::map<std::string_view, ClaimLines> claims;
    for (const auto& past : run.facts().history)
        if (!past.code.empty() && isSameClaim(run, past))
            claims[past.encounterId].lines.push_back(
                {{past.code, sorted(past.modifiers), past.from, past.to}, past.charge});
    for (auto& [id, claim] : claims) std::sort(claim.lines.begin(), claim.lines.end());
    return claims;
}

struct Duplicate {
    std::string_view encounter;
    bool isExact = false;
};

std::vector<Duplicate> duplicates(const RuleRun& run)
{
    std::vector<Duplicate> found;
    const auto& frequency = run.encounter().claim.frequencyCode;
    if (run.facts().history.empty() || (!frequency.empty() && frequency != "1")) return found;
    const ClaimLines own = ownLines(run);
    if (own.lines.empty()) return found;
    for (const auto& [id, claim] : otherClaims(run))
        if (claim.hasSameServices(own)) found.push_back({id, claim.lines == own.lines});
    return found;
}

std::string namesOf(const std::vector<Duplicate>& all, bool isExact)
{
    std::vector<std::string> names;
    for (const auto& one : all)
        if (one.isExact == isExact) names.emplace_back(one.encounter);
    return listed(names);
}

void reportDuplicate(RuleRun& run, Severity severity, std::string message, std::string basis, std::string fix)
{
    Finding finding = findingAt("/procedures", Field::claim, severity);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    finding.basis = std::move(basis);
    run.report(std::move(finding));
}

}  // namespace

/// TD-5: another active claim has the same payer, providers, days, lines and charges.
void checkDuplicateClaim(RuleRun& run)
{
    const auto names = namesOf(duplicates(run), true);
    if (names.empty()) return;
    reportDuplicate(run, Severity::error, fmt::format("All lines and charges are those of {}, which is active.", names),
                    names, "Withdraw this claim, or make it a replacement (frequency code 7) of the other.");
}

/// TD-7: the same lines at other charges.
void checkPossibleDuplicate(RuleRun& run)
{
    const auto names = namesOf(duplicates(run), false);
    if (names.empty()) return;
    reportDuplicate(run, Severity::warning,
                    fmt::format("Advisory: the services are those of {} at other charges.", names), names,
                    "If it corrects the other claim, send it with frequency code 7.");
}

/// TD-6: two lines with one code, the same modifiers and days.
void checkDuplicateLine(RuleRun& run)
{
    const auto& lines = run.view().lines;
    const auto isSame = [](const LineView& a, const LineView& b) {
        const auto drug = [](const LineView& line) { return line.row->ndc ? line.row->ndc->code : std::string(); };
        return a.code == b.code && a.from == b.from && a.to == b.to && a.row->revenueCode == b.row->revenueCode &&
               a.row->modifiers.size() == b.row->modifiers.size() &&
               (a.row->modifiers.empty() || sorted(a.row->modifiers) == sorted(b.row->modifiers)) && drug(a) == drug(b);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].code.empty()) continue;
        const auto isBefore = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                                          [&](const LineView& line) { return isSame(line, lines[i]); });
        if (isBefore) continue;  // Told with the first of them.
        Finding finding = findingAt(lines[i], Field::procedureCode, Severity::warning);
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            if (!isSame(lines[i], lines[j])) continue;
            finding.at.push_back(linePath(lines[j].index));
            finding.key.subjects.push_back(lines[j].row->id.value);
        }
        if (finding.key.subjects.empty()) continue;
        finding.message = fmt::format("{} stands on {} lines of the same day with the same modifiers.",
                                      shownProcedure(*lines[i].row), finding.at.size());
        finding.fix =
            "Add the units up on one line, remove the repeat, or tell the lines apart by a modifier (76, 77, 91).";
        run.report(std::move(finding));
    }
}

/// TD-9: the patient was an inpatient elsewhere at the same time. A day of transfer may be in both stays.
void checkOverlappingStays(RuleRun& run)
{
    if (run.facts().history.empty()) return;
    const auto& service = run.encounter().service;
    const Date first = service.admittedAt ? service.admittedAt->date : service.from;
    const Date last = service.dischargedAt ? service.dischargedAt->date : service.to.value_or(service.from);
    std::vector<std::string> names;
    for (const auto& past : run.facts().history) {
        if (past.setting != Setting::inpatient || !past.isActive || past.frequencyCode == "8") continue;
        if (past.encounterId == run.encounter().encounterId || last <= past.from || past.to <= first) continue;
        if (std::find(names.begin(), names.end(), past.encounterId) == names.end()) names.push_back(past.encounterId);
    }
    if (names.empty()) return;
    Finding finding = findingAt("/service/from", Field::serviceDates, Severity::warning);
    finding.basis = listed(names);
    finding.message =
        fmt::format("Advisory: the stay overlaps {}, another inpatient stay of the patient.", finding.basis);
    finding.fix = "Correct the dates of admission and discharge of one of them.";
    run.report(std::move(finding));
}

}  // namespace cw::edits
