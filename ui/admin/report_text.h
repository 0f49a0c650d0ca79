#pragma once

#include "app/library_desk.h"

#include <QString>

namespace cw::ui {

/// What a file brings or brought, in lines: counts, dates, the digest of the source, checks, first changes, rows that were
/// left out, members that were passed over.
QString reportText(const app::FileReport& report);

}  // namespace cw::ui
