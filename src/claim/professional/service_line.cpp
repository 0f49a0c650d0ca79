#include "claim/professional/service_line.h"

#include "base/text.h"
#include "claim/loops/listed_parts.h"
#include "claim/loops/other_payers.h"
#include "claim/loops/procedure.h"
#include "claim/loops/segments.h"
#include "claim/professional/claim_providers.h"

#include <fmt/format.h>

#include <array>

namespace cw::professional {

using loops::ClaimToWrite;
using x12::Need;
using x12::SegmentWriter;

namespace {

void writePointers(SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line)
{
    if (line.pointers.empty() || line.pointers.size() > 4)
        out.refuse("CLAIM-234", "SV107", fmt::format("{} diagnosis pointers, must be 1 to 4", line.pointers.size()));
    if (!line.brokenPointers.empty()) out.refuse("CLAIM-235", "SV107", "a pointer names no diagnosis of the claim");
    out.open();
    for (const auto id : line.pointers) {
        const int position = encounter.claimPosition(id);
        if (position == 0) out.refuse("CLAIM-236", "SV107", "a pointer names a diagnosis that is not on the claim");
        out.number(position);
    }
    out.close();
}

void writeService(SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line)
{
    if (!line.charge || *line.charge < Money{}) out.refuse("CLAIM-237", "SV102", "the charge is missing or negative");
    if (line.units <= Quantity{}) out.refuse("CLAIM-238", "SV104", "the units must be more than 0");
    out.begin("SV1");
    loops::writeProcedure(out, line, "SV101", loops::descriptionOf(line));
    out.amount(line.charge.value_or(Money{})).choice(line.unitBasis, "UN MJ").amount(line.units);
    const auto place = text::trim(encounter.placeOf(line));
    out.digits(place == text::trim(encounter.service.placeOfService) ? std::string_view{} : place, 2).skip();
    writePointers(out, encounter, line);
    const auto yes = [](bool is) { return is ? std::string_view("Y") : std::string_view(); };
    out.skip().code(yes(line.details.isEmergency)).skip().code(yes(line.details.isEpsdt));
    out.code(yes(line.details.isFamilyPlanning)).end();
}

void writeServiceDates(SegmentWriter& out, const ProcedureLine& line)
{
    if (!line.serviceFrom) return out.refuse("CLAIM-239", "DTP03", "the service date is missing");
    const Date from = *line.serviceFrom;
    const Date to = line.serviceTo.value_or(from);
    if (to < from) out.refuse("CLAIM-240", "DTP03", "the service ends before it begins");
    loops::writeDays(out, "472", from, to);
    constexpr std::array<loops::DateKind, 10> kinds = {{{.qualifier = "471"},
                                                        {.qualifier = "607"},
                                                        {.qualifier = "463"},
                                                        {.qualifier = "461"},
                                                        {.qualifier = "304"},
                                                        {.qualifier = "738"},
                                                        {.qualifier = "739"},
                                                        {.qualifier = "011"},
                                                        {.qualifier = "455"},
                                                        {.qualifier = "454"}}};
    loops::writeDates(out, kinds, line.details.dates);
}

/// 6R brings the payer's answer back to this line, so it is on every one (837 facts, section 9). It stands after G1.
void writeLineReferences(SegmentWriter& out, const ClaimToWrite& claim, const ProcedureLine& line, int number)
{
    const auto& listed = line.details.references;
    const auto control = lineControlNumber(claim.claim.number, number);
    if (listed.empty()) return loops::writeReference(out, "6R", control);
    const std::array<loops::ReferenceKind, 9> kinds = {{{.qualifier = "9B"},
                                                        {.qualifier = "9D"},
                                                        {.qualifier = "G1", .repeats = 5},
                                                        {.qualifier = "6R", .own = control},
                                                        {.qualifier = "EW"},
                                                        {.qualifier = "X4"},
                                                        {.qualifier = "F4"},
                                                        {.qualifier = "BT"},
                                                        {.qualifier = "9F", .repeats = 5}}};
    loops::writeReferences(out, kinds, listed);
}

void writeLineNotes(SegmentWriter& out, const ProcedureLine& line)
{
    constexpr std::array<loops::NoteKind, 2> kinds = {{{.codes = "ADD DCP"}, {.codes = "TPO"}}};
    const bool isSent = loops::isNoteDescription(line);
    loops::writeNotes(out, kinds, isSent ? std::string_view() : std::string_view(line.note), line.details.notes);
}

void writePurchase(SegmentWriter& out, const PurchasedService& purchased)
{
    if (purchased.amount < Money{}) out.refuse("CLAIM-243", "PS102", "the amount of the purchased service is negative");
    out.begin("PS1").id(purchased.providerNumber, 1, 50, Need::required).amount(purchased.amount).end();
}

}  // namespace

void writeServiceLine(SegmentWriter& out, const ClaimToWrite& claim, const ProcedureLine& line, int number)
{
    const auto& details = line.details;
    out.setLoop("2400");
    out.begin("LX").number(number).end();
    writeService(out, claim.encounter, line);
    loops::writePaperwork(out, details.paperwork);
    constexpr std::array<loops::CertificationKind, 3> conditions = {
        {{.category = "07", .repeats = 3}, {.category = "70"}, {.category = "09"}}};
    loops::writeCertifications(out, conditions, details.certifications);
    writeServiceDates(out, line);
    writeLineReferences(out, claim, line, number);
    writeLineNotes(out, line);
    if (details.purchased) writePurchase(out, *details.purchased);
    loops::writeDrug(out, line);
    writeLineProviders(out, claim.encounter, line);
    loops::writeLineAnswers(out, claim, line, number);
}

}  // namespace cw::professional
