#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/transaction.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

enum class Role { coder, supervisor, biller, administrator };
std::string_view toString(Role role) noexcept;
/// Fails with invalidInput (IDENTITY-001).
Result<Role> parseRole(std::string_view text);
/// "coder,supervisor" both ways. Fails with invalidInput (IDENTITY-001) for an unknown role.
std::string toString(const std::set<Role>& roles);
Result<std::set<Role>> parseRoles(std::string_view text);

/// What a role may do; checked in `app`, never in widgets.
enum class Permission {
    viewEncounters,
    importEncounters,
    code,
    assign,
    review,
    bill,
    importCodes,
    shareCodeSets,
    manageUsers,
    viewAudit,
    backUp
};
bool allows(const std::set<Role>& roles, Permission permission) noexcept;
std::string_view toString(Permission permission) noexcept;  ///< "review encounters", for messages.

struct User {
    UserId id;
    std::string name;  ///< 1 to 64 of a-z, 0-9, '.', '-', '_'.
    std::set<Role> roles;
    bool isDisabled = false;
    Instant createdAt;
};

/// Fails with invalidInput (IDENTITY-003) for a name not of that form.
Status checkUserName(std::string_view name);
/// At least 8 characters. Fails with invalidInput (IDENTITY-004).
Status checkPassword(std::string_view password);

class UserRepository {
public:
    virtual ~UserRepository() = default;
    virtual Result<std::vector<User>> list(ReadTx& tx) const = 0;
    /// Fails with notFound.
    virtual Result<User> find(ReadTx& tx, std::string_view name) const = 0;
    /// Fails with conflict when the name exists.
    virtual Result<User> add(WriteTx& tx, std::string_view name, const std::set<Role>& roles) = 0;
    virtual Status setRoles(WriteTx& tx, std::string_view name, const std::set<Role>& roles) = 0;
    virtual Status setDisabled(WriteTx& tx, std::string_view name, bool disabled) = 0;
};

/// The workspace key, wrapped once per account by its password (Argon2id, XChaCha20-Poly1305), like the key slots of
/// an encrypted disk. Lives beside the encrypted work store, because it opens it.
class KeyRing {
public:
    virtual ~KeyRing() = default;
    /// Adds or replaces the account's slot. Fails with io.
    virtual Status setPassword(std::string_view user, std::string_view password) = 0;
    virtual Status remove(std::string_view user) = 0;
    /// Fails with denied when the password does not open the account's slot.
    virtual Status verify(std::string_view user, std::string_view password) const = 0;
};

}  // namespace cw
