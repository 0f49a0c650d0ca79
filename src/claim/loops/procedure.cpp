#include "claim/loops/procedure.h"

#include "base/text.h"
#include "claim/loops/segments.h"

#include <fmt/format.h>

namespace cw::loops {

using x12::Need;
using x12::SegmentWriter;

namespace {

/// Codes without a meaning of their own, for which payers want a description in SV101-7: by their form, unlisted
/// procedures and "not otherwise classified" items end in 99; the unclassified drugs and biologics do not.
bool needsDescription(std::string_view code) noexcept
{
    return code.ends_with("99") || code == "J3490" || code == "J3590";
}

}  // namespace

bool isNoteDescription(const ProcedureLine& line) noexcept
{
    return text::trim(line.details.description).empty() && needsDescription(line.code.text);
}

std::string_view descriptionOf(const ProcedureLine& line) noexcept
{
    return isNoteDescription(line) ? line.note : line.details.description;
}

void writeProcedure(SegmentWriter& out, const ProcedureLine& line, std::string_view element,
                    std::string_view description)
{
    if (line.system != CodeSystem::cpt && line.system != CodeSystem::hcpcs)
        out.refuse("CLAIM-230", element, "a service line needs a CPT or HCPCS code");
    const auto code = ProcedureCode::parseLevel1or2(line.code.text);
    if (!code) out.refuse("CLAIM-231", element, "component 2 is not a well-formed CPT or HCPCS code");
    // A fifth would pass for the description (837 facts, section 9).
    if (line.modifiers.size() > 4)
        out.refuse("CLAIM-232", element, fmt::format("{} modifiers, at most 4 can be sent", line.modifiers.size()));

    out.open().code("HC").code(code ? code->text() : std::string_view{});
    for (const auto& text : line.modifiers) {
        const auto modifier = Modifier::parse(text);
        if (!modifier) out.refuse("CLAIM-233", element, "a modifier is not two letters or digits");
        out.code(modifier ? modifier->text() : std::string_view{});
    }
    if (!text::trim(description).empty() && line.modifiers.size() <= 4)
        out.skip(static_cast<int>(4 - line.modifiers.size())).text(description, 80);
    out.close();
}

void writeDrug(SegmentWriter& out, const ProcedureLine& line)
{
    const auto& prescription = line.details.prescriptionNumber;
    if (!line.ndc) {
        if (!text::trim(prescription).empty())
            out.refuse("CLAIM-242", "REF02", "a prescription number needs the drug's NDC");
        return;
    }
    const auto& drug = *line.ndc;
    out.setLoop("2410");
    if (drug.quantity <= Quantity{}) out.refuse("CLAIM-241", "CTP04", "the drug's quantity must be more than 0");
    out.begin("LIN").skip().code("N4").digits(without("-", drug.code), 11, Need::required).end();
    out.begin("CTP").skip(3).amount(drug.quantity).open().choice(drug.unit, "F2 GR ME ML UN").close().end();
    writeReference(out, "XZ", prescription);
}

}  // namespace cw::loops
