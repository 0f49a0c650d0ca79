#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/encounter.h"

#include <string_view>

namespace cw::loops {

/// The composite HC:code:modifiers:description of SV101, SV202 and SVD03. `element` names it in refusals. Refusals CLAIM-230
/// to -233.
void writeProcedure(x12::SegmentWriter& out, const ProcedureLine& line, std::string_view element,
                    std::string_view description);

/// The description that goes beside the code: the line's own, else its note where the code has no meaning of its own and
/// payers ask for one (claim lessons, 12).
std::string_view descriptionOf(const ProcedureLine& line) noexcept;
/// Whether descriptionOf() is the line's note, which then is no NTE.
bool isNoteDescription(const ProcedureLine& line) noexcept;

/// Loop 2410: LIN, CTP and REF*XZ; nothing without a drug. Refusals CLAIM-241, -242.
void writeDrug(x12::SegmentWriter& out, const ProcedureLine& line);

}  // namespace cw::loops
