#include "codeset/reference_list.h"

#include <gtest/gtest.h>

#include <set>

namespace cw {
namespace {

TEST(ListKindTest, WordsOfTheCommandLineGoBothWays)
{
    static constexpr std::string_view words[] = {
        "tabular", "index", "eindex", "neoplasm", "drugs", "tables", "pcsindex", "definitions", "addenda",   "mpfs",
        "ptp",     "mue",   "aoc",    "poa",      "mce",   "gems",   "hcc",      "pos",         "conversion"};
    std::set<std::string_view> shown;
    for (const auto word : words) {
        const auto kind = parseListKind(word);
        ASSERT_TRUE(kind) << word;
        EXPECT_EQ(word, toString(*kind));
        EXPECT_TRUE(shown.insert(displayName(*kind)).second) << word;
    }
}

TEST(ListKindTest, RefusesOtherWords)
{
    for (const auto word : {"", "order", "cpt", "Tabular", "nonsense"}) {
        const auto kind = parseListKind(word);
        ASSERT_FALSE(kind) << word;
        EXPECT_EQ("CODESET-011", kind.error().id);
    }
}

}  // namespace
}  // namespace cw
