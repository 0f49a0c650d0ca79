#include "store/work/settings.h"

#include "store/work/work_database.h"

namespace cw::store {

Result<std::string> readSetting(ReadTx& tx, std::string_view key)
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT value FROM setting WHERE name = ?"));
    CW_TRY(const bool found, select.bind(key).step());
    return found ? select.text(0) : std::string();
}

Status writeSetting(WriteTx& tx, std::string_view key, std::string_view value)
{
    CW_TRY(auto write, databaseOf(tx).prepare("INSERT INTO setting (name, value) VALUES (?, ?) "
                                              "ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
    return write.bind(key).bind(value).run();
}

}  // namespace cw::store
