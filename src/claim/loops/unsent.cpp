#include "claim/loops/unsent.h"

#include "base/text.h"
#include "claim/loops/parties.h"
#include "encounter/ambulance.h"
#include "encounter/institutional_codes.h"

#include <algorithm>

namespace cw::loops {

using x12::SegmentWriter;

namespace {

bool isSet(const std::string& value)
{
    return !text::trim(value).empty();
}

/// UB-04 occurrence codes 01 to 06 are accidents.
bool hasAccidentOccurrence(const Encounter& encounter)
{
    const auto codes = parseInstitutionalCodes(encounter.claim.institutional);
    return std::any_of(codes.occurrences.begin(), codes.occurrences.end(),
                       [](const OccurrenceCode& one) { return one.code >= "01" && one.code <= "06"; });
}

template <class Is>
bool anyLine(const Encounter& encounter, Is is)
{
    return std::any_of(encounter.procedures.begin(), encounter.procedures.end(), is);
}

}  // namespace

void tellUnsentProfessional(SegmentWriter& out, const Encounter& encounter)
{
    const auto& providers = encounter.providers;
    const auto& accident = encounter.claim.accident;
    if (accident.date && !accident.any())
        out.tell("DTP", "the date of an accident is not sent without its cause (automobile, employment, other)");
    if (std::any_of(encounter.diagnoses.begin(), encounter.diagnoses.end(),
                    [](const Diagnosis& one) { return one.role != DiagnosisRole::diagnosis; }))
        out.tell("HI", "admitting diagnoses and reasons for the visit have no place in an 837P and are not sent");
    if (!encounter.claim.institutional.empty()) {
        const auto codes = parseInstitutionalCodes(encounter.claim.institutional);
        if (!codes.occurrences.empty() || !codes.spans.empty() || !codes.values.empty() || !codes.treatments.empty())
            out.tell("HI", "occurrence, value and treatment codes have no place in an 837P and are not sent");
    }
    if (isSet(encounter.claim.diagnosisRelatedGroup))
        out.tell("HI", "the diagnosis related group has no place in an 837P and is not sent");
    if (providers.attending || providers.operating || providers.otherOperating)
        out.tell("NM1", "attending and operating providers have no place in an 837P and are not sent");
    if (text::trim(encounter.service.placeOfService) == "12" && serviceFacility(providers))
        out.tell("NM1", "the facility is not sent for services at the patient's home (place of service 12)");
    if (anyLine(encounter, [](const ProcedureLine& line) { return isSet(line.revenueCode); }))
        out.tell("SV1", "revenue codes have no place in an 837P and are not sent");
    if (anyLine(encounter,
                [](const ProcedureLine& line) { return line.details.nonCovered.value_or(Money{}) != Money{}; }))
        out.tell("SV1", "charges that are not covered have no place in an 837P and are not sent");
}

void tellUnsentInstitutional(SegmentWriter& out, const Encounter& encounter)
{
    const auto& claim = encounter.claim;
    const auto& providers = encounter.providers;
    if (claim.patientPaid != Money{})
        out.tell("AMT", "what the patient paid has no place in an 837I and is not sent (value code FC says it)");
    if (claim.onsetDate || claim.lastMenstrualPeriod)
        out.tell("DTP", "onset and last menstrual period are not sent (occurrence codes 11 and 10 say them)");
    if (claim.hospitalizedFrom || claim.hospitalizedTo)
        out.tell("DTP", "the days in hospital have no place in an 837I and are not sent");
    if (claim.accident.any() && !hasAccidentOccurrence(encounter))
        out.tell("HI", "the accident is not sent (occurrence codes 01 to 06 say it)");
    if (isSet(claim.cliaNumber)) out.tell("REF", "the CLIA number has no place in an 837I and is not sent");
    if (isSet(claim.specialProgram)) out.tell("CLM12", "the special program has no place in an 837I and is not sent");
    if (claim.institutional.find("\"ambulance\"") != std::string::npos && parseAmbulance(claim.institutional))
        out.tell("CR1", "the ambulance transport has no place in an 837I and is not sent");
    if (isSet(claim.patientSignatureSource))
        out.tell("CLM10", "who signed for the patient has no place in an 837I and is not sent");
    if (std::any_of(encounter.coverages.begin(), encounter.coverages.end(),
                    [](const Coverage& coverage) { return isSet(coverage.insuranceType); }))
        out.tell("SBR05", "the insurance type has no place in an 837I and is not sent");
    if (anyLine(encounter, [](const ProcedureLine& line) {
            return line.details.isEmergency || line.details.isEpsdt || line.details.isFamilyPlanning;
        }))
        out.tell("SV2", "emergency, EPSDT and family planning of a line have no place in an 837I and are not sent");
    if (anyLine(encounter, [](const ProcedureLine& line) { return isSet(line.placeOfService); }))
        out.tell("SV2", "the place of service of a line has no place in an 837I and is not sent");
    if (anyLine(encounter, [](const ProcedureLine& line) { return line.details.purchased.has_value(); }))
        out.tell("PS1", "purchased services have no place in an 837I and are not sent");
    if (!claim.anesthesiaProcedures.empty())
        out.tell("HI", "anesthesia procedures have no place in an 837I and are not sent");
    if (providers.supervising || providers.ordering || providers.secondReferring)
        out.tell("NM1",
                 "supervising, ordering and second referring providers have no place in an 837I and are not sent");
}

}  // namespace cw::loops
