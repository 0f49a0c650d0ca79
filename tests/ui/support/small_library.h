#pragma once

#include "app/workspace.h"

namespace cw::ui {

/// Installs small invented tables and lists through the workspace's writers: two years of ICD-10-CM, a Tabular List older
/// than the second, an Alphabetic Index, an external-cause index, a Neoplasm Table, a Table of Drugs, ICD-10-PCS tables
/// and codes. Wordings are ours; only the shapes are those of the official files.
Status installSmallLibrary(app::Workspace& workspace);

/// Rows of the Neoplasm Table and of the Table of Drugs.
inline constexpr int smallTableRows = 16;

}  // namespace cw::ui
