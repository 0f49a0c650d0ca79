#pragma once

#include "base/progress.h"
#include "claim/claim_file.h"

#include <string>
#include <vector>

namespace cw {

/// One row per service line with documented columns (docs/file-formats.md). CSV: RFC 4180, UTF-8, CRLF, cells that begin like a formula are quoted
/// by a leading apostrophe. XLSX: text as text, dates as dates, money as numbers with two decimals.
Result<ClaimFile> writeCsv(const ClaimFileRequest& request, const Progress& progress = {});
Result<ClaimFile> writeXlsx(const ClaimFileRequest& request, const Progress& progress = {});
/// Column names, for docs and tests.
const std::vector<std::string>& claimTableColumns();

/// FHIR R4 Bundle (collection) of Claim with contained or bundled Patient, Coverage, Organization, Practitioner. One entry per claim.
Result<ClaimFile> writeFhirClaims(const ClaimFileRequest& request, const Progress& progress = {});

}  // namespace cw
