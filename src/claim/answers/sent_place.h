#pragma once

#include "base/result.h"
#include "claim/answers/answer.h"
#include "encounter/encounter.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::answers {

/// Where an error of a 999 lies in what we sent.
struct SentPlace {
    std::string claimNumber;  ///< Empty: in the header, so it concerns every claim of the set.
    std::string loop;         ///< "2010BA"
    std::string segment;      ///< "NM1"
    int element = 0;          ///< 0: the whole segment.
    int component = 0;
    int line = 0;      ///< 1-based service line; 0 outside lines.
    std::string text;  ///< The segment as sent. Patient data: shown, never logged.
    std::string
        pointer;  ///< JSON pointer into the encounter ("/coverages/0/member_id"); empty when no field of it stands there.
    std::string label;  ///< "Member id"; else segment and element.
    std::string code;   ///< Of HI: the code as sent; empty. Patient data.
};

/// Claim numbers by transaction set of a file of ours.
struct SentClaim {
    std::string claimNumber;
    int first = 0, last = 0;  ///< Segments within the set, ST is 1.
};
struct SentSet {
    std::string setNumber;  ///< ST02.
    std::vector<SentClaim> claims;
};
/// Fails as readInterchanges() does.
Result<std::vector<SentSet>> sentSets(const std::string& fileBytes);

/// Finds the segment at `position` (from ST as 1) of set `setNumber` in a file of ours. When the segment there is not the one the answer
/// names, the nearest of that name in the same claim is taken. Fails with notFound (CLAIM-410).
Result<SentPlace> sentPlace(const std::string& fileBytes, std::string_view setNumber, const SegmentFault& fault);
/// As sentPlace() of each, reading the file once; not set where it fails.
Result<std::vector<std::optional<SentPlace>>> sentPlaces(const std::string& fileBytes, std::string_view setNumber,
                                                         const std::vector<SegmentFault>& faults);

/// The place's pointer in this very encounter. The file knows coverages by rank and diagnoses by code; their places in the encounter's lists
/// may be others than `pointer` takes them for.
std::string pointerIn(const Encounter& encounter, const SentPlace& place);

}  // namespace cw::answers
