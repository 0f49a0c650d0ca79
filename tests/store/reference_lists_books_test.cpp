#include "tests/store/reference_lists_fixture.h"

namespace cw::store {

namespace {

class ReferenceBooks : public ReferenceListsTest {
protected:
    std::vector<std::string> titles(const std::vector<IndexEntry>& entries)
    {
        std::vector<std::string> all;
        for (const auto& entry : entries) all.push_back(entry.term.title);
        return all;
    }
    std::string follow(ListKind kind, std::string_view see)
    {
        const auto found = mustHave(lists().followSee(kind, see));
        if (!found) return "nothing";
        std::string path(toString(found->kind));
        for (const auto& entry : mustHave(lists().indexPath(found->id))) path += " > " + entry.term.title;
        return path;
    }
    std::string characters(std::string_view prefix)
    {
        std::string all;
        for (const auto& value : mustHave(lists().pcsNext(prefix))) all += value.character;
        return all;
    }
    TabularPlace placeOf(std::string_view compact, std::optional<Date> on = {})
    {
        return mustHave(lists().place(compact, on)).value();
    }
};

using Titles = std::vector<std::string>;

TEST_F(ReferenceBooks, AnEmptyLibraryAnswersNothing)
{
    EXPECT_FALSE(mustHave(lists().place("W100", {})));
    EXPECT_TRUE(mustHave(lists().tabularChildren(0, {})).empty());
    EXPECT_TRUE(mustHave(lists().indexTerms(ListKind::index, 0, "", 10)).empty());
    EXPECT_FALSE(mustHave(lists().followSee(ListKind::index, "Fall")));
    EXPECT_TRUE(mustHave(lists().indexTermsOf("W100", 10)).empty());
    EXPECT_TRUE(mustHave(lists().indexColumns(ListKind::neoplasm)).empty());
    EXPECT_TRUE(mustHave(lists().pcsNext("")).empty());
    EXPECT_FALSE(mustHave(lists().pcsTable("9AB")));
    EXPECT_TRUE(mustHave(lists().indexPath(12345)).empty());
}

TEST_F(ReferenceBooks, NotesComeFromChapterToCode)
{
    installList(listOf(ListKind::tabular, "FY2017", "2016-10-01", "2017-09-30", sampleTabular()));
    const auto place = placeOf("W100", day("2017-01-01"));
    ASSERT_EQ(place.levels.size(), 4U);
    EXPECT_EQ(place.levels[0].entry.level, TabularLevel::chapter);
    EXPECT_EQ(place.levels[1].entry.name, "W00-W19");
    EXPECT_EQ(place.levels[3].entry.name, "W10.0");
    ASSERT_EQ(place.levels[2].notes.size(), 2U);
    EXPECT_EQ(place.levels[2].notes[0].kind, NoteKind::excludes1);
    EXPECT_EQ(place.levels[2].notes[1].text, "the ladder");
    EXPECT_EQ(place.levels[3].notes[0].text, "Bamboo ladder");
    EXPECT_FALSE(place.levels[3].entry.hasChildren);
    EXPECT_TRUE(place.levels[2].entry.hasChildren);
    ASSERT_EQ(place.seventhCharacters.size(), 2U);
    EXPECT_EQ(place.seventhCharacters[1].meaning, "subsequent encounter");
    EXPECT_EQ(place.release, "FY2017");
    EXPECT_FALSE(place.isOlderThanCodes);
    EXPECT_FALSE(place.restsOnAncestor);
    EXPECT_EQ(mustHave(lists().tabularNotes(place.levels[3].entry.id)).size(), 1U);
}

TEST_F(ReferenceBooks, SeventhCharactersAreInheritedUntilDefinedAnew)
{
    installList(listOf(ListKind::tabular, "FY2017", "2016-10-01", "2017-09-30", sampleTabular()));
    EXPECT_EQ(placeOf("W102").seventhCharacters.front().character, 'A');
    EXPECT_EQ(placeOf("W1020").seventhCharacters.front().character, '1');
    EXPECT_TRUE(placeOf("X10").seventhCharacters.empty());
    // What a seventh character completes is the list's own code.
    EXPECT_FALSE(placeOf("W100XXA").restsOnAncestor);
    EXPECT_EQ(placeOf("W100XXA").levels.back().entry.name, "W10.0");
    EXPECT_TRUE(placeOf("W100XXC").restsOnAncestor);
    EXPECT_TRUE(placeOf("W1005").restsOnAncestor);
    EXPECT_EQ(placeOf("W10555").levels.back().entry.name, "W10");
    EXPECT_FALSE(mustHave(lists().place("Z99", {})));
}

TEST_F(ReferenceBooks, TheListOfTheDateServesElseTheOneBefore)
{
    for (const auto* year : {"2017", "2021", "2023"}) {
        const auto first = std::to_string(std::stoi(year) - 1) + "-10-01";
        installList(
            listOf(ListKind::tabular, std::string("FY") + year, first, std::string(year) + "-09-30", sampleTabular()));
    }
    install(fy2025({row("W100", "Wooden ladder")}));
    EXPECT_EQ(placeOf("W100", day("2021-01-01")).release, "FY2021");
    EXPECT_EQ(placeOf("W100", day("2022-01-01")).release, "FY2021");
    EXPECT_EQ(placeOf("W100", day("2010-01-01")).release, "FY2023");
    EXPECT_EQ(placeOf("W100").release, "FY2023");
    EXPECT_TRUE(placeOf("W100", day("2025-01-01")).isOlderThanCodes);
    EXPECT_TRUE(placeOf("W100").isOlderThanCodes);
    EXPECT_FALSE(placeOf("W100", day("2021-01-01")).isOlderThanCodes);
    EXPECT_TRUE(placeOf("W100", day("2022-01-01")).isOlderThanCodes);
}

TEST_F(ReferenceBooks, TabularIsWalkedFromItsChapters)
{
    installList(listOf(ListKind::tabular, "FY2017", "2016-10-01", "2017-09-30", sampleTabular()));
    installList(listOf(ListKind::tabular, "FY2018", "2017-10-01", "2018-09-30", sampleTabular()));
    const auto chapters = mustHave(lists().tabularChildren(0, day("2017-01-01")));
    ASSERT_EQ(chapters.size(), 2U);
    EXPECT_EQ(chapters[0].title, "Falls (W00-W99)");
    const auto blocks = mustHave(lists().tabularChildren(chapters[0].id, {}));
    ASSERT_EQ(blocks.size(), 1U);
    const auto categories = mustHave(lists().tabularChildren(blocks[0].id, {}));
    ASSERT_EQ(categories.size(), 1U);
    const auto codes = mustHave(lists().tabularChildren(categories[0].id, {}));
    ASSERT_EQ(codes.size(), 2U);
    EXPECT_EQ(codes[1].name, "W10.2");
    EXPECT_TRUE(codes[1].hasChildren);
}

TEST_F(ReferenceBooks, MainTermsBeginAtALetter)
{
    installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    installList(listOf(ListKind::index, "FY2024", "2023-10-01", "", IndexTree{"old", {}, {term("Old", -1, 0)}}));
    const auto at = [&](std::string_view from, int limit = 10) {
        return titles(mustHave(lists().indexTerms(ListKind::index, 0, from, limit)));
    };
    EXPECT_EQ(at(""), (Titles{"Bruise", "Complication", "Élan vital", "Fall, falling"}));
    EXPECT_EQ(at("", 2), (Titles{"Bruise", "Complication"}));
    EXPECT_EQ(at("c"), (Titles{"Complication", "Élan vital", "Fall, falling"}));
    EXPECT_EQ(at("ELA").front(), "Élan vital");
    EXPECT_EQ(at("F").size(), 1U);
    EXPECT_TRUE(at("Z").empty());
    const auto main = mustHave(lists().indexTerms(ListKind::index, 0, "compl", 1));
    EXPECT_EQ(main.front().parent, 0);
    EXPECT_EQ(main.front().term.nonessential, "(s) (from)");
    EXPECT_TRUE(main.front().hasChildren);
    const auto under = mustHave(lists().indexTerms(ListKind::index, main.front().id, "", 10));
    ASSERT_EQ(under.size(), 1U);
    EXPECT_EQ(under.front().parent, main.front().id);
    EXPECT_EQ(under.front().term.level, 1);
}

TEST_F(ReferenceBooks, SeeIsFollowedDownTheSubTerms)
{
    installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    installList(listOf(ListKind::neoplasm, "FY2025", "2024-10-01", "", sampleNeoplasm()));
    EXPECT_EQ(follow(ListKind::neoplasm, "Neoplasm, abdomen, wall, skin"),
              "neoplasm > Neoplasm, neoplastic > abdomen, abdominal > wall > skin");
    EXPECT_EQ(follow(ListKind::index, "neoplasm,  ABDOMINAL, wall, malignant"),
              "neoplasm > Neoplasm, neoplastic > abdomen, abdominal > wall");
    EXPECT_EQ(follow(ListKind::index, "Complications, ladders, with rain"),
              "index > Complication > ladder, ladders > with > rain");
    EXPECT_EQ(follow(ListKind::index, "Complications, ladders, with, rain"),
              "index > Complication > ladder, ladders > with > rain");
    EXPECT_EQ(follow(ListKind::index, "fall"), "index > Fall, falling");
    EXPECT_EQ(follow(ListKind::index, "Fall, falling, from ladder"), "index > Fall, falling > from ladder");
    EXPECT_EQ(follow(ListKind::index, "Fall, by site"), "index > Fall, falling");
    EXPECT_EQ(follow(ListKind::index, "Elan vital"), "index > Élan vital");
    EXPECT_EQ(follow(ListKind::index, "Fall from ladder"), "index > Fall, falling > from ladder");
    EXPECT_EQ(follow(ListKind::index, "also Fall"), "index > Fall, falling");
    EXPECT_EQ(follow(ListKind::index, "Table of Neoplasms, abdomen, wall"),
              "neoplasm > Neoplasm, neoplastic > abdomen, abdominal > wall");
    EXPECT_EQ(follow(ListKind::index, "Table of Drugs and Chemicals, by drug"), "nothing");
    EXPECT_EQ(follow(ListKind::index, "Fal"), "nothing");
    EXPECT_EQ(follow(ListKind::index, " , "), "nothing");
    EXPECT_EQ(follow(ListKind::index, ""), "nothing");
    EXPECT_EQ(mustHave(lists().indexColumns(ListKind::neoplasm)).size(), 6U);
}

TEST_F(ReferenceBooks, TermsOfACodeTheNearestFirst)
{
    installList(listOf(ListKind::index, "FY2025", "2024-10-01", "", sampleIndex()));
    installList(listOf(ListKind::neoplasm, "FY2025", "2024-10-01", "", sampleNeoplasm()));
    EXPECT_EQ(titles(mustHave(lists().indexTermsOf("W1020", 10))), (Titles{"rain", "from ladder", "ladder, ladders"}));
    EXPECT_EQ(titles(mustHave(lists().indexTermsOf("W1020", 2))), (Titles{"rain", "from ladder"}));
    EXPECT_EQ(titles(mustHave(lists().indexTermsOf("C4451", 10))), (Titles{"skin"}));
    EXPECT_TRUE(mustHave(lists().indexTermsOf("Q00", 10)).empty());
}

TEST_F(ReferenceBooks, PcsIsBuiltAxisByAxis)
{
    installList(listOf(ListKind::pcsTables, "FY2025", "2024-10-01", "", samplePcsTables()));
    EXPECT_EQ(characters(""), "9");
    EXPECT_EQ(characters("9"), "AC");
    EXPECT_EQ(characters("9A"), "B");
    EXPECT_EQ(mustHave(lists().pcsNext("9A")).front().label, "Folding");
    EXPECT_EQ(characters("9AB"), "125");
    EXPECT_EQ(characters("9AB1"), "0");
    EXPECT_EQ(characters("9AB5"), "0X");
    EXPECT_EQ(characters("9AB5X"), "J");
    EXPECT_EQ(characters("9AB5XJ"), "Z");
    EXPECT_EQ(characters("9AB5XJZ"), "");
    EXPECT_EQ(characters("9AB7"), "");
    EXPECT_EQ(characters("8"), "");
    const auto table = mustHave(lists().pcsTable("9AB"));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->axisTitles[3], "Body Part");
    EXPECT_EQ(table->rows.size(), 2U);
    EXPECT_FALSE(mustHave(lists().pcsTable("000")));
}

TEST_F(ReferenceBooks, PcsWithoutTablesFollowsTheCodes)
{
    install(table(CodeSystem::icd10pcs, ReleaseKind::official, "FY2025", "2024-10-01", "2025-09-30",
                  {header("9AB", "Folding"), row("9AB10ZZ", "Left"), row("9AB5XJZ", "Tail"), row("9C0Z0ZZ", "Claw")}));
    EXPECT_EQ(characters(""), "9");
    EXPECT_EQ(characters("9"), "AC");
    EXPECT_EQ(characters("9AB"), "15");
    EXPECT_EQ(characters("9AB5XJ"), "Z");
    EXPECT_EQ(characters("9AB5XJZ"), "");
    EXPECT_EQ(mustHave(lists().pcsNext("9AB")).front().label, "");
}

TEST_F(ReferenceBooks, PcsDefinitionsByAxisAndTerm)
{
    for (const auto& list : sampleLists()) {
        if (list.kind == ListKind::pcsDefinitions) installList(list);
    }
    EXPECT_EQ(mustHave(lists().pcsDefinitions('9', 3, "folding")).front().explanation, "By hand");
    EXPECT_EQ(mustHave(lists().pcsDefinitions('9', 5, "")).size(), 1U);
    EXPECT_TRUE(mustHave(lists().pcsDefinitions('8', 3, "")).empty());
    EXPECT_TRUE(mustHave(lists().pcsDefinitions('9', 3, "flying")).empty());
}

}  // namespace

}  // namespace cw::store
