#include "store/reference/release_dates.h"

#include <string>
#include <vector>

namespace cw::store {

namespace {

struct UndatedTable {
    std::int64_t id = 0;
    std::string firstDay;
};

Result<std::vector<UndatedTable>> undatedTables(Database& database, CodeSystem system)
{
    CW_TRY(auto query, database.prepare("SELECT id, first_day FROM code_release WHERE system = ? AND "
                                        "has_row_dates = 0 AND first_day IS NOT NULL"));
    query.bind(toString(system));
    std::vector<UndatedTable> tables;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return tables;
        tables.push_back({query.integer(0), query.text(1)});
    }
}

struct EndedCode {
    bool isModifier = false;
    std::string code;
    std::string lastDay;
};

/// Codes whose strongest dated row has a last day; the later table wins, as in code_validity.cpp.
Result<std::vector<EndedCode>> endedCodes(Database& database, CodeSystem system)
{
    CW_TRY(auto query,
           database.prepare("SELECT t.is_modifier, t.code, r.valid_until FROM code_text t "
                            "CROSS JOIN code_in_release r ON r.text_id = t.id "
                            "CROSS JOIN code_release l ON l.id = r.release_id "
                            "WHERE t.system = ? AND l.has_row_dates = 1 AND l.kind <> 'starter' AND "
                            "(r.valid_from IS NOT NULL OR r.valid_until IS NOT NULL) "
                            "ORDER BY t.is_modifier, t.code, l.first_day DESC, l.imported_at DESC, l.id DESC"));
    query.bind(toString(system));
    std::vector<EndedCode> ended;
    EndedCode previous;
    for (bool isFirst = true;; isFirst = false) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return ended;
        EndedCode next{query.integer(0) != 0, query.text(1), query.text(2)};
        const bool isSame = !isFirst && next.isModifier == previous.isModifier && next.code == previous.code;
        if (!isSame && !next.lastDay.empty()) ended.push_back(next);
        previous = std::move(next);
    }
}

}  // namespace

Status keepEndedCodes(Database& database, CodeSystem system)
{
    CW_TRY(const auto tables, undatedTables(database, system));
    if (tables.empty()) return {};
    CW_TRY(const auto ended, endedCodes(database, system));
    CW_TRY(auto clear, database.prepare("UPDATE code_in_release SET valid_until = NULL WHERE release_id = ? AND "
                                        "valid_until IS NOT NULL"));
    CW_TRY(auto end, database.prepare("UPDATE code_in_release SET valid_until = ? WHERE release_id = ? AND text_id IN "
                                      "(SELECT id FROM code_text WHERE system = ? AND is_modifier = ? AND code = ?)"));
    for (const auto& table : tables) {
        CW_CHECK(clear.bind(table.id).run());
        for (const auto& code : ended) {
            if (code.lastDay >= table.firstDay) continue;
            end.bind(code.lastDay).bind(table.id).bind(toString(system)).bind(code.isModifier ? 1 : 0).bind(code.code);
            CW_CHECK(end.run());
        }
    }
    return {};
}

}  // namespace cw::store
