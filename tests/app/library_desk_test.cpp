#include "app/library_desk.h"

#include "app/code_sets.h"
#include "app/update_centre.h"
#include "tests/app/library_fixture.h"

namespace cw::test {
namespace {

using app::CodeChangeKind;
using app::LibraryDesk;

TEST_F(LibraryTest, PreviewTellsTheDifferenceAndChangesNothing)
{
    const auto admin = as("admin");
    importFile(*admin, orderFileOf(2024, fy2024));
    const auto audited = count(*admin, "audit");
    const auto report = must(LibraryDesk(*admin).preview(orderFileOf(2025, fy2025), {}));
    ASSERT_EQ(1U, report.releases.size());
    const auto& [summary, lines] = report.releases[0];
    EXPECT_TRUE(report.isDryRun);
    EXPECT_EQ("FY2025", summary.release.name);
    EXPECT_EQ("FY2024", summary.comparedWith);
    EXPECT_EQ(1, summary.added);
    EXPECT_EQ(1, summary.revised);
    EXPECT_EQ(1, summary.ended);
    ASSERT_EQ(3U, lines.size());
    EXPECT_EQ(CodeChangeKind::deleted, lines[0].kind);
    EXPECT_EQ("E785", lines[0].key.code);
    EXPECT_EQ("Essential (primary) hypertension", lines[1].after);
    EXPECT_EQ("E7850", lines[2].key.code);
    EXPECT_EQ("FY2024 ", releaseNames(*admin));
    EXPECT_EQ(audited, count(*admin, "audit"));
}

TEST_F(LibraryTest, ImportTakesEveryTableOfAZip)
{
    const auto admin = as("admin");
    const auto file = m_folder.path() / "icd10cm-2025.zip";
    writeZip(
        file,
        {{"icd10cm_order_2025.txt", orderFile(fy2025)}, {"POAexemptCodesFY25.txt", poaFile}, {"ReadMe.txt", "words"}});
    const auto report = importFile(*admin, file);
    ASSERT_EQ(1U, report.releases.size());
    ASSERT_EQ(1U, report.lists.size());
    EXPECT_EQ(ListKind::poaExempt, report.lists[0].summary.list.kind);
    EXPECT_EQ((std::vector<std::string>{"ReadMe.txt"}), report.ignored);
    EXPECT_FALSE(report.changedNothing());
    EXPECT_EQ("2", ask(*admin, "SELECT count(*) FROM audit WHERE action = 'codes.import'"));
    const auto again = importFile(*admin, file);
    EXPECT_TRUE(again.changedNothing());
    EXPECT_EQ("2", ask(*admin, "SELECT count(*) FROM audit WHERE action = 'codes.import'"));
    EXPECT_FALSE(linesOf(again).empty());
}

TEST_F(LibraryTest, AFileWhoseSecondTableFailsLeavesNothing)
{
    const auto admin = as("admin");
    importFile(*admin, m_folder.write("POAexemptCodesFY25.txt", poaFile));
    const auto file = m_folder.path() / "icd10cm-2025.zip";
    writeZip(file,
             {{"icd10cm_order_2025.txt", orderFile(fy2025)}, {"POAexemptCodesFY25.txt", poaFile + "2\tE78.50\tX\r\n"}});
    const auto failed = LibraryDesk(*admin).import(file, {});
    ASSERT_FALSE(failed);
    EXPECT_EQ(ErrorKind::conflict, failed.error().kind) << describe(failed.error());
    EXPECT_EQ("", releaseNames(*admin));
    EXPECT_EQ("1", ask(*admin, "SELECT count(*) FROM audit WHERE action = 'codes.import'"));
    EXPECT_EQ(1U, must(LibraryDesk(*admin).lists()).size());
}

TEST_F(LibraryTest, CountsBillableCodesAsTheOfficialAddendaDo)
{
    const auto admin = as("admin");
    importFile(*admin, orderFileOf(2024, fy2024));
    // A new header is no added code, and a code that becomes a header has ended.
    auto rows = fy2025;
    rows.push_back({"S72", "A header", false});
    for (auto& row : rows)
        if (row.code == "R0602") row.billable = false;
    const auto file = orderFileOf(2025, rows);
    const auto preview = must(LibraryDesk(*admin).preview(file, {})).releases.at(0).summary;
    const auto summary = importFile(*admin, file).releases.at(0).summary;
    for (const auto& one : {preview, summary}) {
        EXPECT_EQ(1, one.added);
        EXPECT_EQ(2, one.ended);
        EXPECT_EQ(1, one.revised);
    }
}

TEST_F(LibraryTest, AListWithoutRowsIsPassedOver)
{
    const auto admin = as("admin");
    // The addenda of an update in which no code changed.
    const std::string addenda = "\r\nCodes\r\n  5 codes in icd10cm_order_2025.txt\r\n"
                                "  5 codes in icd10cm_order_2025.txt\r\n      0 additions\r\n"
                                "      0 deletions\r\n      0 revisions\r\n\r\n";
    const auto file = m_folder.path() / "icd10cm-2025.zip";
    writeZip(file, {{"icd10cm_order_2025.txt", orderFile(fy2025)}, {"icd10cm_codes_addenda_2025.txt", addenda}});
    const auto report = importFile(*admin, file);
    EXPECT_EQ(1U, report.releases.size());
    EXPECT_TRUE(report.lists.empty());
    EXPECT_EQ(1U, report.ignored.size());
    const auto alone = LibraryDesk(*admin).import(m_folder.write("icd10cm_codes_addenda_2025.txt", addenda), {});
    ASSERT_FALSE(alone);
    EXPECT_EQ("APP-100", alone.error().id);
}

TEST_F(LibraryTest, ATableThatDropsManyRowsIsAskedAbout)
{
    const auto admin = as("admin");
    importFile(*admin, orderFileOf(2024, fy2024));
    const auto file = orderFileOf(2025, fy2025);
    const auto preview = must(LibraryDesk(*admin).preview(file, {}));
    EXPECT_EQ((std::vector<std::string>{"icd10cm FY2025 lacks 1 of the 5 rows of FY2024"}), preview.drops);
    EXPECT_EQ("Look twice: " + preview.drops[0], linesOf(preview).at(0));
    const auto refused = LibraryDesk(*admin).import(file, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ("APP-238", refused.error().id);
    EXPECT_EQ(ErrorKind::notReady, refused.error().kind);
    EXPECT_EQ("FY2024 ", releaseNames(*admin));
    EXPECT_EQ(1U, must(LibraryDesk(*admin).import(file, {}, {}, true)).releases.size());
    // The same file again changes nothing, so nothing is asked.
    EXPECT_TRUE(must(LibraryDesk(*admin).import(file, {})).changedNothing());
}

TEST_F(LibraryTest, AListThatDropsManyRowsIsAskedAbout)
{
    const auto admin = as("admin");
    const std::string head = "OrdFY25\tPOA Exempt Code\tDescription\r\n";
    std::string rows;
    for (int i = 0; i < 10; ++i) rows += std::to_string(i + 1) + "\tR0" + std::to_string(i) + ".1\tInvented\r\n";
    importFile(*admin, m_folder.write("POAexemptCodesFY24.txt", "OrdFY24\tPOA Exempt Code\tDescription\r\n" + rows));
    const auto fewer = m_folder.write("POAexemptCodesFY25.txt", head + rows.substr(0, rows.find("9\tR08")));
    const auto refused = LibraryDesk(*admin).import(fewer, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ("APP-238", refused.error().id) << refused.error().detail;
    EXPECT_EQ(1U, must(LibraryDesk(*admin).lists()).size());
    importFile(*admin, fewer);
    EXPECT_EQ(2U, must(LibraryDesk(*admin).lists()).size());
}

TEST_F(LibraryTest, WithdrawTakesATableOutAndIsAudited)
{
    const auto admin = as("admin");
    importBothYears(*admin);
    importFile(*admin, m_folder.write("POAexemptCodesFY25.txt", poaFile));
    LibraryDesk desk(*admin);
    must(desk.withdraw(must(desk.findRelease(CodeSystem::icd10cm, "fy2024"))));
    EXPECT_EQ("FY2025 ", releaseNames(*admin));
    must(desk.withdraw(must(desk.findList(ListKind::poaExempt, "FY2025"))));
    EXPECT_TRUE(must(desk.lists()).empty());
    EXPECT_EQ("icd10cm FY2024", ask(*admin, "SELECT detail FROM audit WHERE action = 'codes.withdraw'"));
    EXPECT_EQ("APP-103", desk.findRelease(CodeSystem::icd10cm, "FY1999").error().id);
    EXPECT_EQ("APP-105", desk.findList(ListKind::poaExempt, "FY2025").error().id);
}

TEST_F(LibraryTest, TheStarterTableStays)
{
    const auto admin = as("admin");
    LibraryDesk desk(*admin);
    const auto starter = must(desk.findRelease(CodeSystem::icd10cm, "starter"));
    EXPECT_EQ("APP-106", desk.withdraw(starter).error().id);
}

TEST_F(LibraryTest, DiffNamesTheOpenEncountersThatEachCodeTouches)
{
    const auto office = as("office");
    importBothYears(*office);
    import(*office, {cleanEncounter("V-1"), cleanEncounter("V-2")});
    installConversion(*office);
    const auto diff = must(LibraryDesk(*office).diff(CodeSystem::icd10cm, "2024", "FY2025"));
    EXPECT_EQ(1, diff.added);
    EXPECT_EQ(1, diff.deleted);
    EXPECT_EQ(1, diff.revised);
    ASSERT_EQ(3U, diff.impact.codes.size());
    const auto& gone = diff.impact.codes[0];
    EXPECT_EQ("E785", gone.change.key.code);
    ASSERT_EQ(2U, gone.encounters.size());
    EXPECT_EQ("V-1", gone.encounters[0].encounterId);
    EXPECT_EQ((std::vector<std::string>{"E7850"}), gone.successors);
    EXPECT_EQ(2, diff.impact.encounters);
    EXPECT_EQ("APP-103", LibraryDesk(*office).diff(CodeSystem::icd10cm, "FY2024", "FY2030").error().id);
}

TEST_F(LibraryTest, ImpactFindsSetsAndSiteTermsToo)
{
    const auto office = as("office");
    importBothYears(*office);
    app::CodeSets sets(*office);
    must(sets.add(must(sets.create("Lipid clinic", "", "", true)), CodeSystem::icd10cm, "E78.5"));
    must(sets.toggleFavourite(CodeSystem::icd10cm, "E785"));
    must(office->siteTerms().addSiteTerm({{}, "hld", "hyperlipidemia", {"E785"}, {}, "office"}));
    const auto report = must(app::UpdateCentre(*office).impact(CodeSystem::icd10cm, "FY2024", "FY2025"));
    const auto& gone = report.codes.at(0);
    EXPECT_EQ((std::vector<std::string>{"Favourites (office)", "Lipid clinic"}), gone.sets);
    EXPECT_EQ((std::vector<std::string>{"hld"}), gone.siteTerms);
    EXPECT_TRUE(gone.touchesAnything());
    EXPECT_EQ(2, report.sets);
    EXPECT_EQ(1, report.siteTerms);
}

TEST_F(LibraryTest, CodesInUseThatExpireAreFound)
{
    const auto office = as("office");
    importBothYears(*office);
    import(*office, {cleanEncounter("V-1")});
    const auto report = must(app::UpdateCentre(*office).expiring(Date::of(2024, 9, 30)));
    ASSERT_EQ(1U, report.codes.size());
    EXPECT_EQ("E785", report.codes[0].change.key.code);
    EXPECT_EQ("Hyperlipidemia, unspecified", report.codes[0].change.before);
    EXPECT_EQ("V-1", report.codes[0].encounters.at(0).encounterId);
    // No table covers the day after: that says something about the table, not about the codes.
    EXPECT_TRUE(must(app::UpdateCentre(*office).expiring(Date::of(2025, 9, 30))).codes.empty());
}

}  // namespace
}  // namespace cw::test
