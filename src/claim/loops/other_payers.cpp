#include "claim/loops/other_payers.h"

#include "base/text.h"
#include "claim/loops/levels.h"
#include "claim/loops/parties.h"
#include "claim/loops/procedure.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::loops {

using x12::Need;
using x12::SegmentWriter;

namespace {

/// AMT*EAF: what the payer left to the patient.
Money patientsPart(const std::vector<Adjustment>& adjustments)
{
    Money sum;
    for (const auto& adjustment : adjustments)
        if (adjustment.group == "PR") sum += adjustment.amount;
    return sum;
}

void writeSubscriber(SegmentWriter& out, const Person& person, const std::string& memberId)
{
    out.setLoop("2330A");
    writePersonName(out, "IL", person);
    out.code("MI").id(memberId, 2, 80, Need::required).end();
    if (!person.address.isEmpty()) writeAddress(out, person.address, Zip::fiveOrNine);
}

void writePayer(SegmentWriter& out, const OtherPayer& other)
{
    out.setLoop("2330B");
    writePayerName(out, other.coverage->payer);
    if (!other.answer) return;
    // The date stands here or with the lines, never both.
    if (other.answer->lines.empty()) {
        if (!other.answer->date) out.refuse("CLAIM-623", "DTP03", "the date of the other payer's decision is missing");
        writeDay(out, "573", other.answer->date);
    }
    writeReference(out, "F8", other.answer->claimControlNumber);
}

void writeOtherPayer(SegmentWriter& out, const ClaimToWrite& claim, const OtherPayer& other)
{
    const auto& coverage = *other.coverage;
    out.setLoop("2320");
    const bool isSelf = coverage.relationship == Relationship::self;
    if (!coverage.relationship || (!isSelf && !coverage.subscriber))
        return out.refuse("CLAIM-622", "SBR02", "the other coverage has no relationship or no subscriber");
    writeSbr(out, coverage, relationshipCode(*coverage.relationship), claim.isInstitutional());
    if (other.answer) {
        writeAdjustments(out, other.answer->adjustments);
        // Required even when it is 0 (837 facts, section 10).
        out.begin("AMT").code("D").amount(other.answer->paid).end();
        if (other.answer->lines.empty())
            out.begin("AMT").code("EAF").amount(patientsPart(other.answer->adjustments)).end();
    }
    const auto& details = claim.encounter.claim;
    out.begin("OI").skip(2).choice(details.benefitsAssigned, "Y N W");
    out.choice(claim.isInstitutional() ? std::string_view() : details.patientSignatureSource, "P", Need::optional);
    out.skip().choice(details.releaseOfInformation, "Y I").end();
    writeSubscriber(out, isSelf ? claim.encounter.patient : *coverage.subscriber, coverage.memberId);
    writePayer(out, other);
}

void writeGroup(SegmentWriter& out, const std::vector<Adjustment>& adjustments, std::string_view group, int& segments)
{
    int inSegment = 0;
    for (const auto& adjustment : adjustments) {
        if (adjustment.group != group || adjustment.amount == Money{}) continue;
        if (inSegment == 6) {
            out.end();
            inSegment = 0;
        }
        if (inSegment++ == 0) {
            out.begin("CAS").choice(group, "CO CR OA PI PR");
            ++segments;
        }
        out.id(adjustment.reason, 1, 5, Need::required).amount(adjustment.amount);
        if (adjustment.quantity)
            out.amount(*adjustment.quantity);
        else
            out.skip();
    }
    if (inSegment > 0) out.end();
}

}  // namespace

void writeAdjustments(SegmentWriter& out, const std::vector<Adjustment>& adjustments)
{
    int segments = 0;
    for (auto it = adjustments.begin(); it != adjustments.end(); ++it) {
        const bool isFirst =
            std::none_of(adjustments.begin(), it, [&it](const Adjustment& a) { return a.group == it->group; });
        if (isFirst) writeGroup(out, adjustments, it->group, segments);
    }
    if (segments > 5)
        out.refuse("CLAIM-624", "CAS", fmt::format("{} segments of adjustments, at most 5 can be sent", segments));
}

void writeOtherPayers(SegmentWriter& out, const ClaimToWrite& claim)
{
    for (const auto& other : claim.others) writeOtherPayer(out, claim, other);
}

void writeLineAnswers(SegmentWriter& out, const ClaimToWrite& claim, const ProcedureLine& line, int position)
{
    for (const auto& other : claim.others) {
        if (!other.answer) continue;
        for (const auto& said : other.answer->lines) {
            if (said.line != position) continue;
            out.setLoop("2430");
            out.begin("SVD").id(other.coverage->payer.payerId, 2, 80, Need::required).amount(said.paid);
            if (line.system)
                writeProcedure(out, line, "SVD03", {});
            else
                out.skip();
            out.digits(claim.isInstitutional() ? std::string_view(line.revenueCode) : std::string_view(), 4);
            out.amount(said.units.value_or(line.units)).end();
            writeAdjustments(out, said.adjustments);
            if (!other.answer->date)
                out.refuse("CLAIM-625", "DTP03", "the date of the other payer's decision is missing");
            writeDay(out, "573", other.answer->date);
            out.begin("AMT").code("EAF").amount(patientsPart(said.adjustments)).end();
        }
    }
}

}  // namespace cw::loops
