#include "app/user_admin.h"
#include "base/text.h"
#include "cli/listing.h"
#include "cli/runner.h"

#include <ostream>

namespace cw::cli {

namespace {

/// The new account's password: CHARTWRIGHT_NEW_PASSWORD or asked twice; never an argument.
Result<std::string> newPassword(const Runner& runner, const std::string& name)
{
    if (auto given = runner.console().environment("CHARTWRIGHT_NEW_PASSWORD")) return std::move(*given);
    const auto first = runner.console().askPassword("New password of " + name + ": ");
    const auto second = first ? runner.console().askPassword("Once more: ") : std::nullopt;
    if (first && first == second) return std::string(*first);
    return Error{ErrorKind::invalidInput, "CLI-020",
                 first ? "the two passwords differ"
                       : "no new password: set CHARTWRIGHT_NEW_PASSWORD or run in a terminal"};
}

Result<int> listUsers(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto users, app::UserAdmin(workspace).list());
    Listing list({"user", "roles", "state", "created_at"});
    for (const auto& user : users)
        list.add({user.name, toString(user.roles), user.isDisabled ? "disabled" : "active", user.createdAt.iso()});
    list.print(runner.console(), runner.general());
    return done;
}

Result<int> showAudit(const Runner& runner, app::Workspace& workspace, const AuditFilter& filter)
{
    CW_TRY(const auto entries, app::AuditDesk(workspace).entries(filter));
    Listing list({"sequence", "at", "user", "action", "encounter", "detail"});
    for (const auto& entry : entries)
        list.add({entry.sequence, entry.at.iso(), entry.event.user, entry.event.action, entry.event.encounter,
                  entry.event.detail});
    list.print(runner.console(), runner.general());
    return done;
}

Result<int> verifyAudit(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto verdict, app::AuditDesk(workspace).verify());
    if (verdict.isWhole) {
        runner.console().out << "whole\t" << verdict.entries << " entries\n";
        return done;
    }
    runner.console().out << "broken\tat entry " << verdict.firstBad << ": " << verdict.reason << '\n';
    return fault;
}

struct UserArguments {
    std::string name;
    std::vector<std::string> roles;
};

using UserStep = Result<int> (*)(const Runner&, app::Workspace&, const UserArguments&);

void addUserStep(CLI::App& parent, Chosen& chosen, const std::string& name, const std::string& text, bool takesRoles,
                 UserStep step)
{
    auto* command = parent.add_subcommand(name, text);
    auto arguments = std::make_shared<UserArguments>();
    command->add_option("NAME", arguments->name, "Account")->required();
    if (takesRoles)
        command->add_option("ROLE,--role,--roles", arguments->roles, "coder, supervisor, biller, administrator")
            ->delimiter(',')
            ->required();
    command->callback([&chosen, arguments, step] {
        chosen = [arguments, step](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return step(runner, workspace, *arguments); });
        };
    });
}

Result<int> addUser(const Runner& runner, app::Workspace& workspace, const UserArguments& arguments)
{
    CW_TRY(const auto roles, parseRoles(text::join(arguments.roles, ",")));
    CW_TRY(const auto password, newPassword(runner, arguments.name));
    CW_TRY(const auto user, app::UserAdmin(workspace).add(arguments.name, roles, password));
    runner.console().out << user.name << '\t' << toString(user.roles) << '\n';
    return done;
}

Result<int> setRoles(const Runner& runner, app::Workspace& workspace, const UserArguments& arguments)
{
    CW_TRY(const auto roles, parseRoles(text::join(arguments.roles, ",")));
    CW_CHECK(app::UserAdmin(workspace).setRoles(arguments.name, roles));
    runner.console().out << arguments.name << '\t' << toString(roles) << '\n';
    return done;
}

Result<int> setPassword(const Runner& runner, app::Workspace& workspace, const UserArguments& arguments)
{
    CW_TRY(const auto password, newPassword(runner, arguments.name));
    CW_CHECK(app::UserAdmin(workspace).setPassword(arguments.name, password));
    return done;
}

Result<int> disable(const Runner&, app::Workspace& workspace, const UserArguments& arguments)
{
    CW_CHECK(app::UserAdmin(workspace).disable(arguments.name));
    return done;
}

}  // namespace

void addAdminCommands(CLI::App& app, Chosen& chosen)
{
    auto* users = app.add_subcommand("users", "Accounts");
    users->require_subcommand(1);
    users->add_subcommand("list", "All accounts")->callback([&chosen] {
        chosen = [](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return listUsers(runner, workspace); });
        };
    });
    addUserStep(*users, chosen, "add", "A new account", true, addUser);
    addUserStep(*users, chosen, "set-role", "Give an account these roles", true, setRoles);
    addUserStep(*users, chosen, "set-password", "A new password; enables a disabled account", false, setPassword);
    addUserStep(*users, chosen, "disable", "The account can no longer sign in", false, disable);

    auto* audit = app.add_subcommand("audit", "The audit trail");
    audit->require_subcommand(1);
    auto* show = audit->add_subcommand("show", "Who did what");
    auto encounter = std::make_shared<std::string>();
    show->add_option("--encounter", *encounter, "Only entries of this encounter");
    show->callback([&chosen, encounter] {
        chosen = [encounter](const Runner& runner) {
            AuditFilter filter;
            if (!runner.general().filterUser.empty()) filter.user = runner.general().filterUser;
            if (!encounter->empty()) filter.encounter = *encounter;
            return runner.withWorkspace(
                [&](app::Workspace& workspace) { return showAudit(runner, workspace, filter); });
        };
    });
    audit->add_subcommand("verify", "Whether the trail is whole and unaltered")->callback([&chosen] {
        chosen = [](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return verifyAudit(runner, workspace); });
        };
    });
}

}  // namespace cw::cli
