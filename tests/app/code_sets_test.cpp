#include "app/code_sets.h"

#include "app/own_codes.h"
#include "encounter/coding.h"
#include "tests/app/library_fixture.h"

namespace cw::test {
namespace {

using app::CodeSets;
using app::MemberState;

const Date inFy2024 = Date::of(2024, 8, 1);
const Date inFy2025 = Date::of(2025, 1, 20);

class Sets : public LibraryTest {
protected:
    static app::OpenedSet named(app::Workspace& workspace, const std::string& name, Date on = inFy2025)
    {
        return must(CodeSets(workspace).find(name, on));
    }
    static void make(app::Workspace& workspace, const std::string& name, const std::vector<std::string>& codes,
                     bool shared = false)
    {
        CodeSets sets(workspace);
        const auto id = must(sets.create(name, "adult", "", shared));
        for (const auto& code : codes) must(sets.add(id, CodeSystem::icd10cm, code));
    }
};

TEST_F(Sets, FlagCodesThatEndedOrEndSoonAndNameTheirSuccessors)
{
    const auto office = as("office");
    importBothYears(*office);
    installConversion(*office);
    make(*office, "Lipids", {"E78.5", "I10", "E78", "Z99.9", "E78.50"});
    const auto before = named(*office, "lipids", inFy2024).codes;
    EXPECT_EQ(MemberState::endsSoon, before[0].state);
    EXPECT_EQ(Date::of(2024, 9, 30), before[0].lastDay);
    ASSERT_EQ(1U, before[0].successors.size());
    EXPECT_EQ("E7850", before[0].successors[0].code);
    EXPECT_EQ(MemberState::inForce, before[1].state);
    EXPECT_EQ(MemberState::header, before[2].state);
    EXPECT_EQ(MemberState::unknown, before[3].state);
    EXPECT_EQ(MemberState::notYet, before[4].state);
    EXPECT_EQ(MemberState::inForce, named(*office, "Lipids", Date::of(2024, 6, 1)).codes[0].state);

    const auto after = named(*office, "Lipids");
    EXPECT_EQ(MemberState::ended, after.codes[0].state);
    EXPECT_EQ(Date::of(2024, 9, 30), after.codes[0].lastDay);
    EXPECT_EQ("E7850", after.codes[0].successors.at(0).code);
    EXPECT_EQ("Hyperlipidemia, unspecified", after.codes[0].title);
    EXPECT_EQ(MemberState::inForce, after.codes[4].state);
    EXPECT_EQ(3, after.flagged);
    // The year after has no table yet: nothing is said to end.
    EXPECT_EQ(MemberState::inForce, named(*office, "Lipids", Date::of(2025, 9, 1)).codes[1].state);
}

TEST_F(Sets, OwnOnesAreForTheirOwnerOnly)
{
    const auto coder = as("coder");
    make(*coder, "Mine", {"I10"});
    const auto mine = named(*coder, "Mine");
    EXPECT_TRUE(mine.canChange);
    const auto office = as("office");
    EXPECT_EQ("APP-121", CodeSets(*office).find("Mine", inFy2025).error().id);
    EXPECT_EQ("APP-120", CodeSets(*office).open(mine.set.id, inFy2025).error().id);
    EXPECT_EQ("APP-126", CodeSets(*office).add(mine.set.id, CodeSystem::icd10cm, "E78.5").error().id);
    EXPECT_EQ("APP-126", CodeSets(*office).remove(mine.set).error().id);
}

TEST_F(Sets, SharedOnesAreChangedByThoseWhoMay)
{
    const auto supervisor = as("supervisor");
    make(*supervisor, "For all", {"I10"}, true);
    const auto coder = as("coder");
    const auto seen = named(*coder, "For all");
    EXPECT_FALSE(seen.canChange);
    CodeSets sets(*coder);
    EXPECT_EQ("APP-001", sets.add(seen.set.id, CodeSystem::icd10cm, "E78.5").error().id);
    EXPECT_EQ("APP-001", sets.change(seen.set, "Other", "", "").error().id);
    EXPECT_EQ("APP-001", sets.removeCode(seen.set, seen.set.members[0]).error().id);
    EXPECT_EQ("APP-001", sets.create("New", "", "", true).error().id);
    make(*coder, "Own", {"I10"});
    EXPECT_EQ("APP-001", sets.share(named(*coder, "Own").set, true).error().id);

    make(*supervisor, "Later for all", {"I10"});
    must(CodeSets(*supervisor).share(named(*supervisor, "Later for all").set, true));
    EXPECT_EQ(1U, named(*coder, "Later for all").codes.size());
}

TEST_F(Sets, AreRenamedReorderedAndRemoved)
{
    const auto coder = as("coder");
    make(*coder, "First", {"I10", "M25.561", "R06.02"});
    CodeSets sets(*coder);
    auto set = named(*coder, "First").set;
    must(sets.change(set, " Second ", "child", "for the clinic"));
    EXPECT_EQ(ErrorKind::conflict, sets.change(set, "Third", "", "").error().kind);  // Seen before the change.
    set = named(*coder, "Second").set;
    EXPECT_EQ("child", set.header.patientType);
    must(sets.reorder(set, {set.members[2].id, set.members[1].id, set.members[0].id}));
    set = named(*coder, "Second").set;
    EXPECT_EQ("R0602", set.members[0].key.code);
    must(sets.setNote(set, set.members[0], "often"));
    set = named(*coder, "Second").set;
    EXPECT_EQ("often", set.members[0].note);
    must(sets.removeCode(set, set.members[0]));
    EXPECT_EQ(2U, named(*coder, "Second").codes.size());
    must(sets.remove(set));
    EXPECT_TRUE(must(sets.list(inFy2025)).empty());
    EXPECT_TRUE(faults(*coder).empty());
}

TEST_F(Sets, RefuseWhatIsNoCodeOrNoName)
{
    const auto coder = as("coder");
    CodeSets sets(*coder);
    const auto id = must(sets.create("Set", "", "", false));
    EXPECT_EQ(ErrorKind::invalidInput, sets.add(id, CodeSystem::icd10cm, "99213").error().kind);
    EXPECT_EQ(ErrorKind::invalidInput, sets.add(id, CodeSystem::cpt, "I10").error().kind);
    EXPECT_EQ("APP-123", sets.create("  ", "", "", false).error().id);
    EXPECT_EQ("APP-125", sets.create("favourites", "", "", false).error().id);
    EXPECT_EQ(ErrorKind::conflict, sets.create("SET", "", "", false).error().kind);
    const std::vector<CodeKey> twice = {{CodeSystem::icd10cm, "R0602"}, {CodeSystem::icd10cm, "R0602"}};
    EXPECT_EQ(ErrorKind::conflict, sets.addAll(id, twice).error().kind);
    EXPECT_TRUE(named(*coder, "Set").codes.empty());
}

TEST_F(Sets, FavouritesAreMadeAtTheFirstAndAreOnesOwn)
{
    const auto coder = as("coder");
    CodeSets sets(*coder);
    EXPECT_FALSE(must(sets.isFavourite(CodeSystem::icd10cm, "I10")));
    EXPECT_TRUE(must(sets.toggleFavourite(CodeSystem::icd10cm, "i10")));
    EXPECT_TRUE(must(sets.toggleFavourite(CodeSystem::cpt, "99213")));
    EXPECT_TRUE(must(sets.isFavourite(CodeSystem::icd10cm, "I10")));
    EXPECT_FALSE(must(sets.toggleFavourite(CodeSystem::icd10cm, "I10")));
    const auto favourites = named(*coder, "Favourites");
    ASSERT_EQ(1U, favourites.codes.size());
    EXPECT_TRUE(favourites.set.header.isFavourites);
    EXPECT_TRUE(must(CodeSets(*as("office")).list(inFy2025)).empty());
    const auto supervisor = as("supervisor");
    must(CodeSets(*supervisor).toggleFavourite(CodeSystem::icd10cm, "I10"));
    EXPECT_EQ("APP-122", CodeSets(*supervisor).share(named(*supervisor, "Favourites").set, true).error().id);
}

TEST_F(Sets, GoOnAnEncounterAsOneStep)
{
    const auto office = as("office");
    importBothYears(*office);
    import(*office, {cleanEncounter("V-1")});
    const auto chart = must(app::CodingDesk(*office).open("V-1"));
    const std::vector<CodeKey> keys = {{CodeSystem::cpt, "36415"},     {CodeSystem::icd10cm, "R0602"},
                                       {CodeSystem::icd10cm, "I10"},   {CodeSystem::icd10cm, "E785"},
                                       {CodeSystem::icd10cm, "E7850"}, {CodeSystem::icd10cm, "E78"}};
    const auto addition = must(app::addSet(chart.stored.encounter, keys, office->library(), office->ids()));
    EXPECT_EQ(3, addition.added);
    EXPECT_EQ((std::vector<std::string>{"I10: on the encounter already", "E78.5: on the encounter already",
                                        "E78: needs a more specific code"}),
              addition.leftOut);
    EXPECT_EQ(5U, addition.encounter.diagnoses.size());
    EXPECT_EQ("36415", addition.encounter.procedures.back().code.text);
    EXPECT_EQ(4U, addition.encounter.procedures.back().pointers.size());

    CodingHistory history(chart.stored.encounter);
    must(history.apply("Add code set", addition.encounter));
    history.undo();
    EXPECT_EQ(chart.stored.encounter, history.current());
    EXPECT_EQ("APP-124",
              app::addSet(chart.stored.encounter, {{CodeSystem::icd10cm, "I10"}}, office->library(), office->ids())
                  .error()
                  .id);
}

TEST_F(Sets, RecentAndEarlierCodes)
{
    const auto office = as("office");
    import(*office, {cleanEncounter("V-1"), cleanEncounter("V-2")});
    EXPECT_TRUE(must(app::OwnCodes(*office).recent(5, inFy2025)).empty());
    const auto chart = must(app::CodingDesk(*office).open("V-1"));
    const auto addition =
        must(app::addSet(chart.stored.encounter, {{CodeSystem::icd10cm, "R0602"}, {CodeSystem::cpt, "36415"}},
                         office->library(), office->ids()));
    must(app::CodingDesk(*office).save(chart.stored.encounter, addition.encounter, chart.stored.versions,
                                       chart.stored.workflow));
    EXPECT_EQ(2U, must(app::OwnCodes(*office).usage()).size());
    const auto recent = must(app::OwnCodes(*office).recent(1, inFy2025));
    ASSERT_EQ(1U, recent.size());
    EXPECT_FALSE(recent[0].entry.longTitle.empty());
    EXPECT_TRUE(must(app::OwnCodes(*as("coder")).usage()).empty());

    const auto earlier = must(app::OwnCodes(*office).previousOf("V-2", inFy2025));
    EXPECT_EQ(7U, earlier.size());
    EXPECT_EQ("V-1", earlier[0].use.encounterId);
    EXPECT_EQ(Date::of(2025, 1, 15), earlier[0].use.serviceDate);
    EXPECT_EQ("V-2", ask(*office, "SELECT encounter_id FROM audit WHERE action = 'encounter.earlierCodes'"));
}

}  // namespace
}  // namespace cw::test
