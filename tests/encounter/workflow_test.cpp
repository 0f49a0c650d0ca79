#include "encounter/workflow.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace cw {
namespace {

using S = EncounterStatus;
using W = WorkflowStep;
using R = WorkflowRight;

const std::vector<W>& allSteps()
{
    static const std::vector<W> all = {
        W::startCoding, W::hold,   W::resume,   W::submit, W::startReview, W::sendBack, W::approve, W::exportClaim,
        W::reject,      W::reopen, W::takeBack, W::accept, W::pay,         W::deny,     W::reverse, W::resend};
    return all;
}

struct Move {
    S to;
    R right;
    std::string needs;  ///< "clean", "reason" or nothing.
    bool operator==(const Move&) const = default;
};

void PrintTo(const Move& move, std::ostream* out)
{
    *out << toString(move.to) << " by right " << static_cast<int>(move.right) << ' ' << move.needs;
}

/// Every move there is; any other pair of status and step is refused.
const std::map<std::pair<S, W>, Move>& moves()
{
    static const std::map<std::pair<S, W>, Move> all = {
        {{S::fresh, W::startCoding}, {S::inCoding, R::code, ""}},
        {{S::pending, W::startCoding}, {S::inCoding, R::code, ""}},
        {{S::returned, W::startCoding}, {S::inCoding, R::code, ""}},
        {{S::rejected, W::startCoding}, {S::inCoding, R::code, ""}},
        {{S::fresh, W::hold}, {S::pending, R::code, "reason"}},
        {{S::inCoding, W::hold}, {S::pending, R::code, "reason"}},
        {{S::returned, W::hold}, {S::pending, R::code, "reason"}},
        {{S::pending, W::resume}, {S::inCoding, R::code, ""}},
        {{S::fresh, W::submit}, {S::coded, R::code, "clean"}},
        {{S::inCoding, W::submit}, {S::coded, R::code, "clean"}},
        {{S::returned, W::submit}, {S::coded, R::code, "clean"}},
        {{S::rejected, W::submit}, {S::coded, R::code, "clean"}},
        {{S::coded, W::startReview}, {S::inReview, R::review, ""}},
        {{S::coded, W::sendBack}, {S::returned, R::review, "reason"}},
        {{S::inReview, W::sendBack}, {S::returned, R::review, "reason"}},
        {{S::approved, W::sendBack}, {S::returned, R::bill, "reason"}},
        {{S::coded, W::approve}, {S::approved, R::review, "clean"}},
        {{S::inReview, W::approve}, {S::approved, R::review, "clean"}},
        {{S::approved, W::exportClaim}, {S::exported, R::bill, "clean"}},
        {{S::exported, W::reject}, {S::rejected, R::bill, "reason"}},
        {{S::coded, W::reopen}, {S::inCoding, R::code, ""}},
        {{S::denied, W::startCoding}, {S::inCoding, R::code, ""}},
        {{S::accepted, W::reject}, {S::rejected, R::bill, "reason"}},
        {{S::exported, W::takeBack}, {S::approved, R::bill, "reason"}},
        {{S::rejected, W::takeBack}, {S::approved, R::bill, "reason"}},
        {{S::exported, W::accept}, {S::accepted, R::bill, ""}},
        {{S::rejected, W::accept}, {S::accepted, R::bill, ""}},
        {{S::exported, W::pay}, {S::paid, R::bill, ""}},
        {{S::accepted, W::pay}, {S::paid, R::bill, ""}},
        {{S::rejected, W::pay}, {S::paid, R::bill, ""}},
        {{S::denied, W::pay}, {S::paid, R::bill, ""}},
        {{S::exported, W::deny}, {S::denied, R::bill, ""}},
        {{S::accepted, W::deny}, {S::denied, R::bill, ""}},
        {{S::rejected, W::deny}, {S::denied, R::bill, ""}},
        {{S::paid, W::deny}, {S::denied, R::bill, ""}},
        {{S::paid, W::reverse}, {S::accepted, R::bill, ""}},
        {{S::denied, W::reverse}, {S::accepted, R::bill, ""}},
        {{S::rejected, W::resend}, {S::approved, R::bill, "clean"}},
        {{S::accepted, W::resend}, {S::approved, R::bill, "clean"}},
        {{S::denied, W::resend}, {S::approved, R::bill, "clean"}},
        {{S::paid, W::resend}, {S::approved, R::bill, "clean"}},
    };
    return all;
}

struct Pair {
    S from;
    W step;
};

void PrintTo(const Pair& pair, std::ostream* out)
{
    *out << toString(pair.from) << " / " << toString(pair.step);
}

std::vector<Pair> allPairs()
{
    std::vector<Pair> pairs;
    for (const auto from : allStatuses())
        for (const auto step : allSteps()) pairs.push_back({from, step});
    return pairs;
}

class WorkflowPair : public testing::TestWithParam<Pair> {};

TEST_P(WorkflowPair, MovesAsPlannedOrIsRefused)
{
    const auto [from, step] = GetParam();
    const auto rule = workflowRule(from, step);
    const auto planned = moves().find({from, step});
    if (planned == moves().end()) {
        ASSERT_FALSE(rule);
        EXPECT_EQ("ENCOUNTER-003", rule.error().id);
        EXPECT_EQ(ErrorKind::conflict, rule.error().kind);
        EXPECT_NE(std::string::npos, rule.error().detail.find(toString(from)));
        EXPECT_NE(std::string::npos, rule.error().detail.find(toString(step)));
        return;
    }
    ASSERT_TRUE(rule);
    const std::string needs = rule->needsCleanEdits ? "clean" : rule->needsReason ? "reason" : "";
    EXPECT_EQ(planned->second, (Move{rule->to, rule->right, needs}));
    EXPECT_FALSE(rule->needsCleanEdits && rule->needsReason);
}

INSTANTIATE_TEST_SUITE_P(All, WorkflowPair, testing::ValuesIn(allPairs()));

TEST(WorkflowTable, HoldsEachPairOnce)
{
    std::set<std::pair<S, W>> seen;
    for (const auto& rule : workflowTable()) EXPECT_TRUE(seen.emplace(rule.from, rule.step).second);
    EXPECT_EQ(moves().size(), seen.size());
}

TEST(WorkflowTable, CodesAreOpenExactlyWhereACoderMayStillSubmitOrResume)
{
    const std::set<S> open = {S::fresh, S::inCoding, S::pending, S::returned, S::rejected};
    for (const auto status : allStatuses()) EXPECT_EQ(open.contains(status), isCodingOpen(status)) << toString(status);
}

TEST(Statuses, GoThereAndBack)
{
    EXPECT_EQ(12U, allStatuses().size());
    for (const auto status : allStatuses()) EXPECT_EQ(status, *parseEncounterStatus(toString(status)));
}

TEST(Statuses, TakeAnUnderscoreForTheBlank)
{
    EXPECT_EQ(S::inCoding, *parseEncounterStatus("in_coding"));
    EXPECT_EQ(S::inReview, *parseEncounterStatus("in_review"));
}

TEST(Statuses, RefuseWhatIsNone)
{
    for (const auto* text : {"", "New", "done", "in-coding"}) {
        const auto status = parseEncounterStatus(text);
        ASSERT_FALSE(status) << text;
        EXPECT_EQ("ENCOUNTER-002", status.error().id);
    }
}

}  // namespace
}  // namespace cw
