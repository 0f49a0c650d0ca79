#pragma once

#include "base/date.h"

#include <QString>

namespace cw::ui {

/// "2024-10-01 to 2025-09-30", "since 2024-10-01", "until 2025-09-30", "always".
QString intervalText(const DateInterval& days);

}  // namespace cw::ui
