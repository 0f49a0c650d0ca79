#include "cli/command_line.h"

#include "cli/runner.h"

#include <algorithm>
#include <ostream>

namespace cw::cli {

int run(const std::vector<std::string>& arguments, const Console& console)
{
    General general;
    CLI::App app{"Chartwright without a display: coding, edits and claims from the command line.", "chartwrightctl"};
    app.fallthrough();
    app.require_subcommand(1);
    app.add_option("--workspace", general.workspace, "Folder of the workspace (else CHARTWRIGHT_WORKSPACE)");
    std::vector<std::string> users;
    app.add_option("--user", users, "Account; its password comes from CHARTWRIGHT_PASSWORD or a prompt")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--format", general.format, "How lists are printed")->check(CLI::IsMember({"table", "tsv", "json"}));
    app.add_flag("--quiet", general.quiet, "No progress");
    app.add_flag("--verbose", general.verbose, "Progress even when output is not a terminal");

    Chosen chosen;
    addSetupCommands(app, chosen);
    addCodeCommands(app, chosen);
    addEncounterCommands(app, chosen);
    addDocumentCommands(app, chosen);
    addPatientCommands(app, chosen);
    addEditCommands(app, chosen);
    addClaimCommands(app, chosen);
    addDirectoryCommands(app, chosen);
    addAdminCommands(app, chosen);

    auto reversed = arguments;
    std::reverse(reversed.begin(), reversed.end());  // CLI11 takes its arguments from the back.
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, console.out, console.err) == 0 ? done : badArguments;
    }
    if (!users.empty()) general.user = users.front();
    // "audit show --user N" filters by N when the account that signs in was named before it.
    if (users.size() > 1) general.filterUser = users.back();
    if (!chosen) {
        console.err << app.help();
        return badArguments;
    }
    try {
        return chosen(Runner(console, general));
    } catch (const std::exception&) {
        // what() may quote data; it stays out of terminals and logs.
        return report({ErrorKind::io, "CLI-003", "an unexpected fault; nothing was changed by the step that failed"},
                      console);
    }
}

}  // namespace cw::cli
