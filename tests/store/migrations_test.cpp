#include "store/migrations.h"

#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

constexpr std::string_view makeNotes = "CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL)";
constexpr std::string_view addDay = "ALTER TABLE note ADD COLUMN day TEXT NOT NULL DEFAULT ''";
constexpr std::string_view breaksHalfWay =
    "CREATE TABLE other (id INTEGER PRIMARY KEY); INSERT INTO note (words) VALUES ('new'); "
    "INSERT INTO nowhere VALUES (1)";

class Migrations : public testing::Test {
protected:
    std::filesystem::path file() const { return m_folder.path() / "some.db"; }
    std::unique_ptr<Database> open(Database::Mode mode = Database::Mode::create) const
    {
        return must(Database::open(file(), m_key.view(), mode));
    }
    static std::string ask(Database& database, std::string_view sql)
    {
        auto statement = must(database.prepare(sql));
        return must(statement.step()) ? statement.text(0) : "";
    }
    Status bring(Database& database, const std::vector<Migration>& steps) const
    {
        return migrate(database, file(), steps, m_key.view());
    }
    std::filesystem::path backup() const { return file().string() + ".v1.bak"; }

    test::TemporaryFolder m_folder;
    StoreKey m_key = StoreKey::random();
};

TEST_F(Migrations, BringAFreshFileToTheNewestStepWithoutBackup)
{
    const auto database = open();
    must(bring(*database, {{1, "first", makeNotes}, {2, "day", addDay}}));
    EXPECT_EQ("2", ask(*database, "PRAGMA user_version"));
    EXPECT_EQ("2", ask(*database, "SELECT count(*) FROM pragma_table_info('note') WHERE name IN ('words', 'day')"));
    EXPECT_FALSE(std::filesystem::exists(backup()));
}

TEST_F(Migrations, DoNothingToAFileThatIsUpToDate)
{
    const auto database = open();
    must(bring(*database, {{1, "first", makeNotes}}));
    must(bring(*database, {{1, "first", makeNotes}}));
    EXPECT_EQ("1", ask(*database, "PRAGMA user_version"));
    EXPECT_FALSE(std::filesystem::exists(backup()));
}

TEST_F(Migrations, KeepDataAndCopyAnOlderFileFirst)
{
    const auto database = open();
    must(bring(*database, {{1, "first", makeNotes}}));
    must(database->execute("INSERT INTO note (words) VALUES ('kept')"));
    must(bring(*database, {{1, "first", makeNotes}, {2, "day", addDay}}));
    EXPECT_EQ("kept", ask(*database, "SELECT words FROM note WHERE day = ''"));
    const auto old = must(Database::open(backup(), m_key.view(), Database::Mode::readOnly));
    EXPECT_EQ("1", ask(*old, "PRAGMA user_version"));
    EXPECT_EQ("kept", ask(*old, "SELECT words FROM note"));
}

TEST_F(Migrations, BackupIsEncryptedLikeTheFile)
{
    if (CHARTWRIGHT_ENCRYPTED == 0) GTEST_SKIP() << "built with the system's SQLite: the work store is not encrypted";
    const auto database = open();
    must(bring(*database, {{1, "first", makeNotes}}));
    must(database->execute("INSERT INTO note (words) VALUES ('Quenneville')"));
    must(bring(*database, {{1, "first", makeNotes}, {2, "day", addDay}}));
    const auto bytes = test::slurp(backup());
    ASSERT_FALSE(bytes.empty());
    EXPECT_EQ(std::string::npos, bytes.find("Quenneville"));
}

TEST_F(Migrations, FailingStepLeavesVersionAndDataAsTheyWere)
{
    const auto database = open();
    must(bring(*database, {{1, "first", makeNotes}}));
    must(database->execute("INSERT INTO note (words) VALUES ('kept')"));
    const auto failed = bring(*database, {{1, "first", makeNotes}, {2, "breaks", breaksHalfWay}});
    ASSERT_FALSE(failed);
    EXPECT_FALSE(database->isInTransaction());
    EXPECT_EQ("1", ask(*database, "PRAGMA user_version"));
    EXPECT_EQ("1", ask(*database, "SELECT count(*) FROM note"));
    EXPECT_EQ("", ask(*database, "SELECT name FROM sqlite_master WHERE name = 'other'"));
}

TEST_F(Migrations, StepsBeforeTheFailingOneStay)
{
    const auto database = open();
    EXPECT_FALSE(bring(*database, {{1, "first", makeNotes}, {2, "day", addDay}, {3, "breaks", breaksHalfWay}}));
    EXPECT_EQ("2", ask(*database, "PRAGMA user_version"));
}

TEST_F(Migrations, RefuseANewerFileAndLeaveItAlone)
{
    const auto database = open();
    must(bring(*database, {{1, "first", makeNotes}}));
    must(database->execute("PRAGMA user_version=99"));
    const auto refused = bring(*database, {{1, "first", makeNotes}, {2, "day", addDay}});
    ASSERT_FALSE(refused);
    EXPECT_EQ("STORE-010", refused.error().id);
    EXPECT_EQ(ErrorKind::unsupported, refused.error().kind);
    EXPECT_EQ("99", ask(*database, "PRAGMA user_version"));
    EXPECT_FALSE(std::filesystem::exists(file().string() + ".v99.bak"));
}

TEST_F(Migrations, OfBothDatabasesAreNumberedFromOne)
{
    for (const auto* all : {&workMigrations(), &referenceMigrations()}) {
        int number = 0;
        for (const auto& step : *all) EXPECT_EQ(++number, step.number) << step.name;
        EXPECT_GT(number, 0);
    }
}

TEST_F(WorkTest, OpeningAStoreOfANewerVersionIsRefused)
{
    must(anna.database().execute("PRAGMA user_version=1000"));
    const auto opened = WorkDatabase::open(file(), m_key.view(), false);
    ASSERT_FALSE(opened);
    EXPECT_EQ("STORE-010", opened.error().id);
    EXPECT_NE(std::string::npos, opened.error().detail.find("newer version"));
}

TEST_F(WorkTest, OpeningAStoreThatIsNotThereMakesNone)
{
    const auto missing = m_folder.path() / "missing.db";
    const auto opened = WorkDatabase::open(missing, m_key.view(), false);
    ASSERT_FALSE(opened);
    EXPECT_EQ(ErrorKind::notFound, opened.error().kind);
    EXPECT_FALSE(std::filesystem::exists(missing));
}

}  // namespace
}  // namespace cw::store
