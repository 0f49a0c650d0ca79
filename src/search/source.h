#pragma once

#include "base/date.h"
#include "codeset/code_system.h"
#include "codeset/release.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cw::search {

/// What the tables say of a code over a stretch of days.
struct CodeSpan {
    DateInterval applies;  ///< Days on which this answer holds.
    DateInterval valid;    ///< As CodeEntry::valid.
    std::string shortTitle;
    std::string longTitle;
    bool billable = false;
    ReleaseKind kind = ReleaseKind::official;
    std::string releaseName;
};

/// A code of the installed tables. `spans` by date, not overlapping; the last one is shown, as not in force, for days
/// outside all of them.
struct SourceCode {
    CodeSystem system = CodeSystem::icd10cm;
    std::string code;  ///< Compact.
    bool isModifier = false;
    bool isCommon = false;  ///< Our starter table lists it: a code of everyday work.
    std::vector<CodeSpan> spans;
};

struct CodeReference {
    CodeSystem system = CodeSystem::icd10cm;
    std::string code;  ///< Compact; of ICD-10-PCS also a prefix.
};

enum class PhraseKind : std::uint8_t {
    title,
    shortTitle,
    inclusion,     ///< Inclusion term of the Tabular List.
    index,         ///< Alphabetic Index term with the terms above it.
    abbreviation,  ///< Ours, from here on.
    lay,
    clinical,
    drug,
    procedure,
    site  ///< Added at the site.
};
std::string_view displayName(PhraseKind kind) noexcept;  ///< "title", "inclusion term", "index", "abbreviation" ...

/// A wording that the official lists give for codes.
struct SourcePhrase {
    PhraseKind kind = PhraseKind::index;
    std::string text;      ///< "Diabetes, type 2, with, neuropathy"
    std::string optional;  ///< Nonessential modifiers: found by, never required.
    std::vector<CodeReference> codes;
};

/// Knowledge of ours or of the site: what a term means.
struct SourceTerm {
    PhraseKind kind = PhraseKind::clinical;
    std::string term;   ///< "chf", "broken hip"
    std::string sense;  ///< Said as the reason: "congestive heart failure". May be empty.
    std::string
        words;  ///< In the words of the official tables; stands for the term inside longer queries. May be empty.
    std::vector<CodeReference> codes;  ///< Best first; may be empty when `words` is not.
    int rank = 1;                      ///< 1 the commonest sense of the term, 2 the next ...
};

/// Another form of a word: "haemorrhage" is "hemorrhage".
struct WordVariant {
    std::string word;
    std::string sameAs;
};

struct Knowledge {
    std::vector<SourceTerm> terms;
    std::vector<WordVariant> variants;
};

/// All that an index is made of.
struct Source {
    std::string key;  ///< Tells one state of library and knowledge from another; at most 200 characters.
    std::vector<SourceCode> codes;
    std::vector<SourcePhrase> phrases;
    Knowledge knowledge;
    /// Systems for which a table other than the starter is installed, with its dates: a day that none covers is
    /// answered from all tables alike.
    std::vector<std::pair<CodeSystem, DateInterval>> covered;
};

}  // namespace cw::search
