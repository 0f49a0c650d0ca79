#include "claim/claim_file.h"

#include "base/text.h"
#include "claim/professional/claim_loop.h"
#include "claim/professional/parties.h"
#include "claim/x12/envelope.h"

#include <fmt/format.h>

#include <unordered_set>

namespace cw {

namespace {

using x12::Need;

/// One interchange being written: where its hierarchy stands, and what must stay unique in it.
class Writer837p {
public:
    explicit Writer837p(const ClaimFileRequest& request) : m_request(request) {}

    Result<ClaimFile> write();

private:
    x12::Envelope envelope() const;
    void startSet();
    void endSet() { x12::writeSetEnd(m_out, m_sets); }
    void writeEncounter(const Encounter& encounter);
    void writeBillingLevel(const Provider& billing);
    void writeSubscriberLevel(const Encounter& encounter, const Coverage& coverage);
    void writePatientLevel(const Encounter& encounter, const Coverage& coverage, int subscriberLevel);
    int writeLevel(std::string_view loop, int parent, std::string_view code, bool hasChildren);

    const ClaimFileRequest& m_request;
    x12::SegmentWriter m_out;
    ClaimFile m_file;
    std::unordered_set<std::string> m_claimNumbers;
    int m_sets = 0;
    int m_claimsInSet = 0;
    int m_level = 0;                      ///< HL01 last given in this set.
    int m_billingLevel = 0;               ///< HL01 of the billing provider in force.
    const Provider* m_billing = nullptr;  ///< Not set at the start of a set.
};

std::string_view relationshipCode(Relationship relationship)
{
    switch (relationship) {
    case Relationship::self: return "18";
    case Relationship::spouse: return "01";
    case Relationship::child: return "19";
    case Relationship::other: return "G8";
    }
    return "";
}

std::string_view responsibilityCode(CoverageRank rank)
{
    switch (rank) {
    case CoverageRank::primary: return "P";
    case CoverageRank::secondary: return "S";
    case CoverageRank::tertiary: return "T";
    }
    return "";
}

Result<ClaimFile> Writer837p::write()
{
    m_out.setSubject("claim file");
    m_out.setLoop("ISA");
    if (m_request.encounters.empty()) m_out.refuse("CLAIM-250", "ST", "there is no claim to write");
    if (m_request.numbers.batch < 1) m_out.refuse("CLAIM-251", "BHT03", "the batch number must be 1 or more");
    if (m_request.claimsPerSet < 1) m_out.refuse("CLAIM-252", "ST", "a transaction set takes at least one claim");
    m_out.reserve(2048 + m_request.encounters.size() * 1536);
    m_file.claims.reserve(m_request.encounters.size());
    x12::writeEnvelopeStart(m_out, envelope());
    for (const auto* encounter : m_request.encounters) {
        if (m_out.failure()) break;
        if (m_sets == 0 || m_claimsInSet == m_request.claimsPerSet) startSet();
        writeEncounter(*encounter);
    }
    if (m_out.failure()) return *m_out.failure();
    endSet();
    x12::writeEnvelopeEnd(m_out, envelope(), m_sets);
    m_file.bytes = m_out.takeBytes();
    m_file.replacements = m_out.takeReplacements();
    return std::move(m_file);
}

x12::Envelope Writer837p::envelope() const
{
    return {.senderId = m_request.submitter.id,
            .receiverId = m_request.submitter.receiverId,
            .day = m_request.day,
            .minuteOfDay = m_request.minuteOfDay,
            .interchangeNumber = m_request.numbers.interchange,
            .groupNumber = m_request.numbers.group,
            .test = m_request.test,
            .functionalCode = "HC",
            .transaction = "837",
            .guide = "005010X222A1"};
}

void Writer837p::startSet()
{
    if (m_sets > 0) endSet();
    ++m_sets;
    m_claimsInSet = m_level = 0;
    m_billing = nullptr;
    m_out.setSubject("submitter");
    x12::writeSetStart(m_out, envelope(), m_sets);
    auto reference = fmt::format("B{:06}", m_request.numbers.batch);
    if (m_sets > 1) reference += fmt::format("-{}", m_sets);
    m_out.begin("BHT").code("0019").code("00").code(reference).code(m_request.day.compact());
    m_out.code(x12::hourAndMinute(m_request.minuteOfDay)).code("CH").end();
    professional::writeSubmitterAndReceiver(m_out, m_request.submitter);
}

void Writer837p::writeEncounter(const Encounter& encounter)
{
    m_out.setSubject(encounter.encounterId);
    const auto* coverage = encounter.coverage(CoverageRank::primary);
    m_out.setLoop("2000");
    if (!coverage) return m_out.refuse("CLAIM-253", "SBR01", "there is no primary coverage to bill");
    if (!encounter.providers.billing) return m_out.refuse("CLAIM-254", "NM109", "there is no billing provider");

    const auto& billing = *encounter.providers.billing;
    if (!m_billing || !(*m_billing == billing)) writeBillingLevel(billing);
    const auto start = m_out.size();
    writeSubscriberLevel(encounter, *coverage);
    professional::writeClaim(m_out, encounter);
    ++m_claimsInSet;

    auto claimNumber = text::upperAscii(text::trim(encounter.encounterId));
    if (!m_claimNumbers.insert(claimNumber).second)
        m_out.refuse("CLAIM-255", "CLM01", "the claim number stands twice in the file");
    m_file.claims.push_back({.encounter = encounter.row,
                             .encounterId = encounter.encounterId,
                             .claimNumber = std::move(claimNumber),
                             .charges = encounter.totalCharges(),
                             .segments = std::string(m_out.bytes().substr(start))});
}

void Writer837p::writeBillingLevel(const Provider& billing)
{
    m_billingLevel = writeLevel("2000A", 0, "20", true);
    m_billing = &billing;
    professional::writeTaxonomy(m_out, "BI", billing.taxonomy);
    professional::writeBillingProvider(m_out, billing);
}

void Writer837p::writeSubscriberLevel(const Encounter& encounter, const Coverage& coverage)
{
    if (!coverage.relationship)
        return m_out.refuse("CLAIM-256", "SBR02", "the patient's relationship to the subscriber is missing");
    const bool isPatient = coverage.relationship == Relationship::self;
    if (!isPatient && !coverage.subscriber) return m_out.refuse("CLAIM-257", "NM103", "the subscriber is missing");

    const int level = writeLevel("2000B", m_billingLevel, "22", !isPatient);
    m_out.begin("SBR")
        .code(responsibilityCode(coverage.rank))
        .code(isPatient ? relationshipCode(Relationship::self) : "");
    // The name only where there is no number (SBR04).
    m_out.id(coverage.groupNumber, 1, 50);
    m_out.text(text::trim(coverage.groupNumber).empty() ? coverage.groupName : std::string(), 60);
    m_out.skip(4).id(coverage.payer.claimFilingCode, 1, 2, Need::required).end();
    professional::writeSubscriber(m_out, isPatient ? encounter.patient : *coverage.subscriber, coverage.memberId,
                                  isPatient);
    professional::writePayer(m_out, coverage.payer);
    if (!isPatient) writePatientLevel(encounter, coverage, level);
}

void Writer837p::writePatientLevel(const Encounter& encounter, const Coverage& coverage, int subscriberLevel)
{
    writeLevel("2000C", subscriberLevel, "23", false);
    m_out.begin("PAT").code(relationshipCode(*coverage.relationship)).end();
    professional::writePatient(m_out, encounter.patient);
}

int Writer837p::writeLevel(std::string_view loop, int parent, std::string_view code, bool hasChildren)
{
    m_out.setLoop(loop);
    ++m_level;
    m_out.begin("HL").code(std::to_string(m_level)).code(parent == 0 ? std::string() : std::to_string(parent));
    m_out.code(code).code(hasChildren ? "1" : "0").end();
    return m_level;
}

}  // namespace

Result<ClaimFile> write837p(const ClaimFileRequest& request)
{
    return Writer837p(request).write();
}

Submitter submitterFrom(const Encounter& encounter)
{
    Submitter submitter;
    if (const auto& billing = encounter.providers.billing) {
        submitter.name =
            billing->isOrganization() ? billing->organization : billing->lastName + " " + billing->firstName;
        submitter.id = billing->taxId;
        std::erase(submitter.id, '-');
        submitter.contactName = billing->contactName;
        submitter.phone = billing->phone;
    }
    if (const auto* coverage = encounter.coverage(CoverageRank::primary)) {
        submitter.receiverName = coverage->payer.name;
        submitter.receiverId = coverage->payer.payerId;
    }
    return submitter;
}

}  // namespace cw
