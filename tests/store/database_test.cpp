#include "store/sqlite/database.h"

#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class DatabaseTest : public testing::Test {
protected:
    DatabaseTest()
    {
        must(database->execute("CREATE TABLE item (id INTEGER PRIMARY KEY, words TEXT UNIQUE, bytes BLOB, "
                               "parent INTEGER REFERENCES item (id))"));
    }
    std::int64_t count() const
    {
        auto statement = must(database->prepare("SELECT count(*) FROM item"));
        must(statement.step());
        return statement.integer(0);
    }
    void insert(const std::string& words) const
    {
        must(must(database->prepare("INSERT INTO item (words) VALUES (?)")).bind(words).run());
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<Database> database = must(Database::open(m_folder.path() / "a.db", {}, Database::Mode::create));
};

TEST_F(DatabaseTest, KeepsValuesAsTheyWere)
{
    const std::string words("a\0\xC3\xA9'", 5);
    const std::string bytes("\0\xFF\x01", 3);
    must(must(database->prepare("INSERT INTO item (id, words, bytes) VALUES (?, ?, ?)"))
             .bind(std::int64_t{1} << 52)
             .bind(words)
             .bindBlob(bytes)
             .run());
    auto select = must(database->prepare("SELECT id, words, bytes, parent FROM item"));
    ASSERT_TRUE(must(select.step()));
    EXPECT_EQ(std::int64_t{1} << 52, select.integer(0));
    EXPECT_EQ(words, select.text(1));
    EXPECT_EQ(bytes, select.blob(2));
    EXPECT_TRUE(select.isNull(3));
    EXPECT_FALSE(must(select.step()));
}

TEST_F(DatabaseTest, TellsAnEmptyTextFromNoText)
{
    must(must(database->prepare("INSERT INTO item (words, bytes) VALUES (?, ?)")).bind("").bindBlob({}).run());
    must(must(database->prepare("INSERT INTO item (words) VALUES (?)")).bind(std::optional<std::string>{}).run());
    auto select = must(database->prepare("SELECT words, bytes FROM item ORDER BY id"));
    ASSERT_TRUE(must(select.step()));
    EXPECT_FALSE(select.isNull(0));
    EXPECT_FALSE(select.isNull(1));
    ASSERT_TRUE(must(select.step()));
    EXPECT_TRUE(select.isNull(0));
}

TEST_F(DatabaseTest, AValueIsNeverSql)
{
    insert("'); DROP TABLE item; --");
    EXPECT_EQ(1, count());
}

TEST_F(DatabaseTest, TheSameStatementTwiceAtOnceIsTwoStatements)
{
    insert("a");
    insert("b");
    auto one = must(database->prepare("SELECT words FROM item ORDER BY id"));
    ASSERT_TRUE(must(one.step()));
    auto other = must(database->prepare("SELECT words FROM item ORDER BY id"));
    ASSERT_TRUE(must(other.step()));
    ASSERT_TRUE(must(other.step()));
    EXPECT_EQ("a", one.text(0));
    EXPECT_EQ("b", other.text(0));
}

TEST_F(DatabaseTest, AStatementUsedAgainForgetsItsValues)
{
    auto statement = must(database->prepare("INSERT INTO item (words, parent) VALUES (?, ?)"));
    must(statement.bind("a").bind(nullptr).run());
    must(statement.bind("b").run());
    EXPECT_EQ(2, count());
}

TEST_F(DatabaseTest, AValueTooManyIsAnError)
{
    auto statement = must(database->prepare("INSERT INTO item (words) VALUES (?)"));
    const auto done = statement.bind("a").bind("b").run();
    ASSERT_FALSE(done);
    EXPECT_EQ("STORE-007", done.error().id);
    EXPECT_EQ(0, count());
}

TEST_F(DatabaseTest, ABrokenConstraintIsAConflictThatQuotesNoValue)
{
    insert("Quenneville");
    const auto done = must(database->prepare("INSERT INTO item (words) VALUES (?)")).bind("Quenneville").run();
    ASSERT_FALSE(done);
    EXPECT_EQ(ErrorKind::conflict, done.error().kind);
    EXPECT_EQ(std::string::npos, done.error().detail.find("Quenneville"));
}

TEST_F(DatabaseTest, ForeignKeysAreChecked)
{
    const auto done = must(database->prepare("INSERT INTO item (parent) VALUES (?)")).bind(77).run();
    ASSERT_FALSE(done);
    EXPECT_EQ(ErrorKind::conflict, done.error().kind);
}

TEST_F(DatabaseTest, BadSqlIsAnError)
{
    EXPECT_EQ("STORE-006", database->prepare("SELEC 1").error().id);
    EXPECT_EQ("STORE-005", database->execute("SELEC 1").error().id);
}

TEST_F(DatabaseTest, ReadOnlyDoesNotWrite)
{
    const auto reading = must(Database::open(m_folder.path() / "a.db", {}, Database::Mode::readOnly));
    EXPECT_FALSE(reading->execute("INSERT INTO item (words) VALUES ('a')"));
    EXPECT_EQ(0, count());
}

TEST_F(DatabaseTest, AFileThatIsNotThereIsNotMade)
{
    const auto missing = m_folder.path() / "b.db";
    const auto opened = Database::open(missing, {}, Database::Mode::readWrite);
    ASSERT_FALSE(opened);
    EXPECT_EQ("STORE-001", opened.error().id);
    EXPECT_FALSE(std::filesystem::exists(missing));
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsRefused)
{
    const auto file = m_folder.write("c.db", std::string(5000, 'x'));
    const auto opened = Database::open(file, {}, Database::Mode::readWrite);
    ASSERT_FALSE(opened);
    EXPECT_EQ(ErrorKind::corrupt, opened.error().kind);
    EXPECT_EQ(std::string(5000, 'x'), test::slurp(file));
}

TEST_F(DatabaseTest, ATransactionRollsBackUnlessCommitted)
{
    {
        auto transaction = must(Transaction::begin(*database));
        insert("a");
        EXPECT_TRUE(database->isInTransaction());
    }
    EXPECT_FALSE(database->isInTransaction());
    EXPECT_EQ(0, count());
    auto transaction = must(Transaction::begin(*database));
    insert("b");
    must(transaction.commit());
    EXPECT_EQ(1, count());
}

TEST_F(DatabaseTest, ATransactionInsideAnotherIsRefused)
{
    const auto transaction = must(Transaction::begin(*database));
    EXPECT_FALSE(Transaction::begin(*database));
    EXPECT_TRUE(database->isInTransaction());
}

}  // namespace
}  // namespace cw::store
