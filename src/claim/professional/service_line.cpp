#include "claim/professional/service_line.h"

#include "base/text.h"
#include "claim/professional/parties.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::professional {

using x12::Need;
using x12::SegmentWriter;

namespace {

/// Codes without a meaning of their own, for which payers want a description in SV101-7: by their form, unlisted
/// procedures and "not otherwise classified" items end in 99; the unclassified drugs and biologics do not.
bool needsDescription(std::string_view code)
{
    return code.ends_with("99") || code == "J3490" || code == "J3590";
}

void writeProcedure(SegmentWriter& out, const ProcedureLine& line)
{
    if (line.system != CodeSystem::cpt && line.system != CodeSystem::hcpcs)
        out.refuse("CLAIM-230", "SV101", "a professional line needs a CPT or HCPCS code");
    const auto code = ProcedureCode::parseLevel1or2(line.code.text);
    if (!code) out.refuse("CLAIM-231", "SV101-2", "not a well-formed CPT or HCPCS code");
    if (line.modifiers.size() > 4)
        out.refuse("CLAIM-232", "SV101", fmt::format("{} modifiers, at most 4 can be sent", line.modifiers.size()));

    out.open().code("HC").code(code ? code->text() : std::string_view{});
    for (const auto& text : line.modifiers) {
        const auto modifier = Modifier::parse(text);
        if (!modifier) out.refuse("CLAIM-233", "SV101", "a modifier is not two letters or digits");
        out.code(modifier ? modifier->text() : std::string_view{});
    }
    if (code && needsDescription(code->text()) && line.modifiers.size() <= 4)
        out.skip(static_cast<int>(4 - line.modifiers.size())).text(line.note, 80);
    out.close();
}

void writePointers(SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line)
{
    if (line.pointers.empty() || line.pointers.size() > 4)
        out.refuse("CLAIM-234", "SV107", fmt::format("{} diagnosis pointers, must be 1 to 4", line.pointers.size()));
    if (!line.brokenPointers.empty()) out.refuse("CLAIM-235", "SV107", "a pointer names no diagnosis of the claim");
    out.open();
    for (const auto id : line.pointers) {
        const int position = encounter.claimPosition(id);
        if (position == 0) out.refuse("CLAIM-236", "SV107", "a pointer names a diagnosis that is not on the claim");
        out.code(std::to_string(position));
    }
    out.close();
}

void writeService(SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line)
{
    if (!line.charge || *line.charge < Money{}) out.refuse("CLAIM-237", "SV102", "the charge is missing or negative");
    if (line.units <= Quantity{}) out.refuse("CLAIM-238", "SV104", "the units must be more than 0");
    out.begin("SV1");
    writeProcedure(out, line);
    out.code(line.charge.value_or(Money{}).x12()).choice(line.unitBasis, "UN MJ").code(line.units.x12());
    const auto place = text::trim(encounter.placeOf(line));
    out.digits(place == text::trim(encounter.service.placeOfService) ? std::string_view{} : place, 2).skip();
    writePointers(out, encounter, line);
    out.end();
}

void writeServiceDates(SegmentWriter& out, const ProcedureLine& line)
{
    if (!line.serviceFrom) return out.refuse("CLAIM-239", "DTP03", "the service date is missing");
    const Date from = *line.serviceFrom;
    const Date to = line.serviceTo.value_or(from);
    if (to < from) out.refuse("CLAIM-240", "DTP03", "the service ends before it begins");
    out.begin("DTP").code("472");
    if (from == to)
        out.code("D8").code(from.compact()).end();
    else
        out.code("RD8").code(from.compact() + "-" + to.compact()).end();
}

void writeDrug(SegmentWriter& out, const DrugCode& drug)
{
    std::string code = drug.code;
    std::erase(code, '-');
    if (drug.quantity <= Quantity{}) out.refuse("CLAIM-241", "CTP04", "the drug's quantity must be more than 0");
    out.setLoop("2410");
    out.begin("LIN").skip().code("N4").digits(code, 11, Need::required).end();
    out.begin("CTP").skip(3).code(drug.quantity.x12()).open().choice(drug.unit, "F2 GR ME ML UN").close().end();
}

/// Loop 2420E is for an ordering provider who did not also render the line.
void writeOrderingProvider(SegmentWriter& out, const Providers& providers)
{
    if (!providers.ordering) return;
    const auto& renders = providers.rendering ? providers.rendering : providers.billing;
    const auto npi = text::trim(providers.ordering->npi);
    if (!npi.empty() && renders && text::trim(renders->npi) == npi) return;
    out.setLoop("2420E");
    writeProviderName(out, "DK", *providers.ordering, Kind::personOnly, Need::optional);
}

}  // namespace

void writeServiceLine(SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line, int number)
{
    out.setLoop("2400");
    out.begin("LX").code(std::to_string(number)).end();
    writeService(out, encounter, line);
    writeServiceDates(out, line);
    out.begin("REF").code("6R").id(lineControlNumber(encounter, number), 1, 30).end();
    if (!needsDescription(line.code.text)) writeNote(out, line.note);
    if (line.ndc) writeDrug(out, *line.ndc);
    writeOrderingProvider(out, encounter.providers);
}

std::string lineControlNumber(const Encounter& encounter, int number)
{
    return text::upperAscii(text::trim(encounter.encounterId)) + "-" + std::to_string(number);
}

}  // namespace cw::professional
