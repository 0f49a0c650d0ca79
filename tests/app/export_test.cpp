#include "base/digest.h"
#include "tests/support/workspace_fixture.h"

#include <set>

namespace cw::test {
namespace {

using app::BillingDesk;

class Export : public WorkspaceTest {
protected:
    Export()
    {
        approve(*office, "T-1");
        approve(*office, "T-2");
    }
    Result<app::ExportOutcome> send(const std::vector<std::string>& ids, bool test = false)
    {
        return BillingDesk(*office).exportClaims(exportOf(ids, out(), test));
    }
    std::vector<std::string> sentFiles() const
    {
        std::vector<std::string> names;
        if (std::filesystem::exists(out()))
            for (const auto& entry : std::filesystem::directory_iterator(out()))
                if (entry.path().extension() != ".json") names.push_back(entry.path().filename());
        std::sort(names.begin(), names.end());
        return names;
    }
    static std::string reasons(const app::ExportOutcome& exported)
    {
        std::string all;
        for (const auto& refusal : exported.refused) all += refusal.encounterId + ": " + refusal.reason + "\n";
        return all;
    }
    /// Element 13 of the ISA segment: nine digits.
    static std::string controlNumber(const std::filesystem::path& file) { return slurp(file).substr(90, 9); }

    std::unique_ptr<app::Workspace> office = as("office");
};

TEST_F(Export, WritesWhatItRecords)
{
    const auto exported = must(send({"T-1", "T-2"}));
    ASSERT_EQ(1U, exported.files.size());
    const auto& file = exported.files[0];
    const auto bytes = slurp(file.file);
    EXPECT_EQ(2, file.batch.claims);
    EXPECT_EQ(Money::cents(41000), file.batch.charges);
    EXPECT_EQ(sha256Hex(bytes), file.batch.digest);
    EXPECT_EQ(bytes, must(BillingDesk(*office).batchFile(file.batch.id)));
    EXPECT_TRUE(bytes.starts_with("ISA*"));
}

TEST_F(Export, MarksExportedAndListsTheClaims)
{
    must(send({"T-1", "T-2"}));
    EXPECT_EQ("exported", statusOf(*office, "T-1"));
    const auto claims = must(BillingDesk(*office).claims(1));
    ASSERT_EQ(2U, claims.size());
    EXPECT_EQ("T-1", claims[0].claimNumber);
    EXPECT_EQ(ClaimStatus::exported, claims[0].status);
    EXPECT_EQ(Money::cents(20500), claims[0].charges);
}

TEST_F(Export, RefusesByNameAndSendsTheOthers)
{
    import(*office, {cleanEncounter("T-3")});
    const auto exported = must(send({"T-1", "T-3", "T-9"}));
    EXPECT_EQ("T-3: not approved: it is new\nT-9: no such encounter\n", reasons(exported));
    ASSERT_EQ(1U, exported.files.size());
    EXPECT_EQ(1, exported.files[0].batch.claims);
    EXPECT_EQ("exported", statusOf(*office, "T-1"));
    EXPECT_EQ("new", statusOf(*office, "T-3"));
}

TEST_F(Export, RefusesWhatHasErrorsByNow)
{
    must(databaseOf(*office).execute("UPDATE diagnosis SET code = 'M2556' WHERE code = 'M25561' AND encounter = "
                                     "(SELECT id FROM encounter WHERE encounter_id = 'T-1')"));
    const auto exported = must(send({"T-1", "T-2"}));
    EXPECT_TRUE(reasons(exported).starts_with("T-1: CV-3: ")) << reasons(exported);
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    EXPECT_EQ("exported", statusOf(*office, "T-2"));
}

TEST_F(Export, OfNothingButRefusalsWritesNothing)
{
    const auto exported = must(send({"T-9"}));
    EXPECT_TRUE(exported.files.empty());
    EXPECT_TRUE(sentFiles().empty());
    EXPECT_TRUE(must(BillingDesk(*office).batches()).empty());
}

TEST_F(Export, SendsNothingTwice)
{
    EXPECT_EQ(1, must(send({"T-1", "T-1"})).files.at(0).batch.claims);
    const auto again = must(send({"T-1"}));
    EXPECT_TRUE(again.files.empty());
    EXPECT_EQ("T-1: not approved: it is exported\n", reasons(again));
}

TEST_F(Export, WritesOneFileForEachPayer)
{
    approve(*office, "T-3", "99001");
    const auto exported = must(send({"T-1", "T-2", "T-3"}));
    ASSERT_EQ(2U, exported.files.size());
    EXPECT_EQ(2U, sentFiles().size());
    EXPECT_NE(exported.files[0].payerName, exported.files[1].payerName);
    EXPECT_NE(controlNumber(exported.files[0].file), controlNumber(exported.files[1].file));
    EXPECT_EQ(3, exported.files[0].batch.claims + exported.files[1].batch.claims);
    for (const auto& file : exported.files) {
        const auto bytes = slurp(file.file);
        EXPECT_NE(bytes.find("15202") != std::string::npos, bytes.find("99001") != std::string::npos);
    }
}

TEST_F(Export, ForATestMarksNothing)
{
    const auto exported = must(send({"T-1"}, true));
    ASSERT_EQ(1U, exported.files.size());
    EXPECT_TRUE(exported.files[0].batch.test);
    EXPECT_EQ("T", slurp(exported.files[0].file).substr(102, 1));
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    EXPECT_EQ("P", slurp(must(send({"T-1"})).files.at(0).file).substr(102, 1));
}

TEST_F(Export, NeverRepeatsAControlNumber)
{
    for (int i = 3; i <= 6; ++i) approve(*office, "T-" + std::to_string(i));
    std::set<std::string> numbers;
    std::size_t files = 0;
    const auto remember = [&](const Result<app::ExportOutcome>& exported) {
        if (!exported) return;
        for (const auto& file : exported->files) {
            numbers.insert(controlNumber(file.file));
            ++files;
        }
    };
    remember(send({"T-1"}));
    m_folder.write("out/837p-000002.x12", "in the way");
    EXPECT_FALSE(send({"T-2"}));
    std::filesystem::remove(out() / "837p-000002.x12");
    remember(send({"T-2"}, true));
    remember(BillingDesk(*office).exportClaims(exportOf({"T-3"}, m_folder.write("a-file", "x"))));
    office.reset();
    office = as("office");
    remember(send({"T-4"}));
    remember(send({"T-5", "T-6"}));
    EXPECT_EQ(4U, files);
    EXPECT_EQ(files, numbers.size());
}

TEST_F(Export, WithItsFileNameTakenExportsNothing)
{
    m_folder.write("out/837p-000001.x12", "in the way");
    const auto exported = send({"T-1"});
    ASSERT_FALSE(exported);
    EXPECT_EQ(ErrorKind::conflict, exported.error().kind);
    EXPECT_EQ("in the way", slurp(out() / "837p-000001.x12"));
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    EXPECT_EQ("0", count(*office, "claim_batch"));
    EXPECT_EQ(1U, sentFiles().size());
}

TEST_F(Export, IntoWhatIsNoFolderExportsNothing)
{
    const auto exported = BillingDesk(*office).exportClaims(exportOf({"T-1"}, m_folder.write("a-file", "x")));
    ASSERT_FALSE(exported);
    EXPECT_EQ(ErrorKind::io, exported.error().kind);
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    EXPECT_EQ("0", count(*office, "claim_batch"));
}

TEST_F(Export, CancelledExportsNothing)
{
    approve(*office, "T-3", "99001");
    std::stop_source stop;
    const Progress progress([&stop](std::int64_t, std::int64_t, const std::string&) { stop.request_stop(); },
                            stop.get_token());
    const auto exported = BillingDesk(*office).exportClaims(exportOf({"T-1", "T-3"}, out()), progress);
    ASSERT_FALSE(exported);
    EXPECT_EQ(ErrorKind::cancelled, exported.error().kind);
    EXPECT_TRUE(sentFiles().empty());
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
}

/// Puts a file in the way of the claim file once the export has looked for one.
class MeddlingClock final : public Clock {
public:
    MeddlingClock(std::filesystem::path file) : m_file(std::move(file)) {}
    Instant now() const override
    {
        if (isArmed && std::filesystem::exists(m_file.parent_path())) {
            for (const auto& entry : std::filesystem::directory_iterator(m_file.parent_path()))
                if (entry.path().filename().string().starts_with(".837p")) std::ofstream(m_file) << "in the way";
        }
        return m_clock.now();
    }
    Date today() const override { return m_clock.today(); }
    std::string localTime(Instant at) const override { return m_clock.localTime(at); }
    std::string localDateTime(Instant at) const override { return m_clock.localDateTime(at); }
    bool isArmed = false;

private:
    FixedClock m_clock{Date::of(2025, 1, 20)};
    std::filesystem::path m_file;
};

TEST_F(Export, WhoseFileCannotTakeItsNameInTheEndCanBeSavedAgain)
{
    office.reset();
    MeddlingClock clock(out() / "837p-000001.x12");
    const auto meddled = as("office", clock);
    clock.isArmed = true;
    const auto exported = BillingDesk(*meddled).exportClaims(exportOf({"T-1"}, out()));
    clock.isArmed = false;
    ASSERT_FALSE(exported);
    EXPECT_NE(std::string::npos, exported.error().detail.find("batch 1 is recorded")) << exported.error().detail;
    EXPECT_EQ("in the way", slurp(out() / "837p-000001.x12"));
    EXPECT_EQ("exported", statusOf(*meddled, "T-1"));
    const auto saved = must(BillingDesk(*meddled).saveBatchFile(1, m_folder.path() / "elsewhere"));
    EXPECT_EQ(must(BillingDesk(*meddled).batches()).at(0).digest, sha256Hex(slurp(saved)));
    EXPECT_EQ(1U, sentFiles().size());
}

TEST_F(Export, FileCanBeSavedAgainByteForByte)
{
    const auto sent = must(send({"T-1"})).files.at(0).file;
    EXPECT_EQ(slurp(sent), slurp(must(BillingDesk(*office).saveBatchFile(1, m_folder.path() / "again"))));
    EXPECT_EQ(ErrorKind::conflict, BillingDesk(*office).saveBatchFile(1, m_folder.path() / "again").error().kind);
    EXPECT_EQ(ErrorKind::notFound, BillingDesk(*office).saveBatchFile(7, m_folder.path() / "again").error().kind);
}

TEST_F(Export, SnapshotStandsInTheFileAndIsFrozen)
{
    const auto bytes = slurp(must(send({"T-1"})).files.at(0).file);
    const auto snapshot = ask(*office, "SELECT bytes FROM claim_snapshot");
    EXPECT_NE(std::string::npos, snapshot.find("CLM*T-1*205*"));
    EXPECT_NE(std::string::npos, bytes.find(snapshot));
    EXPECT_FALSE(databaseOf(*office).execute("UPDATE claim_snapshot SET bytes = ''"));
    EXPECT_FALSE(databaseOf(*office).execute("DELETE FROM claim_snapshot"));
}

TEST_F(Export, PreviewStoresNothing)
{
    const auto preview = must(BillingDesk(*office).preview(exportOf({"T-1", "T-9"}, {})));
    ASSERT_EQ(1U, preview.files.size());
    const auto& bytes = preview.files[0].file.bytes;
    EXPECT_EQ("000000001", bytes.substr(90, 9));
    EXPECT_EQ("T", bytes.substr(102, 1));
    EXPECT_EQ("T-9", preview.refused.at(0).encounterId);
    EXPECT_EQ("0", count(*office, "claim_batch"));
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    must(send({"T-1"}));
    EXPECT_EQ("1", ask(*office, "SELECT interchange_control_number FROM claim_batch"));
}

TEST_F(Export, ReadyClaimsStandByPayerWithTheirFaults)
{
    approve(*office, "T-3", "99001");
    must(databaseOf(*office).execute("UPDATE diagnosis SET code = 'M2556' WHERE code = 'M25561' AND encounter = "
                                     "(SELECT id FROM encounter WHERE encounter_id = 'T-3')"));
    EXPECT_EQ(1, must(BillingDesk(*office).checkApproved()));
    const auto ready = must(BillingDesk(*office).byPayer(ClaimQueue::ready));
    ASSERT_EQ(1U, ready.size());
    EXPECT_EQ(2, ready[0].claims);
    EXPECT_EQ(0, ready[0].failing);
    EXPECT_EQ(Money::cents(41000), ready[0].charges);
    const auto failing = must(BillingDesk(*office).byPayer(ClaimQueue::failing));
    ASSERT_EQ(1U, failing.size());
    EXPECT_EQ("99001", failing[0].payerId);
    EXPECT_EQ(1, failing[0].claims);
    QueueFilter filter;
    filter.queue = ClaimQueue::failing;
    const auto rows = must(BillingDesk(*office).ready(filter));
    ASSERT_EQ(1U, rows.size());
    EXPECT_TRUE(rows[0].firstError.starts_with("CV-3")) << rows[0].firstError;
}

}  // namespace
}  // namespace cw::test
