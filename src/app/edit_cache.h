#pragma once

#include "app/edit_desk.h"
#include "edits/engine/incremental.h"

#include <map>
#include <optional>

namespace cw::app {

/// What the edits read for one workspace and need again at the next key. One thread, as the workspace.
struct EditCache {
    std::int64_t revision = -1;          ///< Of the store when `files` and `setup` were read.
    std::vector<edits::RuleFile> files;  ///< Imported ones in force.
    EditSetup setup;

    EncounterRowId historyOf;  ///< `history` is that of this encounter from this day on, as last read.
    std::optional<Date> historyFrom;
    std::vector<PastService> history;

    EncounterRowId chart;  ///< The one that `incremental` ran on last.
    IncrementalEdits incremental;

    struct Proof {
        Evidence evidence;  ///< As it was when its facts were read.
        EvidenceFacts facts;
    };
    std::map<EvidenceId, Proof> proofs;  ///< Document versions never change, so these stay true.
};

/// editContext(), with the other visits as they were at the last call for the same encounter: for the next key of a coder.
/// Opening, saving, attesting and submitting read them anew.
Result<EditContext> rememberedContext(Workspace& workspace, ReadTx& tx, const Encounter& encounter);

/// The one of this workspace, made at first use.
EditCache& editCacheOf(Workspace& workspace);

}  // namespace cw::app
