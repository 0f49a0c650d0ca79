#include "encounter/coding.h"
#include "tests/support/child_process.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

class TwoProcesses : public WorkspaceTest {
protected:
    using Work = std::function<void(app::Workspace&, int number)>;

    /// `work` twelve times in each of two processes at once.
    void both(const Work& work) const
    {
        const auto child = [&](const std::string& user, int first) {
            const auto workspace = as(user);
            for (int i = 0; i < each; ++i) work(*workspace, first + i);
            return std::string("done");
        };
        ChildEnd inner;
        const auto outer = inChild([&] { return child("coder", 100); },
                                   [&](pid_t) { inner = inChild([&] { return child("office", 200); }); });
        EXPECT_EQ("done", outer.told);
        EXPECT_EQ("done", inner.told);
    }
    static constexpr int each = 12;
};

TEST_F(TwoProcesses, AddingDiagnosesLoseNone)
{
    import(*as("office"), {cleanEncounter("T-1")});
    both([](app::Workspace& workspace, int number) {
        const auto seen = must(app::CodingDesk(workspace).open("T-1")).stored;
        const auto code = *Icd10CmCode::parse("Z" + std::to_string(number));
        const auto after =
            must(coding::addDiagnosis(seen.encounter, code, DiagnosisRole::diagnosis, {}, workspace.ids()));
        must(app::CodingDesk(workspace).save(seen.encounter, after, seen.versions, seen.workflow));
    });
    const auto office = as("office");
    EXPECT_EQ(3U + 2U * each, must(app::CodingDesk(*office).open("T-1")).stored.encounter.diagnoses.size());
    EXPECT_TRUE(faults(*office).empty());
}

TEST_F(TwoProcesses, AddingDocumentsLoseNone)
{
    import(*as("office"), {cleanEncounter("T-1")});
    both([&](app::Workspace& workspace, int number) {
        const auto file = m_folder.write("note-" + std::to_string(number) + ".txt", "note " + std::to_string(number));
        EXPECT_EQ(1, must(app::Intake(workspace).importDocuments({file}, "T-1", std::nullopt)).documents);
    });
    const auto office = as("office");
    EXPECT_EQ(2U * each, must(app::CodingDesk(*office).open("T-1")).documents.size());
    EXPECT_TRUE(faults(*office).empty());
}

TEST_F(TwoProcesses, ImportingTheSameEncountersStoreEachOnce)
{
    both([&](app::Workspace& workspace, int number) {
        const auto id = "T-" + std::to_string(number % 100);
        const auto file = m_folder.write(std::to_string(number) + ".json", encounterFile({cleanEncounter(id)}));
        const auto imported = app::Intake(workspace).importEncounters(file);
        if (!imported) {
            EXPECT_EQ(ErrorKind::conflict, imported.error().kind) << describe(imported.error());
        }
    });
    const auto office = as("office");
    EXPECT_EQ(std::to_string(each), count(*office, "encounter"));
    EXPECT_EQ(std::to_string(3 * each), count(*office, "diagnosis"));
    EXPECT_TRUE(faults(*office).empty());
}

TEST_F(TwoProcesses, SubmittingTheSameEncounterSucceedsOnce)
{
    {
        const auto office = as("office");
        for (int i = 0; i < each; ++i) import(*office, {loneEncounter("T-" + std::to_string(i))});
    }
    both([](app::Workspace& workspace, int number) {
        const auto submitted = app::CodingDesk(workspace).submit("T-" + std::to_string(number % 100));
        if (!submitted) {
            EXPECT_EQ(ErrorKind::conflict, submitted.error().kind);
        }
    });
    const auto office = as("office");
    EXPECT_EQ(std::to_string(each), ask(*office, "SELECT count(*) FROM encounter WHERE status = 'coded'"));
    EXPECT_EQ(std::to_string(each), ask(*office, "SELECT count(*) FROM audit WHERE action = 'encounter.submit'"));
    EXPECT_TRUE(faults(*office).empty());
}

}  // namespace
}  // namespace cw::test
