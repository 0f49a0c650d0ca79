#pragma once

#include "claim/x12/reader.h"

#include <string>
#include <string_view>

namespace cw::answers {

/// Where a segment of an 837 of ours stands. Text views are of the interchange.
struct LoopPlace {
    std::string_view loop;         ///< "2010BA"; empty before the first party.
    std::string_view claimNumber;  ///< CLM01 once it came; empty in the header and the billing level.
    int claim = -1;    ///< The how-manieth claim of the set, from 0; -1 in the header and the billing level.
    int coverage = 0;  ///< 0 primary, 1 secondary, 2 tertiary: of the billed payer, in 2320 to 2330 of the other one.
    bool isPatientMember = true;  ///< SBR02 is 18: the member's data are the patient's.
    std::string_view entity;      ///< NM101 of the party whose segments follow.
    bool isOrganization = false;  ///< NM102 2.
    bool isInstitutional = false;
    int line = 0;  ///< LX01 as counted; 0 outside lines.
};

/// Follows the segments of one transaction set (837 facts, section 3; 837I facts).
class LoopWalk {
public:
    explicit LoopWalk(bool isInstitutional) { m_place.isInstitutional = isInstitutional; }
    const LoopPlace& add(const x12::Segment& segment);

private:
    void startLevel(std::string_view code);
    void startClaim(const x12::Segment& segment);
    void startOtherPayer(const x12::Segment& segment);
    void startParty(const x12::Segment& segment);
    std::string_view loopOfParty(std::string_view entity) const;

    enum class Part { header, billing, subscriber, patient, claim, otherPayer, line };
    LoopPlace m_place;
    Part m_part = Part::header;
    int m_claims = 0;
    bool m_hasClm = false;
    int m_billed = 0;
    bool m_isMemberPatient = true;
};

}  // namespace cw::answers
