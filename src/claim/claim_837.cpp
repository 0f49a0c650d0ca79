#include "base/text.h"
#include "claim/claim_file.h"
#include "claim/institutional/claim_loop.h"
#include "claim/loops/levels.h"
#include "claim/loops/other_payers.h"
#include "claim/professional/claim_loop.h"
#include "claim/x12/envelope.h"

#include <fmt/format.h>

#include <cassert>
#include <unordered_set>

namespace cw {

namespace {

x12::Style styleOf(const TradingPartner& partner)
{
    return {.delimiters = partner.delimiters,
            .extended = partner.characters == CharacterSet::extended,
            .lineFeeds = partner.lineFeeds};
}

/// One interchange being written: where its sets and levels stand, and what must stay unique in it.
class Writer837 {
public:
    explicit Writer837(const ClaimFileRequest& request) : m_request(request), m_out(styleOf(request.partner)) {}

    Result<ClaimFile> write(const Progress& progress);

private:
    /// Where sets and levels stand. A claim that cannot be sent is undone by putting it back.
    struct Place {
        int sets = 0;
        int claimsInSet = 0;
        loops::Levels levels;
    };

    x12::Envelope envelope() const;
    void checkRequest();
    void startSet();
    Status writeOrRefuse(std::size_t index);
    void writeClaim(const Claim& claim);
    void writeLevels(const loops::ClaimToWrite& claim);

    const ClaimFileRequest& m_request;
    x12::SegmentWriter m_out;
    ClaimFile m_file;
    std::unordered_set<std::string> m_claimNumbers;
    Place m_place;
    std::size_t m_claimStart = 0;  ///< Where the claim's own segments begin.
};

Result<ClaimFile> Writer837::write(const Progress& progress)
{
    checkRequest();
    x12::writeEnvelopeStart(m_out, envelope());
    if (m_out.failure()) return *m_out.failure();
    const auto total = static_cast<std::int64_t>(m_request.claims.size());
    for (std::size_t i = 0; i < m_request.claims.size(); ++i) {
        if (i % 1000 == 0) {
            if (progress.isCancelled()) return Error{ErrorKind::cancelled, "CLAIM-258", "stopped"};
            progress.report(static_cast<std::int64_t>(i), total, "claims");
        }
        CW_CHECK(writeOrRefuse(i));
    }
    if (m_place.sets > 0) {
        x12::writeSetEnd(m_out, m_place.sets);
        x12::writeEnvelopeEnd(m_out, envelope(), m_place.sets);
        m_file.bytes = m_out.takeBytes();
        m_file.replacements = m_out.takeReplacements();
    }
    return std::move(m_file);
}

void Writer837::checkRequest()
{
    const auto& partner = m_request.partner;
    m_out.setSubject("claim file");
    m_out.setLoop("ISA");
    assert(m_request.form == ClaimForm::professional837 || m_request.form == ClaimForm::institutional837);
    assert(std::ssize(m_request.claims) <= partner.claimsPerFile);
    if (m_request.claims.empty()) m_out.refuse("CLAIM-250", "ST", "there is no claim to write");
    if (m_request.numbers.batch < 1) m_out.refuse("CLAIM-251", "BHT03", "the batch number must be 1 or more");
    if (partner.claimsPerSet < 1) m_out.refuse("CLAIM-252", "ST", "a transaction set takes at least one claim");
    m_out.reserve(4096 + m_request.claims.size() * 1536);
    m_file.claims.reserve(m_request.claims.size());
    m_claimNumbers.reserve(m_request.claims.size());
}

x12::Envelope Writer837::envelope() const
{
    const auto& partner = m_request.partner;
    const auto either = [](const std::string& value, const std::string& other) -> std::string_view {
        return text::trim(value).empty() ? other : value;
    };
    return {.senderQualifier = partner.senderQualifier,
            .senderId = either(partner.senderId, partner.submitterId),
            .receiverQualifier = partner.receiverQualifier,
            .receiverId = either(partner.interchangeReceiver, partner.receiverId),
            .applicationSender = partner.applicationSender,
            .applicationReceiver = partner.applicationReceiver,
            .day = m_request.day,
            .minuteOfDay = m_request.minuteOfDay,
            .interchangeNumber = m_request.numbers.interchange,
            .groupNumber = m_request.numbers.group,
            .wantsTa1 = partner.wantsTa1,
            .test = m_request.test || partner.testOnly,
            .functionalCode = "HC",
            .transaction = "837",
            .guide = m_request.form == ClaimForm::institutional837 ? "005010X223A2" : "005010X222A1"};
}

void Writer837::startSet()
{
    if (m_place.sets > 0) x12::writeSetEnd(m_out, m_place.sets);
    m_place = {.sets = m_place.sets + 1, .claimsInSet = 0, .levels = {}};
    m_out.setSubject("submitter");
    x12::writeSetStart(m_out, envelope(), m_place.sets);
    auto reference = fmt::format("B{:06}", m_request.numbers.batch);
    if (m_place.sets > 1) reference += fmt::format("-{}", m_place.sets);
    m_out.begin("BHT").code("0019").code("00").code(reference).day(m_request.day);
    m_out.time(m_request.minuteOfDay).code("CH").end();
    loops::writeSubmitterAndReceiver(m_out, m_request.partner);
}

Status Writer837::writeOrRefuse(std::size_t index)
{
    const auto& claim = m_request.claims[index];
    const auto mark = m_out.mark();
    const auto place = m_place;
    if (m_place.sets == 0 || m_place.claimsInSet == m_request.partner.claimsPerSet) startSet();
    if (m_out.failure()) return *m_out.failure();
    writeClaim(claim);
    auto number = text::upperAscii(text::trim(claim.number));
    if (!m_out.failure() && !m_claimNumbers.insert(number).second)
        m_out.refuse("CLAIM-255", "CLM01", "the claim number stands twice in the file");
    if (m_out.failure()) {
        m_file.refused.push_back({index, claim.encounter->encounterId, *m_out.failure()});
        m_out.rollBack(mark);
        m_place = place;
        return {};
    }
    ++m_place.claimsInSet;
    m_file.claims.push_back({.index = index,
                             .encounter = claim.encounter->row,
                             .encounterId = claim.encounter->encounterId,
                             .claimNumber = std::move(number),
                             .billed = claim.billed,
                             .charges = loops::serviceCharges(*claim.encounter),
                             .segments = std::string(m_out.bytes().substr(m_claimStart))});
    return {};
}

void Writer837::writeClaim(const Claim& claim)
{
    const auto& encounter = *claim.encounter;
    m_out.setSubject(encounter.encounterId);
    m_out.setLoop("2000");
    const auto* coverage = encounter.coverage(claim.billed);
    if (!coverage) return m_out.refuse("CLAIM-253", "SBR01", "there is no coverage of the rank to bill");
    if (!encounter.providers.billing) return m_out.refuse("CLAIM-254", "NM109", "there is no billing provider");
    const auto charges = loops::serviceCharges(encounter);
    writeLevels({.claim = claim,
                 .encounter = encounter,
                 .coverage = *coverage,
                 .form = m_request.form,
                 .charges = charges,
                 .others = loops::otherPayers(m_out, encounter, *coverage, charges)});
}

void Writer837::writeLevels(const loops::ClaimToWrite& claim)
{
    if (m_out.failure()) return;
    loops::writeBillingLevel(m_out, m_place.levels, claim);
    m_claimStart = m_out.size();
    loops::writeSubscriberLevel(m_out, m_place.levels, claim);
    if (m_out.failure()) return;
    if (claim.isInstitutional())
        institutional::writeClaim(m_out, claim);
    else
        professional::writeClaim(m_out, claim);
}

}  // namespace

Result<ClaimFile> write837(const ClaimFileRequest& request, const Progress& progress)
{
    return Writer837(request).write(progress);
}

std::string claimNumberOf(const Encounter& encounter, int version)
{
    auto number = text::upperAscii(text::trim(encounter.encounterId));
    if (version < 2) return number;
    const auto suffix = "-" + std::to_string(version);
    return number.size() + suffix.size() <= 20 ? number + suffix : number;
}

std::string lineControlNumber(std::string_view claimNumber, int line)
{
    auto number = text::upperAscii(text::trim(claimNumber));
    number += '-';
    number += std::to_string(line);
    return number;
}

}  // namespace cw
