#pragma once

#include "claim/answers/answer.h"

#include <string>
#include <string_view>

namespace cw::app::answering {

/// Where in the encounter a payer's complaint most likely lies, as a JSON pointer; empty when the code does not say. `line`: 1-based position
/// among the procedures, 0 for the claim; `coverage`: index of the billed one. A help to the reader, never a decision: the meanings of
/// codes are of the published lists as we know them, and an unknown code leads nowhere.
std::string pointerOfStatus(const answers::StatusCode& code, int line, std::size_t coverage);
std::string pointerOfReason(std::string_view carc, int line, std::size_t coverage);

/// Whether a field is one that a coder mends: codes, modifiers, units, diagnoses and pointers.
bool isCodersField(std::string_view pointer);

}  // namespace cw::app::answering
