#pragma once

#include "app/billing_desk.h"
#include "app/coding_desk.h"
#include "app/intake.h"
#include "app/review_desk.h"
#include "app/user_admin.h"
#include "app/worklist.h"
#include "store/work/work_database.h"
#include "tests/support/encounter_file.h"
#include "tests/support/temporary_folder.h"
#include "wiring/workspace_factory.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <map>
#include <stdexcept>

namespace cw::test {

/// The value, or a test that ends with the error's text.
template <class T>
T must(Result<T> result)
{
    if (!result) throw std::runtime_error(describe(result.error()));
    return std::move(*result);
}
inline void must(Status status)
{
    if (!status) throw std::runtime_error(describe(status.error()));
}

/// "APP-001: …" of a failed result, "success" of another.
template <class T>
std::string outcome(const Result<T>& result)
{
    return result ? "success" : describe(result.error());
}

inline app::ExportRequest exportOf(std::vector<std::string> ids, std::filesystem::path folder, bool test = false)
{
    app::ExportRequest request;
    request.encounterIds = std::move(ids);
    request.folder = std::move(folder);
    request.test = test;
    return request;
}

enum class Content {
    none,         ///< Accounts of every role and the starter tables.
    demo,         ///< The demo encounters besides; one claim was sent, no payer has answered.
    answeredDemo  ///< The whole demo, as `init --demo` makes it.
};

/// Fills a new workspace, signed in by the administrator, with an account for each role.
inline void addAccounts(const std::filesystem::path& workspace, const Clock& clock)
{
    const auto admin = must(wiring::openWorkspace(workspace, "admin", "demo-admin", clock));
    app::UserAdmin users(*admin);
    must(users.add("coder", {Role::coder}, "demo-coder"));
    must(users.add("supervisor", {Role::supervisor}, "demo-supervisor"));
    must(users.add("biller", {Role::biller}, "demo-biller"));
    must(users.add("office", {Role::coder, Role::supervisor, Role::biller, Role::administrator}, "demo-office"));
}

/// A workspace as `init` makes it, made once for each build of a test program and kept in the build folder: making one
/// takes half a second, copying one a millisecond. Made on 2025-01-20.
inline std::filesystem::path workspaceTemplate(Content content)
{
    namespace fs = std::filesystem;
    ::setenv("CHARTWRIGHT_DATA", CW_SOURCE_DIR "/data", 1);  // NOLINT(concurrency-mt-unsafe): one thread.
    const auto program = fs::read_symlink("/proc/self/exe");
    const auto stamp = std::to_string(fs::last_write_time(program).time_since_epoch().count());
    const auto folder = fs::path(CW_BINARY_DIR) / "test-workspaces" / program.filename();
    static const std::map<Content, const char*> suffixes = {
        {Content::none, "-empty"}, {Content::demo, "-demo"}, {Content::answeredDemo, "-answered"}};
    const auto ready = folder / (stamp + suffixes.at(content));
    if (fs::exists(ready)) return ready;
    fs::create_directories(folder);
    for (const auto& old : fs::directory_iterator(folder)) {
        std::error_code ignored;  // Another test may be at it too.
        if (!old.path().filename().string().starts_with(stamp)) fs::remove_all(old.path(), ignored);
    }
    const auto making = folder / (stamp + "-made-by-" + std::to_string(::getpid()));
    const FixedClock clock(Date::of(2025, 1, 20));
    wiring::InitRequest request;
    request.folder = making;
    request.demo = content != Content::none;
    request.demoAnswers = content == Content::answeredDemo;
    request.password = "demo-admin";
    must(wiring::initialise(request, clock));
    if (content == Content::none) addAccounts(making, clock);
    std::error_code slower;  // Another test may have put its own there.
    fs::rename(making, ready, slower);
    if (slower) fs::remove_all(making);
    return ready;
}

/// Copies of the templates in a folder of the test's own. Accounts: coder, supervisor, biller, admin and office (all
/// roles), each with the password "demo-<name>".
class WorkspaceTest : public testing::Test {
protected:
    explicit WorkspaceTest(Content content = Content::none) { copyTemplate(content, place()); }

    static void copyTemplate(Content content, const std::filesystem::path& to)
    {
        std::filesystem::copy(workspaceTemplate(content), to, std::filesystem::copy_options::recursive);
    }
    std::filesystem::path place() const { return m_folder.path() / "workspace"; }
    std::filesystem::path out() const { return m_folder.path() / "out"; }

    Result<std::unique_ptr<app::Workspace>> signIn(const std::string& user, const std::string& password) const
    {
        return wiring::openWorkspace(place(), user, password, m_clock);
    }
    std::unique_ptr<app::Workspace> as(const std::string& user) const { return must(signIn(user, "demo-" + user)); }
    std::unique_ptr<app::Workspace> as(const std::string& user, const Clock& clock) const
    {
        return must(wiring::openWorkspace(place(), user, "demo-" + user, clock));
    }

    std::filesystem::path writeEncounters(const std::vector<nlohmann::ordered_json>& encounters,
                                          const std::string& name = "in.json") const
    {
        return m_folder.write(name, encounterFile(encounters));
    }
    app::IntakeOutcome import(app::Workspace& workspace, const std::vector<nlohmann::ordered_json>& encounters) const
    {
        return must(app::Intake(workspace).importEncounters(writeEncounters(encounters)));
    }
    /// Imported as the visit of a patient of its own, submitted by the office and approved: ready for a claim.
    void approve(app::Workspace& office, const std::string& id, const std::string& payerId = "15202") const
    {
        import(office, {loneEncounter(id, payerId)});
        must(app::CodingDesk(office).submit(id));
        must(app::ReviewDesk(office).approve(id));
    }

    static store::Database& databaseOf(app::Workspace& workspace)
    {
        return dynamic_cast<store::WorkDatabase&>(workspace.work()).database();
    }
    static std::string ask(app::Workspace& workspace, std::string_view sql)
    {
        auto statement = must(databaseOf(workspace).prepare(sql));
        return must(statement.step()) ? statement.text(0) : "";
    }
    static std::string count(app::Workspace& workspace, const std::string& table)
    {
        return ask(workspace, "SELECT count(*) FROM " + table);
    }
    static std::string statusOf(app::Workspace& workspace, const std::string& id)
    {
        return ask(workspace, "SELECT status FROM encounter WHERE encounter_id = '" + id + "'");
    }
    static std::vector<std::string> faults(app::Workspace& workspace) { return must(workspace.integrityFaults()); }

    TemporaryFolder m_folder;
    FixedClock m_clock{Date::of(2025, 1, 20)};
};

class DemoWorkspaceTest : public WorkspaceTest {
protected:
    DemoWorkspaceTest() : WorkspaceTest(Content::demo) {}
};

}  // namespace cw::test
