#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::string_view extentSource = "ICD-10-CM Official Guidelines FY2026, I.C.19.d.6";

/// GL-58: an injury has its 7th character instead of an aftercare code. Sites: data/rules/pairs.
void checkInjuryAftercare(RuleRun& run)
{
    if (!run.view().hasUnder("Z47") && !run.view().hasUnder("Z48")) return;
    reportPairs(run, Severity::warning,
                [](const DiagnosisPair&, const DiagnosisView& a, const DiagnosisView& b) -> std::vector<Remedy> {
                    if (isInitial(b)) return {};
                    return {removeCode(a)};
                });
}

/// T20 to T25.
bool isBurn(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.isUnder("T2") && diagnosis.code.size() == 7 && diagnosis.code[2] <= '5';
}

/// 1 to 3; 0 when the title says no degree.
int degree(const DiagnosisView& burn) noexcept
{
    const char digit = burn.code[3];
    if (digit >= '0' && digit <= '3') return digit - '0';
    return digit >= '4' && digit <= '7' ? digit - '4' : 0;
}

/// By chemicals: T32 says the extent instead of T31.
bool isCorrosion(const DiagnosisView& burn) noexcept
{
    return burn.code[3] >= '4';
}

bool isAcute(const DiagnosisView& burn) noexcept
{
    return burn.seventh() == 'A' || burn.seventh() == 'D';
}

bool isOneSite(const DiagnosisView& first, const DiagnosisView& second) noexcept
{
    return isCorrosion(first) == isCorrosion(second) && degree(first) != degree(second) &&
           first.code.compare(0, 3, second.code, 0, 3) == 0 && first.code.compare(4, 2, second.code, 4, 2) == 0;
}

/// The acute burns of a claim in its order, with what the checks ask of them.
struct Burns {
    std::vector<const DiagnosisView*> acute;
    const DiagnosisView* highest = nullptr;  ///< The first of the highest degree.
    const DiagnosisView* healed = nullptr;   ///< With 7th character S.
};

Burns readBurns(const EncounterView& view)
{
    Burns burns;
    for (const auto& diagnosis : view.diagnoses) {
        if (!isBurn(diagnosis)) continue;
        if (!isAcute(diagnosis)) {
            if (!burns.healed) burns.healed = &diagnosis;
            continue;
        }
        burns.acute.push_back(&diagnosis);
        if (!burns.highest || degree(*burns.highest) < degree(diagnosis)) burns.highest = &diagnosis;
    }
    return burns;
}

void checkOneSite(RuleRun& run, const Burns& burns)
{
    for (std::size_t i = 0; i < burns.acute.size(); ++i) {
        for (std::size_t j = i + 1; j < burns.acute.size(); ++j) {
            const auto& first = *burns.acute[i];
            const auto& second = *burns.acute[j];
            if (!isOneSite(first, second)) continue;
            const auto& lower = degree(first) < degree(second) ? first : second;
            Finding finding = findingAt(first, second, Severity::warning);
            finding.message =
                fmt::format("{} and {} are two degrees of a burn at one site.", first.dotted(), second.dotted());
            finding.fix = fmt::format("Remove {}, the lower degree.", lower.dotted());
            finding.remedies = {removeCode(lower)};
            finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.19.d.2";
            run.report(std::move(finding));
        }
    }
}

void checkBurnOrder(RuleRun& run, const Burns& burns)
{
    const auto& first = *burns.acute.front();
    const auto& highest = *burns.highest;
    // A degree that nobody documented cannot be compared; two degrees of one site are reported as such.
    if (degree(first) == 0 || degree(first) >= degree(highest) || isOneSite(first, highest)) return;
    Finding finding = findingAt(first, highest, Severity::warning);
    finding.message =
        fmt::format("{} stands before {}, which is of a higher degree.", first.dotted(), highest.dotted());
    finding.fix = fmt::format("Place {} before {}.", highest.dotted(), first.dotted());
    if (&first == run.view().first()) finding.remedies = {makeFirst(highest)};
    finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.19.d.1";
    run.report(std::move(finding));
}

void checkExtentMissing(RuleRun& run, const Burns& burns)
{
    const bool isThird = degree(*burns.highest) == 3;
    const auto& burn = isThird ? *burns.highest : *burns.acute.front();
    Finding finding = findingAt(burn, isThird ? Severity::warning : Severity::note);
    const auto extent = isCorrosion(burn) ? "T32.-" : "T31.-";
    finding.message = fmt::format("{} stands without a code of {} for the body surface.", burn.dotted(), extent);
    finding.fix = fmt::format("Add the {} code of the extent after the burns if it is documented.", extent);
    run.report(std::move(finding));
}

void checkExtent(RuleRun& run, const Burns& burns, const DiagnosisView& extent)
{
    Finding finding = burns.acute.empty() ? findingAt(extent, *burns.healed, Severity::warning)
                                          : findingAt(extent, *burns.acute.front(), Severity::warning);
    if (burns.acute.empty()) {
        finding.message =
            fmt::format("{} is for acute burns, and {} is a sequela.", extent.dotted(), burns.healed->dotted());
        finding.fix = fmt::format("Remove {}.", extent.dotted());
        finding.remedies = {removeCode(extent)};
    } else if (extent.position < burns.acute.front()->position) {
        finding.message =
            fmt::format("{} stands before {}, which says the site.", extent.dotted(), burns.acute.front()->dotted());
        finding.fix = fmt::format("Place {} after the burns.", extent.dotted());
        finding.remedies = {placeAfter(extent, *burns.acute.back())};
        finding.source = "ICD-10-CM Tabular List January 2021, T31 and T32 note";
        finding.note = "T31";
    } else {
        return;
    }
    run.report(std::move(finding));
}

/// GL-59: burns by degree, one degree a site, with their extent.
void checkBurns(RuleRun& run)
{
    const auto& view = run.view();
    if (!view.hasUnder("T2")) return;
    const auto burns = readBurns(view);
    if (burns.acute.empty() && !burns.healed) return;
    if (!burns.acute.empty()) {
        checkOneSite(run, burns);
        checkBurnOrder(run, burns);
    }
    bool hasExtent = false;
    for (const auto& diagnosis : view.diagnoses) {
        if (!diagnosis.isUnder("T31") && !diagnosis.isUnder("T32")) continue;
        hasExtent = true;
        checkExtent(run, burns, diagnosis);
    }
    if (!hasExtent && !burns.acute.empty()) checkExtentMissing(run, burns);
}

}  // namespace

bool isInjury(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.code[0] == 'S' || diagnosis.code[0] == 'T';
}

bool isInitial(const DiagnosisView& diagnosis) noexcept
{
    const char seventh = diagnosis.seventh();
    return seventh == 'A' || seventh == 'B' || seventh == 'C';
}

std::vector<Rule> injuryConditions()
{
    return {
        {.id = "GL-58",
         .title = "Aftercare beside an injury",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.19.a, I.C.21.c.7",
         .fix = "Code care after an injury with its 7th character, not with Z47 or Z48.",
         .check = checkInjuryAftercare,
         .inputs = part::diagnoses | part::service},
        {.id = "GL-59",
         .title = "Burns: order, degree and extent",
         .severity = Severity::warning,
         .source = extentSource,
         .fix = "List burns by degree, one degree a site, with T31 or T32 after them.",
         .check = checkBurns,
         .inputs = part::diagnoses},
    };
}

}  // namespace cw::edits
