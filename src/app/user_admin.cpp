#include "app/user_admin.h"

#include <algorithm>

namespace cw::app {

namespace {

Status tell(Workspace& workspace, WriteTx& tx, std::string_view action, std::string detail)
{
    return workspace.audit().append(tx, {workspace.user().name, std::string(action), {}, std::move(detail)});
}

/// A workspace without administrator could never be administered again.
Status keepAnAdministrator(Workspace& workspace, ReadTx& tx, std::string_view leaving)
{
    CW_TRY(const auto users, workspace.users().list(tx));
    const bool another = std::any_of(users.begin(), users.end(), [leaving](const User& user) {
        return user.name != leaving && !user.isDisabled && user.roles.contains(Role::administrator);
    });
    if (another) return {};
    return Error{ErrorKind::conflict, "APP-040", std::string(leaving) + " is the last administrator"};
}

/// An account without role could not be read back.
Status requireRole(std::string_view name, const std::set<Role>& roles)
{
    if (!roles.empty()) return {};
    return Error{ErrorKind::invalidInput, "APP-041", "account " + std::string(name) + " needs at least one role"};
}

}  // namespace

Result<std::vector<User>> UserAdmin::list()
{
    CW_CHECK(require(m_workspace, Permission::manageUsers));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.users().list(*tx);
}

Result<User> UserAdmin::add(std::string_view name, const std::set<Role>& roles, std::string_view password)
{
    CW_CHECK(require(m_workspace, Permission::manageUsers));
    CW_CHECK(checkUserName(name));
    CW_CHECK(checkPassword(password));
    CW_CHECK(requireRole(name, roles));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto user, m_workspace.users().add(*tx, name, roles));
    CW_CHECK(tell(m_workspace, *tx, "user.add", user.name + " " + toString(roles)));
    // The slot before the commit: an account without slot could not sign in; a slot without account is refused.
    CW_CHECK(m_workspace.keys().setPassword(name, password));
    CW_CHECK(tx->commit());
    return user;
}

Status UserAdmin::setRoles(std::string_view name, const std::set<Role>& roles)
{
    CW_CHECK(require(m_workspace, Permission::manageUsers));
    CW_CHECK(requireRole(name, roles));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    if (!roles.contains(Role::administrator)) {
        CW_TRY(const auto user, m_workspace.users().find(*tx, name));
        if (user.roles.contains(Role::administrator)) CW_CHECK(keepAnAdministrator(m_workspace, *tx, name));
    }
    CW_CHECK(m_workspace.users().setRoles(*tx, name, roles));
    CW_CHECK(tell(m_workspace, *tx, "user.roles", std::string(name) + " " + toString(roles)));
    return tx->commit();
}

Status UserAdmin::setPassword(std::string_view name, std::string_view password)
{
    if (name != m_workspace.user().name) CW_CHECK(require(m_workspace, Permission::manageUsers));
    CW_CHECK(checkPassword(password));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto user, m_workspace.users().find(*tx, name));
    CW_CHECK(m_workspace.users().setDisabled(*tx, name, false));
    CW_CHECK(tell(m_workspace, *tx, "user.password", user.name));
    CW_CHECK(m_workspace.keys().setPassword(name, password));
    return tx->commit();
}

Status UserAdmin::disable(std::string_view name)
{
    CW_CHECK(require(m_workspace, Permission::manageUsers));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto user, m_workspace.users().find(*tx, name));
    if (user.roles.contains(Role::administrator)) CW_CHECK(keepAnAdministrator(m_workspace, *tx, name));
    CW_CHECK(m_workspace.users().setDisabled(*tx, name, true));
    CW_CHECK(tell(m_workspace, *tx, "user.disable", user.name));
    CW_CHECK(tx->commit());
    return m_workspace.keys().remove(name);
}

Result<std::vector<AuditEntry>> AuditDesk::entries(const AuditFilter& filter)
{
    CW_CHECK(require(m_workspace, Permission::viewAudit));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.audit().entries(*tx, filter);
}

Result<AuditVerdict> AuditDesk::verify()
{
    CW_CHECK(require(m_workspace, Permission::viewAudit));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.audit().verify(*tx);
}

}  // namespace cw::app
