#include "store/reference/reference_snapshot.h"
#include "store/reference/search_query.h"
#include "store/reference/word_search.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace cw::store {

namespace {

constexpr std::array allSystems = {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::hcpcs, CodeSystem::cpt};
constexpr std::size_t mostResolved = 1500;

/// A hit and what it is ordered by.
struct Ranked {
    SearchHit hit;
    int missing = 0;
    int distance = 0;
};

bool isStarter(const CodeEntry& entry)
{
    return entry.kind == ReleaseKind::starter;
}

void keepBest(std::vector<SearchHit>& hits, std::size_t limit)
{
    if (hits.size() > limit) hits.resize(limit);
}

}  // namespace

Result<std::vector<SearchHit>> ReferenceLibrary::searchCodes(const SearchRequest& request,
                                                             const SearchQuery& query) const
{
    const auto limit = static_cast<std::size_t>(request.limit);
    const std::string sql =
        std::string("SELECT DISTINCT code FROM code_text t WHERE system = ? AND is_modifier = ? AND code >= ? "
                    "AND code < ? ") +
        (request.billableOnly ? "AND EXISTS (SELECT 1 FROM code_in_release r WHERE r.text_id = t.id AND "
                                "r.billable = 1) "
                              : "") +
        "ORDER BY length(code), code";
    std::vector<SearchHit> hits;
    for (const auto system : allSystems) {
        if (request.system && *request.system != system) continue;
        CW_TRY(auto codes, m_database->prepare(sql));
        codes.bind(toString(system)).bind(request.modifiers ? 1 : 0).bind(query.code).bind(query.code + '~');
        std::size_t inForce = 0;
        for (std::size_t seen = 0; seen < mostResolved && inForce < limit; ++seen) {
            CW_TRY(const bool hasRow, codes.step());
            if (!hasRow) break;
            CW_TRY(auto found, resolved(system, request.modifiers, codes.view(0), request.on));
            if (!found || (request.billableOnly && !found->entry.billable)) continue;
            if (found->entry.validOnDate) ++inForce;
            const bool isExact = found->entry.code == query.code;
            hits.push_back({std::move(found->entry), isExact ? "code" : "code prefix"});
        }
    }
    const auto key = [&](const SearchHit& hit) {
        const auto& entry = hit.entry;
        return std::tuple(entry.code != query.code, !entry.validOnDate, entry.code.size(), entry.system,
                          std::string_view(entry.code));
    };
    std::sort(hits.begin(), hits.end(), [&](const SearchHit& a, const SearchHit& b) { return key(a) < key(b); });
    keepBest(hits, limit);
    return hits;
}

Result<std::vector<SearchHit>> ReferenceLibrary::searchWords(const SearchRequest& request,
                                                             const SearchQuery& query) const
{
    WordSearch search(*m_database, m_releases, request, query);
    CW_TRY(const auto matches, search.run());
    // Looking a code up in full may change its rank a little (another wording is in force): some more than asked for.
    const auto most = static_cast<std::size_t>(request.limit) * 2 + 20;
    std::vector<Ranked> ranked;
    for (const auto& match : matches) {
        if (ranked.size() == most) break;
        CW_TRY(auto found, resolved(match.system, request.modifiers, match.code, request.on));
        if (!found || (request.billableOnly && !found->entry.billable)) continue;
        const auto& entry = found->entry;
        const int inLong = titleDistance(query.words, entry.longTitle, entry.code);
        const int inShort = titleDistance(query.words, entry.shortTitle, entry.code) + 1;
        Ranked next;
        next.missing = match.missing;
        next.distance =
            std::min(inLong, inShort) + standingPoints(entry.billable, found->isCommon && !isStarter(entry));
        next.hit = {std::move(found->entry), match.missing == 0 ? "words" : "some words"};
        ranked.push_back(std::move(next));
    }
    const auto key = [](const Ranked& r) {
        const auto& entry = r.hit.entry;
        return std::tuple(r.missing, !entry.validOnDate, r.distance, !entry.billable, isStarter(entry), entry.system,
                          std::string_view(entry.code));
    };
    std::sort(ranked.begin(), ranked.end(), [&](const Ranked& a, const Ranked& b) { return key(a) < key(b); });
    std::vector<SearchHit> hits;
    for (auto& one : ranked) hits.push_back(std::move(one.hit));
    return hits;
}

Result<std::vector<SearchHit>> ReferenceLibrary::search(const SearchRequest& request) const
{
    std::vector<SearchHit> hits;
    if (request.limit <= 0) return hits;
    const auto query = parseQuery(request);
    const auto limit = static_cast<std::size_t>(request.limit);
    CW_TRY(const auto snapshot, Snapshot::take(*m_database));
    CW_CHECK(currentReleases());
    if (!query.code.empty()) {
        CW_TRY(hits, searchCodes(request, query));
    }
    if (hits.size() >= limit || query.words.empty()) return hits;

    std::set<std::pair<CodeSystem, std::string>> byCode;
    for (const auto& hit : hits) byCode.emplace(hit.entry.system, hit.entry.code);
    CW_TRY(auto byWords, searchWords(request, query));
    for (auto& hit : byWords) {
        if (!byCode.contains({hit.entry.system, hit.entry.code})) hits.push_back(std::move(hit));
    }
    keepBest(hits, limit);
    return hits;
}

}  // namespace cw::store
