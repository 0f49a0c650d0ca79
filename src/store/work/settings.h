#pragma once

#include "base/transaction.h"

#include <string>
#include <string_view>

namespace cw::store {

/// Name and value pairs of the workspace.
Result<std::string> readSetting(ReadTx& tx, std::string_view key);
Status writeSetting(WriteTx& tx, std::string_view key, std::string_view value);

}  // namespace cw::store
