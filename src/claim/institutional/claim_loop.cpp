#include "claim/institutional/claim_loop.h"

#include "base/text.h"
#include "claim/institutional/claim_codes.h"
#include "claim/institutional/claim_providers.h"
#include "claim/institutional/revenue_line.h"
#include "claim/loops/listed_parts.h"
#include "claim/loops/other_payers.h"
#include "claim/loops/resubmission.h"
#include "claim/loops/segments.h"
#include "claim/loops/unsent.h"

#include <fmt/format.h>

#include <array>

namespace cw::institutional {

using loops::ClaimToWrite;
using x12::Need;
using x12::SegmentWriter;

namespace {

/// "0131" and "131" are 131; empty when it is no type of bill.
std::string_view typeOfBill(const Encounter& encounter) noexcept
{
    auto bill = text::trim(encounter.service.typeOfBill);
    if (bill.size() == 4 && bill.front() == '0') bill.remove_prefix(1);
    return bill.size() == 3 ? bill : std::string_view();
}

void checkClaim(SegmentWriter& out, const ClaimToWrite& claim)
{
    const auto& encounter = claim.encounter;
    const auto lines = loops::serviceLineCount(encounter);
    if (encounter.setting == Setting::professional)
        out.refuse("CLAIM-630", "CLM05", "only an outpatient or inpatient encounter can be sent as 837I");
    if (lines < 1 || lines > 999)
        out.refuse("CLAIM-631", "LX01",
                   fmt::format("{} lines, must be 1 to 999; a coder has to split the encounter", lines));
    const auto bill = typeOfBill(encounter);
    if (bill.empty()) out.refuse("CLAIM-632", "CLM05-1", "the type of bill must be four digits such as 0131");
    const auto frequency = loops::frequencyOf(claim);
    if (!bill.empty() && (bill.back() == '7' || bill.back() == '8') && bill.substr(2) != frequency)
        out.refuse("CLAIM-633", "CLM05-3", "the frequency code is another than that of the type of bill");
}

/// CLM06 and 10 to 19 are not used.
void writeClm(SegmentWriter& out, const ClaimToWrite& claim)
{
    const auto& details = claim.encounter.claim;
    out.begin("CLM").id(claim.claim.number, 1, 20, Need::required).amount(claim.charges).skip(2);
    out.open().digits(typeOfBill(claim.encounter).substr(0, 2), 2, Need::required).code("A");
    out.word(loops::frequencyOf(claim), 1, 1, Need::required).close();
    out.skip().choice(details.acceptAssignment, "A B C").choice(details.benefitsAssigned, "Y N W");
    out.choice(details.releaseOfInformation, "Y I").skip(10);
    out.choice(details.delayReason, "1 2 3 4 5 6 7 8 9 10 11 15", Need::optional).end();
}

void writeClaimDates(SegmentWriter& out, const Encounter& encounter)
{
    const auto& service = encounter.service;
    const bool isInpatient = encounter.setting == Setting::inpatient;
    // The hour of discharge stands on final bills only: status 30 is a patient who is still in.
    if (isInpatient && service.dischargedAt && service.dischargeStatus != "30")
        out.begin("DTP").code("096").code("TM").time(service.dischargedAt->minuteOfDay).end();
    const Date last = statementEnd(service);
    if (last < service.from) out.refuse("CLAIM-634", "DTP03", "the statement ends before it begins");
    out.begin("DTP").code("434").code("RD8").days(service.from, last).end();
    if (isInpatient && !service.admittedAt)
        out.refuse("CLAIM-635", "DTP03", "an inpatient claim needs the admission's date and hour");
    if (service.admittedAt) out.begin("DTP").code("435").code("DT").minute(*service.admittedAt).end();
    constexpr std::array<loops::DateKind, 1> kinds = {{{.qualifier = "050"}}};
    loops::writeDates(out, kinds, encounter.claim.dates);
}

void writeAdmission(SegmentWriter& out, const Encounter& encounter)
{
    const auto& service = encounter.service;
    const auto need = encounter.setting == Setting::inpatient ? Need::required : Need::optional;
    out.begin("CL1").word(service.admissionType, 1, 1, need).word(service.admissionSource, 1, 1);
    out.word(service.dischargeStatus, 2, 2, Need::required).end();
}

void writeClaimReferences(SegmentWriter& out, const Encounter& encounter)
{
    const auto& claim = encounter.claim;
    const bool isListed = std::any_of(claim.references.begin(), claim.references.end(),
                                      [](const QualifiedReference& r) { return r.qualifier == "EA"; });
    const auto autoState = claim.accident.automobile ? std::string_view(claim.accident.state) : std::string_view();
    const std::array<loops::ReferenceKind, 12> kinds = {{
        {.qualifier = "4N"},
        {.qualifier = "9F", .own = claim.referralNumber},
        {.qualifier = "G1", .own = claim.priorAuthorization},
        {.qualifier = "F8", .own = claim.originalReferenceNumber},
        {.qualifier = "9A"},
        {.qualifier = "9C"},
        {.qualifier = "LX", .repeats = 5},
        {.qualifier = "D9"},
        {.qualifier = "LU", .own = autoState},
        {.qualifier = "EA", .own = isListed ? std::string_view() : std::string_view(encounter.patient.mrn)},
        {.qualifier = "P4"},
        {.qualifier = "G4"},
    }};
    loops::writeReferences(out, kinds, claim.references, "SY");
}

}  // namespace

Date statementEnd(const Service& service) noexcept
{
    return service.to.value_or(service.dischargedAt ? service.dischargedAt->date : service.from);
}

void writeClaim(SegmentWriter& out, const ClaimToWrite& claim)
{
    const auto& encounter = claim.encounter;
    const auto& details = encounter.claim;
    out.setLoop("2300");
    checkClaim(out, claim);
    loops::checkResubmission(out, claim);
    if (out.failure()) return;
    writeClm(out, claim);
    writeClaimDates(out, encounter);
    writeAdmission(out, encounter);
    loops::writePaperwork(out, details.paperwork);
    writeClaimReferences(out, encounter);
    loops::writeFileInformation(out, details.fileInformation);
    constexpr std::array<loops::NoteKind, 2> notes = {
        {{.codes = "ALG DCP DGN DME MED NTR ODT RHB RLH RNH SET SFM SPT UPI", .repeats = 10}, {.codes = "ADD"}}};
    loops::writeNotes(out, notes, details.note, details.notes);
    constexpr std::array<loops::CertificationKind, 1> conditions = {{{.category = "ZZ"}}};
    loops::writeCertifications(out, conditions, details.certifications);
    writeClaimCodes(out, encounter);
    loops::tellUnsentInstitutional(out, encounter);
    writeClaimProviders(out, encounter);
    loops::writeOtherPayers(out, claim);
    int position = 0;
    int number = 0;
    for (const auto& line : encounter.procedures) {
        ++position;
        if (loops::isServiceLine(line)) writeRevenueLine(out, claim, line, ++number, position);
    }
}

}  // namespace cw::institutional
