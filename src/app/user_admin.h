#pragma once

#include "app/workspace.h"

namespace cw::app {

/// Accounts. All but one's own password need the right to manage users. The last administrator can neither be disabled
/// nor lose the role (conflict).
class UserAdmin {
public:
    explicit UserAdmin(Workspace& workspace) : m_workspace(workspace) {}
    Result<std::vector<User>> list();
    Result<User> add(std::string_view name, const std::set<Role>& roles, std::string_view password);
    Status setRoles(std::string_view name, const std::set<Role>& roles);
    Status setPassword(std::string_view name, std::string_view password);
    Status disable(std::string_view name);

private:
    Workspace& m_workspace;
};

/// The audit trail, for those who may see it.
class AuditDesk {
public:
    explicit AuditDesk(Workspace& workspace) : m_workspace(workspace) {}
    Result<std::vector<AuditEntry>> entries(const AuditFilter& filter);
    Result<AuditVerdict> verify();

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
