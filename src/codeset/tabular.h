#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Notes of the ICD-10-CM Tabular List (Guidelines I.A.10 to I.A.17).
enum class NoteKind {
    includes,
    inclusionTerm,
    excludes1,
    excludes2,
    codeFirst,
    useAdditional,
    codeAlso,
    seventhCharacter,  ///< What the seventh characters of the codes below mean.
    note
};
std::string_view toString(NoteKind kind) noexcept;     ///< "includes", "excludes1" ...
std::string_view displayName(NoteKind kind) noexcept;  ///< "Includes", "Excludes1", "Code first" ...

struct CodeNote {
    NoteKind kind = NoteKind::note;
    std::string text;
};

/// One seventh character that the codes of a subtree take.
struct SeventhCharacter {
    char character = 'A';
    std::string meaning;  ///< "initial encounter for closed fracture"
};

enum class TabularLevel { chapter, block, code };

/// A chapter, block or code of the Tabular List with what stands at it; what holds for it from above is inherited.
struct TabularNode {
    TabularLevel level = TabularLevel::code;
    std::string name;  ///< Chapter "4", block "E08-E13", code compact "E1122".
    std::string title;
    std::int32_t parent =
        -1;  ///< Index of the parent in Tabular::nodes; -1 for chapters. Parents stand before children.
    std::vector<CodeNote> notes;
    std::vector<SeventhCharacter> seventhCharacters;  ///< Defined here; holds below until defined anew.
};

/// The Tabular List in its own order.
struct Tabular {
    std::vector<TabularNode> nodes;
};

/// A note that rules seventh characters out: codes under `stem` with one of `values` at `position` (0: all of them) do not
/// take one of `characters`.
struct SeventhRestriction {
    std::string characters;
    std::string stem;
    std::size_t position = 0;
    std::string values;
};
std::vector<SeventhRestriction> seventhRestrictions(const Tabular& tabular);
/// For a complete code, compact.
bool isRuledOut(std::string_view code, const std::vector<SeventhRestriction>& rules);

/// All complete codes of the list, sorted: every leaf, with its seventh characters and placeholders X applied
/// (Guidelines I.A.4, I.A.5). Combinations that a seventh-character note rules out (S06 with death: A only) are left out.
std::vector<std::string> expandToCodes(const Tabular& tabular);

/// `stem` filled with X to six characters and the character added; codes of six characters take no X.
std::string withSeventhCharacter(std::string_view stem, char character);

}  // namespace cw
