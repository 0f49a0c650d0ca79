#pragma once

#include "app/workspace.h"

#include <vector>

namespace cw::ui {

/// A main term with everything below it, parents before children.
struct IndexSubtree {
    std::vector<IndexEntry> terms;  ///< The main term first.
    std::int64_t wanted = 0;        ///< The term that was asked for.
};

/// For a background thread. Empty when the index is not installed.
Result<std::vector<IndexEntry>> mainTermsOf(const app::Workspace& workspace, ListKind index);
/// Everything below a main term.
Result<IndexSubtree> subtreeOf(const app::Workspace& workspace, const IndexEntry& mainTerm);
/// The main term of a term, whole. Empty when there is no such term.
Result<IndexSubtree> subtreeAround(const app::Workspace& workspace, std::int64_t term);
/// A whole index, for the tables whose rows are all shown.
Result<std::vector<IndexEntry>> wholeIndex(const app::Workspace& workspace, ListKind index);
/// Where a `see` leads; nothing when no installed index has it.
Result<std::optional<IndexEntry>> followSee(const app::Workspace& workspace, ListKind index, const std::string& see);

/// "No Alphabetic Index is installed. Admin > Code tables: import icd10cm_index.xml."
const char* notInstalledText(ListKind index);

}  // namespace cw::ui
