#pragma once

#include "claim/claim_file.h"
#include "claim/x12/segment_writer.h"
#include "encounter/payer_answer.h"

#include <optional>
#include <vector>

namespace cw::loops {

/// A payer beside the billed one (loop 2320), with what it decided when it comes before the billed one and has answered.
struct OtherPayer {
    const Coverage* coverage = nullptr;
    std::optional<PayerAnswer> answer;
};

/// A claim with what its loops need to know of it. Refers to the request.
struct ClaimToWrite {
    const Claim& claim;
    const Encounter& encounter;
    const Coverage& coverage;  ///< The billed one.
    ClaimForm form;
    Money charges;  ///< CLM02: the sum of the service lines.
    std::vector<OtherPayer> others;

    bool isPatientMember() const { return coverage.relationship == Relationship::self; }
    bool isInstitutional() const { return form == ClaimForm::institutional837; }
};

/// Inpatient procedures (ICD-10-PCS) stand in HI of an institutional claim, and are no service line.
inline bool isServiceLine(const ProcedureLine& line) noexcept
{
    return line.system != CodeSystem::icd10pcs;
}
Money serviceCharges(const Encounter& encounter);
std::size_t serviceLineCount(const Encounter& encounter);

}  // namespace cw::loops
