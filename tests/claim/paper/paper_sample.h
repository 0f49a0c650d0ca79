#pragma once

#include "claim/paper/paper.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cw::sample {

/// An office visit with something for every box of the CMS-1500 that can be filled at once.
Encounter everythingOffice();
/// Its other answers: sexes, relationships, programs, yes and no.
std::vector<Encounter> officeVariants();
/// A stay with something for every form locator that inpatient claims use; outpatient for the rest.
Encounter everythingStay();
Encounter everythingOutpatient();
ProcedureLine officeLine(std::int64_t id, const std::string& code, Money charge);
ProcedureLine revenueLine(std::int64_t id, const std::string& revenueCode, Money charge);

inline const Date paperDay = Date::of(2025, 3, 18);
Claim claimOf(const Encounter& encounter, CoverageRank billed = CoverageRank::primary);
std::vector<Claim> claimsOf(const std::vector<Encounter>& encounters, CoverageRank billed = CoverageRank::primary);

/// The text in a box on a page, trimmed; empty when nothing is printed. `line` from 0.
std::string textIn(const paper::Page& page, std::string_view box, int line = 0);
/// The only refusal of a claim's layout.
std::string refusalOf(const paper::Pages& pages);

/// The characters of a data-only PDF by page, row and column of the form's grid, as pdftotext finds them.
using Cells = std::map<std::pair<int, int>, char>;
std::vector<Cells> cellsOf(const std::string& pdf, ClaimForm form, const paper::Offsets& offsets = {});

}  // namespace cw::sample
