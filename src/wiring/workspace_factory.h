#pragma once

#include "app/workspace.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where the interfaces meet their implementations: the only place besides the two main.cpp that sees `store`.
namespace cw::wiring {

/// An account as `init` made it, to be shown once.
struct NewAccount {
    std::string user;
    std::string password;
    std::string roles;
};

struct InitRequest {
    std::filesystem::path folder;
    bool demo = false;
    /// The demo also shows what payers answered: five visits, a clearinghouse, payers, answers. Without, one claim was sent.
    bool demoAnswers = true;
    std::string administrator = "admin";
    std::string password;  ///< Empty: one is generated.
};

/// Makes a workspace with the starter tables, and the demo content when asked. All or nothing: a failed init leaves no
/// workspace. Fails with conflict when the folder holds one already.
Result<std::vector<NewAccount>> initialise(const InitRequest& request, const Clock& clock,
                                           const Progress& progress = {});

/// Signs in. Fails with notFound (no workspace there), denied (wrong name or password), corrupt, unsupported (made by a
/// newer version), busy (locked by another program).
Result<std::unique_ptr<app::Workspace>> openWorkspace(const std::filesystem::path& folder, std::string_view user,
                                                      std::string_view password, const Clock& clock,
                                                      std::shared_ptr<app::CodeIndexSource> index = nullptr);
/// For all workspaces of a process that are open on the same folder; without one each opens its own. The clock must
/// outlive it.
std::shared_ptr<app::CodeIndexSource> codeIndexOf(const std::filesystem::path& folder, const Clock& clock);

/// The reference library alone: no sign-in, no patient data.
Result<std::unique_ptr<CodeLibrary>> openLibrary(const std::filesystem::path& folder);

/// The library and the lists beside it, likewise.
struct ReferenceShelf {
    std::unique_ptr<CodeLibrary> library;
    std::unique_ptr<ReferenceTables> tables;  ///< Uses the library and goes before it.
};
Result<ReferenceShelf> openReference(const std::filesystem::path& folder);
/// The tables of the edits with the files of rules as shipped, likewise: no sign-in, nothing of the site.
Result<std::shared_ptr<const RuleTables>> openEditTables(const std::filesystem::path& folder);

/// Accounts and passwords of a demo workspace, for its own sign-in page; empty for every other workspace.
std::vector<NewAccount> demoAccounts(const std::filesystem::path& folder);
bool isWorkspace(const std::filesystem::path& folder);

/// Where starter tables and demo content are: CHARTWRIGHT_DATA, beside an installed program, or in the source tree.
Result<std::filesystem::path> dataFolder();
/// CHARTWRIGHT_WORKSPACE, else the platform's data folder.
std::filesystem::path defaultWorkspace();
/// False when the program was built with the system's SQLite.
bool isEncrypted() noexcept;

}  // namespace cw::wiring
