// The claim library names rules without knowing them; here both are at hand.
#include "base/text.h"
#include "claim/answers/plain_words.h"
#include "claim/answers/words/word_tables.h"
#include "edits/rules.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

void expectRules(std::string_view code, std::string_view rules)
{
    if (rules.empty()) return;
    for (const auto rule : text::split(rules, ' ')) EXPECT_NE(nullptr, findRule(rule)) << code << " names " << rule;
}

TEST(AnswerRules, AreAllInTheCatalogue)
{
    using namespace answers;
    for (const auto part : {firstReasons(), middleReasons(), lastReasons()})
        for (const auto& row : part) expectRules(row.code, row.rules);
    for (const auto part : {firstStatuses(), lastStatuses()})
        for (const auto& row : part) expectRules(row.code, row.rules);
    for (const auto& row : remarkRules()) expectRules(row.code, row.text);
    for (const char* entity : {"82", "85", "DN", "DK", "71", "72", "IL", "PR"})
        for (const char* status : {"562", "153", "125"})
            for (const auto& rule : rulesThatLookForStatus({"A7", status, entity}))
                EXPECT_NE(nullptr, findRule(rule)) << status << ' ' << entity << ' ' << rule;
}

}  // namespace
}  // namespace cw
