#include "store/reference/install_plan.h"
#include "store/reference/reference_library.h"
#include "store/reference/reference_snapshot.h"

#include <algorithm>

namespace cw::store {

namespace {

struct DiffRow {
    std::string code;
    std::string title;
    bool isBillable = false;
};

Result<std::vector<DiffRow>> rowsOf(Database& database, const Release& release)
{
    CW_TRY(auto query, database.prepare("SELECT t.code, t.long_title, r.billable FROM code_text t "
                                        "JOIN code_in_release r ON r.text_id = t.id AND r.release_id = ? "
                                        "WHERE t.system = ? AND t.is_modifier = 0 ORDER BY t.code"));
    query.bind(release.id.value).bind(toString(release.system));
    std::vector<DiffRow> rows;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return rows;
        rows.push_back({query.text(0), query.text(1), query.integer(2) != 0});
    }
}

std::vector<DiffRow> rowsOf(const ParsedRelease& release)
{
    std::vector<DiffRow> rows;
    rows.reserve(release.rows.size());
    for (const auto& row : release.rows) {
        if (!row.isModifier) rows.push_back({row.code, row.longTitle, row.billable});
    }
    std::sort(rows.begin(), rows.end(), [](const DiffRow& a, const DiffRow& b) { return a.code < b.code; });
    return rows;
}

/// Either side may be null, not both.
void sortIn(const DiffRow* before, const DiffRow* after, ReleaseDiff& diff)
{
    CodeChange change;
    change.code = before != nullptr ? before->code : after->code;
    if (before != nullptr) change.before = before->title;
    if (after != nullptr) change.after = after->title;
    change.wasBillable = before != nullptr && before->isBillable;
    change.isBillable = after != nullptr && after->isBillable;
    if (change.wasBillable && change.isBillable) {
        if (change.before != change.after) diff.revised.push_back(std::move(change));
    } else if (change.isBillable) {
        diff.added.push_back(std::move(change));
    } else if (change.wasBillable) {
        diff.ended.push_back(std::move(change));
    }
}

void compare(const std::vector<DiffRow>& before, const std::vector<DiffRow>& after, ReleaseDiff& diff)
{
    auto left = before.begin();
    auto right = after.begin();
    while (left != before.end() || right != after.end()) {
        if (right == after.end() || (left != before.end() && left->code < right->code))
            sortIn(&*left++, nullptr, diff);
        else if (left == before.end() || right->code < left->code)
            sortIn(nullptr, &*right++, diff);
        else
            sortIn(&*left++, &*right++, diff);
    }
}

Result<const Release*> withId(const std::vector<Release>& releases, ReleaseId id)
{
    for (const auto& release : releases) {
        if (release.id == id) return &release;
    }
    return Error{ErrorKind::notFound, "STORE-221", "no installed release " + std::to_string(id.value)};
}

}  // namespace

Result<ReleaseDiff> ReferenceLibrary::diff(ReleaseId from, ReleaseId to) const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    CW_TRY(const auto* releases, currentReleases());
    CW_TRY(const auto* older, withId(*releases, from));
    CW_TRY(const auto* newer, withId(*releases, to));
    if (older->system != newer->system)
        return Error{ErrorKind::invalidInput, "STORE-222",
                     older->name + " and " + newer->name + " are tables of different systems"};
    ReleaseDiff diff;
    diff.from = older->name;
    diff.to = newer->name;
    CW_TRY(const auto before, rowsOf(*m_database, *older));
    CW_TRY(const auto after, rowsOf(*m_database, *newer));
    compare(before, after, diff);
    return diff;
}

Result<ReleaseDiff> ReferenceLibrary::previewDiff(const ParsedRelease& release) const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    CW_TRY(const auto* releases, currentReleases());
    ReleaseDiff diff;
    diff.to = release.name;
    std::vector<DiffRow> before;
    if (const auto* older = predecessorOf(*releases, release)) {
        diff.from = older->name;
        CW_TRY(before, rowsOf(*m_database, *older));
    }
    compare(before, rowsOf(release), diff);
    return diff;
}

}  // namespace cw::store
