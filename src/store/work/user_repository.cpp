#include "store/work/user_repository.h"

#include "store/work/work_database.h"

namespace cw::store {

namespace {

Result<User> userOf(const Statement& row)
{
    User user;
    user.id = UserId{row.integer(0)};
    user.name = row.text(1);
    auto roles = parseRoles(row.view(2));
    if (!roles) return Error{ErrorKind::corrupt, "STORE-030", "account " + user.name + ": its roles cannot be read"};
    user.roles = std::move(*roles);
    user.isDisabled = row.integer(3) != 0;
    user.createdAt = Instant{row.integer(4)};
    return user;
}

Status oneRow(Database& database, std::string_view name)
{
    if (database.changes() == 1) return {};
    return Error{ErrorKind::notFound, "STORE-031", "no account named " + std::string(name)};
}

}  // namespace

Result<std::vector<User>> SqliteUserRepository::list(ReadTx& tx) const
{
    CW_TRY(auto select,
           databaseOf(tx).prepare("SELECT id, name, roles, disabled, created_at FROM account ORDER BY name"));
    std::vector<User> users;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return users;
        CW_TRY(auto user, userOf(select));
        users.push_back(std::move(user));
    }
}

Result<User> SqliteUserRepository::find(ReadTx& tx, std::string_view name) const
{
    CW_TRY(auto select,
           databaseOf(tx).prepare("SELECT id, name, roles, disabled, created_at FROM account WHERE name = ?"));
    CW_TRY(const bool found, select.bind(name).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-032", "no account named " + std::string(name)};
    return userOf(select);
}

Result<User> SqliteUserRepository::add(WriteTx& tx, std::string_view name, const std::set<Role>& roles)
{
    User user{UserId{m_ids.next()}, std::string(name), roles, false, m_clock.now()};
    CW_TRY(auto insert,
           databaseOf(tx).prepare("INSERT INTO account (id, name, roles, created_at) VALUES (?, ?, ?, ?)"));
    const auto done =
        insert.bind(user.id.value).bind(name).bind(toString(roles)).bind(user.createdAt.milliseconds).run();
    if (!done && done.error().kind == ErrorKind::conflict)
        return Error{ErrorKind::conflict, "STORE-033", "an account named " + user.name + " exists already"};
    if (!done) return done.error();
    return user;
}

Status SqliteUserRepository::setRoles(WriteTx& tx, std::string_view name, const std::set<Role>& roles)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update, database.prepare("UPDATE account SET roles = ? WHERE name = ?"));
    CW_CHECK(update.bind(toString(roles)).bind(name).run());
    return oneRow(database, name);
}

Status SqliteUserRepository::setDisabled(WriteTx& tx, std::string_view name, bool disabled)
{
    auto& database = databaseOf(tx);
    CW_TRY(auto update, database.prepare("UPDATE account SET disabled = ? WHERE name = ?"));
    CW_CHECK(update.bind(disabled ? 1 : 0).bind(name).run());
    return oneRow(database, name);
}

}  // namespace cw::store
