#pragma once

#include "search/index.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cw::search {

/// Words that a misspelt one may stand for.
struct Correction {
    Index::TermRange terms;  ///< One word, or all that begin so while the query is still typed.
    int distance = 1;        ///< Letters inserted, left out, changed, or two neighbours exchanged.
    bool isWhole = true;     ///< False when only the beginning was compared.
};

/// Finds corrections, and remembers them: while a query grows, its earlier words stay.
class CorrectionCache {
public:
    /// Best first, at most eight. Words of four letters and more are allowed one error, of eight and more two; shorter
    /// words and numbers none. Damerau-Levenshtein distance (optimal string alignment). With `allowBeginning` the word
    /// may be unfinished. Good until the next call.
    const std::vector<Correction>& of(const Index& index, std::string_view word, bool allowBeginning);

private:
    std::map<std::pair<std::string, bool>, std::vector<Correction>> m_known;
};

}  // namespace cw::search
