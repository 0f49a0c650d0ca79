#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace cw::search::format {

/// The file is a header and arrays of the records below, each beginning at a multiple of eight bytes, in the byte order
/// of the machine: it is a cache beside the library, made anew whenever it does not fit.
constexpr std::array<char, 8> magic = {'C', 'W', 'I', 'N', 'D', 'E', 'X', '\n'};
constexpr std::uint32_t version = 1;
constexpr std::size_t keySize = 200;

enum class SectionId : std::uint32_t {
    text,           ///< char: all strings
    entries,        ///< Entry, by system, modifier flag and code
    spans,          ///< Span
    releases,       ///< Text
    terms,          ///< Term, sorted by their letters
    phrases,        ///< Phrase, most telling first
    phraseWords,    ///< uint32: term, with optionalBit
    postings,       ///< uint32: phrases of a term, ascending
    targets,        ///< uint32: entries of a phrase
    termEntries,    ///< uint32: entries that a term leads to, by any wording or a header above, ascending
    broadPrefixes,  ///< BroadPrefix, sorted by text
    phraseBits,     ///< uint64: bitmaps over phrases, one for each broad term or prefix
    entryBits,      ///< uint64: bitmaps over entries, in the same order
    synonyms,       ///< Synonym, sorted by key and rank
    variants,       ///< Variant, sorted by word
    coverage,       ///< Coverage
    count
};
constexpr auto sectionCount = static_cast<std::size_t>(SectionId::count);

struct Section {
    std::uint64_t offset;
    std::uint64_t count;
};
struct Header {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t sections;
    std::uint64_t fileSize;
    std::uint64_t checksum;  ///< checksumOf() of header and content.
    std::array<char, keySize> key;
    std::array<Section, sectionCount> section;
};

struct Text {
    std::uint32_t offset;
    std::uint32_t size;
};

constexpr std::uint8_t isModifierFlag = 1;
constexpr std::uint8_t isCommonFlag = 2;
constexpr std::uint8_t isEpisodeFlag = 4;  ///< Seven characters, with others that differ in the last one only.
struct Entry {
    std::array<char, 7> code;
    std::uint8_t codeSize;
    std::uint8_t system;
    std::uint8_t flags;
    std::uint16_t spanCount;
    std::uint32_t firstSpan;
    std::uint32_t titlePhrase;  ///< Its last title.
};

constexpr std::int32_t openFirst = -1'000'000;
constexpr std::int32_t openLast = 1'000'000;
/// Days since 1970, ends included.
struct Span {
    std::int32_t appliesFirst;
    std::int32_t appliesLast;
    std::int32_t validFirst;
    std::int32_t validLast;
    Text shortTitle;
    Text longTitle;
    std::uint16_t release;
    std::uint8_t kind;
    std::uint8_t billable;
    std::uint32_t unused;
};

constexpr std::uint32_t noBitmap = 0xFFFFFFFFU;
struct Term {
    Text text;
    std::uint32_t firstPosting;  ///< Postings of neighbouring terms stand beside each other.
    std::uint32_t postingCount;
    std::uint32_t firstEntry;
    std::uint32_t entryCount;
    std::uint32_t bitmap;  ///< Of terms with very many postings, else noBitmap.
    float weight;
};

constexpr std::uint32_t optionalBit = 0x80000000U;  ///< On a word of a phrase: a nonessential modifier.
struct Phrase {
    std::uint32_t firstWord;
    std::uint32_t firstTarget;
    Text text;     ///< Empty for titles, which stand in the spans.
    float weight;  ///< Of its words that are not optional, each once.
    std::uint16_t wordCount;
    std::uint16_t targetCount;
    std::uint8_t kind;
    std::uint8_t rank;
    std::uint16_t unused;
};

/// A prefix that very many wordings have.
struct BroadPrefix {
    std::array<char, 4> text;  ///< One to three letters, filled with zeros.
    std::uint32_t bitmap;
};
struct Synonym {
    Text key;    ///< Words of the term, joined.
    Text words;  ///< Words that stand for it, joined; may be empty.
    Text label;  ///< For the reason: term and sense.
    std::uint32_t firstTarget;
    std::uint16_t targetCount;
    std::uint8_t kind;
    std::uint8_t rank;
};
struct Variant {
    Text word;
    Text sameAs;  ///< One word or several, joined.
};
struct Coverage {
    std::int32_t first;
    std::int32_t last;
    std::uint32_t system;
};

}  // namespace cw::search::format
