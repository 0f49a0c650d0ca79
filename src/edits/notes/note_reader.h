#pragma once

#include "edits/notes/note_table.h"
#include "edits/notes/note_words.h"

namespace cw::edits {

/// The notes of a node that name other codes, in their order. A heading and the lines under it become one note; several
/// causes that a code asks to be placed before it, without heading, are conditional: not all of them can be there.
std::vector<ParsedNote> readNotes(const TabularNode& node, const IsCategory& isCategory);

}  // namespace cw::edits
