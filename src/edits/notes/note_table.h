#pragma once

#include "codeset/tabular.h"
#include "edits/codes/code_pattern.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// A note of the Tabular List, its codes read out of the words.
struct ParsedNote {
    NoteKind kind = NoteKind::excludes1;
    std::string place;  ///< Where it stands: "E11", "E11.2", block "E08-E13", chapter "4".
    TabularLevel level = TabularLevel::code;
    std::string text;      ///< The line of the note that names the codes; a heading with its lines as one text.
    CodePatterns codes;    ///< What it refers to; empty when it names no code. Of a heading: of all its lines.
    CodePatterns except;   ///< "except ...", "other than ...": codes it does not mean.
    CodePatterns onlyFor;  ///< "For codes G31.0-G31.83, ...": the codes below the place that it is for; empty: all.
    bool isConditional = false;  ///< "if applicable", "if known", "if any", "any", "associated"; one of several causes.
    bool isOpen = false;         ///< "such as": the codes are examples.
    std::uint32_t letters = 0;   ///< First letters of the codes, A as bit 0, to pass quickly over what cannot match.

    bool names(std::string_view compact) const noexcept
    {
        return (letters & letterOf(compact)) != 0 && codes.matches(compact) && !except.matches(compact);
    }
    static std::uint32_t letterOf(std::string_view compact) noexcept
    {
        return compact.empty() || compact[0] < 'A' || compact[0] > 'Z' ? 0U : 1U << (compact[0] - 'A');
    }
};

/// A note as it holds for a code.
struct HeldNote {
    const ParsedNote* note = nullptr;
    bool isOwn = false;  ///< Stands on the code itself (or, for a completed code, on what it completes).
};

/// The notes of one Tabular List by code, with what codes inherit from block and chapter. Built once, read by any thread.
class NoteTable {
public:
    /// `release`: "January 2021", for sources of findings.
    NoteTable(const Tabular& tabular, std::string release);
    ~NoteTable();
    NoteTable(NoteTable&&) noexcept;

    const std::string& release() const noexcept;
    /// Notes of the kind that hold for a code, nearest first; the notes of the nearest listed ancestor for a code the
    /// list lacks. Empty for a code under no listed category.
    std::vector<HeldNote> notesOf(std::string_view compact, NoteKind kind) const;
    /// Seventh characters in force for the code: null when it takes none.
    const std::vector<SeventhCharacter>* seventhCharacters(std::string_view compact) const;
    /// A seventh-character note rules the combination out (S06 with death before regaining consciousness: A only).
    bool forbidsSeventh(std::string_view compact) const;
    /// The listed code that `compact` is or completes: "W2189" for "W2189XA"; empty when none.
    std::string_view listed(std::string_view compact) const;
    bool isHeader(std::string_view compact) const;  ///< Listed with children.

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

}  // namespace cw::edits
