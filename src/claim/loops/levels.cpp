#include "claim/loops/levels.h"

#include "base/text.h"
#include "claim/loops/listed_parts.h"
#include "claim/loops/parties.h"

#include <array>

namespace cw::loops {

using x12::Need;
using x12::SegmentWriter;

namespace {

/// SBR09 of 005010; 09, 10 and LI were 004010 (837 facts, section 6).
constexpr std::string_view filingCodes = "11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ";

int writeLevel(SegmentWriter& out, Levels& levels, std::string_view loop, int parent, std::string_view code,
               bool hasChildren)
{
    out.setLoop(loop);
    out.begin("HL").number(++levels.last);
    if (parent == 0)
        out.skip();
    else
        out.number(parent);
    out.code(code).code(hasChildren ? "1" : "0").end();
    return levels.last;
}

/// Loop 2010AA. Numbers other than 0B and 1G go to the payer (2010BB); the institutional guide takes none here.
void writeBillingProvider(SegmentWriter& out, const ClaimToWrite& claim, const Provider& provider)
{
    out.setLoop("2010AA");
    const bool isInstitutional = claim.isInstitutional();
    writeProviderName(out, "85", provider, isInstitutional ? Kind::organizationOnly : Kind::personOrOrganization,
                      Need::required);
    writeAddress(out, provider.address, Zip::nine);
    // The institutional guide takes no social security number here.
    out.begin("REF")
        .choice(provider.taxIdType, isInstitutional ? "EI" : "EI SY")
        .digits(without("-", provider.taxId), 9, Need::required)
        .end();
    if (isInstitutional)
        writeReferences(out, {}, provider.references, "G2 LU");
    else
        writeProviderNumbers(out, provider, "0B 1G", "G2 LU");
    if (text::trim(provider.contactName).empty() || text::trim(provider.phone).empty()) return;
    // The contact is situational here, and no reason to hold a claim back.
    if (phoneOf(provider.phone))
        writeContact(out, provider.contactName, provider.phone);
    else
        out.tell("PER", "the billing provider's phone is no number of ten digits; the contact is not sent");
}

/// Loop 2010AB: kind and address, neither name nor NPI (837 facts, section 5).
void writePayTo(SegmentWriter& out, const Provider& billing, const Provider& payTo)
{
    if (payTo.address.isEmpty()) return;
    out.setLoop("2010AB");
    out.begin("NM1").code("87").code(billing.isOrganization() ? "2" : "1").end();
    writeAddress(out, payTo.address, Zip::fiveOrNine);
}

std::string_view listedReference(const ClaimDetails& claim, std::string_view qualifier)
{
    for (const auto& reference : claim.references)
        if (reference.qualifier == qualifier) return reference.value;
    return {};
}

void writeSubscriber(SegmentWriter& out, const ClaimToWrite& claim)
{
    const bool isPatient = claim.isPatientMember();
    const auto& person = isPatient ? claim.encounter.patient : *claim.coverage.subscriber;
    out.setLoop("2010BA");
    writePersonName(out, "IL", person);
    out.code("MI").id(claim.coverage.memberId, 2, 80, Need::required).end();
    if (isPatient) {
        writeAddress(out, person.address, Zip::fiveOrNine);
        writeDemographics(out, person);
    }
    const auto security = without("- ", listedReference(claim.encounter.claim, "SY"));
    if (!security.empty()) out.begin("REF").code("SY").digits(security, 9).end();
    // The number of a property and casualty case stands once, at the patient.
    if (isPatient) writeReference(out, "Y4", claim.coverage.caseNumber);
}

/// Loop 2010BB. The number this payer gave us may come with the coverage or with the billing provider; the coverage's is of
/// this payer for certain, and wins.
void writePayer(SegmentWriter& out, const ClaimToWrite& claim)
{
    out.setLoop("2010BB");
    writePayerName(out, claim.coverage.payer);
    const auto& numbers = claim.encounter.providers.billing->references;
    if (!text::trim(claim.coverage.providerNumber).empty()) {
        writeReference(out, "G2", claim.coverage.providerNumber);
        constexpr std::array<ReferenceKind, 1> other = {{{.qualifier = "LU"}}};
        return writeReferences(out, other, numbers, "0B 1G G2");
    }
    constexpr std::array<ReferenceKind, 2> both = {{{.qualifier = "G2"}, {.qualifier = "LU"}}};
    writeReferences(out, both, numbers, "0B 1G");
}

void writePatientLevel(SegmentWriter& out, Levels& levels, const ClaimToWrite& claim, int subscriberLevel)
{
    writeLevel(out, levels, "2000C", subscriberLevel, "23", false);
    out.begin("PAT").code(relationshipCode(*claim.coverage.relationship)).end();
    out.setLoop("2010CA");
    const auto& patient = claim.encounter.patient;
    writePersonName(out, "QC", patient);
    out.end();
    writeAddress(out, patient.address, Zip::fiveOrNine);
    writeDemographics(out, patient);
    writeReference(out, "Y4", claim.coverage.caseNumber);
}

}  // namespace

void writeSubmitterAndReceiver(SegmentWriter& out, const TradingPartner& partner)
{
    out.setLoop("1000A");
    out.begin("NM1").code("41").code("2").text(partner.submitterName, 60, Need::required).skip(4).code("46");
    out.id(partner.submitterId, 2, 80, Need::required).end();
    writeContact(out, partner.contactName, partner.phone, partner.email);
    out.setLoop("1000B");
    out.begin("NM1").code("40").code("2").text(partner.receiverName, 60, Need::required).skip(4).code("46");
    out.id(partner.receiverId, 2, 80, Need::required).end();
}

void writeBillingLevel(SegmentWriter& out, Levels& levels, const ClaimToWrite& claim)
{
    const auto& providers = claim.encounter.providers;
    if (levels.named && levels.named->billing == providers.billing && levels.named->payTo == providers.payTo) return;
    const auto& billing = *providers.billing;
    levels.billing = writeLevel(out, levels, "2000A", 0, "20", true);
    levels.named = &providers;
    writeTaxonomy(out, "BI", billing.taxonomy);
    writeBillingProvider(out, claim, billing);
    if (providers.payTo) writePayTo(out, billing, *providers.payTo);
}

void writeSubscriberLevel(SegmentWriter& out, Levels& levels, const ClaimToWrite& claim)
{
    const auto& coverage = claim.coverage;
    out.setLoop("2000B");
    if (!coverage.relationship)
        return out.refuse("CLAIM-256", "SBR02", "the patient's relationship to the subscriber is missing");
    const bool isPatient = claim.isPatientMember();
    if (!isPatient && !coverage.subscriber) return out.refuse("CLAIM-257", "NM103", "the subscriber is missing");

    const int level = writeLevel(out, levels, "2000B", levels.billing, "22", !isPatient);
    writeSbr(out, coverage, isPatient ? relationshipCode(Relationship::self) : std::string_view(),
             claim.isInstitutional());
    writeSubscriber(out, claim);
    writePayer(out, claim);
    if (!isPatient) writePatientLevel(out, levels, claim, level);
}

void writeSbr(SegmentWriter& out, const Coverage& coverage, std::string_view relationship, bool isInstitutional)
{
    out.begin("SBR").code(responsibilityCode(coverage.rank)).code(relationship);
    // The name only where there is no number (SBR04).
    out.id(coverage.groupNumber, 1, 50);
    out.text(text::trim(coverage.groupNumber).empty() ? std::string_view(coverage.groupName) : std::string_view(), 60);
    // The institutional guide does not use SBR05.
    out.choice(isInstitutional ? std::string_view() : text::trim(coverage.insuranceType), "12 13 14 15 16 41 42 43 47",
               Need::optional);
    const auto filing = text::upperAscii(text::trim(coverage.payer.claimFilingCode));
    out.skip(3).choice(filing, filingCodes).end();
}

void writePayerName(SegmentWriter& out, const Payer& payer)
{
    out.begin("NM1").code("PR").code("2").text(payer.name, 60, Need::required).skip(4).code("PI");
    out.id(payer.payerId, 2, 80, Need::required).end();
    if (!payer.address.isEmpty()) writeAddress(out, payer.address, Zip::fiveOrNine);
}

}  // namespace cw::loops
