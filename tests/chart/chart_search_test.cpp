#include "chart/chart_search.h"

#include "chart/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace cw {
namespace {

ChartIndex indexOf(const std::vector<std::string>& texts)
{
    std::vector<ChartText> pages;
    for (std::size_t i = 0; i < texts.size(); ++i)
        pages.push_back({DocumentVersionId{static_cast<std::int64_t>(i) + 1}, 0, texts[i], false});
    return ChartIndex(std::move(pages));
}

std::string hitIn(const std::string& text, const std::string& query)
{
    const auto hits = indexOf({text}).find(query, 10);
    if (hits.empty()) return "none";
    return text.substr(static_cast<std::size_t>(hits[0].begin), static_cast<std::size_t>(hits[0].end - hits[0].begin));
}

struct FoundCase {
    const char* text;
    const char* query;
    const char* hit;  ///< As it stands in the text.
};

class ChartSearchFinds : public testing::TestWithParam<FoundCase> {};

TEST_P(ChartSearchFinds, TheWordsWhereTheyStand)
{
    EXPECT_EQ(GetParam().hit, hitIn(GetParam().text, GetParam().query));
}

INSTANTIATE_TEST_SUITE_P(
    All, ChartSearchFinds,
    testing::Values(FoundCase{"Type 2 Diabetes", "diabetes", "Diabetes"}, FoundCase{"diabetes", "DIABETES", "diabetes"},
                    FoundCase{"Caf\xC3\xA9\n   au lait", "cafe au", "Caf\xC3\xA9\n   au"},
                    FoundCase{"cafe au", "Caf\xC3\xA9 au", "cafe au"},
                    FoundCase{"a cafe\xCC\x81 here", "cafe", "cafe\xCC\x81"},
                    FoundCase{"\xC3\x84rztin", "arztin", "\xC3\x84rztin"},
                    FoundCase{"Stra\xC3\x9F"
                              "e 4",
                              "strasse",
                              "Stra\xC3\x9F"
                              "e"},
                    FoundCase{"Strasse",
                              "stra\xC3\x9F"
                              "e",
                              "Strasse"},
                    FoundCase{"chronic kid-\nney disease", "kidney", "kid-\nney"},
                    FoundCase{"chronic kid-\r\n   ney disease", "kidney disease", "kid-\r\n   ney disease"},
                    FoundCase{"follow-up visit", "follow-up", "follow-up"},
                    FoundCase{"follow-\nup visit", "follow-up", "follow-\nup"},
                    FoundCase{"follow-up visit", "followup", "follow-up"},
                    FoundCase{"follow-up visit", "follow-", "follow"},
                    FoundCase{"COVID-19 positive", "covid-19", "COVID-19"},
                    FoundCase{"COVID-\n19 positive", "covid-19", "COVID-\n19"},
                    FoundCase{"on 2025-03-18", "2025-03", "2025-03"}, FoundCase{"pain 5-6/10", "56", "none"},
                    FoundCase{"x - ray", "x-ray", "none"}, FoundCase{"kidney disease", "kidneydisease", "none"},
                    FoundCase{"patient\xE2\x80\x99s knee", "patient's", "patient\xE2\x80\x99s"},
                    FoundCase{"3\xE2\x80\x93"
                              "4 days",
                              "3-4",
                              "3\xE2\x80\x93"
                              "4"},
                    FoundCase{"30 kg/m\xC2\xB2", "kg/m2", "kg/m\xC2\xB2"},
                    FoundCase{"1\xC2\xBD tablets", "1/2 tab", "\xC2\xBD tab"},
                    FoundCase{"\xCE\x91\xCE\xBB\xCF\x86\xCE\xB1", "\xCE\xB1\xCE\xBB\xCF\x86\xCE\xB1",
                              "\xCE\x91\xCE\xBB\xCF\x86\xCE\xB1"},
                    FoundCase{"no\xC2\xA0"
                              "break",
                              "no break",
                              "no\xC2\xA0"
                              "break"},
                    FoundCase{"soft\xC2\xADhyphen", "softhyphen", "soft\xC2\xADhyphen"},
                    FoundCase{"\xEF\xAC\x81rst", "first", "\xEF\xAC\x81rst"},
                    FoundCase{"  tabs\t\tand  blanks ", " tabs and ", "tabs\t\tand"},
                    FoundCase{"\xE4\xB8\xAD\xE6\x96\x87 name", "\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD\xE6\x96\x87"},
                    FoundCase{"a [50%] (b) \\d+ .* ^x$ 'q' \"z\"", "[50%] (b) \\d+ .* ^x$ 'q' \"z\"",
                              "[50%] (b) \\d+ .* ^x$ 'q' \"z\""},
                    FoundCase{"bad \xFF\xFE bytes", "bytes", "bytes"}, FoundCase{"bad \xC3", "bad", "bad"}));

TEST(ChartSearch, FindsNothingForAQueryWithoutLetterOrDigit)
{
    const auto index = indexOf({"a - b \xE2\x80\x94 c \xE2\x80\xA2 % *"});
    for (const auto* query : {"", " ", "\n\t", "-", "\xE2\x80\x94", "%", "*.*", "\xE2\x80\xA2", "\xCC\x81", "\xC2\xAD"})
        EXPECT_TRUE(index.find(query, 10).empty()) << query;
}

TEST(ChartSearch, GivesHitsInOrderUpToALimit)
{
    const auto index = indexOf({"pain, no pain", "none", "pain"});
    const auto hits = index.find("pain", 10);
    ASSERT_EQ(3U, hits.size());
    EXPECT_EQ(0, hits[0].begin);
    EXPECT_EQ(9, hits[1].begin);
    EXPECT_EQ(DocumentVersionId{3}, hits[2].version);
    EXPECT_EQ(2U, index.find("pain", 2).size());
    EXPECT_TRUE(index.find("pain", 0).empty());
}

TEST(ChartSearch, SaysWhichPageAndWhetherItWasRecognised)
{
    const ChartIndex index({{DocumentVersionId{7}, 4, "faxed page", true}});
    const auto hit = index.find("fax", 1).at(0);
    EXPECT_EQ(4, hit.page);
    EXPECT_TRUE(hit.isRecognised);
}

TEST(ChartSearch, StopsWhenAskedTo)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(indexOf({"pain"}).find("pain", 10, stop.get_token()).empty());
}

TEST(ChartSearch, CutsSnippetsAtWordsAndMarksTheHit)
{
    std::string text;
    for (int i = 0; i < 40; ++i) text += "w\xC3\xB6rter ";
    text += "the\n  Kid-\nney   hurts ";
    for (int i = 0; i < 40; ++i) text += "nachher ";
    const auto hit = indexOf({text}).find("kidney hurts", 1).at(0);
    EXPECT_TRUE(hit.snippet.starts_with("\xE2\x80\xA6w\xC3\xB6rter")) << hit.snippet;
    EXPECT_TRUE(hit.snippet.ends_with("nachher\xE2\x80\xA6")) << hit.snippet;
    EXPECT_NE(std::string::npos, hit.snippet.find("the Kid- ney hurts nachher")) << hit.snippet;
    EXPECT_EQ("Kid- ney hurts", hit.snippet.substr(static_cast<std::size_t>(hit.markBegin),
                                                   static_cast<std::size_t>(hit.markEnd - hit.markBegin)));
    EXPECT_LT(hit.snippet.size(), 130U);
}

TEST(ChartSearch, SnippetOfAShortTextIsTheText)
{
    const auto hit = indexOf({"knee pain"}).find("pain", 1).at(0);
    EXPECT_EQ("knee pain", hit.snippet);
    EXPECT_EQ(5, hit.markBegin);
    EXPECT_EQ(9, hit.markEnd);
}

TEST(ChartSearch, SnippetOfOneLongWordKeepsItsCharactersWhole)
{
    std::string text;
    for (int i = 0; i < 100; ++i) text += "\xC3\xA9";
    text += "knee";
    for (int i = 0; i < 100; ++i) text += "\xE2\x82\xAC";
    const auto snippet = indexOf({text}).find("knee", 1).at(0).snippet;
    for (std::size_t at = 0; at < snippet.size();) {
        const auto character = utf8::characterAt(snippet, at);
        EXPECT_NE(utf8::broken, character.code);
        at += character.size;
    }
}

/// Whatever the text, a hit lies on whole characters and folds to what was asked for.
TEST(ChartSearch, OffsetsComeBackInRandomTexts)
{
    const std::vector<std::string> pieces = {
        "a",  "B", "\xC3\xA9",     "e\xCC\x81",        "\xC3\x9F", "-",    "-\n",          " ",
        "\n", "9", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80", "\xC2\xAD", "\xFF", "\xE2\x80\x99", "\xC2\xBD"};
    std::mt19937 random(4);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (int i = 0; i < 30; ++i) text += pieces[random() % pieces.size()];
        std::string query;
        for (int i = 0; i < 2; ++i) query += pieces[random() % 10];
        if (query.starts_with('-')) continue;  // What a hyphen is worth depends on what stands before it.
        for (const auto& hit : indexOf({text}).find(query, 100)) {
            ASSERT_LT(hit.begin, hit.end);
            ASSERT_LE(hit.end, static_cast<std::int64_t>(text.size()));
            const auto begin = static_cast<std::size_t>(hit.begin);
            const auto end = static_cast<std::size_t>(hit.end);
            ASSERT_EQ(begin, utf8::startOfCharacter(text, begin));
            const auto found = foldForSearch(text.substr(begin, end - begin), nullptr);
            auto asked = foldForSearch(query, nullptr);
            while (asked.starts_with(' ')) asked.erase(0, 1);
            while (asked.ends_with(' ') || asked.ends_with('-')) asked.pop_back();
            EXPECT_NE(std::string::npos, found.find(asked)) << "<" << text << "> <" << query << ">";
        }
    }
}

TEST(FoldForSearch, TellsWhereEachByteCameFrom)
{
    std::vector<std::uint32_t> origin;
    EXPECT_EQ("ae x", foldForSearch("\xC3\x86 \n X", &origin));
    EXPECT_EQ((std::vector<std::uint32_t>{0, 0, 2, 5}), origin);
    EXPECT_EQ("", foldForSearch("", &origin));
    EXPECT_TRUE(origin.empty());
}

TEST(FoldForSearch, FoldingTwiceChangesNothing)
{
    for (char32_t code = 1; code < 0x3000; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string text = "a";
        utf8::append(text, code);
        text += "b";
        const auto once = foldForSearch(text, nullptr);
        EXPECT_EQ(once, foldForSearch(once, nullptr)) << static_cast<unsigned>(code);
    }
}

}  // namespace
}  // namespace cw
