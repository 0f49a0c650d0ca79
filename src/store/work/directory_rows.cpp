#include "store/work/directory_rows.h"

namespace cw::store {

std::string saveSql(std::string_view table, const std::vector<std::string_view>& columns, bool isNew)
{
    std::string names, marks, sets;
    for (const auto column : columns) {
        names += std::string(column) + ", ";
        marks += "?, ";
        sets += std::string(column) + " = ?, ";
    }
    if (isNew)
        return "INSERT INTO " + std::string(table) + " (" + names + "saved_at, saved_by, id) VALUES (" + marks +
               "?, ?, ?)";
    return "UPDATE " + std::string(table) + " SET " + sets +
           "saved_at = ?, saved_by = ?, version = version + 1 WHERE id = ? AND version = ?";
}

Status finishSave(Database& database, Statement& statement, std::int64_t id, std::int64_t seen, bool isNew, Instant at,
                  const Actor& actor)
{
    statement.bind(at.milliseconds).bind(actor.name).bind(id);
    if (!isNew) statement.bind(seen);
    CW_CHECK(statement.run());
    if (database.changes() == 1) return {};
    return Error{ErrorKind::conflict, "STORE-355", "somebody else changed this entry; load the list again"};
}

Status refuseTwice(Statement& select, std::int64_t id, std::string_view what)
{
    CW_TRY(const bool row, select.step());
    if (!row || select.integer(0) == id) return {};
    return Error{ErrorKind::conflict, "STORE-356", "the list has this " + std::string(what) + " already"};
}

}  // namespace cw::store
