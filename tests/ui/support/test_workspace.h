#pragma once

#include "base/clock.h"
#include "ui/async/background.h"
#include "ui/shell/page.h"
#include "ui/shell/workspace_access.h"
#include "ui/theme/theme.h"

#include <QTemporaryDir>

#include <memory>

namespace cw::ui {

/// A demo workspace of its own in a temporary folder, as `wiring` makes them, on a fixed day. Made once per run and
/// copied per test.
class TestWorkspace {
public:
    TestWorkspace();
    std::filesystem::path folder() const { return m_folder; }
    const Clock& clock() const { return m_clock; }
    /// For the window; the same folder.
    WorkspaceAccess access() const;
    static std::string passwordOf(const std::string& user) { return "demo-" + user; }

private:
    QTemporaryDir m_temporary;
    FixedClock m_clock;
    std::filesystem::path m_folder;
};

/// Access to a folder where nothing is yet.
WorkspaceAccess accessToFolder(const std::filesystem::path& folder, const Clock& clock);

/// Runs the event loop until `condition` holds; false after ten seconds.
bool waitUntil(const std::function<bool()>& condition);

/// What a page of the shell is given, signed in as a demo account, without the shell.
class SignedIn {
public:
    SignedIn(const TestWorkspace& workspace, const std::string& user, Prompter& prompter);
    PageContext context();
    Theme theme;
    Background work;
    Background lookup;
    /// Runs `task` on the workspace and waits for its result.
    template <class T>
    Result<T> now(std::function<Result<T>(app::Workspace&)> task)
    {
        auto result = std::make_shared<std::optional<Result<T>>>();
        QObject context;
        work.run<T>(&context, std::move(task), [result](Result<T> value) { result->emplace(std::move(value)); });
        if (!waitUntil([result] { return result->has_value(); }))
            return Error{ErrorKind::busy, "TEST-001", "no answer"};
        return **result;
    }

private:
    Prompter& m_prompter;
    std::optional<User> m_user;
};

}  // namespace cw::ui
