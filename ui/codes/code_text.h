#pragma once

#include "codeset/code_library.h"

#include <QString>

namespace cw::ui {

/// "2024-10-01 to 2025-09-30", "since 2024-10-01", "always".
QString validityText(const DateInterval& valid);
/// The long title, or the short one where there is no other.
const std::string& titleOf(const CodeEntry& entry);

}  // namespace cw::ui
