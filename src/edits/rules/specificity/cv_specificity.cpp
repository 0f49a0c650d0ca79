#include "edits/rules/specificity/cv_specificity.h"

#include "edits/rule_families.h"
#include "edits/rules/sequence/diagnosis_sides.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// External causes have their own rules (GL-65), patterns of substance use theirs (GL-35).
bool isLeftToOthers(const DiagnosisView& one)
{
    return (one.code[0] >= 'V' && one.code[0] <= 'Y') || (one.code >= "F10" && one.code < "F20");
}

/// The codes among which a more specific one would mean the same condition: those under the parent; when all of these are
/// unspecified in one way, the parent is so itself, and its own parent counts.
std::string_view familyOf(const DiagnosisView& one, const Kin& kin)
{
    const std::string_view own = std::string_view(one.code).substr(0, kin.self->code.size());
    if (!saysUnspecified(kin.self->longTitle))
        return own;  // Only the 7th character is unspecified (stage of glaucoma).
    std::string_view family = own.substr(0, own.size() - 1);
    const bool isAllUnspecified = std::all_of(kin.all->begin(), kin.all->end(),
                                              [](const CodeEntry& entry) { return saysUnspecified(entry.longTitle); });
    if (!isAllUnspecified || family.size() <= 3) return family;
    family.remove_suffix(1);
    while (family.size() > 3 && family.back() == '9')
        family.remove_suffix(1);  // 9 is the unspecified one at each level.
    return family;
}

/// The title with a side in place of an "unspecified" begins another title.
bool isTitleOfSide(std::string_view unspecified, std::string_view other, std::string_view side)
{
    for (auto at = findWord(unspecified, "unspecified"); at != std::string_view::npos;
         at = findWord(unspecified, "unspecified", at + 1)) {
        if (other.size() > at && other.substr(0, at) == unspecified.substr(0, at) &&
            findWord(other.substr(at), side) == 0)
            return true;
    }
    return false;
}

/// "unspecified ear" and the like, whose sides may stand elsewhere in the titles ("of right ear").
bool namesPairedPart(std::string_view title)
{
    for (const std::string_view part : {"unspecified side", "unspecified eye", "unspecified ear", "unspecified ovary"})
        if (findWord(title, part) != std::string_view::npos) return true;
    return false;
}

bool hasSide(const Kin& kin, std::string_view word, Side side)
{
    const bool isPaired = namesPairedPart(kin.self->longTitle);
    return std::any_of(kin.all->begin(), kin.all->end(), [&](const CodeEntry& entry) {
        return isTitleOfSide(kin.self->longTitle, entry.longTitle, word) ||
               (isPaired && sideOf(entry.longTitle) == side);
    });
}

}  // namespace

std::optional<Kin> kinOf(const RuleRun& run, const DiagnosisView& diagnosis)
{
    const auto beside = run.facts().siblings.find(diagnosis.code);
    if (beside == run.facts().siblings.end() || !beside->second) return std::nullopt;
    for (const auto& entry : *beside->second)
        if (diagnosis.isUnder(entry.code))
            return Kin{beside->second.get(), &entry, std::string_view(diagnosis.code).substr(entry.code.size())};
    return std::nullopt;
}

/// CV-14: an unspecified code beside a specific one of the same family, where the titles name no opposite sides.
void checkUnspecifiedBesideSpecific(RuleRun& run)
{
    const auto& all = run.view().diagnoses;
    if (all.size() < 2) return;
    for (const auto& vague : all) {
        if (!saysUnspecified(vague.title()) || isLeftToOthers(vague)) continue;
        const auto kin = kinOf(run, vague);
        if (!kin) continue;
        const auto family = familyOf(vague, *kin);
        const auto specific = std::find_if(all.begin(), all.end(), [&](const DiagnosisView& other) {
            const auto title = other.title();
            return &other != &vague && other.isUnder(family) && !title.empty() && !saysUnspecified(title) &&
                   !areOppositeSides(vague.title(), title);
        });
        if (specific == all.end()) continue;
        auto finding = findingAt(vague, *specific, Severity::warning);
        finding.message = fmt::format("{} is unspecified, and {} says more of the same kind of condition.",
                                      vague.dotted(), specific->dotted());
        finding.fix = fmt::format("Remove {}, or attest that it is another site or side.", vague.dotted());
        run.report(std::move(finding));
    }
}

/// CV-15: the title leaves the side open, and there are codes for the right and for the left.
void checkUnspecifiedSide(RuleRun& run)
{
    for (const auto& one : run.view().diagnoses) {
        if (!saysUnspecified(one.title())) continue;
        const auto kin = kinOf(run, one);
        if (!kin || !hasSide(*kin, "right", Side::right) || !hasSide(*kin, "left", Side::left)) continue;
        auto finding = findingAt(one, Severity::warning);
        finding.message =
            fmt::format("{} leaves the side open, and there are codes for the right and the left.", one.dotted());
        finding.fix = "Use the code of the side that the record names, or ask the provider.";
        run.report(std::move(finding));
    }
}

std::vector<Rule> specificityRules()
{
    constexpr Parts dx = part::diagnoses | part::service;
    return {{.id = "CV-14",
             .title = "Unspecified beside specific",
             .severity = Severity::warning,
             .source = "ICD-10-CM Official Guidelines FY2026, I.A.9.b, I.B.18",
             .fix = "Remove the unspecified code, or attest that it is another site or side.",
             .check = checkUnspecifiedBesideSpecific,
             .inputs = dx},
            {.id = "CV-15",
             .title = "Side not told",
             .severity = Severity::warning,
             .source = "ICD-10-CM Official Guidelines FY2026, I.B.13, I.B.14, I.B.18",
             .fix = "Use the code of the documented side.",
             .check = checkUnspecifiedSide,
             .inputs = dx},
            {.id = "CV-16",
             .title = "Both sides instead of bilateral",
             .severity = Severity::warning,
             .source = "ICD-10-CM Official Guidelines FY2026, I.B.13, I.C.7.a.2, I.C.7.a.3",
             .fix = "Use the bilateral code.",
             .check = checkBothSides,
             .inputs = dx}};
}

}  // namespace cw::edits
