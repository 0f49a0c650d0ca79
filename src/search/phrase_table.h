#pragma once

#include "search/index_format.h"
#include "search/source.h"
#include "search/vocabulary.h"

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cw::search {

/// The codes of a source in index order, and how to find one.
class EntryTable {
public:
    explicit EntryTable(const Source& source);
    const SourceCode& code(std::uint32_t entry) const { return *m_codes[entry]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_codes.size()); }
    std::optional<std::uint32_t> find(CodeSystem system, std::string_view compact) const;
    /// First and one past the last entry whose code begins so; modifiers are never among them.
    std::pair<std::uint32_t, std::uint32_t> under(CodeSystem system, std::string_view prefix) const;
    const CodeSpan& latest(std::uint32_t entry) const { return m_codes[entry]->spans.back(); }
    bool isEpisode(std::uint32_t entry) const;  ///< Its seventh character tells the episode of care.
    /// The codes that a reference means: itself; for a header its default code first; for a PCS prefix what is under it.
    std::vector<std::uint32_t> targetsOf(const CodeReference& reference) const;

private:
    /// What a coder gets under a header who knows no more: the unspecified code, initial encounter.
    std::optional<std::uint32_t> defaultUnder(std::uint32_t header) const;

    std::vector<const SourceCode*> m_codes;
    mutable std::unordered_map<std::uint32_t, std::optional<std::uint32_t>> m_defaults;
};

/// A wording on its way into the index. Words are numbers of the vocabulary.
struct BuiltPhrase {
    std::uint32_t firstWord = 0;
    std::uint32_t firstTarget = 0;
    std::uint16_t wordCount = 0;
    std::uint16_t optionalCount = 0;  ///< The last ones of its words.
    std::uint16_t targetCount = 0;
    PhraseKind kind = PhraseKind::title;
    std::uint8_t rank = 1;
    std::string_view text;  ///< Of the source; empty for titles.
};

/// All wordings of a source.
struct PhraseTable {
    Vocabulary vocabulary;
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> targets;
    std::vector<BuiltPhrase> phrases;
};
PhraseTable makePhrases(const Source& source, const EntryTable& entries);

}  // namespace cw::search
