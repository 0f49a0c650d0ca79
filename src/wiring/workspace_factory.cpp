#include "wiring/workspace_factory.h"

#include "app/demo/demo_content.h"
#include "app/user_admin.h"
#include "base/file.h"
#include "import/code_file.h"
#include "wiring/code_index.h"
#include "wiring/edit_tables.h"
#include "wiring/workspace.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <array>

namespace cw::wiring {

namespace {

struct DemoUser {
    std::string_view name;
    std::string_view roles;
};

constexpr std::array demoUsers = {DemoUser{"coder", "coder"}, DemoUser{"supervisor", "supervisor"},
                                  DemoUser{"biller", "biller"}, DemoUser{"admin", "administrator"},
                                  DemoUser{"office", "coder,supervisor,biller,administrator"}};

/// Sixteen letters and digits that are not mistaken for each other: 80 bits.
std::string generatedPassword()
{
    constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string password;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0) password += '-';
        password += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
    }
    return password;
}

std::vector<NewAccount> accountsFor(const InitRequest& request)
{
    std::vector<NewAccount> accounts;
    if (!request.demo) {
        accounts.push_back({request.administrator, request.password.empty() ? generatedPassword() : request.password,
                            std::string(toString(Role::administrator))});
        return accounts;
    }
    for (const auto& user : demoUsers)
        accounts.push_back({std::string(user.name), "demo-" + std::string(user.name), std::string(user.roles)});
    return accounts;
}

Status installStarter(const std::filesystem::path& reference, const Clock& clock, const Progress& progress)
{
    CW_TRY(const auto data, dataFolder());
    CW_TRY(const auto library, store::ReferenceLibrary::open(reference, clock, store::Database::Mode::create));
    for (const auto system : {CodeSystem::icd10cm, CodeSystem::hcpcs, CodeSystem::cpt}) {
        CW_TRY(const auto table, parseStarterTables(data / "starter", system));
        CW_CHECK(library->install(table, progress));
    }
    return {};
}

/// Makes the work store with its accounts; the first of `accounts` with the administrator's role signs them in.
Status makeAccounts(const Files& files, const std::vector<NewAccount>& accounts, const Clock& clock)
{
    auto keys = store::FileKeyRing::create(files.keys());
    CW_TRY(const auto work, store::WorkDatabase::open(files.work(), keys.key().view(), true));
    RandomIdSource ids;
    store::SqliteUserRepository users(clock, ids);
    store::SqliteAuditLog audit(clock);
    CW_TRY(auto tx, work->beginWrite());
    CW_CHECK(audit.append(*tx, {"system", "workspace.create", {}, isEncrypted() ? "encrypted" : "NOT encrypted"}));
    for (const auto& account : accounts) {
        CW_CHECK(checkUserName(account.user));
        CW_CHECK(checkPassword(account.password));
        CW_TRY(const auto roles, parseRoles(account.roles));
        CW_CHECK(users.add(*tx, account.user, roles));
        CW_CHECK(audit.append(*tx, {"system", "user.add", {}, account.user + " " + account.roles}));
        CW_CHECK(keys.setPassword(account.user, account.password));
    }
    return tx->commit();
}

Status makeDemo(const Files& files, const std::vector<NewAccount>& accounts, bool withAnswers, const Clock& clock,
                const Progress& progress)
{
    CW_TRY(const auto data, dataFolder());
    const auto& office = accounts.back();
    CW_TRY(const auto workspace, openWorkspace(files.folder, office.user, office.password, clock));
    CW_TRY(const auto content, app::readDemo(data / "demo", clock.today(), withAnswers, workspace->ids()));
    CW_CHECK(app::fillDemo(*workspace, content, progress));
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& account : accounts)
        list.push_back({{"user", account.user}, {"password", account.password}, {"roles", account.roles}});
    return writeFileAtomically(files.demo(), nlohmann::ordered_json{{"accounts", list}}.dump(2) + "\n");
}

Status makeEverything(const Files& files, const InitRequest& request, const std::vector<NewAccount>& accounts,
                      const Clock& clock, const Progress& progress)
{
    CW_CHECK(installStarter(files.reference(), clock, progress));
    CW_CHECK(makeAccounts(files, accounts, clock));
    if (request.demo) CW_CHECK(makeDemo(files, accounts, request.demoAnswers, clock, progress));
    return {};
}

}  // namespace

bool isEncrypted() noexcept
{
    return CHARTWRIGHT_ENCRYPTED != 0;
}

bool isWorkspace(const std::filesystem::path& folder)
{
    std::error_code ignored;
    return std::filesystem::exists(Files{folder}.work(), ignored);
}

Result<std::vector<NewAccount>> initialise(const InitRequest& request, const Clock& clock, const Progress& progress)
{
    if (sodium_init() < 0) return Error{ErrorKind::io, "WIRING-020", "the cryptographic library cannot start"};
    std::error_code failure;
    if (isWorkspace(request.folder))
        return Error{ErrorKind::conflict, "WIRING-021",
                     "there is a workspace in that folder already; nothing was changed"};
    if (std::filesystem::exists(request.folder, failure) && !std::filesystem::is_empty(request.folder, failure))
        return Error{ErrorKind::conflict, "WIRING-022", "the folder is not empty; name a new or an empty one"};
    // Made beside its place and moved there whole.
    auto making = std::filesystem::absolute(request.folder).lexically_normal();
    if (making.filename().empty()) making = making.parent_path();
    const auto place = making;
    making += ".making";
    std::filesystem::remove_all(making, failure);
    std::filesystem::create_directories(making, failure);
    if (failure) return Error{ErrorKind::io, "WIRING-023", "the workspace folder cannot be made: " + failure.message()};
    std::filesystem::permissions(making, std::filesystem::perms::owner_all, failure);
    const auto accounts = accountsFor(request);
    auto made = makeEverything(Files{making}, request, accounts, clock, progress);
    if (made) {
        std::filesystem::rename(making, place, failure);
        if (failure)
            made = Error{ErrorKind::io, "WIRING-024", "the workspace cannot be put in place: " + failure.message()};
    }
    if (!made) {
        std::filesystem::remove_all(making, failure);
        return made.error();
    }
    return accounts;
}

Result<std::unique_ptr<app::Workspace>> openWorkspace(const std::filesystem::path& folder, std::string_view user,
                                                      std::string_view password, const Clock& clock,
                                                      std::shared_ptr<app::CodeIndexSource> index)
{
    const Files files{folder};
    if (!isWorkspace(folder))
        return Error{ErrorKind::notFound, "WIRING-030",
                     "no workspace in that folder; make one with: chartwrightctl --workspace DIR init"};
    CW_TRY(auto keys, store::FileKeyRing::unlock(files.keys(), user, password));
    auto opened = store::WorkDatabase::open(files.work(), keys.key().view(), false);
    // The password was right and its slot gave a key: what this key does not open is no question of permission.
    if (!opened && opened.error().kind == ErrorKind::denied)
        return Error{ErrorKind::corrupt, "WIRING-033",
                     "work.db is damaged, or keys.json belongs to another workspace; nothing was changed"};
    CW_TRY(auto work, std::move(opened));
    CW_TRY(auto library, store::ReferenceLibrary::open(files.reference(), clock, store::Database::Mode::readWrite));
    RandomIdSource ids;
    const store::SqliteUserRepository users(clock, ids);
    std::optional<User> account;
    {
        CW_TRY(auto tx, work->beginWrite());
        auto found = users.find(*tx, user);
        if (!found || found->isDisabled)
            return Error{ErrorKind::denied, "WIRING-031", "the account is not in use any more"};
        account = std::move(*found);
        store::SqliteAuditLog audit(clock);
        CW_CHECK(audit.append(*tx, {account->name, "session.open", {}, {}}));
        // What a killed program left of large documents.
        const store::LargeDocuments large(files.documents(), keys.key().view());
        CW_TRY([[maybe_unused]] const int removed, large.removeOrphans(*tx));
        CW_CHECK(tx->commit());
    }
    return std::unique_ptr<app::Workspace>(
        std::make_unique<SqliteWorkspace>(files, std::move(*account), clock, std::move(keys), std::move(work),
                                          std::move(library), index ? std::move(index) : codeIndexOf(folder, clock)));
}

std::shared_ptr<app::CodeIndexSource> codeIndexOf(const std::filesystem::path& folder, const Clock& clock)
{
    return std::make_shared<LibraryIndex>(folder, clock);
}

Result<std::unique_ptr<CodeLibrary>> openLibrary(const std::filesystem::path& folder)
{
    if (!isWorkspace(folder)) return Error{ErrorKind::notFound, "WIRING-032", "no workspace in that folder"};
    static const SystemClock clock;
    CW_TRY(auto library,
           store::ReferenceLibrary::open(Files{folder}.reference(), clock, store::Database::Mode::readWrite));
    return std::unique_ptr<CodeLibrary>(std::move(library));
}

Result<ReferenceShelf> openReference(const std::filesystem::path& folder)
{
    if (!isWorkspace(folder)) return Error{ErrorKind::notFound, "WIRING-034", "no workspace in that folder"};
    static const SystemClock clock;
    CW_TRY(auto library,
           store::ReferenceLibrary::open(Files{folder}.reference(), clock, store::Database::Mode::readWrite));
    auto tables = std::make_unique<store::ReferenceLists>(*library, clock);
    return ReferenceShelf{std::move(library), std::move(tables)};
}

Result<std::shared_ptr<const RuleTables>> openEditTables(const std::filesystem::path& folder)
{
    if (!isWorkspace(folder)) return Error{ErrorKind::notFound, "WIRING-035", "no workspace in that folder"};
    static const SystemClock clock;
    CW_TRY(const auto library,
           store::ReferenceLibrary::open(Files{folder}.reference(), clock, store::Database::Mode::readWrite));
    return EditTables(folder).current(*library, {});
}

std::vector<NewAccount> demoAccounts(const std::filesystem::path& folder)
{
    const auto bytes = readFile(Files{folder}.demo());
    if (!bytes) return {};
    const auto json = nlohmann::json::parse(*bytes, nullptr, false);
    std::vector<NewAccount> accounts;
    if (json.is_discarded() || !json.contains("accounts") || !json["accounts"].is_array()) return accounts;
    for (const auto& item : json["accounts"])
        accounts.push_back({item.value("user", ""), item.value("password", ""), item.value("roles", "")});
    return accounts;
}

}  // namespace cw::wiring
