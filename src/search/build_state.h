#pragma once

#include "search/index_sections.h"
#include "search/phrase_table.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace cw::search {

/// An index in the making; each step below adds to it.
struct BuildState {
    explicit BuildState(const Source& from) : source(from), entries(from) {}
    format::Text put(std::string_view words)
    {
        const format::Text place{static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(words.size())};
        text.insert(text.end(), words.begin(), words.end());
        return place;
    }
    std::string_view termText(std::size_t term) const
    {
        return {text.data() + terms[term].text.offset, terms[term].text.size};
    }

    const Source& source;
    EntryTable entries;
    PhraseTable table;  ///< Its words are numbers of `terms` after orderWords().
    std::vector<char> isEpisode;
    std::vector<char> text;
    std::vector<format::Term> terms;
    std::vector<format::Phrase> phrases;
    std::vector<std::uint32_t> postings;
    std::vector<std::uint32_t> termEntries;
    Sections sections;
};

/// Numbers words by their letters, and weighs them: a word that few wordings have tells most.
void orderWords(BuildState& state);
/// Orders the wordings, the most telling ones first.
void orderPhrases(BuildState& state);
void writePostings(BuildState& state);
void writeEntries(BuildState& state);
/// For each word the codes that it leads to, by any of their wordings or those of the headers above: what a query of more
/// words than any one wording has is compared with.
void writeTermEntries(BuildState& state);
/// For words and prefixes with very many postings.
void writeBitmaps(BuildState& state);
void writeSynonyms(BuildState& state);
void writeVariants(BuildState& state);
void writeCoverage(BuildState& state);

}  // namespace cw::search
