#include "claim/professional/claim_loop.h"

#include "base/text.h"
#include "claim/loops/diagnoses.h"
#include "claim/loops/listed_parts.h"
#include "claim/loops/other_payers.h"
#include "claim/loops/resubmission.h"
#include "claim/loops/segments.h"
#include "claim/loops/unsent.h"
#include "claim/professional/ambulance_loops.h"
#include "claim/professional/claim_providers.h"
#include "claim/professional/service_line.h"

#include <fmt/format.h>

#include <array>

namespace cw::professional {

using loops::ClaimToWrite;
using x12::Need;
using x12::SegmentWriter;

namespace {

/// CLM11: at most two causes; the state only of an automobile accident.
void writeRelatedCauses(SegmentWriter& out, const Accident& accident)
{
    if (accident.automobile && accident.employment && accident.other)
        out.refuse("CLAIM-210", "CLM11", "at most two related causes can be sent");
    if (accident.any() && !accident.date) out.refuse("CLAIM-211", "DTP03", "the date of the accident is missing");
    out.open();
    std::array<std::string_view, 3> causes{};
    std::size_t count = 0;
    if (accident.automobile) causes.at(count++) = "AA";
    if (accident.employment) causes.at(count++) = "EM";
    if (accident.other) causes.at(count++) = "OA";
    out.code(causes[0]).code(causes[1]).skip();
    if (accident.automobile) out.word(accident.state, 2, 2, Need::required);
    out.close();
}

void writeClm(SegmentWriter& out, const ClaimToWrite& claim)
{
    const auto& details = claim.encounter.claim;
    if (!details.signatureOnFile) out.refuse("CLAIM-214", "CLM06", "whether the signature is on file is missing");

    out.begin("CLM").id(claim.claim.number, 1, 20, Need::required).amount(claim.charges).skip(2);
    out.open().digits(claim.encounter.service.placeOfService, 2, Need::required).code("B");
    out.choice(loops::frequencyOf(claim), "1 6 7 8").close();
    out.code(details.signatureOnFile.value_or(false) ? "Y" : "N").choice(details.acceptAssignment, "A B C");
    out.choice(details.benefitsAssigned, "Y N W").choice(details.releaseOfInformation, "Y I");
    out.choice(details.patientSignatureSource, "P", Need::optional);
    writeRelatedCauses(out, details.accident);
    out.choice(details.specialProgram, "02 03 05 09", Need::optional).skip(7);
    out.choice(details.delayReason, "1 2 3 4 5 6 7 8 9 10 11 15", Need::optional).end();
}

/// In the guide's order; 314 is a span by itself, all others are days.
void writeClaimDates(SegmentWriter& out, const ClaimDetails& claim)
{
    using loops::DateForm;
    const auto accident = claim.accident.any() ? claim.accident.date : std::nullopt;
    const std::array<loops::DateKind, 19> kinds = {{
        {.qualifier = "431", .own = claim.onsetDate},
        {.qualifier = "454"},
        {.qualifier = "304"},
        {.qualifier = "453"},
        {.qualifier = "439", .own = accident},
        {.qualifier = "484", .own = claim.lastMenstrualPeriod},
        {.qualifier = "455"},
        {.qualifier = "471"},
        {.qualifier = "314", .form = DateForm::span},
        {.qualifier = "360"},
        {.qualifier = "361"},
        {.qualifier = "297"},
        {.qualifier = "296"},
        {.qualifier = "435", .own = claim.hospitalizedFrom},
        {.qualifier = "096", .own = claim.hospitalizedTo},
        {.qualifier = "090"},
        {.qualifier = "091"},
        {.qualifier = "444"},
        {.qualifier = "050"},
    }};
    loops::writeDates(out, kinds, claim.dates);
}

void writeClaimReferences(SegmentWriter& out, const ClaimDetails& claim)
{
    const std::array<loops::ReferenceKind, 14> kinds = {{
        {.qualifier = "4N"},
        {.qualifier = "F5"},
        {.qualifier = "EW"},
        {.qualifier = "9F", .own = claim.referralNumber},
        {.qualifier = "G1", .own = claim.priorAuthorization},
        {.qualifier = "F8", .own = claim.originalReferenceNumber},
        {.qualifier = "X4", .own = claim.cliaNumber},
        {.qualifier = "9A"},
        {.qualifier = "9C"},
        {.qualifier = "LX"},
        {.qualifier = "D9"},
        {.qualifier = "EA"},
        {.qualifier = "P4"},
        {.qualifier = "1J"},
    }};
    // The member's social security number goes with the member (2010BA).
    loops::writeReferences(out, kinds, claim.references, "SY");
}

void writeCertifications(SegmentWriter& out, const ClaimDetails& claim)
{
    constexpr std::array<loops::CertificationKind, 6> kinds = {{
        {.category = "07", .repeats = 3},
        {.category = "E1"},
        {.category = "E2"},
        {.category = "E3"},
        {.category = "75"},
        {.category = "ZZ"},
    }};
    loops::writeCertifications(out, kinds, claim.certifications);
}

/// HI*BP and BO: surgeries that the anesthesia was for.
void writeAnesthesia(SegmentWriter& out, const std::vector<std::string>& procedures)
{
    if (procedures.empty()) return;
    if (procedures.size() > 2)
        out.refuse("CLAIM-222", "HI02",
                   fmt::format("{} anesthesia procedures, at most 2 can be sent", procedures.size()));
    std::string_view qualifier = "BP";
    out.begin("HI");
    for (const auto& procedure : procedures) {
        const auto code = ProcedureCode::parseLevel1or2(procedure);
        if (!code) out.refuse("CLAIM-223", "HI", "an anesthesia procedure is not a well-formed CPT or HCPCS code");
        out.open().code(qualifier).code(code ? code->text() : std::string_view{}).close();
        qualifier = "BO";
    }
    out.end();
}

void writeCounts(SegmentWriter& out, const ClaimToWrite& claim)
{
    const auto lines = claim.encounter.procedures.size();
    if (claim.encounter.setting != Setting::professional)
        out.refuse("CLAIM-219", "CLM05", "only a professional encounter can be sent as 837P");
    if (lines < 1 || lines > 50)
        out.refuse("CLAIM-220", "LX01",
                   fmt::format("{} lines, must be 1 to 50; a coder has to split the encounter", lines));
    if (claim.encounter.claim.patientPaid < Money{})
        out.refuse("CLAIM-221", "AMT02", "the amount paid by the patient is negative");
}

}  // namespace

void writeClaim(SegmentWriter& out, const ClaimToWrite& claim)
{
    const auto& encounter = claim.encounter;
    const auto& details = encounter.claim;
    const auto ambulance = ambulanceOf(details);
    out.setLoop("2300");
    writeCounts(out, claim);
    loops::checkResubmission(out, claim);
    if (out.failure()) return;
    writeClm(out, claim);
    writeClaimDates(out, details);
    loops::writePaperwork(out, details.paperwork);
    if (details.patientPaid > Money{}) out.begin("AMT").code("F5").amount(details.patientPaid).end();
    writeClaimReferences(out, details);
    loops::writeFileInformation(out, details.fileInformation);
    constexpr std::array<loops::NoteKind, 1> notes = {{{.codes = "ADD CER DCP DGN TPO"}}};
    loops::writeNotes(out, notes, details.note, details.notes);
    if (ambulance) writeAmbulance(out, *ambulance);
    writeCertifications(out, details);
    loops::writeProfessionalDiagnoses(out, encounter);
    writeAnesthesia(out, details.anesthesiaProcedures);
    loops::writeConditionCodes(out, details.institutional);
    loops::tellUnsentProfessional(out, encounter);
    writeClaimProviders(out, encounter);
    if (ambulance) writeAmbulancePlaces(out, *ambulance);
    loops::writeOtherPayers(out, claim);
    int number = 0;
    for (const auto& line : encounter.procedures) writeServiceLine(out, claim, line, ++number);
}

}  // namespace cw::professional
