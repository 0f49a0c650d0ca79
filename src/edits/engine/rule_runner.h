#pragma once

#include "edits/engine/encounter_view.h"
#include "edits/rules.h"

namespace cw::edits {

/// Adds what one rule of the catalogue says, at the level that is in force; nothing when it is off or not for this
/// encounter.
void runRule(const Rule& rule, const EncounterView& view, const EditOptions& options, EditReport& report);
/// What follows the catalogue: site rules, missing code tables, order of missing tables, attestations.
void finishReport(const EncounterView& view, const EditOptions& options, EditReport& report);

}  // namespace cw::edits
