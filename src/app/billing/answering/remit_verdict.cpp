#include "app/billing/answering/remit_verdict.h"

#include "claim/answers/plain_words.h"

#include <algorithm>

namespace cw::app::answering {

namespace {

using answers::RemitClaim;

template <class Use>
void eachAdjustment(const RemitClaim& claim, Use use)
{
    for (const auto& one : claim.adjustments) use(0, one);
    for (std::size_t i = 0; i < claim.lines.size(); ++i)
        for (const auto& one : claim.lines[i].adjustments) use(static_cast<int>(i) + 1, one);
}

bool denies(const Adjustment& adjustment)
{
    return adjustment.amount > Money() && answers::isDenialReason(adjustment.group, adjustment.reason);
}

bool isDenied(const answers::RemitLine& line)
{
    return line.paid <= Money() && std::any_of(line.adjustments.begin(), line.adjustments.end(), denies);
}

/// Nothing was paid: whether that is a denial of the whole claim.
bool isDeniedWhole(const RemitClaim& claim)
{
    if (claim.status == "4") return true;
    if (std::any_of(claim.adjustments.begin(), claim.adjustments.end(), denies)) return true;
    return !claim.lines.empty() && std::all_of(claim.lines.begin(), claim.lines.end(), [](const auto& line) {
        return isDenied(line) || line.charge == Money();
    });
}

bool hasReason(const RemitClaim& claim)
{
    bool has = false;
    eachAdjustment(claim, [&](int, const Adjustment&) { has = true; });
    return has;
}

}  // namespace

RemitVerdict judge(const RemitClaim& claim)
{
    RemitVerdict verdict;
    if (claim.isReversal()) {
        verdict.decision = RemitDecision::reversed;
        return verdict;
    }
    if (claim.status == "23" || claim.status == "25") {
        verdict.decision = RemitDecision::noDecision;
        return verdict;
    }
    eachAdjustment(claim, [&](int line, const Adjustment& adjustment) {
        if (!denies(adjustment)) return;
        verdict.denied.push_back({line, adjustment});
        verdict.deniedAmount += adjustment.amount;
    });
    if (claim.paid > Money() || claim.charge <= Money()) return verdict;
    // A claim of which nothing is paid and nothing said is for a person to look at, too.
    verdict.isUnexplained = !hasReason(claim);
    if (isDeniedWhole(claim) || verdict.isUnexplained) {
        verdict.decision = RemitDecision::denied;
        if (verdict.deniedAmount == Money()) verdict.deniedAmount = claim.charge;
    }
    return verdict;
}

Money patientShareOf(const RemitClaim& claim)
{
    if (!claim.isReversal() || claim.patientShare < Money()) return claim.patientShare;
    // Payers leave CLP05 out of a reversal; the PR reasons say it with their sign.
    if (claim.patientShare > Money()) return Money() - claim.patientShare;
    Money share;
    eachAdjustment(claim, [&](int, const Adjustment& adjustment) {
        if (adjustment.group == "PR") share += adjustment.amount;
    });
    return std::min(share, Money());
}

std::string reasonCodesOf(const RemitClaim& claim)
{
    std::vector<std::string> seen;
    std::string codes;
    eachAdjustment(claim, [&](int, const Adjustment& adjustment) {
        auto code = adjustment.group + "-" + adjustment.reason;
        if (std::find(seen.begin(), seen.end(), code) != seen.end()) return;
        codes += (codes.empty() ? "" : " ") + code;
        seen.push_back(std::move(code));
    });
    return codes;
}

}  // namespace cw::app::answering
