#include "claim/x12/characters.h"

#include <gtest/gtest.h>

namespace cw::x12 {
namespace {

struct TextCase {
    std::string given;
    std::string sent;
    std::vector<std::string> from;
};

class ToSendable : public testing::TestWithParam<TextCase> {};

TEST_P(ToSendable, SendsWhatX12CanCarryAndTellsTheRest)
{
    std::vector<Replacement> replaced;
    EXPECT_EQ(GetParam().sent, toSendable(GetParam().given, replaced));
    std::vector<std::string> from;
    for (const auto& replacement : replaced) from.push_back(replacement.from);
    EXPECT_EQ(GetParam().from, from);
}

INSTANTIATE_TEST_SUITE_P(Characters, ToSendable,
                         testing::Values(TextCase{"O'Brien-Smith, Jr.", "O'BRIEN-SMITH, JR.", {}},
                                         TextCase{"  Ana  ", "ANA", {}},
                                         TextCase{"A*B^C:D~E", "A B C D E", {"*", "^", ":", "~"}},
                                         TextCase{"Jos\u00e9", "JOSE", {"\u00e9"}},
                                         TextCase{"Jose\u0301", "JOSE", {"U+0301"}},
                                         TextCase{"Wei\u00dfm\u00fcller", "WEISSMULLER", {"\u00df", "\u00fc"}},
                                         TextCase{"\u0141\u00f3d\u017a", "LODZ", {"\u0141", "\u00f3", "\u017a"}},
                                         TextCase{"O\u2019Neil \u2013 x", "O'NEIL - X", {"\u2019", "\u2013"}},
                                         TextCase{"a\tb\r\nc", "A B  C", {"U+0009", "U+000D", "U+000A"}},
                                         TextCase{"\u6f22x", "X", {"\u6f22"}}, TextCase{"a\xe9z", "A Z", {"byte+00E9"}},
                                         TextCase{"\xe2\x82", "", {"byte+00E2", "byte+0082"}},
                                         TextCase{"***", "", {"*", "*", "*"}}, TextCase{"", "", {}}));

TEST(Sendable, IsUpperCaseAndNeverADelimiter)
{
    EXPECT_EQ('A', sendable('a'));
    EXPECT_EQ('#', sendable('#'));
    for (const char c : std::string("*^:~`\t\n\x7f\x80\xff")) EXPECT_EQ(0, sendable(c)) << static_cast<int>(c);
    EXPECT_EQ(0, sendable('\0'));
}

TEST(SendableSigns, LeaveOutThePartnersDelimiters)
{
    const SendableSigns signs({.element = '|', .repetition = '!', .component = '>', .segment = '\''});
    for (const char c : std::string("|!>'")) EXPECT_EQ(0, signs.sent(c)) << c;
    for (const char c : std::string("*:~#@")) EXPECT_EQ(c, signs.sent(c));
    EXPECT_EQ('B', signs.sent('b'));
    std::vector<Replacement> replaced;
    EXPECT_EQ("O NEIL* X", toSendable("O\u2019Neil*!x", replaced, signs));
    ASSERT_EQ(2U, replaced.size());
    // The plain form of this apostrophe is one of the delimiters.
    EXPECT_EQ(" ", replaced[0].to);
}

TEST(SendableSigns, AreFewerInTheBasicSet)
{
    const SendableSigns signs({}, false);
    for (const char c : std::string("%@[]_{}\\|<>#$")) EXPECT_EQ(0, signs.sent(c)) << c;
    for (const char c : std::string("A9 !\"&'()+,-./;?=")) EXPECT_EQ(c, signs.sent(c));
}

TEST(Delimiters, AreFourDifferentSigns)
{
    EXPECT_TRUE(areUsable({}));
    EXPECT_TRUE(areUsable({.element = '|', .repetition = '!', .component = '>', .segment = '\''}));
    for (const char c : std::string("*A9 -.\n\x7f\xe9"))
        EXPECT_FALSE(areUsable({.component = c})) << static_cast<int>(c);
}

}  // namespace
}  // namespace cw::x12
