#pragma once

#include "base/result.h"
#include "search/index_format.h"
#include "search/source.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace cw::search {

/// An index over all codes, opened: immutable, shared by any number of threads.
class Index {
public:
    /// Maps the file. Fails with notFound, io, or corrupt (SEARCH-020) when it is no whole index of this version; then
    /// it is to be built anew.
    static Result<std::shared_ptr<const Index>> open(const std::filesystem::path& file);
    /// Over bytes that buildIndex() made. Fails with corrupt (SEARCH-020).
    static Result<std::shared_ptr<const Index>> fromBytes(std::string bytes);
    ~Index();
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    std::string_view key() const noexcept;  ///< Source::key.
    std::size_t codeCount() const noexcept { return m_entries.size(); }
    std::size_t byteSize() const noexcept { return m_bytes.size(); }

    std::span<const format::Entry> entries() const noexcept { return m_entries; }
    std::span<const format::Span> spansOf(const format::Entry& entry) const noexcept
    {
        return m_spans.subspan(entry.firstSpan, entry.spanCount);
    }
    std::string_view text(format::Text text) const noexcept { return m_text.substr(text.offset, text.size); }
    std::string_view releaseName(std::uint16_t release) const noexcept { return text(m_releases[release]); }
    std::span<const format::Term> terms() const noexcept { return m_terms; }
    std::span<const format::Phrase> phrases() const noexcept { return m_phrases; }
    std::span<const std::uint32_t> wordsOf(const format::Phrase& phrase) const noexcept
    {
        return m_phraseWords.subspan(phrase.firstWord, phrase.wordCount);
    }
    std::span<const std::uint32_t> targetsOf(const format::Phrase& phrase) const noexcept
    {
        return m_targets.subspan(phrase.firstTarget, phrase.targetCount);
    }
    std::span<const std::uint32_t> postingsOf(const format::Term& term) const noexcept
    {
        return m_postings.subspan(term.firstPosting, term.postingCount);
    }
    std::span<const std::uint32_t> postings() const noexcept { return m_postings; }
    std::span<const std::uint32_t> termEntries() const noexcept { return m_termEntries; }
    std::size_t phraseBitWords() const noexcept { return (m_phrases.size() + 63) / 64; }
    std::size_t entryBitWords() const noexcept { return (m_entries.size() + 63) / 64; }
    std::span<const std::uint64_t> phraseBits(std::uint32_t bitmap) const noexcept
    {
        return m_phraseBits.subspan(bitmap * phraseBitWords(), phraseBitWords());
    }
    std::span<const std::uint64_t> entryBits(std::uint32_t bitmap) const noexcept
    {
        return m_entryBits.subspan(bitmap * entryBitWords(), entryBitWords());
    }
    std::span<const std::uint32_t> targets(std::uint32_t first, std::uint16_t count) const noexcept
    {
        return m_targets.subspan(first, count);
    }
    std::span<const format::Synonym> synonyms() const noexcept { return m_synonyms; }
    std::span<const format::Variant> variants() const noexcept { return m_variants; }
    std::span<const format::Coverage> coverage() const noexcept { return m_coverage; }
    /// The bitmap of a prefix that very many wordings have, else noBitmap.
    std::uint32_t broadBitmap(std::string_view prefix) const noexcept;

    /// Terms that begin with the prefix: a range of their sorted numbers.
    struct TermRange {
        std::uint32_t first = 0;
        std::uint32_t last = 0;  ///< One past the end.
        bool isEmpty() const noexcept { return first == last; }
    };
    TermRange termsWithPrefix(std::string_view prefix) const noexcept;
    TermRange exactTerm(std::string_view word) const noexcept;
    /// Codes of a system that begin with the compact prefix: a range of entries.
    std::span<const format::Entry> codesWithPrefix(CodeSystem system, bool isModifier,
                                                   std::string_view prefix) const noexcept;

private:
    struct Mapping;
    Index() = default;
    Status adopt(std::string_view bytes);
    template <typename Record>
    Status take(const format::Header& header, format::SectionId id, std::span<const Record>& records) const;

    std::string m_owned;
    std::unique_ptr<Mapping> m_mapping;
    std::string_view m_bytes;
    std::string_view m_text;
    std::span<const format::Entry> m_entries;
    std::span<const format::Span> m_spans;
    std::span<const format::Text> m_releases;
    std::span<const format::Term> m_terms;
    std::span<const format::Phrase> m_phrases;
    std::span<const std::uint32_t> m_phraseWords;
    std::span<const std::uint32_t> m_postings;
    std::span<const std::uint32_t> m_targets;
    std::span<const std::uint32_t> m_termEntries;
    std::span<const format::BroadPrefix> m_broadPrefixes;
    std::span<const std::uint64_t> m_phraseBits;
    std::span<const std::uint64_t> m_entryBits;
    std::span<const format::Synonym> m_synonyms;
    std::span<const format::Variant> m_variants;
    std::span<const format::Coverage> m_coverage;
};

/// Over the header, without its checksum, and the bytes after it; four lanes, so that a whole index takes some
/// milliseconds.
std::uint64_t checksumOf(format::Header header, std::string_view bytes) noexcept;

}  // namespace cw::search
