#pragma once

#include "base/clock.h"
#include "claim/claim_repository.h"
#include "encounter/encounter.h"

#include <string>
#include <vector>

namespace cw {

/// Who sends and who receives (837P loops 1000A, 1000B, ISA and GS).
struct Submitter {
    std::string name;         ///< NM1*41 NM103.
    std::string id;           ///< NM1*41 NM109, ISA06, GS02.
    std::string contactName;  ///< PER02.
    std::string phone;        ///< Ten digits.
    std::string receiverName;
    std::string receiverId;  ///< NM1*40 NM109, ISA08, GS03.
};

struct ClaimFileRequest {
    std::vector<const Encounter*> encounters;  ///< In file order.
    Submitter submitter;
    ControlNumbers numbers;
    bool test = false;                ///< ISA15 T.
    Date day = Date::of(2000, 1, 1);  ///< ISA09, GS04, BHT04.
    int minuteOfDay = 0;
    int claimsPerSet = 5000;  ///< Claims in one ST to SE; what goes beyond starts a further ST in the same group.
};

struct ClaimInFile {
    EncounterRowId encounter;
    std::string encounterId;
    std::string claimNumber;  ///< CLM01.
    Money charges;            ///< CLM02.
    std::string segments;     ///< The claim's part of the file, from its HL to its last line.
};

struct ClaimFile {
    std::string bytes;
    std::vector<ClaimInFile> claims;
    std::vector<std::string> replacements;  ///< "V-1001 NM103: * replaced by blank": characters that could not be sent.
};

/// Writes one 837P interchange (005010X222A1). Segments are counted as they are written. The encounters must have
/// passed the edits; what still cannot be sent (an empty required element, an identifier with a delimiter or beyond its
/// length) fails with invalidInput (CLAIM-…), naming encounter and element, and no file comes out.
Result<ClaimFile> write837p(const ClaimFileRequest& request);

/// The submitter when no other is configured: the first encounter's billing provider, sending to its payer.
Submitter submitterFrom(const Encounter& encounter);

}  // namespace cw
