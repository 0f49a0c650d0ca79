#include "codeset/tabular.h"

#include <gtest/gtest.h>

#include <set>

namespace cw {
namespace {

TabularNode code(const std::string& name, std::int32_t parent)
{
    TabularNode node;
    node.name = name;
    node.title = "Title of " + name;
    node.parent = parent;
    return node;
}

/// A chapter with one block; codes go under index 1.
Tabular skeleton()
{
    Tabular tabular;
    tabular.nodes.push_back({TabularLevel::chapter, "19", "Injury", -1, {}, {}});
    tabular.nodes.push_back({TabularLevel::block, "S00-S09", "Head", 0, {}, {}});
    return tabular;
}

const std::vector<SeventhCharacter> episodes = {
    {'A', "initial encounter"}, {'D', "subsequent encounter"}, {'S', "sequela"}};

using Codes = std::vector<std::string>;

TEST(TabularTest, SeventhCharacterGoesToItsPlace)
{
    EXPECT_EQ("S72001A", withSeventhCharacter("S72001", 'A'));
    EXPECT_EQ("S01XXXD", withSeventhCharacter("S01", 'D'));
    EXPECT_EQ("T360X1S", withSeventhCharacter("T360X1", 'S'));
    EXPECT_EQ("M1A00X0", withSeventhCharacter("M1A00", '0'));
}

TEST(TabularTest, LeavesAreTheCompleteCodes)
{
    auto tabular = skeleton();
    tabular.nodes.push_back(code("S08", 1));
    tabular.nodes.push_back(code("S081", 2));
    tabular.nodes.push_back(code("S080", 2));
    tabular.nodes.push_back(code("S09", 1));
    EXPECT_EQ((Codes{"S080", "S081", "S09"}), expandToCodes(tabular));
}

TEST(TabularTest, SeventhCharactersAreInheritedUntilDefinedAnew)
{
    auto tabular = skeleton();
    tabular.nodes.push_back(code("S01", 1));
    tabular.nodes.back().seventhCharacters = episodes;
    tabular.nodes.push_back(code("S010", 2));
    tabular.nodes.push_back(code("S0111", 2));
    tabular.nodes.back().seventhCharacters = {{'A', "initial"}};
    tabular.nodes.push_back(code("S01222Z", 2));  // Complete already.
    EXPECT_EQ((Codes{"S010XXA", "S010XXD", "S010XXS", "S0111XA", "S01222Z"}), expandToCodes(tabular));
}

TEST(TabularTest, ANoteMayRuleOutSeventhCharacters)
{
    auto tabular = skeleton();
    tabular.nodes.push_back(code("S06", 1));
    tabular.nodes.back().seventhCharacters = episodes;
    tabular.nodes.back().notes = {
        {NoteKind::note,
         "7th characters D and S do not apply to codes in category S06 with 6th character 7 - death due "
         "to one thing, or 8 - death due to another."}};
    for (const auto name : {"S060X1", "S060X7", "S060X8"}) tabular.nodes.push_back(code(name, 2));
    tabular.nodes.push_back(code("S07007", 1));  // Not in S06.
    tabular.nodes.back().seventhCharacters = episodes;
    EXPECT_EQ((Codes{"S060X1A", "S060X1D", "S060X1S", "S060X7A", "S060X8A", "S07007A", "S07007D", "S07007S"}),
              expandToCodes(tabular));
}

TEST(TabularTest, ARuleWithoutPositionHoldsForAllCodesUnderItsOwner)
{
    auto tabular = skeleton();
    tabular.nodes.push_back(code("S05", 1));
    tabular.nodes.back().seventhCharacters = episodes;
    tabular.nodes.push_back(code("S051", 2));
    tabular.nodes.back().notes = {{NoteKind::seventhCharacter, "7th character S does not apply here"}};
    tabular.nodes.push_back(code("S052", 2));
    EXPECT_EQ((Codes{"S051XXA", "S051XXD", "S052XXA", "S052XXD", "S052XXS"}), expandToCodes(tabular));
}

TEST(TabularTest, OtherNotesOnSeventhCharactersRuleOutNothing)
{
    auto tabular = skeleton();
    tabular.nodes.push_back(code("S05", 1));
    tabular.nodes.back().seventhCharacters = episodes;
    tabular.nodes.back().notes = {{NoteKind::note, "7th characters may not apply"},
                                  {NoteKind::note, "7th character D does not apply with death"},
                                  {NoteKind::seventhCharacter, "The appropriate 7th character is to be added"},
                                  {NoteKind::excludes1, "7th character D does not apply"}};
    EXPECT_EQ(3U, expandToCodes(tabular).size());
}

TEST(TabularTest, NoteNamesAreDistinct)
{
    std::set<std::string_view> words;
    std::set<std::string_view> shown;
    for (const auto kind :
         {NoteKind::includes, NoteKind::inclusionTerm, NoteKind::excludes1, NoteKind::excludes2, NoteKind::codeFirst,
          NoteKind::useAdditional, NoteKind::codeAlso, NoteKind::seventhCharacter, NoteKind::note}) {
        EXPECT_TRUE(words.insert(toString(kind)).second);
        EXPECT_TRUE(shown.insert(displayName(kind)).second);
    }
    EXPECT_EQ("Code first", displayName(NoteKind::codeFirst));
}

}  // namespace
}  // namespace cw
