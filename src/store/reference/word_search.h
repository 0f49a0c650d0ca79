#pragma once

#include "store/reference/code_validity.h"
#include "store/reference/search_query.h"
#include "store/sqlite/database.h"

#include <array>

namespace cw::store {

/// A wording that fits a query, before its code is looked up in full.
struct WordMatch {
    CodeSystem system = CodeSystem::icd10cm;
    std::string code;
    int missing = 0;  ///< Words of the query that the wording lacks.
    bool inForce = true;
    int distance = 0;  ///< titleDistance() and what speaks for or against the code; smaller is better.
};

/// Finds wordings by words in one state of the library. At most some hundred, the most promising: shortest titles first.
class WordSearch {
public:
    /// All references must outlive the search.
    WordSearch(Database& database, const std::vector<Release>& releases, const SearchRequest& request,
               const SearchQuery& query);

    /// Those with all words; when there is none, those with most of them. Best first, each code once.
    Result<std::vector<WordMatch>> run();

private:
    Status matchAllWords();
    Status matchSomeWords();
    Result<std::vector<std::int64_t>> idsWith(const std::string& word) const;
    Result<Statement> idQuery(const std::string& expression) const;
    /// Reads one wording and keeps it if the request's filters allow.
    Status consider(std::int64_t id, int missing);
    bool isEnough() const;

    Database& m_database;
    const std::vector<Release>& m_releases;
    const SearchRequest& m_request;
    const SearchQuery& m_query;
    std::array<const Release*, 4> m_covering{};  ///< By system, on the day asked for.
    std::vector<WordMatch> m_matches;
    std::size_t m_inForce = 0;
    std::size_t m_considered = 0;
};

/// What a hit is ordered by beside its title, as points of titleDistance().
int standingPoints(bool isBillable, bool isCommon);

}  // namespace cw::store
