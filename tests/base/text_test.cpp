#include "base/text.h"

#include <gtest/gtest.h>

namespace cw::text {
namespace {

TEST(TextTrim, TakesBlanksFromBothEnds)
{
    EXPECT_EQ("a b", trim(" \t a b\r\n"));
    EXPECT_EQ("", trim(" \n "));
    EXPECT_EQ("", trim(""));
}

TEST(TextCase, ChangesAsciiOnly)
{
    EXPECT_EQ("E11.9 \xC3\xA9", upperAscii("e11.9 \xC3\xA9"));
    EXPECT_EQ("lab \xC3\x89", lowerAscii("LAB \xC3\x89"));
}

TEST(TextDigits, NeedsAtLeastOneAndNothingElse)
{
    EXPECT_TRUE(isDigits("0123456789"));
    EXPECT_FALSE(isDigits(""));
    EXPECT_FALSE(isDigits("12a"));
    EXPECT_FALSE(isDigits("-1"));
}

TEST(TextUtf8, AcceptsEveryLength)
{
    EXPECT_TRUE(isUtf8(""));
    EXPECT_TRUE(isUtf8("plain"));
    EXPECT_TRUE(isUtf8("\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"));
}

TEST(TextUtf8, RefusesWhatIsNotUtf8)
{
    EXPECT_FALSE(isUtf8("\xE9"));              // Latin-1.
    EXPECT_FALSE(isUtf8("\xC3"));              // Cut off.
    EXPECT_FALSE(isUtf8("\xC0\xAF"));          // Overlong.
    EXPECT_FALSE(isUtf8("\xE0\x80\x80"));      // Overlong.
    EXPECT_FALSE(isUtf8("\xED\xA0\x80"));      // Surrogate.
    EXPECT_FALSE(isUtf8("\xF4\x90\x80\x80"));  // Beyond U+10FFFF.
    EXPECT_FALSE(isUtf8("\x80"));              // Continuation first.
    EXPECT_FALSE(isUtf8("\xFF"));
}

TEST(TextCp1252, BecomesUtf8)
{
    EXPECT_EQ("\xC3\xA9", fromCp1252("\xE9"));
    EXPECT_EQ("\xE2\x82\xAC", fromCp1252("\x80"));
    EXPECT_EQ("\xE2\x80\x93", fromCp1252("\x96"));
    EXPECT_EQ("abc", fromCp1252("abc"));
}

TEST(TextCp1252, UndefinedBytesBecomeTheReplacementCharacter)
{
    EXPECT_EQ("\xEF\xBF\xBD", fromCp1252("\x81"));
    EXPECT_TRUE(isUtf8(fromCp1252("\x81\x8D\x8F\x90\x9D")));
}

TEST(TextSplit, KeepsEmptyParts)
{
    EXPECT_EQ((std::vector<std::string_view>{"a", "", "b", ""}), split("a,,b,", ','));
    EXPECT_EQ((std::vector<std::string_view>{""}), split("", ','));
}

TEST(TextLines, TakesBothLineEndsAndALastLineWithoutOne)
{
    EXPECT_EQ((std::vector<std::string_view>{"a", "b", "", "c"}), lines("a\r\nb\n\nc"));
    EXPECT_EQ((std::vector<std::string_view>{"a"}), lines("a\n"));
    EXPECT_TRUE(lines("").empty());
}

TEST(TextJoin, PutsTheSeparatorBetween)
{
    EXPECT_EQ("a, b", join({"a", "b"}, ", "));
    EXPECT_EQ("", join({}, ", "));
}

}  // namespace
}  // namespace cw::text
