#include "identity/user.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

constexpr std::array<Role, 4> allRoles = {Role::coder, Role::supervisor, Role::biller, Role::administrator};

bool roleAllows(Role role, Permission permission) noexcept
{
    using P = Permission;
    switch (role) {
    case Role::coder:
        return permission == P::viewEncounters || permission == P::code || permission == P::importEncounters;
    case Role::supervisor:
        return permission == P::viewEncounters || permission == P::review || permission == P::assign ||
               permission == P::importEncounters || permission == P::viewAudit || permission == P::shareCodeSets;
    case Role::biller:
        return permission == P::viewEncounters || permission == P::bill || permission == P::importEncounters;
    case Role::administrator:
        return permission == P::importCodes || permission == P::manageUsers || permission == P::viewAudit ||
               permission == P::backUp || permission == P::viewEncounters || permission == P::importEncounters ||
               permission == P::assign || permission == P::shareCodeSets;
    }
    return false;
}

}  // namespace

std::string_view toString(Role role) noexcept
{
    switch (role) {
    case Role::coder: return "coder";
    case Role::supervisor: return "supervisor";
    case Role::biller: return "biller";
    case Role::administrator: return "administrator";
    }
    return "";
}

Result<Role> parseRole(std::string_view text)
{
    for (const auto role : allRoles)
        if (toString(role) == text) return role;
    return Error{ErrorKind::invalidInput, "IDENTITY-001", "a role is coder, supervisor, biller or administrator"};
}

std::string toString(const std::set<Role>& roles)
{
    std::vector<std::string> names;
    for (const auto role : roles) names.emplace_back(toString(role));
    return text::join(names, ",");
}

Result<std::set<Role>> parseRoles(std::string_view list)
{
    std::set<Role> roles;
    for (const auto part : text::split(list, ',')) {
        CW_TRY(const auto role, parseRole(text::trim(part)));
        roles.insert(role);
    }
    return roles;
}

bool allows(const std::set<Role>& roles, Permission permission) noexcept
{
    return std::any_of(roles.begin(), roles.end(), [permission](Role role) { return roleAllows(role, permission); });
}

std::string_view toString(Permission permission) noexcept
{
    switch (permission) {
    case Permission::viewEncounters: return "see encounters";
    case Permission::importEncounters: return "import encounters and documents";
    case Permission::code: return "code encounters";
    case Permission::assign: return "assign encounters";
    case Permission::review: return "review encounters";
    case Permission::bill: return "bill";
    case Permission::importCodes: return "change code tables";
    case Permission::shareCodeSets: return "keep shared code sets";
    case Permission::manageUsers: return "manage accounts";
    case Permission::viewAudit: return "see the audit trail";
    case Permission::backUp: return "back up";
    }
    return "";
}

Status checkUserName(std::string_view name)
{
    const bool good = !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
    if (good) return {};
    return Error{ErrorKind::invalidInput, "IDENTITY-003", "an account name has 1 to 64 of a-z, 0-9, '.', '-', '_'"};
}

Status checkPassword(std::string_view password)
{
    if (password.size() >= 8) return {};
    return Error{ErrorKind::invalidInput, "IDENTITY-004", "a password has at least 8 characters"};
}

}  // namespace cw
