#pragma once

#include "claim/x12/segment_writer.h"
#include "encounter/encounter.h"

#include <string_view>

namespace cw::loops {

/// HI*ABK with ABF, 1 to 12 (837P). Refusals CLAIM-215 to -217.
void writeProfessionalDiagnoses(x12::SegmentWriter& out, const Encounter& encounter);

/// HI*BG of the condition codes in ClaimDetails::institutional, 12 a segment, two segments. Refusals CLAIM-626, -627.
void writeConditionCodes(x12::SegmentWriter& out, const std::string& institutional);
void writeConditionCodes(x12::SegmentWriter& out, const std::vector<std::string>& conditions);

}  // namespace cw::loops
