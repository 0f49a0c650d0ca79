#include "store/reference/reference_library.h"
#include "store/reference/reference_snapshot.h"

#include <algorithm>

namespace cw::store {

namespace {

Result<std::optional<Date>> day(const Statement& row, int column)
{
    if (row.isNull(column)) return std::optional<Date>();
    CW_TRY(const auto parsed, Date::parse(row.view(column)));
    return std::optional(parsed);
}

/// With a date, only what is in force then; all when nothing is.
void preferInForce(std::vector<ResolvedCode>& codes, std::optional<Date> on)
{
    const auto isInForce = [](const ResolvedCode& code) { return code.entry.validOnDate; };
    if (!on || std::none_of(codes.begin(), codes.end(), isInForce)) return;
    std::erase_if(codes, [&](const ResolvedCode& code) { return !isInForce(code); });
}

std::vector<CodeEntry> entries(std::vector<ResolvedCode> codes)
{
    std::vector<CodeEntry> all;
    all.reserve(codes.size());
    for (auto& code : codes) all.push_back(std::move(code.entry));
    return all;
}

bool isHierarchical(CodeSystem system)
{
    return system == CodeSystem::icd10cm || system == CodeSystem::icd10pcs;
}

/// Releases that can have a row in force on the day; all of the system without a day.
Result<std::vector<std::int64_t>> releasesThatMayHold(Database& database, CodeSystem system, bool isStarterSilent,
                                                      std::optional<Date> on)
{
    CW_TRY(auto query, database.prepare("SELECT id FROM code_release WHERE system = ? AND (kind <> 'starter' OR ?) "
                                        "AND (? OR (first_row_day IS NULL OR first_row_day <= ?)) "
                                        "AND (? OR (last_day IS NULL OR last_day >= ?))"));
    const std::string day = on ? on->iso() : std::string();
    query.bind(toString(system)).bind(isStarterSilent ? 0 : 1);
    query.bind(on ? 0 : 1).bind(day).bind(on ? 0 : 1).bind(day);
    std::vector<std::int64_t> ids;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return ids;
        ids.push_back(query.integer(0));
    }
}

/// The first code behind another that one of `releases` has; binds system, code, release ids.
std::string nextCodeSql(std::size_t releases)
{
    std::string sql =
        "SELECT t.code FROM code_text t WHERE t.system = ? AND t.is_modifier = 0 AND t.code > ? AND EXISTS "
        "(SELECT 1 FROM code_in_release r WHERE r.text_id = t.id AND r.release_id IN (?";
    for (std::size_t more = 1; more < releases; ++more) sql += ", ?";
    return sql + ")) ORDER BY t.code LIMIT 1";
}

}  // namespace

Result<StoredCode> ReferenceLibrary::load(CodeSystem system, bool isModifier, std::string_view code) const
{
    StoredCode stored{system, isModifier, std::string(code), {}};
    CW_TRY(const auto* releases, currentReleases());
    CW_TRY(auto query, m_database->prepare(
                           "SELECT t.short_title, t.long_title, r.release_id, r.billable, r.position, r.valid_from, "
                           "r.valid_until FROM code_text t JOIN code_in_release r ON r.text_id = t.id "
                           "WHERE t.system = ? AND t.is_modifier = ? AND t.code = ?"));
    query.bind(toString(system)).bind(isModifier ? 1 : 0).bind(code);
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return stored;
        const ReleaseId id{query.integer(2)};
        const auto release =
            std::find_if(releases->begin(), releases->end(), [&](const Release& r) { return r.id == id; });
        if (release == releases->end())
            return Error{ErrorKind::corrupt, "STORE-205",
                         "reference library: a row of release " + std::to_string(id.value) + ", which is not listed"};
        StoredRow row;
        row.release = &*release;
        row.shortTitle = query.text(0);
        row.longTitle = query.text(1);
        row.billable = query.integer(3) != 0;
        row.position = query.integer(4);
        CW_TRY(row.validFrom, day(query, 5));
        CW_TRY(row.validUntil, day(query, 6));
        stored.rows.push_back(std::move(row));
    }
}

Result<std::optional<ResolvedCode>> ReferenceLibrary::resolved(CodeSystem system, bool isModifier,
                                                               std::string_view code, std::optional<Date> on) const
{
    CW_TRY(const auto stored, load(system, isModifier, code));
    return resolve(stored, m_releases, on);
}

Result<std::optional<CodeEntry>> ReferenceLibrary::find(CodeSystem system, std::string_view compact,
                                                        std::optional<Date> on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    CW_TRY(auto found, resolved(system, false, compact, on));
    if (!found) return std::optional<CodeEntry>();
    return std::optional(std::move(found->entry));
}

Result<CodeStanding> ReferenceLibrary::standing(CodeSystem system, std::string_view compact, Date on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    CW_TRY(auto found, resolved(system, false, compact, on));
    const Release* covering = coveringRelease(m_releases, system, on);

    CodeStanding standing;
    standing.starterOnly = covering != nullptr && covering->kind == ReleaseKind::starter;
    if (found && found->entry.validOnDate) {
        standing.state = found->entry.billable ? CodeStanding::State::valid : CodeStanding::State::header;
        standing.releaseName = found->entry.releaseName;
    } else if (covering != nullptr) {
        standing.state = found ? CodeStanding::State::notInForce : CodeStanding::State::unknown;
        standing.releaseName = covering->name;
    }
    if (found) standing.entry = std::move(found->entry);
    return standing;
}

Result<std::optional<CodeEntry>> ReferenceLibrary::modifier(std::string_view text, std::optional<Date> on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    std::optional<CodeEntry> best;
    const auto worth = [](const CodeEntry& entry) {
        return 2 * int{entry.validOnDate} + int{entry.kind != ReleaseKind::starter};
    };
    for (const auto system : {CodeSystem::cpt, CodeSystem::hcpcs, CodeSystem::icd10cm, CodeSystem::icd10pcs}) {
        CW_TRY(auto found, resolved(system, true, text, on));
        if (found && (!best || worth(*best) < worth(found->entry))) best = std::move(found->entry);
    }
    return best;
}

Result<std::vector<ResolvedCode>> ReferenceLibrary::directlyUnder(CodeSystem system, std::string_view parent,
                                                                  std::optional<Date> on) const
{
    CW_TRY(const auto* releases, currentReleases());
    const Release* covering = on ? coveringRelease(*releases, system, *on) : nullptr;
    const bool isStarterSilent = covering != nullptr && covering->kind != ReleaseKind::starter;
    CW_TRY(const auto relevant, releasesThatMayHold(*m_database, system, isStarterSilent, on));
    std::vector<ResolvedCode> found;
    if (relevant.empty()) return found;
    const auto sql = nextCodeSql(relevant.size());
    std::string after(parent);  // Codes sort right behind their ancestors.
    for (;;) {
        CW_TRY(auto next, m_database->prepare(sql));
        next.bind(toString(system)).bind(after);
        for (const auto id : relevant) next.bind(id);
        CW_TRY(const bool hasRow, next.step());
        if (!hasRow) return found;
        after = next.text(0);
        if (!after.starts_with(parent)) return found;
        CW_TRY(auto code, resolved(system, false, after, on));
        if (!code || !code->entry.validOnDate) continue;
        // Below a code nothing else is direct; '~' sorts behind all that a code is made of.
        if (isHierarchical(system)) after += '~';
        found.push_back(std::move(*code));
    }
}

Result<std::vector<CodeEntry>> ReferenceLibrary::children(CodeSystem system, std::string_view parent,
                                                          std::optional<Date> on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    CW_TRY(auto found, directlyUnder(system, parent, on));
    if (on && found.empty()) {
        // Nothing in force that day: the structure as the newest tables have it, each entry still judged for the day.
        CW_TRY(found, directlyUnder(system, parent, std::nullopt));
        for (auto& code : found) {
            CW_TRY(auto judged, resolved(system, false, code.entry.code, on));
            code.entry = std::move(judged->entry);
        }
    }
    const bool isOneFile = std::all_of(found.begin(), found.end(),
                                       [&](const ResolvedCode& code) { return code.release == found.front().release; });
    if (isOneFile)
        std::stable_sort(found.begin(), found.end(),
                         [](const ResolvedCode& a, const ResolvedCode& b) { return a.position < b.position; });
    return entries(std::move(found));
}

Result<std::vector<CodeEntry>> ReferenceLibrary::ancestors(CodeSystem system, std::string_view compact,
                                                           std::optional<Date> on) const
{
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    std::vector<ResolvedCode> found;
    for (std::size_t length = 1; length < compact.size(); ++length) {
        CW_TRY(auto code, resolved(system, false, compact.substr(0, length), on));
        if (code) found.push_back(std::move(*code));
    }
    preferInForce(found, on);
    return entries(std::move(found));
}

}  // namespace cw::store
