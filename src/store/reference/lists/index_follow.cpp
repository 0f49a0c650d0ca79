#include "base/text.h"
#include "store/reference/lists/index_rows.h"
#include "store/reference/lists/letter_key.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_snapshot.h"

namespace cw::store {

namespace {

/// A term and how many parts of a reference led to it.
struct Match {
    std::optional<IndexEntry> entry;
    std::size_t parts = 0;
};

/// Main terms that may be meant: those whose letters begin as the reference does, a plural s left out.
Result<std::vector<IndexEntry>> mainTerms(Database& database, const ReferenceList& list, std::string_view reference)
{
    auto key = letterKey(reference);
    if (key.ends_with('s')) key.pop_back();
    if (key.empty()) return std::vector<IndexEntry>();
    CW_TRY(auto query,
           database.prepare(entrySql("WHERE t.parent = ? AND t.letters BETWEEN ? AND ? ORDER BY t.letters, t.id")));
    query.bind(rowId::root(list.id)).bind(key).bind(key + "~");
    return entries(query, list.kind);
}

std::string joined(const std::vector<std::string_view>& parts, std::size_t first, std::size_t last)
{
    std::string all;
    for (auto at = first; at < last; ++at) {
        if (at > first) all += ',';
        all += parts[at];
    }
    return all;
}

/// The entry that a reference names most closely; null when it names none.
const IndexEntry* closest(const std::vector<IndexEntry>& entries, std::string_view reference)
{
    const IndexEntry* best = nullptr;
    int bestCloseness = 0;
    for (const auto& entry : entries) {
        const int how = closeness(entry.term.title, reference);
        if (how > bestCloseness) {
            best = &entry;
            bestCloseness = how;
        }
    }
    return best;
}

/// "with gangrene" names the term "gangrene" under "with": the longest beginning that is a term, then the rest below it.
Result<std::optional<IndexEntry>> childNamed(Database& database, const IndexEntry& parent, std::string_view reference)
{
    constexpr int all = 100000;
    CW_TRY(const auto children, termsUnder(database, parent.kind, parent.id, 0, all));
    if (const auto* child = closest(children, reference)) return std::optional(*child);
    const auto whole = text::trim(reference);
    for (auto blank = whole.rfind(' '); blank != whole.npos && blank > 0; blank = whole.rfind(' ', blank - 1)) {
        const auto* child = closest(children, whole.substr(0, blank));
        if (child == nullptr) continue;
        CW_TRY(auto below, childNamed(database, *child, whole.substr(blank + 1)));
        if (below) return below;
    }
    return std::optional<IndexEntry>();
}

Result<Match> descend(Database& database, IndexEntry from, const std::vector<std::string_view>& parts, std::size_t next)
{
    Match match{std::move(from), next};
    while (next < parts.size()) {
        std::optional<IndexEntry> child;
        auto last = parts.size();
        for (; last > next && !child; --last) {
            CW_TRY(child, childNamed(database, *match.entry, joined(parts, next, last)));
            if (child) break;
        }
        if (!child) return match;
        match = {std::move(child), last};
        next = last;
    }
    return match;
}

Result<Match> follow(Database& database, const ReferenceList& list, const std::vector<std::string_view>& parts)
{
    Match best;
    for (auto last = parts.size(); last > 0; --last) {
        const auto reference = joined(parts, 0, last);
        CW_TRY(const auto candidates, mainTerms(database, list, reference));
        const auto* main = closest(candidates, reference);
        if (main == nullptr) continue;
        CW_TRY(auto match, descend(database, *main, parts, last));
        if (!best.entry || best.parts < match.parts) best = std::move(match);
    }
    if (best.entry) return best;
    // "Puerperal phlebitis": the main term and the term below it without a comma.
    const auto first = text::trim(parts.front());
    for (auto blank = first.rfind(' '); blank != first.npos && blank > 0; blank = first.rfind(' ', blank - 1)) {
        CW_TRY(const auto candidates, mainTerms(database, list, first.substr(0, blank)));
        const auto* main = closest(candidates, first.substr(0, blank));
        if (main == nullptr) continue;
        CW_TRY(auto child, childNamed(database, *main, first.substr(blank + 1)));
        if (child) return descend(database, std::move(*child), parts, 1);
    }
    return best;
}

/// Where a reference leads: which table, and the terms down to the one meant.
struct Reference {
    std::vector<ListKind> kinds;
    std::string terms;
};

/// The book writes "Table of Neoplasms, small intestine" and "Table of Drugs and Chemicals, fiberglass" for terms of the
/// tables of that name, and sometimes "also Neoplasm, malignant".
Reference readReference(ListKind kind, std::string_view see)
{
    constexpr std::string_view also = "also ";
    constexpr std::string_view neoplasms = "Table of Neoplasms";
    constexpr std::string_view drugs = "Table of Drugs and Chemicals,";
    see = text::trim(see);
    if (see.starts_with(also)) see.remove_prefix(also.size());
    if (see.starts_with(neoplasms))
        return {{ListKind::neoplasm}, "Neoplasm" + std::string(see.substr(neoplasms.size()))};
    if (see.starts_with(drugs)) return {{ListKind::drugs}, std::string(see.substr(drugs.size()))};
    if (kind == ListKind::pcsIndex) return {{kind}, std::string(see)};
    return {{kind, ListKind::neoplasm, ListKind::drugs}, std::string(see)};
}

}  // namespace

Result<std::optional<IndexEntry>> ReferenceLists::followSee(ListKind kind, std::string_view see) const
{
    CW_TRY(const auto snapshot, Snapshot::take(m_database));
    CW_TRY(const auto all, readLists(m_database));
    const auto reference = readReference(kind, see);
    const auto parts = text::split(reference.terms, ',');
    Match best;
    for (const auto where : reference.kinds) {
        const auto* list = servingList(all, where, std::nullopt);
        if (list == nullptr) continue;
        CW_TRY(auto match, follow(m_database, *list, parts));
        if (match.entry && (!best.entry || best.parts < match.parts)) best = std::move(match);
        if (best.parts == parts.size()) break;
    }
    return std::move(best.entry);
}

}  // namespace cw::store
