#pragma once

#include "base/date.h"
#include "codeset/code_library.h"
#include "search/index.h"
#include "search/source.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cw::search {

/// Where the patient is treated: decides which procedure codes come first.
enum class Setting { any, outpatient, inpatient };

/// How often a person used each code: breaks ties.
using Usage = std::map<std::pair<CodeSystem, std::string>, int>;

struct Query {
    std::string text;  ///< Code, prefix of one, or words in any order; each word counts as a prefix.
    std::optional<CodeSystem> system;
    std::optional<Date> on;  ///< Codes not in force on this day come last.
    int limit = 50;
    bool billableOnly = false;
    bool modifiers = false;    ///< Search modifiers instead of codes.
    bool foldEpisodes = true;  ///< One hit stands for codes that differ in the episode character only.
    Setting setting = Setting::any;
    std::string firstCategory;  ///< ICD-10-CM codes from this category on; empty for no filter ("E00").
    std::string lastCategory;   ///< To this one, included ("E89").
    std::shared_ptr<const Usage> usage;
};

enum class MatchKind { code, codePrefix, words, corrected, partial };

struct Hit {
    CodeEntry entry;
    MatchKind match = MatchKind::words;
    PhraseKind phrase = PhraseKind::title;
    std::string phraseText;  ///< The wording that matched, when it is not the title.
    std::string correction;  ///< The words that were read instead of misspelt ones.
    int episodes = 1;        ///< How many codes the hit stands for.
    bool isChecked = true;   ///< False: no table of the system covers the day, and the code stands as last known.
    float score = 0;         ///< Comparable within one answer only.
};

/// "code", "code prefix", "title", "index: Diabetes, type 2", "abbreviation: congestive heart failure",
/// "spelling: diabetes": why the hit is there, as people read it.
std::string reasonOf(const Hit& hit);

/// A stretch of bytes of a text.
struct TextRange {
    std::size_t begin = 0;
    std::size_t size = 0;
};

/// Answers queries over one index. One thread at a time; it keeps working memory between queries.
class Searcher {
public:
    explicit Searcher(std::shared_ptr<const Index> index);
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    /// Ranked hits. The same query over the same index always gives the same answer.
    std::vector<Hit> find(const Query& query);
    /// The words of `text` that match the query, for highlighting.
    std::vector<TextRange> highlights(std::string_view queryText, std::string_view text) const;
    const Index& index() const noexcept { return *m_index; }

private:
    struct Scratch;
    std::shared_ptr<const Index> m_index;
    std::unique_ptr<Scratch> m_scratch;
};

}  // namespace cw::search
