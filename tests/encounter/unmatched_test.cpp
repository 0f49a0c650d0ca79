#include "encounter/unmatched.h"

#include <gtest/gtest.h>

#include <set>

namespace cw {
namespace {

TEST(UnmatchedReasons, AreWrittenAndReadBackAndSaidInWords)
{
    std::set<std::string_view> names;
    std::set<std::string_view> sentences;
    for (int i = 0; i <= static_cast<int>(UnmatchedReason::unclearMerge); ++i) {
        const auto reason = static_cast<UnmatchedReason>(i);
        const auto back = parseUnmatchedReason(toString(reason));
        ASSERT_TRUE(back);
        EXPECT_EQ(reason, *back);
        EXPECT_TRUE(sentence(reason).ends_with('.'));
        names.insert(toString(reason));
        sentences.insert(sentence(reason));
    }
    EXPECT_EQ(8U, names.size());
    EXPECT_EQ(8U, sentences.size());
    EXPECT_EQ("unknown_patient", toString(UnmatchedReason::unknownPatient));
}

TEST(UnmatchedReasons, ThatAreUnknownAreCorrupt)
{
    const auto refused = parseUnmatchedReason("bad luck");
    ASSERT_FALSE(refused);
    EXPECT_EQ(ErrorKind::corrupt, refused.error().kind);
    EXPECT_EQ("ENCOUNTER-030", refused.error().id);
}

}  // namespace
}  // namespace cw
