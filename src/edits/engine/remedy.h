#pragma once

#include "base/result.h"
#include "edits/finding.h"

namespace cw {

/// The encounter with the remedy applied, as the functions of cw::coding do it. Fails with conflict (EDITS-030) when the
/// rows it names are gone or it would change nothing, invalidInput as those functions fail.
Result<Encounter> applyRemedy(Encounter encounter, const Remedy& remedy, IdSource& ids);

}  // namespace cw
