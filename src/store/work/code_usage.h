#pragma once

#include "encounter/code_usage.h"

namespace cw::store {

class SqliteCodeUsage final : public CodeUsage {
public:
    Result<std::vector<UsedCode>> codedBy(ReadTx& tx, std::string_view account) const override;
    Result<std::vector<PreviousCode>> previous(ReadTx& tx, std::string_view encounterId) const override;
    Result<std::map<CodeKey, std::vector<TouchedEncounter>>> onOpenEncounters(ReadTx& tx) const override;
};

}  // namespace cw::store
