#include "store/reference/install_plan.h"

#include <algorithm>
#include <tuple>

namespace cw::store {

namespace {

auto keyOf(const CodeRow& row)
{
    return std::tuple(row.isModifier, std::string_view(row.code));
}

Result<std::vector<PlannedRow>> inCodeOrder(const ParsedRelease& release)
{
    std::vector<PlannedRow> rows;
    rows.reserve(release.rows.size());
    for (const auto& row : release.rows) rows.push_back({&row, 0, true});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const PlannedRow& a, const PlannedRow& b) { return keyOf(*a.row) < keyOf(*b.row); });
    for (std::size_t at = 1; at < rows.size(); ++at) {
        if (keyOf(*rows[at - 1].row) == keyOf(*rows[at].row))
            return Error{ErrorKind::invalidInput, "STORE-212",
                         release.name + ": code " + rows[at].row->code + " stands twice"};
    }
    return rows;
}

/// Walks the rows and the stored wordings side by side, both in code order.
Status findKnownTexts(Database& database, CodeSystem system, std::vector<PlannedRow>& rows)
{
    CW_TRY(auto query, database.prepare("SELECT id, is_modifier, code, short_title, long_title FROM code_text "
                                        "WHERE system = ? ORDER BY is_modifier, code"));
    query.bind(toString(system));
    auto next = rows.begin();
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return {};
        const auto stored = std::tuple(query.integer(1) != 0, query.view(2));
        while (next != rows.end() && keyOf(*next->row) < stored) ++next;
        if (next == rows.end()) return {};
        if (keyOf(*next->row) != stored) continue;
        if (next->row->shortTitle != query.view(3) || next->row->longTitle != query.view(4)) continue;
        next->textId = query.integer(0);
        next->isNewText = false;
    }
}

Status giveIds(Database& database, std::vector<PlannedRow>& rows)
{
    CW_TRY(auto query, database.prepare("SELECT max(id) FROM code_text"));
    CW_TRY(const bool hasRow, query.step());
    std::int64_t last = hasRow ? query.integer(0) : 0;
    for (auto& row : rows)
        if (row.isNewText) row.textId = ++last;
    return {};
}

Status compare(Database& database, const Release& predecessor, const std::vector<PlannedRow>& rows, InstallPlan& plan)
{
    CW_TRY(auto query,
           database.prepare("SELECT t.code, r.text_id, r.billable FROM code_text t JOIN code_in_release r "
                            "ON r.text_id = t.id AND r.release_id = ? WHERE t.system = ? AND t.is_modifier = 0 "
                            "ORDER BY t.code"));
    query.bind(predecessor.id.value).bind(toString(predecessor.system));
    auto next = rows.begin();
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) break;
        const auto code = query.view(0);
        for (; next != rows.end() && !next->row->isModifier && next->row->code < code; ++next) ++plan.added;
        if (next == rows.end() || next->row->isModifier || next->row->code != code) {
            ++plan.ended;
            continue;
        }
        if (next->textId != query.integer(1) || next->row->billable != (query.integer(2) != 0)) ++plan.revised;
        ++next;
    }
    for (; next != rows.end() && !next->row->isModifier; ++next) ++plan.added;
    return {};
}

}  // namespace

Result<InstallPlan> planInstall(Database& database, const ParsedRelease& release, const Release* predecessor)
{
    InstallPlan plan;
    CW_TRY(auto rows, inCodeOrder(release));
    CW_CHECK(findKnownTexts(database, release.system, rows));
    CW_CHECK(giveIds(database, rows));
    if (predecessor != nullptr) {
        CW_CHECK(compare(database, *predecessor, rows, plan));
    } else {
        plan.added =
            std::count_if(rows.begin(), rows.end(), [](const PlannedRow& row) { return !row.row->isModifier; });
    }
    std::sort(rows.begin(), rows.end(), [](const PlannedRow& a, const PlannedRow& b) { return a.textId < b.textId; });
    plan.rows = std::move(rows);
    return plan;
}

}  // namespace cw::store
