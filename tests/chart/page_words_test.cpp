#include "chart/page_text.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

TEST(PageWords, ComeBackAsTheyWere)
{
    const std::vector<RecognisedWord> words = {{0, 4, {10, 20, 300, 40}, 96}, {5, 9, {0, 0, 10000, 10000}, 0}};
    EXPECT_EQ(words, *readWords(writeWords(words)));
    EXPECT_TRUE(readWords("")->empty());
    EXPECT_EQ("", writeWords({}));
}

TEST(PageWords, ThatCannotBeReadAreRefused)
{
    for (const auto* text : {"x", "1", "0 4 10 20 300 40 96", "0 4 10 20 300 40;", "4 0 1 1 1 1 1;", "-1 4 1 1 1 1 1;",
                             "0 4 10 20 300 40 96;rest", "0  4 1 1 1 1 1;", "0 99999999999 1 1 1 1 1;"}) {
        const auto words = readWords(text);
        ASSERT_FALSE(words) << text;
        EXPECT_EQ("CHART-021", words.error().id);
    }
}

}  // namespace
}  // namespace cw
