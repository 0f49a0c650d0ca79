#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/encounter.h"

namespace cw::loops {

/// What an encounter says and its guide has no place for is named beside the replacements, so that the preview shows it:
/// nothing is left out in silence.
void tellUnsentProfessional(x12::SegmentWriter& out, const Encounter& encounter);
void tellUnsentInstitutional(x12::SegmentWriter& out, const Encounter& encounter);

}  // namespace cw::loops
