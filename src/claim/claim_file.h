#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "claim/claim_form.h"
#include "claim/claim_repository.h"
#include "claim/trading_partner.h"
#include "encounter/encounter.h"

#include <string>
#include <vector>

namespace cw {

/// One claim: an encounter billed to one of its coverages. Refers to the encounter, which must outlive it.
struct Claim {
    const Encounter* encounter = nullptr;
    CoverageRank billed = CoverageRank::primary;
    std::string number;  ///< CLM01, at most 20 characters.
    int version = 1;     ///< 1 for the first claim of the encounter.
    /// The payer wants REF*F8 on an original too (PayerRecord::takesReferenceOnOriginals).
    bool referenceOnOriginal = false;
};

/// CLM01 of a version: the encounter's id (trimmed, upper case), from version 2 on with "-2" …, when that fits 20 characters.
std::string claimNumberOf(const Encounter& encounter, int version);
/// REF*6R: "V-1001-2" for line 2, the line's place among the encounter's procedures, from 1 (LineAnswer::line). In an 837I LX01
/// counts otherwise where ICD-10-PCS procedures stand between.
std::string lineControlNumber(std::string_view claimNumber, int line);

struct ClaimFileRequest {
    std::vector<Claim> claims;  ///< In file order; grouped by billing provider, then payer, by the caller.
    ClaimForm form = ClaimForm::professional837;
    TradingPartner partner;
    ControlNumbers numbers;
    bool test = false;                ///< ISA15 T.
    Date day = Date::of(2000, 1, 1);  ///< ISA09, GS04, BHT04.
    int minuteOfDay = 0;
};

struct ClaimInFile {
    std::size_t index = 0;  ///< Among request.claims.
    EncounterRowId encounter;
    std::string encounterId;
    std::string claimNumber;  ///< CLM01.
    CoverageRank billed = CoverageRank::primary;
    Money charges;  ///< CLM02.
    std::string
        segments;  ///< The claim's part of the file, from its HL to its last line; for other forms its own text.
};

/// A claim that the writer could not send; it is not in the file.
struct RefusedClaim {
    std::size_t index = 0;
    std::string encounterId;
    Error error;
};

struct ClaimFile {
    std::string bytes;
    std::vector<ClaimInFile> claims;
    std::vector<RefusedClaim> refused;
    std::vector<std::string> replacements;  ///< "V-1001 NM103: * replaced by blank": characters that could not be sent.
};

/// Writes one interchange: 837P (005010X222A1) or 837I (005010X223A2) by `form`. Segments are counted as they are written. A
/// claim with what cannot be sent (an empty required element, an identifier with a delimiter or beyond its length) is left
/// out and named (`refused`, CLAIM-… with encounter, loop and element); the file holds the others, with their levels and
/// counts as if it had never been there. Without any claim left `bytes` is empty. Fails with invalidInput only for what
/// concerns the file as a whole: partner and control numbers. More than partner.claimsPerFile claims is a fault of the caller
/// (asserted); a further ST begins after partner.claimsPerSet.
Result<ClaimFile> write837(const ClaimFileRequest& request, const Progress& progress = {});

}  // namespace cw
