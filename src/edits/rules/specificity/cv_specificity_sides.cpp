#include "edits/rules/sequence/diagnosis_sides.h"
#include "edits/rules/sequence/gl_sequence.h"
#include "edits/rules/specificity/cv_specificity.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// "..., right eye" and "..., bilateral", or "... of right eye" and "... of eye, bilateral"; `at` is the place of the side.
bool isTitleOfBoth(std::string_view one, std::size_t at, std::string_view side, std::string_view both)
{
    if (both.size() <= at || both.substr(0, at) != one.substr(0, at)) return false;
    if (findWord(both.substr(at), "bilateral") == 0) return true;
    const auto rest = one.substr(std::min(at + side.size() + 1, one.size()));
    return both.substr(at).starts_with(rest) && both.substr(at + rest.size()) == ", bilateral";
}

/// The code for both sides beside that of one side, by their titles.
const CodeEntry* bilateralOf(const Kin& kin, std::string_view side)
{
    const std::string_view title = kin.self->longTitle;
    const auto at = findWord(title, side);
    if (at == std::string_view::npos) return nullptr;
    const auto found = std::find_if(kin.all->begin(), kin.all->end(), [&](const CodeEntry& entry) {
        return isTitleOfBoth(title, at, side, entry.longTitle);
    });
    return found == kin.all->end() ? nullptr : &*found;
}

bool isSameButForSide(std::string_view right, std::string_view left)
{
    const auto at = findWord(right, "right");
    if (at == std::string_view::npos || findWord(left, "left") != at) return false;
    return right.substr(0, at) == left.substr(0, at) && right.substr(at + 5) == left.substr(at + 4);
}

void reportSides(RuleRun& run, const DiagnosisView& right, const DiagnosisView& left, const std::string& both)
{
    auto finding = findingAt(right, left, Severity::warning);
    finding.message = fmt::format("{} and {} are the two sides of one condition, which has the code {}.",
                                  right.dotted(), left.dotted(), both);
    finding.fix = fmt::format("Replace {} and {} by {}.", right.dotted(), left.dotted(), both);
    finding.remedies = {replaceBy(right, both)};
    run.report(std::move(finding));
}

void reportHalf(RuleRun& run, const DiagnosisView& half, const DiagnosisView& both)
{
    auto finding = findingAt(half, both, Severity::warning);
    finding.message = fmt::format("{} already holds the side of {}.", both.dotted(), half.dotted());
    finding.fix = fmt::format("Remove {}.", half.dotted());
    finding.remedies = {removeCode(half)};
    run.report(std::move(finding));
}

/// One side of a condition, with the code for both sides completed as it is itself.
void checkSide(RuleRun& run, const DiagnosisView& one, Side side)
{
    const auto kin = kinOf(run, one);
    const auto* bilateral = kin ? bilateralOf(*kin, side == Side::right ? "right" : "left") : nullptr;
    if (!bilateral) return;
    const auto both = bilateral->code + std::string(kin->end);
    const auto& all = run.view().diagnoses;
    const auto whole = std::find_if(all.begin(), all.end(), [&both](const auto& other) { return other.code == both; });
    if (whole != all.end()) {
        reportHalf(run, one, *whole);
        return;
    }
    if (side != Side::right) return;
    for (const auto& left : all)
        if (left.code.ends_with(kin->end) && isSameButForSide(one.title(), left.title()))
            reportSides(run, one, left, displayCode(CodeSystem::icd10cm, both));
}

}  // namespace

/// CV-16: codes of both sides with the same end (7th character), or of one side beside the code for both.
void checkBothSides(RuleRun& run)
{
    const auto& all = run.view().diagnoses;
    if (all.size() < 2) return;
    for (const auto& one : all)
        if (const auto side = sideOf(one.title()); side == Side::right || side == Side::left) checkSide(run, one, side);
    for (const auto& pair : run.data().pairsOf("CV-16")) {
        const auto* right = run.view().find(pair.a);
        const auto* left = right ? run.view().find(pair.b) : nullptr;
        if (!left || right == left || !pair.valid.contains(run.view().date)) continue;
        auto finding = pairFinding(pair, *right, *left, pair.use);
        finding.remedies = {replaceBy(*right, pair.use)};
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
