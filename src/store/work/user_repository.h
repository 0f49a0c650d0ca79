#pragma once

#include "base/clock.h"
#include "identity/user.h"

namespace cw::store {

class SqliteUserRepository final : public UserRepository {
public:
    SqliteUserRepository(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}
    Result<std::vector<User>> list(ReadTx& tx) const override;
    Result<User> find(ReadTx& tx, std::string_view name) const override;
    Result<User> add(WriteTx& tx, std::string_view name, const std::set<Role>& roles) override;
    Status setRoles(WriteTx& tx, std::string_view name, const std::set<Role>& roles) override;
    Status setDisabled(WriteTx& tx, std::string_view name, bool disabled) override;

private:
    const Clock& m_clock;
    IdSource& m_ids;
};

}  // namespace cw::store
