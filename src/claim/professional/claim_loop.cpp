#include "claim/professional/claim_loop.h"

#include "base/text.h"
#include "claim/professional/parties.h"
#include "claim/professional/service_line.h"

#include <fmt/format.h>

#include <array>
#include <tuple>

namespace cw::professional {

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
    if (accident.automobile) out.id(accident.state, 2, 2, Need::required);
    out.close();
}

void writeClm(SegmentWriter& out, const Encounter& encounter)
{
    const auto& claim = encounter.claim;
    const std::string_view frequency = claim.frequencyCode.empty() ? std::string_view("1") : claim.frequencyCode;
    const bool namesOriginal = !text::trim(claim.originalReferenceNumber).empty();
    if (frequency != "1" && !namesOriginal)
        out.refuse("CLAIM-212", "REF02", "a replacement or void needs the payer's claim control number");
    if (frequency == "1" && namesOriginal)
        out.refuse("CLAIM-213", "CLM05-3", "an original claim has no payer's claim control number");
    if (!claim.signatureOnFile) out.refuse("CLAIM-214", "CLM06", "whether the signature is on file is missing");

    out.begin("CLM").id(encounter.encounterId, 1, 20, Need::required).code(encounter.totalCharges().x12()).skip(2);
    out.open().digits(encounter.service.placeOfService, 2, Need::required).code("B").choice(frequency, "1 7 8").close();
    out.code(claim.signatureOnFile.value_or(false) ? "Y" : "N").choice(claim.acceptAssignment, "A B C");
    out.choice(claim.benefitsAssigned, "Y N W").choice(claim.releaseOfInformation, "Y I").skip();
    writeRelatedCauses(out, claim.accident);
    out.end();
}

void writeDates(SegmentWriter& out, const ClaimDetails& claim)
{
    writeDay(out, "431", claim.onsetDate);
    if (claim.accident.any()) writeDay(out, "439", claim.accident.date);
    writeDay(out, "484", claim.lastMenstrualPeriod);
    writeDay(out, "435", claim.hospitalizedFrom);
    writeDay(out, "096", claim.hospitalizedTo);
}

void writeDiagnoses(SegmentWriter& out, const Encounter& encounter)
{
    const auto diagnoses = encounter.claimDiagnoses();
    if (diagnoses.empty()) out.refuse("CLAIM-215", "HI01", "a claim needs a diagnosis");
    if (diagnoses.size() > 12)
        out.refuse("CLAIM-216", "HI12", fmt::format("{} diagnoses, at most 12 can be sent", diagnoses.size()));
    if (diagnoses.empty() || diagnoses.size() > 12) return;
    out.begin("HI");
    std::string_view qualifier = "ABK";
    for (const auto* diagnosis : diagnoses) {
        const auto code = Icd10CmCode::parse(diagnosis->code.text);
        if (!code) out.refuse("CLAIM-217", "HI", "a diagnosis is not a well-formed ICD-10-CM code");
        out.open().code(qualifier).code(code ? code->compact() : std::string_view{}).close();
        qualifier = "ABF";
    }
    out.end();
}

void writeProviders(SegmentWriter& out, const Encounter& encounter)
{
    if (const auto& referring = encounter.providers.referring) {
        out.setLoop("2310A");
        writeProviderName(out, "DN", *referring, Kind::personOnly, Need::optional);
    }
    if (const auto* rendering = renderingProvider(encounter)) {
        out.setLoop("2310B");
        writeProviderName(out, "82", *rendering, Kind::personOrOrganization, Need::required);
        writeTaxonomy(out, "PE", rendering->taxonomy);
    }
    if (const auto* facility = serviceFacility(encounter)) {
        out.setLoop("2310C");
        if (!facility->isOrganization())
            out.refuse("CLAIM-218", "NM102", "the service facility must be an organisation");
        writeProviderName(out, "77", *facility, Kind::personOrOrganization, Need::optional);
        writeAddress(out, facility->address, Zip::nine);
    }
    if (const auto& supervising = encounter.providers.supervising) {
        out.setLoop("2310D");
        writeProviderName(out, "DQ", *supervising, Kind::personOnly, Need::optional);
    }
}

bool isSamePlace(const Address& a, const Address& b)
{
    const auto same = [](const std::string& x, const std::string& y) {
        return text::upperAscii(text::trim(x)) == text::upperAscii(text::trim(y));
    };
    return same(a.line1, b.line1) && same(a.line2, b.line2) && same(a.city, b.city) && same(a.state, b.state);
}

}  // namespace

const Provider* renderingProvider(const Encounter& encounter)
{
    const auto& [billing, rendering] = std::tie(encounter.providers.billing, encounter.providers.rendering);
    if (!rendering || (billing && text::trim(billing->npi) == text::trim(rendering->npi))) return nullptr;
    return &*rendering;
}

const Provider* serviceFacility(const Encounter& encounter)
{
    const auto& [billing, facility] = std::tie(encounter.providers.billing, encounter.providers.facility);
    // At home (12) the place is the patient's.
    if (!facility || text::trim(encounter.service.placeOfService) == "12") return nullptr;
    if (!billing) return &*facility;
    const auto npi = text::trim(facility->npi);
    const bool elsewhere = !facility->address.isEmpty() && !isSamePlace(facility->address, billing->address);
    return elsewhere || (!npi.empty() && npi != text::trim(billing->npi)) ? &*facility : nullptr;
}

void writeClaim(SegmentWriter& out, const Encounter& encounter)
{
    const auto& claim = encounter.claim;
    const auto lines = encounter.procedures.size();
    out.setLoop("2300");
    if (encounter.setting != Setting::professional)
        out.refuse("CLAIM-219", "CLM05", "only a professional encounter can be sent as 837P");
    if (lines < 1 || lines > 50) out.refuse("CLAIM-220", "LX01", fmt::format("{} lines, must be 1 to 50", lines));
    if (claim.patientPaid < Money{}) out.refuse("CLAIM-221", "AMT02", "the amount paid by the patient is negative");
    writeClm(out, encounter);
    writeDates(out, claim);
    if (claim.patientPaid > Money{}) out.begin("AMT").code("F5").code(claim.patientPaid.x12()).end();
    writeReference(out, "9F", claim.referralNumber);
    writeReference(out, "G1", claim.priorAuthorization);
    writeReference(out, "F8", claim.originalReferenceNumber);
    writeReference(out, "X4", claim.cliaNumber);
    writeNote(out, claim.note);
    writeDiagnoses(out, encounter);
    writeProviders(out, encounter);
    out.setLoop("2400");
    if (lines > 50) return;
    int number = 0;
    for (const auto& line : encounter.procedures) writeServiceLine(out, encounter, line, ++number);
}

}  // namespace cw::professional
