#pragma once

#include "tests/claim/read_back/read_back.h"

namespace cw::read_back {

/// What a file cannot tell the order of, in one order; ids by place. Done to what is expected and to what was read.
///
/// Diagnoses: those of role `diagnosis` first (in an 837I the external causes, V to Y, behind the others: they have an HI of
/// their own), then admitting, then reasons for the visit. Lines: ICD-10-PCS procedures behind the service lines. What is
/// listed by qualifier: by qualifier. Adjustments: by group, those of
/// a group as they came.
void putInOrder(ReadBack& claim);

}  // namespace cw::read_back
