#pragma once

#include "app/workspace.h"
#include "cli/console.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

namespace cw::cli {

/// What a command needs to run: the console, the general options, and the doors to the workspace.
class Runner {
public:
    Runner(const Console& console, const General& general) : m_console(console), m_general(general) {}

    const Console& console() const noexcept { return m_console; }
    const General& general() const noexcept { return m_general; }
    std::filesystem::path folder() const;

    /// Signs in with --user and CHARTWRIGHT_PASSWORD (or a prompt) and runs `body`; prints an error of either.
    int withWorkspace(const std::function<Result<int>(app::Workspace&)>& body) const;
    /// Runs `body` on the search index, made anew first when the library changed; without sign-in.
    int withFinder(const std::function<Result<int>(app::CodeFinder&)>& body) const;
    /// Runs `body` on the reference library alone, without sign-in.
    int withLibrary(const std::function<Result<int>(const CodeLibrary&)>& body) const;
    /// Runs `body` on the installed tables with the files of rules as shipped, without sign-in and what is the site's own.
    int withEditTables(const std::function<Result<int>(const std::shared_ptr<const RuleTables>&)>& body) const;
    /// The same as withLibrary() with the lists beside the code tables.
    int withReference(const std::function<Result<int>(const CodeLibrary&, const ReferenceTables&)>& body) const;
    int finish(const Result<int>& outcome) const;

private:
    const Console& m_console;
    const General& m_general;
};

/// Each adds its commands to `app`; a command sets `chosen` to what runs it.
using Chosen = std::function<int(const Runner&)>;
void addSetupCommands(CLI::App& app, Chosen& chosen);
void addCodeCommands(CLI::App& app, Chosen& chosen);
void addCodeDisplayCommands(CLI::App& codes, Chosen& chosen);  ///< show, index, build
void addCodeLibraryCommands(CLI::App& codes, Chosen& chosen);  ///< import, withdraw, releases, diff, updates
void addCodeSetCommands(CLI::App& codes, Chosen& chosen);      ///< sets, recent
void addEncounterCommands(CLI::App& app, Chosen& chosen);
void addPacketCommand(CLI::App& encounters, Chosen& chosen);
void addDocumentCommands(CLI::App& app, Chosen& chosen);
void addUnmatchedCommands(CLI::App& documents, Chosen& chosen);  ///< unmatched, resolve, discard, retry
void addPatientCommands(CLI::App& app, Chosen& chosen);
void addEditCommands(CLI::App& app, Chosen& chosen);
void addEditRuleCommands(CLI::App& edits, Chosen& chosen);   ///< rules, level, levels
void addAttestCommands(CLI::App& edits, Chosen& chosen);     ///< attest, attestations, recheck
void addEditTableCommands(CLI::App& edits, Chosen& chosen);  ///< tables
void addSiteRuleCommands(CLI::App& edits, Chosen& chosen);   ///< site
void addClaimCommands(CLI::App& app, Chosen& chosen);
void addDirectoryCommands(CLI::App& app, Chosen& chosen);  ///< partners, payers, providers
void addAdminCommands(CLI::App& app, Chosen& chosen);

/// For commands of the fixed list that are not there yet: says so, exit status 2.
void addUnavailable(CLI::App& parent, Chosen& chosen, const std::string& name, const std::string& what);

}  // namespace cw::cli
