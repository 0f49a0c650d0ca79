#include "base/digest.h"
#include "encounter/coding.h"
#include "tests/support/child_process.h"
#include "tests/support/workspace_fixture.h"

#include <chrono>
#include <random>
#include <thread>

namespace cw::test {
namespace {

/// A clock that ends the process when it was asked often enough after it was armed.
class DeadlyClock final : public Clock {
public:
    Instant now() const override
    {
        if (m_isArmed && --m_lives < 0) dieNow();
        return m_clock.now();
    }
    Date today() const override { return m_clock.today(); }
    std::string localTime(Instant at) const override { return m_clock.localTime(at); }
    std::string localDateTime(Instant at) const override { return m_clock.localDateTime(at); }
    void arm(int lives) { m_isArmed = true, m_lives = lives; }

private:
    FixedClock m_clock{Date::of(2025, 1, 20)};
    bool m_isArmed = false;
    mutable int m_lives = 0;
};

/// Ends the process at the step with that number.
Progress deadlyProgress(int lives)
{
    return Progress([lives](std::int64_t, std::int64_t, const std::string&) mutable {
        if (--lives < 0) dieNow();
    });
}

class Killed : public WorkspaceTest {
protected:
    using Work = std::function<void(app::Workspace&, const Progress&)>;

    /// Does `work` in a child that dies at one step after the other, the last time not at all. After each, `check` hears
    /// whether the child came through.
    void atEveryStep(const Work& work, const std::function<void(app::Workspace&, bool survived)>& check)
    {
        for (const bool byClock : {false, true}) {
            bool survived = false;
            for (int lives = 0; lives < 60 && !survived; lives += byClock && lives > 8 ? 5 : 1) {
                reset();
                const auto end = inChild([&] {
                    DeadlyClock clock;
                    const auto office = as("office", clock);
                    if (byClock) clock.arm(lives);
                    work(*office, byClock ? Progress() : deadlyProgress(lives));
                    return std::string("done");
                });
                survived = !end.wasKilled;
                EXPECT_EQ(survived, end.told == "done");
                const auto office = as("office");
                EXPECT_TRUE(faults(*office).empty()) << lives;
                check(*office, survived);
            }
            EXPECT_TRUE(survived);
        }
    }
    /// The workspace as it was before the first child.
    void reset()
    {
        namespace fs = std::filesystem;
        if (!fs::exists(m_folder.path() / "before"))
            fs::copy(place(), m_folder.path() / "before", fs::copy_options::recursive);
        fs::remove_all(place());
        fs::copy(m_folder.path() / "before", place(), fs::copy_options::recursive);
        fs::remove_all(out());
    }
    /// Each recorded batch can be had again, and each file in the folder is one of a batch.
    void checkClaimFiles(app::Workspace& office)
    {
        std::set<std::string> digests;
        for (const auto& batch : must(app::BillingDesk(office).batches())) {
            const auto bytes = must(app::BillingDesk(office).batchFile(batch.id));
            EXPECT_EQ(batch.digest, sha256Hex(bytes));
            digests.insert(batch.digest);
        }
        EXPECT_EQ(count(office, "claim"), ask(office, "SELECT count(*) FROM encounter WHERE status = 'exported'"));
        if (!std::filesystem::exists(out())) return;
        for (const auto& entry : std::filesystem::directory_iterator(out())) {
            // A file that never got its name may be left under a temporary one.
            if (entry.path().filename().string().starts_with(".")) continue;
            if (entry.path().extension() == ".json") continue;  // The manifest beside it.
            EXPECT_TRUE(digests.contains(sha256Hex(slurp(entry.path())))) << entry.path().filename();
        }
    }
};

TEST_F(Killed, DuringAnImportStoresAllOrNothing)
{
    m_folder.write("visit.txt", "right knee pain");
    auto first = cleanEncounter("T-1");
    first["documents"] = {{{"path", "visit.txt"}}};
    const auto file = writeEncounters({first, cleanEncounter("T-2")});
    atEveryStep([&](app::Workspace& office,
                    const Progress& progress) { must(app::Intake(office).importEncounters(file, progress)); },
                [&](app::Workspace& office, bool survived) {
                    EXPECT_EQ(survived ? "2" : "0", count(office, "encounter"));
                    EXPECT_EQ(survived ? "1" : "0", count(office, "document"));
                });
}

TEST_F(Killed, DuringAnImportOfDocumentsStoresEachFileWholeOrNotAtAll)
{
    import(*as("office"), {cleanEncounter("T-1")});
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < 100; ++i)
        files.push_back(m_folder.write("in/" + std::to_string(i) + ".txt", "note " + std::to_string(i)));
    const auto owned = [&](app::Workspace& office, const Progress& progress) {
        return must(app::Intake(office).importDocuments(files, "T-1", std::nullopt, progress)).documents;
    };
    for (const int lives : {0, 30, 48, 49, 60, 96, 98, 200}) {
        reset();
        inChild([&] {
            owned(*as("office"), deadlyProgress(lives));
            return std::string("done");
        });
        const auto office = as("office");
        EXPECT_TRUE(faults(*office).empty()) << lives;
        const auto stored = std::stoi(count(*office, "document"));
        EXPECT_EQ(stored, std::stoi(count(*office, "document_content"))) << lives;
        EXPECT_EQ(count(*office, "document"),
                  ask(*office, "SELECT count(*) FROM audit WHERE action = 'document.import'"));
        // What came through is known, the rest is stored now.
        EXPECT_EQ(100 - stored, owned(*office, {})) << lives;
        EXPECT_EQ("100", count(*office, "document")) << lives;
    }
}

TEST_F(Killed, DuringASaveStoresAllOrNothing)
{
    import(*as("office"), {cleanEncounter("T-1")});
    atEveryStep(
        [&](app::Workspace& office, const Progress&) {
            auto tx = must(office.work().beginRead());
            const auto seen = must(office.encounters().load(*tx, "T-1"));
            tx.reset();
            auto after = *coding::removeDiagnosis(seen.encounter, seen.encounter.diagnoses[0].id);
            after =
                *coding::addDiagnosis(after, *Icd10CmCode::parse("Z00.00"), DiagnosisRole::diagnosis, {}, office.ids());
            must(app::CodingDesk(office).save(seen.encounter, after, seen.versions, seen.workflow));
        },
        [&](app::Workspace& office, bool survived) {
            std::string codes;
            for (const auto& diagnosis : must(app::CodingDesk(office).open("T-1")).stored.encounter.diagnoses)
                codes += diagnosis.code.text + " ";
            // The clock is asked once more after the commit: a child that died there has saved.
            const bool saved = codes == "I10 E785 Z0000 ";
            EXPECT_TRUE(saved || codes == "M25561 I10 E785 ") << codes;
            EXPECT_EQ(saved ? "in coding" : "new", statusOf(office, "T-1"));
            EXPECT_TRUE(saved || !survived);
        });
}

TEST_F(Killed, DuringAnExportLeavesNoBatchOrOneThatCanBeSavedAgain)
{
    {
        const auto office = as("office");
        approve(*office, "T-1");
        approve(*office, "T-2", "99001");
    }
    atEveryStep(
        [&](app::Workspace& office, const Progress& progress) {
            must(app::BillingDesk(office).exportClaims(exportOf({"T-1", "T-2"}, out()), progress));
        },
        [&](app::Workspace& office, bool survived) {
            checkClaimFiles(office);
            const auto batches = count(office, "claim_batch");
            EXPECT_EQ(survived ? "2" : "0", batches);
        });
}

TEST_F(Killed, AtRandomMomentsOfAnExportKeepsRecordsAndFilesTogether)
{
    constexpr int runs = 30;
    {
        const auto office = as("office");
        std::vector<nlohmann::ordered_json> encounters;
        for (int i = 0; i < runs; ++i) encounters.push_back(loneEncounter("T-" + std::to_string(i)));
        import(*office, encounters);
        for (int i = 0; i < runs; ++i) {
            must(app::CodingDesk(*office).submit("T-" + std::to_string(i)));
            must(app::ReviewDesk(*office).approve("T-" + std::to_string(i)));
        }
    }
    std::mt19937 random(837);
    for (int i = 0; i < runs; ++i) {
        const auto delay = std::chrono::microseconds(random() % 15'000);
        inChild(
            [&] {
                const auto office = as("office");
                ::raise(SIGSTOP);  // Signed in: the clock starts here.
                must(app::BillingDesk(*office).exportClaims(exportOf({"T-" + std::to_string(i)}, out())));
                return std::string("done");
            },
            [delay](pid_t child) {
                int state = 0;
                ::waitpid(child, &state, WUNTRACED);
                ::kill(child, SIGCONT);
                std::this_thread::sleep_for(delay);
                ::kill(child, SIGKILL);
            });
        const auto office = as("office");
        EXPECT_TRUE(faults(*office).empty()) << i;
        checkClaimFiles(*office);
    }
    const auto office = as("office");
    RecordProperty("exports_recorded", count(*office, "claim_batch"));
    EXPECT_EQ(count(*office, "claim_batch"),
              ask(*office, "SELECT count(DISTINCT interchange_control_number) FROM claim_batch"));
    for (const auto& batch : must(app::BillingDesk(*office).batches())) {
        const auto saved = must(app::BillingDesk(*office).saveBatchFile(batch.number, m_folder.path() / "again"));
        EXPECT_EQ(batch.digest, sha256Hex(slurp(saved)));
    }
}

TEST_F(Killed, DuringABackupLeavesNoBackupUnderItsName)
{
    const auto target = m_folder.path() / "backup.zip";
    atEveryStep([&](app::Workspace& office, const Progress& progress) { must(office.backUp(target, progress)); },
                [&](app::Workspace&, bool survived) {
                    EXPECT_EQ(survived, std::filesystem::exists(target));
                    std::filesystem::remove(target);
                });
}

}  // namespace
}  // namespace cw::test
