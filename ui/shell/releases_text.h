#pragma once

#include "codeset/release.h"

#include <QString>

#include <vector>

namespace cw::ui {

/// "ICD-10-CM FY2025 · HCPCS 2018 · CPT starter": per system the newest table that is more than a starter, else that.
QString releasesText(const std::vector<Release>& releases);

}  // namespace cw::ui
