#include "tests/app/intake_fixture.h"

#include <sys/stat.h>

namespace cw::test {
namespace {

namespace fs = std::filesystem;

class IntakeFolderTest : public IntakeTest {
protected:
    IntakeFolderTest()
    {
        fs::create_directories(root);
        must(app::IntakeFolder(*office).setFolder(root));
    }
    app::IntakeOutcome sweep() { return must(app::IntakeFolder(*office).sweep(seen)); }
    fs::path put(const std::string& name, const std::string& bytes) { return m_folder.write("in/" + name, bytes); }

    const fs::path root = m_folder.path() / "in";
    app::IntakeFolder::Seen seen;
};

TEST_F(IntakeFolderTest, TakesFilesThatLieStillAndMovesThem)
{
    ownAuthority();
    put("labs.hl7", hl7Result({}, "T-1"));
    EXPECT_EQ(0, sweep().files);
    const auto done = sweep();
    EXPECT_EQ(1, done.documents) << joined(done.notes);
    EXPECT_FALSE(fs::exists(root / "labs.hl7"));
    EXPECT_TRUE(fs::exists(root / "imported/labs.hl7"));
    EXPECT_EQ(0, sweep().files);
}

TEST_F(IntakeFolderTest, WaitsForAFileThatIsStillWritten)
{
    const auto file = put("T-1/note.txt", "Knee");
    sweep();
    put("T-1/note.txt", "Knee pain.\n");
    EXPECT_EQ(0, sweep().files);
    EXPECT_EQ(1, sweep().documents);
    EXPECT_FALSE(fs::exists(file));
}

TEST_F(IntakeFolderTest, AFolderNamedAsAnEncounterGivesItsFilesToIt)
{
    put("T-2/note.txt", "Knee pain.\n");
    put("T-99/note.txt", "Hip pain.\n");
    sweep();
    const auto done = sweep();
    EXPECT_EQ(1, done.documents);
    EXPECT_EQ(1, done.unmatched);
    EXPECT_EQ(1U, chart("T-2").size());
    EXPECT_TRUE(fs::exists(root / "imported/T-2/note.txt"));
    // What waits is in the unmatched list; a text beside the file says so.
    EXPECT_TRUE(fs::exists(root / "imported/T-99/note.txt"));
    EXPECT_NE(std::string::npos, slurp(root / "imported/T-99/note.txt.txt").find("waits"));
}

TEST_F(IntakeFolderTest, RefusedFilesGoAsideWithTheReason)
{
    put("empty.txt", "");
    put("photo.bmp", "BM\x01\x02\x03");
    sweep();
    const auto done = sweep();
    EXPECT_EQ(2, done.rejected) << joined(done.notes);
    EXPECT_NE(std::string::npos, slurp(root / "refused/empty.txt.txt").find("empty"));
    EXPECT_TRUE(fs::exists(root / "refused/photo.bmp"));
}

TEST_F(IntakeFolderTest, NeverWritesOverAFileThatLiesThere)
{
    put("T-1/note.txt", "one");
    sweep(), sweep();
    put("T-1/note.txt", "two");
    sweep(), sweep();
    EXPECT_EQ("one", slurp(root / "imported/T-1/note.txt"));
    EXPECT_EQ("two", slurp(root / "imported/T-1/note (2).txt"));
}

TEST_F(IntakeFolderTest, MakesEncountersOnlyWhenTheSettingSaysSo)
{
    ownAuthority();
    put("a.hl7", hl7Message("ADT^A01", {}, "T-3", {}));
    sweep(), sweep();
    EXPECT_EQ("2", count(*office, "encounter"));
    set("intake.makeEncounters", "yes");
    put("b.hl7", hl7Message("ADT^A01", {}, "T-4", {}));
    sweep(), sweep();
    EXPECT_EQ("3", count(*office, "encounter"));
}

TEST_F(IntakeFolderTest, DoesNotFollowLinks)
{
    m_folder.write("secret.txt", "secret");
    fs::create_symlink(m_folder.path() / "secret.txt", root / "link.txt");
    sweep(), sweep();
    EXPECT_TRUE(waiting().empty());
    EXPECT_TRUE(fs::exists(m_folder.path() / "secret.txt"));
}

TEST_F(IntakeFolderTest, IsSetAndUnset)
{
    EXPECT_EQ("APP-179", app::IntakeFolder(*office).setFolder(m_folder.path() / "none").error().id);
    EXPECT_EQ(fs::canonical(root), must(app::IntakeFolder(*office).folder()));
    must(app::IntakeFolder(*office).setFolder({}));
    put("note.txt", "Knee pain.\n");
    sweep();
    EXPECT_EQ(0, sweep().files);
}

class IntakeFiles : public IntakeTest {};

TEST_F(IntakeFiles, RefusesWhatIsNoOrdinaryFileAndLinksThatLeadOut)
{
    m_folder.write("outside/secret.txt", "secret");
    m_folder.write("in/deep/note.txt", "Knee pain.\n");
    m_folder.write("in/empty.txt", "");
    m_folder.write("in/.hidden/x.txt", "hidden");
    const auto in = m_folder.path() / "in";
    fs::create_symlink(m_folder.path() / "outside/secret.txt", in / "out.txt");
    fs::create_directory_symlink(m_folder.path() / "outside", in / "outfolder");
    fs::create_directory_symlink(in, in / "deep/loop");
    fs::create_symlink(in / "nothing", in / "nowhere.txt");
    ASSERT_EQ(0, ::mkfifo((in / "pipe").c_str(), 0600));
    m_folder.write("in/huge.txt", "x");
    fs::resize_file(in / "huge.txt", (std::uintmax_t{256} << 20U) + 1);
    const auto done = bring({in});
    EXPECT_EQ(1, done.unmatched);
    EXPECT_EQ(6, done.rejected) << joined(done.notes);
    EXPECT_EQ(7, done.files);
    for (const auto* note : {"out.txt: a link that leads out", "outfolder: a link that leads out",
                             "nowhere.txt: a link that leads nowhere", "pipe: not a file",
                             "huge.txt: the file is larger than 256 MB", "empty.txt: the file is empty (0 bytes)"})
        EXPECT_NE(std::string::npos, joined(done.notes).find(note)) << note << " in\n" << joined(done.notes);
}

TEST_F(IntakeFiles, EncounterJsonInAFolderBringsItsDocumentsOnce)
{
    auto encounter = cleanEncounter("J-1");
    encounter["documents"] = {{{"path", "notes/visit.txt"}, {"title", "Visit"}}};
    m_folder.write("in/encounters.json", encounterFile({encounter}));
    m_folder.write("in/notes/visit.txt", "right knee pain\n");
    const auto done = bring({m_folder.path() / "in"});
    EXPECT_EQ(1, done.encounters) << joined(done.notes);
    EXPECT_EQ(1, done.documents);
    EXPECT_EQ(0, done.unmatched);
    EXPECT_EQ(2, done.files);
    EXPECT_EQ(1U, chart("J-1").size());
    const auto again = bring({m_folder.path() / "in/encounters.json"});
    EXPECT_EQ(1, again.rejected);
}

TEST_F(IntakeFiles, EncounterJsonTakesNoOwner)
{
    app::IntakeOptions options;
    options.encounterId = "T-1";
    EXPECT_EQ(1, bring("e.json", encounterFile({cleanEncounter("J-1")}), options).rejected);
    EXPECT_EQ("2", count(*office, "encounter"));
}

TEST_F(IntakeFiles, EncounterJsonRefusesADocumentOfAnotherPatient)
{
    m_folder.write("labs.hl7", hl7Result({.born = "19990101"}, ""));
    auto encounter = cleanEncounter("J-1");
    encounter["documents"] = {{{"path", "labs.hl7"}}};
    const auto done = app::Intake(*office).importEncounters(writeEncounters({encounter}));
    ASSERT_FALSE(done);
    EXPECT_EQ("APP-152", done.error().id);
    EXPECT_EQ("2", count(*office, "encounter"));
}

TEST_F(IntakeFiles, EncounterFilesOfOtherKindsMakeEncounters)
{
    ownAuthority();
    const auto done =
        must(app::Intake(*office).importEncounters(m_folder.write("adt.hl7", hl7Message("ADT^A01", {}, "T-3", {}))));
    EXPECT_EQ(1, done.encounters) << joined(done.notes);
}

}  // namespace
}  // namespace cw::test
