#include "cli/runner.h"
#include "wiring/workspace_factory.h"

#include <ostream>

namespace cw::cli {

namespace {

Result<int> initialise(const Runner& runner, bool demo)
{
    wiring::InitRequest request;
    request.folder = runner.folder();
    request.demo = demo;
    if (!runner.general().user.empty()) request.administrator = runner.general().user;
    request.password = runner.console().environment("CHARTWRIGHT_PASSWORD").value_or("");
    if (!wiring::isEncrypted())
        runner.console().err << "chartwrightctl: built with the system's SQLite: the work store is NOT encrypted\n";
    CW_TRY(const auto accounts,
           wiring::initialise(request, runner.console().clock, progressOn(runner.console(), runner.general())));
    for (const auto& account : accounts)
        runner.console().out << account.user << '\t' << account.roles << '\t' << account.password << '\n';
    return done;
}

Result<int> backUp(const Runner& runner, app::Workspace& workspace, const std::string& file)
{
    CW_CHECK(app::require(workspace, Permission::backUp));
    CW_CHECK(workspace.backUp(file, progressOn(runner.console(), runner.general())));
    runner.console().out << file << '\n';
    return done;
}

Result<int> checkWorkspace(const Runner& runner, app::Workspace& workspace)
{
    CW_CHECK(app::require(workspace, Permission::backUp));
    CW_TRY(const auto faults, workspace.integrityFaults());
    for (const auto& fault : faults) runner.console().out << fault << '\n';
    if (faults.empty()) runner.console().out << "sound\n";
    return faults.empty() ? done : fault;
}

}  // namespace

void addSetupCommands(CLI::App& app, Chosen& chosen)
{
    auto* init = app.add_subcommand("init", "Make a workspace with the starter code tables");
    auto demo = std::make_shared<bool>(false);
    init->add_flag("--demo", *demo, "One account of each role, one with all, and the sample charts");
    init->callback([&chosen, demo] {
        chosen = [demo](const Runner& runner) { return runner.finish(initialise(runner, *demo)); };
    });

    auto* backup = app.add_subcommand("backup", "Copy the workspace into one file while others work");
    auto file = std::make_shared<std::string>();
    backup->add_option("FILE", *file, "A new file")->required();
    backup->callback([&chosen, file] {
        chosen = [file](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return backUp(runner, workspace, *file); });
        };
    });

    auto* check = app.add_subcommand("check", "Integrity of both databases and of the audit trail");
    check->callback([&chosen] {
        chosen = [](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return checkWorkspace(runner, workspace); });
        };
    });
    addUnavailable(app, chosen, "restore", "Put a backup in place of a workspace");
    addUnavailable(app, chosen, "suggest", "Codes suggested by a document");
}

}  // namespace cw::cli
