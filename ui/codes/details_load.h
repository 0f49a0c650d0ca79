#pragma once

#include "app/code_lookup.h"
#include "app/workspace.h"
#include "ui/codes/details_target.h"

#include <optional>
#include <vector>

namespace cw::ui {

/// What the details pane shows, loaded.
struct DetailsPage {
    DetailsTarget target;
    std::optional<app::CodeDetails> details;  ///< Of a code that a table has.
    std::vector<NotesAtLevel> levels;         ///< Of a chapter or block, or a code that only the Tabular List has.
    std::optional<Date> on;
    bool isFavourite = false;

    /// The code shown; nothing for chapters, blocks and unfinished codes.
    std::optional<CodeKey> code() const;
};

/// For a background thread. A code that no table has is looked up in the Tabular List; fails with notFound when that
/// does not know it either.
Result<DetailsPage> loadDetails(app::Workspace& workspace, const DetailsTarget& target, std::optional<Date> on);

}  // namespace cw::ui
