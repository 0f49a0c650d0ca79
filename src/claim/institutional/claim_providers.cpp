#include "claim/institutional/claim_providers.h"

#include "claim/loops/listed_parts.h"
#include "claim/loops/parties.h"

#include <array>

namespace cw::institutional {

using loops::Kind;
using x12::Need;
using x12::SegmentWriter;

namespace {

using Role = std::optional<Provider>;

bool isAttending(const Provider& provider, const Role& attending)
{
    return attending && loops::isSameProvider(provider, *attending);
}

void writePerson(SegmentWriter& out, std::string_view loop, std::string_view entity, const Provider& provider,
                 std::string_view numbers)
{
    out.setLoop(loop);
    loops::writeProviderName(out, entity, provider, Kind::personOnly, Need::optional);
    if (entity == "71") loops::writeTaxonomy(out, "AT", provider.taxonomy);
    loops::writeProviderNumbers(out, provider, numbers);
}

struct LineRole {
    std::string_view role;
    std::string_view loop;
    std::string_view entity;
    std::string_view numbers;
    Role Providers::*claims;
};

constexpr std::string_view numbersOfAll = "0B 1G G2 LU";
constexpr std::array<LineRole, 4> lineRoles = {{
    {"operating", "2420A", "72", numbersOfAll, &Providers::operating},
    {"other_operating", "2420B", "ZZ", numbersOfAll, &Providers::otherOperating},
    {"rendering", "2420C", "82", numbersOfAll, &Providers::rendering},
    {"referring", "2420D", "DN", "0B 1G G2", &Providers::referring},
}};

}  // namespace

void writeClaimProviders(SegmentWriter& out, const Encounter& encounter)
{
    const auto& all = encounter.providers;
    if (all.attending) writePerson(out, "2310A", "71", *all.attending, numbersOfAll);
    if (all.operating) writePerson(out, "2310B", "72", *all.operating, numbersOfAll);
    if (all.otherOperating) writePerson(out, "2310C", "ZZ", *all.otherOperating, numbersOfAll);
    if (all.rendering && !isAttending(*all.rendering, all.attending))
        writePerson(out, "2310D", "82", *all.rendering, numbersOfAll);
    if (const auto* facility = loops::serviceFacility(all)) {
        out.setLoop("2310E");
        loops::writeProviderName(out, "77", *facility, Kind::organizationOnly, Need::optional);
        loops::writeAddress(out, facility->address, loops::Zip::nine);
        loops::writeProviderNumbers(out, *facility, "0B G2 LU");
    }
    if (all.referring && !isAttending(*all.referring, all.attending))
        writePerson(out, "2310F", "DN", *all.referring, "0B 1G G2");
}

void writeLineProviders(SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line)
{
    if (line.details.providers.empty()) return;
    for (const auto& one : line.details.providers)
        if (!loops::isOneOf(one.role, "operating other_operating rendering referring"))
            out.tell("NM1", "a line's provider in a role that an 837I does not have is not sent");
    for (const auto& row : lineRoles) {
        int count = 0;
        for (const auto& [role, provider] : line.details.providers) {
            if (role != row.role) continue;
            if (++count > 1) out.refuse("CLAIM-645", "NM1", "a line has two providers of one role");
            const auto& claims = encounter.providers.*(row.claims);
            if (claims && loops::isSameProvider(provider, *claims)) continue;
            writePerson(out, row.loop, row.entity, provider, row.numbers);
        }
    }
}

}  // namespace cw::institutional
