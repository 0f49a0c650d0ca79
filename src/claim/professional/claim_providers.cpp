#include "claim/professional/claim_providers.h"

#include "base/text.h"
#include "claim/loops/parties.h"

namespace cw::professional {

using loops::Kind;
using loops::Zip;
using x12::Need;
using x12::SegmentWriter;

namespace {

void writeFacility(SegmentWriter& out, const Encounter& encounter)
{
    // At home (12) the place is the patient's.
    if (text::trim(encounter.service.placeOfService) == "12") return;
    const auto* facility = loops::serviceFacility(encounter.providers);
    if (!facility) return;
    out.setLoop("2310C");
    loops::writeProviderName(out, "77", *facility, Kind::organizationOnly, Need::optional);
    loops::writeAddress(out, facility->address, Zip::nine);
    loops::writeProviderNumbers(out, *facility, "0B G2 LU");
}

}  // namespace

void writeClaimProviders(SegmentWriter& out, const Encounter& encounter)
{
    const auto& providers = encounter.providers;
    if (const auto& referring = providers.referring) {
        out.setLoop("2310A");
        loops::writeProviderName(out, "DN", *referring, Kind::personOnly, Need::optional);
        loops::writeProviderNumbers(out, *referring, "0B 1G G2");
    }
    if (const auto& second = providers.secondReferring) {
        out.setLoop("2310A");
        loops::writeProviderName(out, "P3", *second, Kind::personOnly, Need::optional);
        loops::writeProviderNumbers(out, *second, "0B 1G G2");
    }
    const auto& rendering = providers.rendering;
    if (rendering && !(providers.billing && loops::isSameProvider(*rendering, *providers.billing))) {
        out.setLoop("2310B");
        loops::writeProviderName(out, "82", *rendering, Kind::personOrOrganization, Need::required);
        loops::writeTaxonomy(out, "PE", rendering->taxonomy);
        loops::writeProviderNumbers(out, *rendering, "0B 1G G2 LU");
    }
    writeFacility(out, encounter);
    if (const auto& supervising = providers.supervising) {
        out.setLoop("2310D");
        loops::writeProviderName(out, "DQ", *supervising, Kind::personOnly, Need::optional);
        loops::writeProviderNumbers(out, *supervising, "0B 1G G2 LU");
    }
}

}  // namespace cw::professional
