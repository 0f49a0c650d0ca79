#include "import/encounter_json.h"
#include "store/migrations.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

/// A work store as the program before claim answers left it (schema 4): batches, claims with snapshots and kept results.
class ClaimsUpgrade : public testing::Test {
protected:
    ClaimsUpgrade()
    {
        auto before = workMigrations();
        before.resize(4);
        const auto database = must(Database::open(file(), m_key.view(), Database::Mode::create));
        must(migrate(*database, file(), before, m_key.view()));
        must(database->execute(
            "INSERT INTO patient (id, mrn, last_name, first_name, birth_date) VALUES "
            "(10, 'MRN-1', 'O''Tarn-Bly', 'Ada', '1950-01-02'), (11, 'MRN-2', 'Holt', 'Ben', NULL);"));
        encounter(*database, 21, "V-1", 10, "exported");
        encounter(*database, 22, "V-2", 11, "rejected");
        encounter(*database, 23, "V-3", 10, "approved");
        encounter(*database, 24, "V-4", 10, "approved");
        encounter(*database, 25, "V-5", 10, "exported");
        must(database->execute(
            "INSERT INTO edit_result VALUES (23, 'GL-1 warning E11.9' || char(10) || 'PF-9 error I10 (attested)', 'd', 1), "
            "(24, 'GL-1 error E11.9' || char(10) || 'PF-9 error I10 (attested)', 'd', 1);"
            "INSERT INTO control_counter VALUES ('interchange', 3), ('group', 3), ('batch', 3);"
            "INSERT INTO claim_batch VALUES (31, 1, '837p', 0, 'one.x12', x'495341', 'd1', 1, 3, 3000, 100, 'anna'), "
            "(32, 2, '837p', 0, 'two.x12', x'495342', 'd2', 2, 1, 1000, 200, 'ben'), "
            "(33, 3, '837p', 1, 'test.x12', x'495343', 'd3', 3, 1, 1000, 300, 'ben');"
            "INSERT INTO claim VALUES (41, 31, 21, 'V-1', 1, NULL, 1000, 'exported', ''), "
            "(42, 31, 22, 'V-2', 1, NULL, 1000, 'exported', ''), (43, 31, 23, 'V-3', 1, NULL, 1000, 'exported', ''), "
            "(44, 32, 21, 'V-1', 2, 41, 1000, 'exported', ''), (45, 33, 25, 'V-5', 1, NULL, 1000, 'exported', '');"
            "INSERT INTO claim_snapshot VALUES (41, 'CLM*V-1~', 'x');"));
    }
    static void encounter(Database& database, int id, const std::string& name, int patient, const char* status)
    {
        auto content = visit(name, id * 100);
        if (name == "V-1") content.claim.frequencyCode = "7";
        auto insert = must(database.prepare(
            "INSERT INTO encounter (id, encounter_id, patient, setting, service_from, place_of_service, patient_name, "
            "payer_name, payer_id, claim_filing_code, charge_cents, header, status, created_at) VALUES "
            "(?, ?, ?, 'professional', '2025-01-15', '11', 'name', 'Medicare', '15202', 'MB', 20500, ?, ?, 7)"));
        must(insert.bind(id).bind(name).bind(patient).bind(writeEncounterHeader(content)).bind(status).run());
    }
    std::filesystem::path file() const { return m_folder.path() / "work.db"; }
    std::unique_ptr<Desk> open() const
    {
        return std::make_unique<Desk>(file(), m_key.view(), m_clock, "anna", 1'000'000, false);
    }

    test::TemporaryFolder m_folder;
    StoreKey m_key = StoreKey::random();
    FixedClock m_clock{Date::of(2025, 1, 20)};
};

TEST_F(ClaimsUpgrade, KeepsBatchesWithTheirFilesAndNumbers)
{
    const auto desk = open();
    auto tx = must(desk->work->beginRead());
    const auto batch = must(desk->claims.batchByNumber(*tx, 2));
    EXPECT_EQ(BatchId{32}, batch.id);
    EXPECT_EQ("two.x12", batch.fileName);
    EXPECT_EQ(2, batch.interchangeControlNumber);
    EXPECT_EQ(2, batch.groupControlNumber);
    EXPECT_EQ("ben", batch.exportedBy);
    EXPECT_FALSE(batch.voidedAt);
    EXPECT_EQ("ISB", desk->ask("SELECT bytes FROM claim_batch_file WHERE batch = 32"));
    EXPECT_EQ("CLM*V-1~", desk->ask("SELECT bytes FROM claim_snapshot WHERE claim = 41"));
    tx.reset();
    auto writing = must(desk->work->beginWrite());
    EXPECT_EQ(4, must(desk->claims.takeControlNumbers(*writing)).group);
}

TEST_F(ClaimsUpgrade, TheNewestClaimOfAnEncounterThatWaitsIsLive)
{
    const auto desk = open();
    auto tx = must(desk->work->beginRead());
    const auto claim = [&](std::int64_t id) { return must(desk->claims.claim(*tx, ClaimId{id})); };
    EXPECT_EQ(ClaimStatus::replaced, claim(41).status);
    EXPECT_FALSE(claim(41).isLive);
    EXPECT_EQ(ClaimStatus::exported, claim(44).status);
    EXPECT_TRUE(claim(44).isLive);
    EXPECT_EQ(ClaimId{41}, claim(44).replaces);
    EXPECT_EQ("7", claim(44).frequency);
    EXPECT_EQ("Medicare", claim(44).payerName);
    EXPECT_EQ("15202", claim(44).payerId);
    EXPECT_EQ(ClaimStatus::rejected, claim(42).status);
    EXPECT_FALSE(claim(42).isLive);
    EXPECT_EQ(ClaimStatus::rejected, claim(43).status);
    EXPECT_FALSE(claim(45).isLive);
    EXPECT_TRUE(must(desk->claims.byNumber(*tx, "V-5")).empty());
    const auto found = must(
        desk->claims.byPatient(*tx, patientMatchKey("O'Tarn-Bly", "Ada", Date::of(1950, 1, 2)), Date::of(2025, 1, 15)));
    ASSERT_EQ(3U, found.size());
    EXPECT_EQ(ClaimId{44}, found[0].id);
    EXPECT_EQ("exported", must(desk->claims.events(*tx, ClaimId{44})).at(0).kind);
}

TEST_F(ClaimsUpgrade, FillsTheQueues)
{
    const auto desk = open();
    auto tx = must(desk->work->beginRead());
    const auto totals = must(desk->queues.totals(*tx));
    const auto of = [&](ClaimQueue queue) { return totals.at(static_cast<std::size_t>(queue)); };
    EXPECT_EQ(1, of(ClaimQueue::ready).claims);
    EXPECT_EQ(Money::cents(20500), of(ClaimQueue::ready).charges);
    EXPECT_EQ(1, of(ClaimQueue::failing).claims);
    EXPECT_EQ(1, of(ClaimQueue::sent).claims);
    EXPECT_EQ(2, of(ClaimQueue::rejected).claims);
    EXPECT_EQ("V-3", must(desk->queues.ready(*tx, {.queue = ClaimQueue::ready})).at(0).summary.encounterId);
    EXPECT_EQ("GL-1 error E11.9", must(desk->queues.ready(*tx, {.queue = ClaimQueue::failing})).at(0).firstError);
}

TEST_F(ClaimsUpgrade, LeavesASoundStoreOfTheNewestSchemaThatCanGoOn)
{
    const auto desk = open();
    EXPECT_EQ("ok", desk->ask("PRAGMA integrity_check"));
    EXPECT_EQ("", desk->ask("PRAGMA foreign_key_check"));
    EXPECT_EQ("0", desk->ask("SELECT count(*) FROM sqlite_master WHERE name LIKE 'old_%' OR sql LIKE '%old_claim%'"));
    EXPECT_TRUE(std::filesystem::exists(file().string() + ".v4.bak"));
    const auto fresh = must(WorkDatabase::open(m_folder.path() / "fresh.db", m_key.view(), true));
    const auto schema = [](Database& database) {
        auto select = must(database.prepare("SELECT type, name, sql FROM sqlite_master ORDER BY type, name"));
        std::string all;
        while (must(select.step())) all += select.text(0) + " " + select.text(1) + " " + select.text(2) + "\n";
        return all;
    };
    EXPECT_EQ(schema(fresh->database()), schema(desk->database()));
}

}  // namespace
}  // namespace cw::store
