#pragma once

#include "codeset/tabular.h"
#include "edits/codes/code_pattern.h"

#include <functional>
#include <string_view>

namespace cw::edits {

/// True when the Tabular List has the category ("E11"): what looks like a code in running text may be a vitamin (B12).
using IsCategory = std::function<bool(std::string_view)>;

/// What one line of a note says.
struct NoteWords {
    CodePatterns codes;   ///< Those in parentheses; of the running text when none stand in parentheses.
    CodePatterns except;  ///< Codes behind "except" and "other than".
    bool isConditional = false;
    bool isOpen = false;     ///< "such as"
    bool isHeading = false;  ///< The lines that follow belong to it.
};

NoteWords readNote(std::string_view text, NoteKind kind, const IsCategory& isCategory);

/// True for the first line of a statement ("code to identify ..."), false for a line of a list under a heading.
bool beginsStatement(std::string_view text, NoteKind kind);
/// True for a heading that only says "code to identify:" or "presence of:": what follows are facts that may be absent.
bool isBareHeading(std::string_view text);

}  // namespace cw::edits
