#pragma once

#include "app/edit_desk.h"

namespace cw::app {

/// Lines of a rule file that hold data: without the first, blank ones and comments.
std::vector<std::string_view> rowsOf(std::string_view text);
/// What a file of rules changes in the one before it. Rows are told apart by what they are about (list and codes, rule and
/// codes, payer, policy); another source or wording of the same row drops nothing.
RuleFilePreview comparedRows(const edits::RuleFile& file, std::string_view before);

}  // namespace cw::app
