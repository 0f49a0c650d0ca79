#include "base/text.h"
#include "tests/claim/read_back/ordering.h"
#include "tests/claim/read_back/sent_parts.h"

#include <algorithm>

/// What a round trip may change, and why. Nothing else may.
///
/// 1  Text: upper case, trimmed, characters by the declared table (x12/characters). Numbers without the punctuation that people
///    write into them: phones, EIN, ZIP, NDC, diagnoses without dot.
/// 2  Ids, evidence, members that we do not know: ours alone. `flags`, MRN (837P), phone and country of people: no place.
/// 3  837P: no type of bill, admission, discharge, DRG, POA, revenue codes, attending and operating providers, UB-04 codes but
///    conditions. The visit's dates are those of its lines.
/// 4  837I: no place of service, signature on file, accident, onset, LMP, days in hospital, CLIA, special program,
///    patient's payment, supervising and ordering providers, pointers, line notes, emergency. Inpatient lines have no dates of their
///    own; outpatient lines without one have the statement's. Days of a room are counted as DA. POA only inpatient.
/// 5  A provider is sent once: rendering not when it is the billing one (837I: the attending one), facility not at the
///    billing address or at home, a line's provider not when it is the claim's, the ordering one on every line but where he renders.
/// 6  A subscriber who is not the patient: name and member id only. Other subscribers: name and address.
/// 7  SBR04 only without SBR03; SBR05 not in the 837I.
/// 8  Answers of payers behind the billed one; adjustments of zero; units that an answer does not say are those billed.
/// 9  The note of an unlisted code that has no description is its description.
/// 10 Defaults: frequency 1, the line's last day, the line's place.

namespace cw::read_back {

namespace {

using Sent = SentParts;

void clearOwn(Encounter& e)
{
    e.row = {};
    e.foreign = e.service.foreign = e.providers.foreign = e.claim.foreign = e.claim.accident.foreign = {};
    e.claim.flags.clear();
    e.claim.institutional.clear();
}

void normaliseClaimTexts(const Sent& sent, ClaimDetails& claim)
{
    for (auto* text :
         {&claim.acceptAssignment, &claim.benefitsAssigned, &claim.releaseOfInformation, &claim.priorAuthorization,
          &claim.referralNumber, &claim.cliaNumber, &claim.originalReferenceNumber, &claim.note, &claim.accident.state,
          &claim.patientSignatureSource, &claim.specialProgram, &claim.delayReason, &claim.diagnosisRelatedGroup})
        *text = sent.text(*text);
    for (auto& code : claim.anesthesiaProcedures) code = sent.text(code);
    for (auto& reference : claim.references)
        if (reference.qualifier == "SY") reference.value = sent.digits(reference.value);
    sent.references(claim.references, {});
    for (auto& note : claim.notes) note.text = sent.text(note.text);
    std::erase_if(claim.notes, [](const auto& note) { return note.text.empty(); });
    // An ADD listed where `note` is empty is that note.
    if (claim.note.empty())
        for (auto it = claim.notes.begin(); it != claim.notes.end(); ++it)
            if (it->code == "ADD") {
                claim.note = it->text;
                claim.notes.erase(it);
                break;
            }
    for (auto& one : claim.paperwork) one.controlNumber = sent.text(one.controlNumber);
    for (auto& one : claim.certifications)
        for (auto& code : one.codes) code = sent.text(code);
    for (auto& text : claim.fileInformation) text = sent.text(text);
    sent.dates(claim.dates);
}

void normaliseProfessional(ReadBack& one)
{
    auto& e = one.encounter;
    const auto place = e.service.placeOfService;
    e.service = {.from = e.service.from, .placeOfService = place};
    e.claim.diagnosisRelatedGroup.clear();
    e.providers.attending.reset();
    e.providers.operating.reset();
    e.providers.otherOperating.reset();
    one.codes = {.conditions = one.codes.conditions};
    for (auto& diagnosis : e.diagnoses) diagnosis.presentOnAdmission.clear();
    std::erase_if(e.diagnoses, [](const auto& d) { return d.role != DiagnosisRole::diagnosis; });
    if (!e.claim.accident.any()) e.claim.accident.date.reset();
    if (!e.claim.accident.automobile) e.claim.accident.state.clear();
    bool first = true;
    for (const auto& line : e.procedures) {
        if (first || *line.serviceFrom < e.service.from) e.service.from = *line.serviceFrom;
        if (first || line.serviceTo > e.service.to) e.service.to = line.serviceTo;
        first = false;
    }
}

std::string billWithZero(std::string bill)
{
    return bill.size() == 3 ? "0" + bill : bill;
}

void normaliseInstitutional(ReadBack& one)
{
    auto& e = one.encounter;
    auto& claim = e.claim;
    e.service.placeOfService.clear();
    e.service.typeOfBill = billWithZero(e.service.typeOfBill);
    const bool inpatient = e.setting == Setting::inpatient;
    const auto own = claim.frequencyCode;
    one.frequency = own.empty() || own == "1" ? e.service.typeOfBill.substr(3) : own;
    claim.frequencyCode = one.frequency;
    e.service.typeOfBill.replace(3, 1, one.frequency);
    if (!e.service.to) e.service.to = e.service.dischargedAt ? e.service.dischargedAt->date : e.service.from;
    if (e.service.dischargedAt) e.service.dischargedAt->date = *e.service.to;
    if (!inpatient || e.service.dischargeStatus == "30") e.service.dischargedAt.reset();
    claim.signatureOnFile.reset();
    claim.patientSignatureSource.clear();
    if (claim.accident.automobile && !claim.accident.state.empty())
        claim.references.push_back({"LU", claim.accident.state});
    const bool listed = std::any_of(claim.references.begin(), claim.references.end(),
                                    [](const auto& r) { return r.qualifier == "EA"; });
    if (!listed && !e.patient.mrn.empty()) claim.references.push_back({"EA", e.patient.mrn});
    claim.accident = {};
    claim.onsetDate = claim.lastMenstrualPeriod = claim.hospitalizedFrom = claim.hospitalizedTo = {};
    claim.cliaNumber.clear();
    claim.specialProgram.clear();
    claim.patientPaid = {};
    claim.anesthesiaProcedures.clear();
    e.providers.supervising.reset();
    e.providers.ordering.reset();
    e.providers.secondReferring.reset();
    one.ambulance.reset();
    for (auto& diagnosis : e.diagnoses)
        if (!inpatient || diagnosis.role != DiagnosisRole::diagnosis || diagnosis.presentOnAdmission == "1")
            diagnosis.presentOnAdmission.clear();
    for (auto& coverage : e.coverages) coverage.insuranceType.clear();
}

void normaliseAnswers(const Encounter& encounter, CoverageRank billed, const Sent& sent, ReadBack& one)
{
    const auto keep = [](std::vector<Adjustment>& all) {
        std::erase_if(all, [](const auto& a) { return a.amount == Money{}; });
    };
    for (const auto& coverage : encounter.coverages) {
        if (coverage.rank >= billed || coverage.adjudication.empty()) continue;
        auto answer = parsePayerAnswer(coverage.adjudication);
        if (!answer) continue;
        keep(answer->adjustments);
        for (auto& line : answer->lines) {
            keep(line.adjustments);
            if (!line.units) line.units = encounter.procedures.at(static_cast<std::size_t>(line.line) - 1).units;
        }
        answer->claimControlNumber = sent.text(answer->claimControlNumber);
        one.answers[coverage.rank] = std::move(*answer);
    }
}

void normaliseCodes(const Sent& sent, ReadBack& one)
{
    for (auto& occurrence : one.codes.occurrences) occurrence.code = sent.text(occurrence.code);
    for (auto& span : one.codes.spans) span.code = sent.text(span.code);
    for (auto& value : one.codes.values) value.code = sent.text(value.code);
    for (auto& condition : one.codes.conditions) condition = sent.text(condition);
    for (auto& treatment : one.codes.treatments) treatment = sent.text(treatment);
    if (!one.ambulance) return;
    sent.address(one.ambulance->pickUp);
    sent.address(one.ambulance->dropOff);
    one.ambulance->roundTripReason = sent.text(one.ambulance->roundTripReason);
    one.ambulance->stretcherReason = sent.text(one.ambulance->stretcherReason);
}

}  // namespace

ReadBack normalised(const Claim& claim, ClaimForm form, const TradingPartner& partner)
{
    const Sent sent(partner);
    const bool institutional = form == ClaimForm::institutional837;
    ReadBack one{.encounter = *claim.encounter, .billed = claim.billed, .number = claim.number};
    auto& e = one.encounter;
    one.codes = parseInstitutionalCodes(e.claim.institutional);
    one.ambulance = parseAmbulance(e.claim.institutional);
    normaliseAnswers(e, claim.billed, sent, one);
    clearOwn(e);
    e.encounterId = claim.number;
    normaliseClaimTexts(sent, e.claim);
    normaliseCodes(sent, one);
    sent.person(e.patient);
    e.patient.mrn = institutional ? sent.text(e.patient.mrn) : std::string();
    for (auto& coverage : e.coverages) sent.coverage(coverage, coverage.rank == claim.billed);
    for (auto& diagnosis : e.diagnoses) sent.diagnosis(diagnosis);
    if (e.claim.frequencyCode.empty()) e.claim.frequencyCode = "1";
    one.frequency = e.claim.frequencyCode;
    // The payer's number of the billing provider may come with either.
    auto& billed =
        *std::find_if(e.coverages.begin(), e.coverages.end(), [&](const auto& c) { return c.rank == claim.billed; });
    if (e.providers.billing && billed.providerNumber.empty())
        for (const auto& reference : e.providers.billing->references)
            if (reference.qualifier == "G2") billed.providerNumber = sent.text(reference.value);
    sent.lines(e, institutional);
    sent.providers(e, institutional);
    if (institutional)
        normaliseInstitutional(one);
    else
        normaliseProfessional(one);
    e.patient.mrn.clear();
    putInOrder(one);
    return one;
}

}  // namespace cw::read_back
