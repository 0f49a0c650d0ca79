#include "chart/text_difference.h"

#include "chart/shortest_edit.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <sstream>

namespace cw {
namespace {

using Kind = DifferencePart::Kind;

std::string cut(std::string_view text, TextRange range)
{
    return std::string(
        text.substr(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end - range.begin)));
}

/// "=same -removed +added", white space folded.
std::string shown(std::string_view left, std::string_view right)
{
    std::string out;
    for (const auto& part : differenceOf(left, right)) {
        std::istringstream words(part.kind == Kind::added ? cut(right, part.right) : cut(left, part.left));
        std::string joined;
        for (std::string word; words >> word;) joined += (joined.empty() ? "" : " ") + word;
        out += (out.empty() ? "" : " ") +
               std::string(part.kind == Kind::same      ? "="
                           : part.kind == Kind::removed ? "-"
                                                        : "+") +
               joined;
    }
    return out;
}

struct DifferenceCase {
    const char* left;
    const char* right;
    const char* parts;
};
class DifferenceOf : public testing::TestWithParam<DifferenceCase> {};

TEST_P(DifferenceOf, NamesWhatChanged)
{
    EXPECT_EQ(GetParam().parts, shown(GetParam().left, GetParam().right));
}

INSTANTIATE_TEST_SUITE_P(
    All, DifferenceOf,
    testing::Values(DifferenceCase{"", "", ""}, DifferenceCase{"a b", "a b", "=a b"}, DifferenceCase{"", "new", "+new"},
                    DifferenceCase{"old", "", "-old"}, DifferenceCase{"a b c", "a x c", "=a -b +x =c"},
                    DifferenceCase{"a  b\n\nc", "a b c", "=a b c"}, DifferenceCase{"  a b", "a b\n", "=a b"},
                    DifferenceCase{"one\ntwo\nthree", "one\ntwo point five\nthree", "=one two +point five =three"},
                    DifferenceCase{"first line here\nsecond line there\nthird line",
                                   "third line\nfirst line here\nsecond line there",
                                   "+third line =first line here second line there -third line"},
                    DifferenceCase{"BP 120/80, stable.", "BP 140/90, stable.", "=BP -120/80, +140/90, =stable."},
                    DifferenceCase{"\n \t", "  ", "="}, DifferenceCase{"  ", "word", "- +word"}));

void expectCover(std::string_view left, std::string_view right)
{
    std::int64_t atLeft = 0;
    std::int64_t atRight = 0;
    const auto words = [](const std::string& text) {
        std::istringstream in(text);
        std::vector<std::string> all;
        for (std::string word; in >> word;) all.push_back(word);
        return all;
    };
    for (const auto& part : differenceOf(left, right)) {
        if (part.kind != Kind::added) {
            ASSERT_EQ(atLeft, part.left.begin);
            atLeft = part.left.end;
        } else {
            ASSERT_TRUE(part.left.isEmpty());
        }
        if (part.kind != Kind::removed) {
            ASSERT_EQ(atRight, part.right.begin);
            atRight = part.right.end;
        } else {
            ASSERT_TRUE(part.right.isEmpty());
        }
        if (part.kind == Kind::same) {
            ASSERT_EQ(words(cut(left, part.left)), words(cut(right, part.right)));
        }
    }
    ASSERT_EQ(static_cast<std::int64_t>(left.size()), atLeft);
    ASSERT_EQ(static_cast<std::int64_t>(right.size()), atRight);
}

std::string randomText(std::mt19937& random, std::size_t words, std::size_t vocabulary)
{
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += "w" + std::to_string(random() % vocabulary);
        const auto after = random() % 12;
        text += after == 0 ? "\n" : after == 1 ? "  \n\n " : after == 2 ? "  " : " ";
    }
    return text;
}

TEST(DifferenceOfRandomTexts, PartsCoverBothSides)
{
    std::mt19937 random(11);
    for (int round = 0; round < 600; ++round) {
        const auto left = randomText(random, random() % 60, 2 + random() % 30);
        auto right = round % 3 == 0 ? randomText(random, random() % 60, 2 + random() % 30) : left;
        for (int edit = 0; edit < round % 7 && !right.empty(); ++edit) {
            const auto at = random() % right.size();
            if (random() % 2 == 0)
                right.erase(at, random() % 20);
            else
                right.insert(at, randomText(random, random() % 5, 9));
        }
        expectCover(left, right);
        if (HasFatalFailure()) FAIL() << "<" << left << "> <" << right << ">";
    }
}

TEST(DifferenceOfLargeTexts, TakesLittleTimeEvenWithNothingInCommon)
{
    std::mt19937 random(5);
    const auto first = randomText(random, 18000, 3000);
    const auto second = randomText(random, 18000, 3000);
    std::string few = randomText(random, 40000, 2);
    const auto start = std::chrono::steady_clock::now();
    expectCover(first, second);
    expectCover(first, first + "end");
    expectCover(first, "");
    expectCover(few, randomText(random, 40000, 3));
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    EXPECT_LT(seconds, 5) << "under a sanitizer, too";
}

TEST(DifferenceOf, ShowsACopiedForwardBlock)
{
    const std::string block =
        "HISTORY:\nSeen for diabetes and kidney disease.\nNo chest pain.\nNo swelling.\nSleeps well.\n";
    const std::string left = "Visit of March 3.\n" + block + "Plan: continue.\n";
    const std::string right = "Visit of June 9.\nNew cough since Monday.\n" + block + "Plan: chest film.\n";
    const auto parts = differenceOf(left, right);
    bool isFound = false;
    for (const auto& part : parts)
        isFound = isFound || (part.kind == Kind::same && cut(right, part.right).find(block) != std::string::npos);
    EXPECT_TRUE(isFound);
    EXPECT_GT(sharedWords(parts, right), 0.6);
    EXPECT_LT(sharedWords(parts, right), 0.9);
}

TEST(SharedWords, CountsTheShareOfTheRightText)
{
    const auto share = [](std::string_view left, std::string_view right) {
        return sharedWords(differenceOf(left, right), right);
    };
    EXPECT_DOUBLE_EQ(1, share("a b c", "a b c"));
    EXPECT_DOUBLE_EQ(0, share("a b c", "x y"));
    EXPECT_DOUBLE_EQ(0.5, share("a b", "a b x y"));
    EXPECT_DOUBLE_EQ(0, share("a b", ""));
    EXPECT_DOUBLE_EQ(0, share("", " "));
}

TEST(DifferenceOf, TakesChanceWordsIntoTheChangeAroundThem)
{
    EXPECT_EQ("=Plan: -start aspirin and walking daily of rest +stop it all now of course with help",
              shown("Plan: start aspirin and walking daily of rest", "Plan: stop it all now of course with help"));
}

TEST(MatchSequences, FindsALongestCommonSubsequence)
{
    const std::vector<std::int32_t> left = {1, 2, 3, 1, 2, 2, 1};
    const std::vector<std::int32_t> right = {3, 2, 1, 2, 1, 3};
    int matched = 0;
    std::int32_t last = -1;
    const auto matches = matchSequences(left, right);
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (matches[i] < 0) continue;
        EXPECT_GT(matches[i], last);
        EXPECT_EQ(left[i], right[static_cast<std::size_t>(matches[i])]);
        last = matches[i];
        ++matched;
    }
    EXPECT_EQ(4, matched);
}

}  // namespace
}  // namespace cw
