#include "store/reference/word_search.h"

#include "store/reference/text_id.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace cw::store {

namespace {

// Titles come shortest first, so what a limit cuts off could hardly have ranked high; it keeps broad prefixes quick.
constexpr std::size_t enoughInForce = 500;
constexpr std::size_t enoughNotInForce = 200;
constexpr std::size_t mostConsidered = 6000;
constexpr std::size_t mostPartial = 400;
constexpr std::array<std::string_view, 8> emptyWords = {"and", "for", "from", "has", "not", "the", "was", "with"};

}  // namespace

int standingPoints(bool isBillable, bool isCommon)
{
    constexpr int header = 12;
    constexpr int common = -8;
    return (isBillable ? 0 : header) + (isCommon ? common : 0);
}

WordSearch::WordSearch(Database& database, const std::vector<Release>& releases, const SearchRequest& request,
                       const SearchQuery& query)
    : m_database(database), m_releases(releases), m_request(request), m_query(query)
{
    if (!request.on) return;
    for (std::size_t system = 0; system < m_covering.size(); ++system)
        m_covering.at(system) = coveringRelease(releases, static_cast<CodeSystem>(system), *request.on);
}

bool WordSearch::isEnough() const
{
    return m_inForce >= enoughInForce || m_considered >= mostConsidered;
}

Result<Statement> WordSearch::idQuery(const std::string& expression) const
{
    // System and modifier flag stand in the id (text_id.h): rows of other systems are passed over unread.
    std::int64_t mask = textId::make(0, CodeSystem::icd10cm, true, 0);
    std::int64_t wanted = textId::make(0, CodeSystem::icd10cm, m_request.modifiers, 0);
    if (m_request.system) {
        mask |= std::int64_t{15} << textId::systemShift;
        wanted = textId::make(0, *m_request.system, m_request.modifiers, 0);
    }
    CW_TRY(auto ids, m_database.prepare("SELECT rowid FROM code_words WHERE code_words MATCH ? AND (rowid & ?) = ?"));
    ids.bind(expression).bind(mask).bind(wanted);
    return ids;
}

Status WordSearch::consider(std::int64_t id, int missing)
{
    ++m_considered;
    CW_TRY(auto rows,
           m_database.prepare("SELECT t.code, t.short_title, t.long_title, r.release_id, r.billable, r.valid_from, "
                              "r.valid_until FROM code_text t JOIN code_in_release r ON r.text_id = t.id "
                              "WHERE t.id = ?"));
    rows.bind(id);
    WordMatch match;
    match.system = textId::system(id);
    match.missing = missing;
    match.inForce = false;
    bool isBillable = false;
    bool isCommon = false;
    for (;;) {
        CW_TRY(const bool hasRow, rows.step());
        if (!hasRow) break;
        const ReleaseId releaseId{rows.integer(3)};
        const auto release =
            std::find_if(m_releases.begin(), m_releases.end(), [&](const Release& r) { return r.id == releaseId; });
        if (release == m_releases.end()) continue;
        if (match.code.empty()) {
            match.code = rows.text(0);
            const int longDistance = titleDistance(m_query.words, rows.view(2), match.code);
            const bool isShortOther = rows.view(1) != rows.view(2);
            match.distance = isShortOther
                                 ? std::min(longDistance, titleDistance(m_query.words, rows.view(1), match.code) + 1)
                                 : longDistance;
        }
        isCommon = isCommon || release->kind == ReleaseKind::starter;
        isBillable = isBillable || rows.integer(4) != 0;
        if (match.inForce) continue;
        StoredRow row;
        row.release = &*release;
        if (!rows.isNull(5)) {
            CW_TRY(row.validFrom, Date::parse(rows.view(5)));
        }
        if (!rows.isNull(6)) {
            CW_TRY(row.validUntil, Date::parse(rows.view(6)));
        }
        match.inForce =
            !m_request.on || isInForce(row, m_covering.at(static_cast<std::size_t>(match.system)), *m_request.on);
    }
    if (match.code.empty() || (m_request.billableOnly && !isBillable)) return {};
    match.distance += standingPoints(isBillable, isCommon);
    if (match.inForce)
        ++m_inForce;
    else if (m_matches.size() - m_inForce >= enoughNotInForce)
        return {};
    m_matches.push_back(std::move(match));
    return {};
}

Status WordSearch::matchAllWords()
{
    CW_TRY(auto ids, idQuery(m_query.allWords()));
    while (!isEnough()) {
        CW_TRY(const bool hasRow, ids.step());
        if (!hasRow) break;
        CW_CHECK(consider(ids.integer(0), 0));
    }
    return {};
}

Result<std::vector<std::int64_t>> WordSearch::idsWith(const std::string& word) const
{
    CW_TRY(auto query, idQuery(SearchQuery::oneWord(word)));
    std::vector<std::int64_t> ids;
    for (;;) {
        CW_TRY(const bool hasRow, query.step());
        if (!hasRow) return ids;
        ids.push_back(query.integer(0));
    }
}

Status WordSearch::matchSomeWords()
{
    // Words that say nothing match half the table: they count only when there is nothing else.
    std::vector<std::string> words;
    std::copy_if(m_query.words.begin(), m_query.words.end(), std::back_inserter(words), [](const std::string& word) {
        return word.size() > 2 && std::find(emptyWords.begin(), emptyWords.end(), word) == emptyWords.end();
    });
    if (words.empty()) words = m_query.words;
    std::vector<std::int64_t> ids;
    for (const auto& word : words) {
        CW_TRY(const auto some, idsWith(word));
        ids.insert(ids.end(), some.begin(), some.end());
    }
    std::sort(ids.begin(), ids.end());
    std::vector<std::vector<std::int64_t>> byCount(words.size() +
                                                   1);  // [n]: ids with n of the words, shortest titles first.
    for (auto at = ids.begin(); at != ids.end();) {
        const auto end = std::find_if(at, ids.end(), [&](std::int64_t id) { return id != *at; });
        byCount.at(static_cast<std::size_t>(end - at)).push_back(*at);
        at = end;
    }
    for (auto count = words.size(); count > 0; --count) {
        for (const auto id : byCount.at(count)) {
            if (isEnough() || m_matches.size() >= mostPartial) return {};
            CW_CHECK(consider(id, static_cast<int>(m_query.words.size() - count)));
        }
    }
    return {};
}

Result<std::vector<WordMatch>> WordSearch::run()
{
    CW_CHECK(matchAllWords());
    if (m_matches.empty() && m_query.words.size() > 1) {
        m_considered = 0;
        CW_CHECK(matchSomeWords());
    }
    std::sort(m_matches.begin(), m_matches.end(), [](const WordMatch& a, const WordMatch& b) {
        return std::tuple(a.missing, !a.inForce, a.distance, a.system, std::string_view(a.code)) <
               std::tuple(b.missing, !b.inForce, b.distance, b.system, std::string_view(b.code));
    });
    std::set<std::pair<CodeSystem, std::string>> seen;
    std::erase_if(m_matches, [&](const WordMatch& match) { return !seen.emplace(match.system, match.code).second; });
    return std::move(m_matches);
}

}  // namespace cw::store
