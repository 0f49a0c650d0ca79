#include "store/migrations.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class Encryption : public WorkTest {
protected:
    void SetUp() override
    {
        if (CHARTWRIGHT_ENCRYPTED == 0)
            GTEST_SKIP() << "built with the system's SQLite: the work store is not encrypted";
        anna.add(visit());
        anna.addDocument("A note that only Quenneville should see");
    }
};

TEST_F(Encryption, KeepsNamesOutOfTheFile)
{
    must(anna.database().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    const auto bytes = test::slurp(file());
    ASSERT_GT(bytes.size(), 4096U);
    EXPECT_EQ(std::string::npos, bytes.find(patientName));
    EXPECT_EQ(std::string::npos, bytes.find(patientMrn));
    EXPECT_EQ(std::string::npos, bytes.find("CREATE TABLE"));
    EXPECT_FALSE(bytes.starts_with("SQLite format 3"));
}

TEST_F(Encryption, KeepsNamesOutOfTheWriteAheadLog)
{
    const auto bytes = test::slurp(file().string() + "-wal");
    ASSERT_GT(bytes.size(), 4096U);
    EXPECT_EQ(std::string::npos, bytes.find(patientName));
    EXPECT_EQ(std::string::npos, bytes.find(patientMrn));
}

TEST_F(Encryption, KeepsNamesOutOfACopy)
{
    const auto copy = m_folder.path() / "copy.db";
    must(copyDatabase(anna.database(), copy, m_key.view()));
    const auto bytes = test::slurp(copy);
    ASSERT_GT(bytes.size(), 4096U);
    EXPECT_EQ(std::string::npos, bytes.find(patientName));
}

TEST_F(Encryption, CopyOpensWithTheSameKeyAndHoldsTheSame)
{
    const auto copy = m_folder.path() / "copy.db";
    must(copyDatabase(anna.database(), copy, m_key.view()));
    Desk other(copy, m_key.view(), m_clock, "ben", 2'000'000, false);
    EXPECT_EQ(anna.load().encounter, other.load().encounter);
}

TEST_F(Encryption, RefusesAnotherKey)
{
    const auto key = StoreKey::random();
    const auto opened = WorkDatabase::open(file(), key.view(), false);
    ASSERT_FALSE(opened);
    EXPECT_EQ(ErrorKind::denied, opened.error().kind);
}

TEST_F(Encryption, RefusesToOpenWithoutKey)
{
    EXPECT_FALSE(WorkDatabase::open(file(), {}, false));
}

TEST_F(Encryption, WithoutKeyTheNameWouldShow)
{
    // The search above would find the name in a file that is not encrypted.
    const auto plain = m_folder.path() / "plain.db";
    Desk other(plain, {}, m_clock, "ben", 2'000'000, true);
    other.add(visit());
    must(other.database().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    EXPECT_NE(std::string::npos, test::slurp(plain).find(patientName));
}

}  // namespace
}  // namespace cw::store
