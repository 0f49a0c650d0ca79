#include "claim/institutional/revenue_line.h"

#include "base/text.h"
#include "claim/institutional/claim_providers.h"
#include "claim/loops/listed_parts.h"
#include "claim/loops/other_payers.h"
#include "claim/loops/procedure.h"
#include "claim/loops/segments.h"

#include <array>

namespace cw::institutional {

using loops::ClaimToWrite;
using x12::Need;
using x12::SegmentWriter;

namespace {

/// Room and board is counted in days (SV204 DA), everything else in units.
std::string_view unitOf(const ProcedureLine& line)
{
    const auto revenue = text::trim(line.revenueCode);
    const bool isRoom = revenue.size() == 4 && revenue >= "0100" && revenue <= "0219";
    return isRoom && line.unitBasis == "UN" ? std::string_view("DA") : std::string_view(line.unitBasis);
}

void writeService(SegmentWriter& out, const ProcedureLine& line)
{
    if (!line.charge || *line.charge < Money{}) out.refuse("CLAIM-646", "SV203", "the charge is missing or negative");
    if (line.units <= Quantity{}) out.refuse("CLAIM-647", "SV205", "the units must be more than 0");
    const auto nonCovered = line.details.nonCovered.value_or(Money{});
    if (nonCovered < Money{} || nonCovered > line.charge.value_or(Money{}))
        out.refuse("CLAIM-648", "SV207", "the part that is not covered must be 0 to the charge");
    out.begin("SV2").digits(line.revenueCode, 4, Need::required);
    if (line.system)
        loops::writeProcedure(out, line, "SV202", loops::descriptionOf(line));
    else if (!line.code.text.empty())
        out.refuse("CLAIM-649", "SV202", "the code's system is missing");
    else
        out.skip();
    out.amount(line.charge.value_or(Money{})).choice(unitOf(line), "UN DA").amount(line.units);
    if (nonCovered > Money{}) out.skip().amount(nonCovered);
    out.end();
}

/// Each line of an outpatient claim has its date; it is the statement's when that is a single day.
void writeServiceDates(SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line)
{
    loops::writeDates(out, {}, line.details.dates);
    if (encounter.setting != Setting::outpatient) return;
    const auto& service = encounter.service;
    const bool isOneDay = service.to.value_or(service.from) == service.from;
    if (!line.serviceFrom && !isOneDay) return out.refuse("CLAIM-650", "DTP03", "the service date is missing");
    const Date from = line.serviceFrom.value_or(service.from);
    const Date to = line.serviceTo.value_or(from);
    if (to < from) out.refuse("CLAIM-651", "DTP03", "the service ends before it begins");
    loops::writeDays(out, "472", from, to);
}

void writeLineReferences(SegmentWriter& out, const ClaimToWrite& claim, const ProcedureLine& line, int position)
{
    const auto control = lineControlNumber(claim.claim.number, position);
    const std::array<loops::ReferenceKind, 3> kinds = {
        {{.qualifier = "6R", .own = control}, {.qualifier = "9B"}, {.qualifier = "9D"}}};
    loops::writeReferences(out, kinds, line.details.references);
}

void writeLineNotes(SegmentWriter& out, const ProcedureLine& line)
{
    constexpr std::array<loops::NoteKind, 1> kinds = {{{.codes = "TPO"}}};
    loops::writeNotes(out, kinds, {}, line.details.notes);
    if (!text::trim(line.note).empty() && !loops::isNoteDescription(line))
        out.tell("NTE", "the note of a line has no place in an 837I and is not sent");
}

}  // namespace

void writeRevenueLine(SegmentWriter& out, const ClaimToWrite& claim, const ProcedureLine& line, int number,
                      int position)
{
    const auto& details = line.details;
    out.setLoop("2400");
    out.begin("LX").number(number).end();
    writeService(out, line);
    loops::writePaperwork(out, details.paperwork);
    loops::writeCertifications(out, {}, details.certifications);
    writeServiceDates(out, claim.encounter, line);
    writeLineReferences(out, claim, line, position);
    writeLineNotes(out, line);
    loops::writeDrug(out, line);
    writeLineProviders(out, claim.encounter, line);
    loops::writeLineAnswers(out, claim, line, position);
}

}  // namespace cw::institutional
