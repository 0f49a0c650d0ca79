#pragma once

#include "edits/finding.h"
#include "encounter/encounter.h"

#include <string_view>

namespace cw::ui {

/// The code or line that a JSON pointer into an encounter names ("/procedures/0/modifiers"), as the panes find their way to
/// it. Neither code nor line is valid when it names something else.
Finding placeOf(const Encounter& encounter, std::string_view pointer);

}  // namespace cw::ui
