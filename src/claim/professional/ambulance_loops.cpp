#include "claim/professional/ambulance_loops.h"

#include "claim/loops/segments.h"

#include <fmt/format.h>

namespace cw::professional {

using x12::Need;
using x12::SegmentWriter;

std::optional<Ambulance> ambulanceOf(const ClaimDetails& claim)
{
    if (claim.institutional.find("\"ambulance\"") == std::string::npos) return std::nullopt;
    return parseAmbulance(claim.institutional);
}

void writeAmbulance(SegmentWriter& out, const Ambulance& ambulance)
{
    if (ambulance.miles < Quantity{}) out.refuse("CLAIM-224", "CR106", "the miles are negative");
    out.begin("CR1");
    if (ambulance.patientPounds)
        out.code("LB").amount(*ambulance.patientPounds);
    else
        out.skip(2);
    out.skip().choice(ambulance.transportReason, "A B C D E").code("DH").amount(ambulance.miles).skip(2);
    out.text(ambulance.roundTripReason, 80).text(ambulance.stretcherReason, 80).end();

    if (ambulance.conditions.empty()) return;
    if (ambulance.conditions.size() > 5)
        out.refuse("CLAIM-225", "CRC03",
                   fmt::format("{} ambulance conditions, at most 5 can be sent", ambulance.conditions.size()));
    out.begin("CRC").code("07").code("Y");
    for (const auto& condition : ambulance.conditions) out.word(condition, 2, 3, Need::required);
    out.end();
}

void writeAmbulancePlaces(SegmentWriter& out, const Ambulance& ambulance)
{
    const auto write = [&out](std::string_view loop, std::string_view entity, const Address& address) {
        out.setLoop(loop);
        out.begin("NM1").code(entity).code("2").end();
        loops::writeAddress(out, address, loops::Zip::fiveOrNine);
    };
    write("2310E", "PW", ambulance.pickUp);
    write("2310F", "45", ambulance.dropOff);
}

}  // namespace cw::professional
