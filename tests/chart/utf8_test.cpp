#include "chart/utf8.h"

#include <gtest/gtest.h>

namespace cw::utf8 {
namespace {

TEST(Utf8, ReadsWhatItWrites)
{
    for (const char32_t code :
         {U'a', U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
        std::string text;
        append(text, code);
        const auto character = characterAt(text, 0);
        EXPECT_EQ(code, character.code);
        EXPECT_EQ(text.size(), character.size);
    }
}

TEST(Utf8, TakesWhatIsNoCharacterByteForByte)
{
    for (const auto* bytes : {"\xFF", "\x80", "\xC3", "\xC3(", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80",
                              "\xF4\x90\x80\x80", "\xF0\x9F\x98"}) {
        const auto character = characterAt(bytes, 0);
        EXPECT_EQ(broken, character.code) << bytes;
        EXPECT_EQ(1U, character.size) << bytes;
    }
}

TEST(Utf8, CountsUtf16Units)
{
    const std::string text = "a\xC3\xA9\xF0\x9F\x98\x80z";
    EXPECT_EQ(0U, byteOffset(text, 0));
    EXPECT_EQ(1U, byteOffset(text, 1));
    EXPECT_EQ(3U, byteOffset(text, 2));
    EXPECT_EQ(std::nullopt, byteOffset(text, 3));
    EXPECT_EQ(7U, byteOffset(text, 4));
    EXPECT_EQ(8U, byteOffset(text, 5));
    EXPECT_EQ(std::nullopt, byteOffset(text, 6));
    EXPECT_EQ(std::nullopt, byteOffset(text, -1));
}

}  // namespace
}  // namespace cw::utf8
