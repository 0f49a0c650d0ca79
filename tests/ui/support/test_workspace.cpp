#include "tests/ui/support/test_workspace.h"

#include "wiring/workspace_factory.h"

#include <gtest/gtest.h>

#include <QTest>

namespace cw::ui {

namespace {

const Date today = Date::of(2025, 11, 3);

const std::filesystem::path& madeOnce()
{
    static QTemporaryDir folder;
    static const std::filesystem::path path = [] {
        const std::filesystem::path workspace = std::filesystem::path(folder.path().toStdString()) / "workspace";
        const FixedClock clock(today);
        wiring::InitRequest request;
        request.folder = workspace;
        request.demo = true;
        request.demoAnswers = false;
        const auto made = wiring::initialise(request, clock);
        EXPECT_TRUE(made) << describe(made.error());
        return workspace;
    }();
    return path;
}

}  // namespace

TestWorkspace::TestWorkspace()
    : m_clock(today), m_folder(std::filesystem::path(m_temporary.path().toStdString()) / "workspace")
{
    std::filesystem::copy(madeOnce(), m_folder, std::filesystem::copy_options::recursive);
}

WorkspaceAccess TestWorkspace::access() const
{
    return accessToFolder(m_folder, m_clock);
}

WorkspaceAccess accessToFolder(const std::filesystem::path& folder, const Clock& clock)
{
    const auto shown = [](const std::vector<wiring::NewAccount>& accounts) {
        std::vector<ShownAccount> list;
        for (const auto& account : accounts) list.push_back({account.user, account.password, account.roles});
        return list;
    };
    WorkspaceAccess access;
    access.folder = folder;
    access.exists = [folder] { return wiring::isWorkspace(folder); };
    access.demoAccounts = [folder, shown] { return shown(wiring::demoAccounts(folder)); };
    access.open = [folder, &clock, index = wiring::codeIndexOf(folder, clock)](const std::string& user,
                                                                               const std::string& password) {
        return wiring::openWorkspace(folder, user, password, clock, index);
    };
    access.initialise = [folder, shown, &clock](bool demo, const std::string& password,
                                                const Progress& progress) -> Result<std::vector<ShownAccount>> {
        wiring::InitRequest request;
        request.folder = folder;
        request.demo = demo;
        request.password = password;
        CW_TRY(const auto accounts, wiring::initialise(request, clock, progress));
        return shown(accounts);
    };
    return access;
}

bool waitUntil(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 10000);
}

SignedIn::SignedIn(const TestWorkspace& workspace, const std::string& user, Prompter& prompter) : m_prompter(prompter)
{
    QObject context;
    int opened = 0;
    const auto opener = [access = workspace.access(), user] {
        return access.open(user, TestWorkspace::passwordOf(user));
    };
    const auto done = [this, &opened](Result<User> result) {
        EXPECT_TRUE(result) << describe(result.error());
        if (result) m_user = *result;
        ++opened;
    };
    work.open(opener, &context, done);
    lookup.open(opener, &context, done);
    EXPECT_TRUE(waitUntil([&opened] { return opened == 2; }));
}

PageContext SignedIn::context()
{
    return {theme, work, lookup, m_prompter, m_user.value_or(User())};
}

}  // namespace cw::ui
