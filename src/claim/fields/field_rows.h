#pragma once

#include "claim/claim_fields.h"

#include <string>
#include <vector>

namespace cw::fields {

using Rows = std::vector<ClaimField>;

/// Keeps a composed text for as long as the program runs, as the table holds views.
std::string_view keep(std::string text);

/// The parts of the table. Places by the guides of 837P and 837I; boxes by the facts sheet (tag K: not checked against the
/// manuals of NUCC and NUBC), so forms print by tables of their own that name these pointers.
void addPatient(Rows& rows);
void addCoverages(Rows& rows);
void addProviders(Rows& rows);
void addService(Rows& rows);
void addClaim(Rows& rows);
void addCodesAndLines(Rows& rows);

/// As fieldAt(), among the fields below a pointer ("/providers/attending/") whatever their loop: the parties of 837P and 837I
/// stand in different loops.
const ClaimField* fieldWithin(std::string_view root, std::string_view segment, std::string_view qualifier, int element,
                              int component);

}  // namespace cw::fields
