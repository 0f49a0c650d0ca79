#include "base/text.h"
#include "claim/loops/listed_parts.h"
#include "claim/loops/parties.h"
#include "claim/professional/claim_providers.h"

namespace cw::professional {

using loops::Kind;
using loops::Zip;
using x12::Need;
using x12::SegmentWriter;

namespace {

/// The line's provider of a role; a second one is refused.
const Provider* lineProvider(SegmentWriter& out, const ProcedureLine& line, std::string_view role)
{
    const Provider* found = nullptr;
    for (const auto& one : line.details.providers) {
        if (one.role != role) continue;
        if (found) out.refuse("CLAIM-226", "NM1", "a line has two providers of one role");
        found = &one.provider;
    }
    return found;
}

/// Loop 2420A only when it is another than the claim says.
void writeRendering(SegmentWriter& out, const Providers& providers, const Provider& rendering)
{
    const auto& claims = providers.rendering ? providers.rendering : providers.billing;
    if (claims && loops::isSameProvider(rendering, *claims)) return;
    out.setLoop("2420A");
    loops::writeProviderName(out, "82", rendering, Kind::personOrOrganization, Need::required);
    loops::writeTaxonomy(out, "PE", rendering.taxonomy);
    loops::writeProviderNumbers(out, rendering, "0B 1G G2 LU");
}

/// Loop 2420B has no name, only the kind and the numbers.
void writePurchased(SegmentWriter& out, const Provider& purchased)
{
    out.setLoop("2420B");
    out.begin("NM1").code("QB").code(purchased.isOrganization() ? "2" : "1").skip(5);
    out.code(text::trim(purchased.npi).empty() ? "" : "XX").digits(purchased.npi, 10).end();
    loops::writeProviderNumbers(out, purchased, "0B 1G G2");
}

void writeFacility(SegmentWriter& out, const Providers& providers, const Provider& facility)
{
    if (providers.facility && loops::isSameProvider(facility, *providers.facility) &&
        facility.address == providers.facility->address)
        return;
    out.setLoop("2420C");
    loops::writeProviderName(out, "77", facility, Kind::organizationOnly, Need::optional);
    loops::writeAddress(out, facility.address, Zip::nine);
    loops::writeProviderNumbers(out, facility, "G2 LU");
}

/// Loop 2420E is for an ordering provider who did not also render the line.
void writeOrdering(SegmentWriter& out, const Providers& providers, const Provider* lineRendering,
                   const Provider& ordering)
{
    const auto& claims = providers.rendering ? providers.rendering : providers.billing;
    const Provider* renders = lineRendering ? lineRendering : claims ? &*claims : nullptr;
    if (renders && loops::isSameProvider(ordering, *renders)) return;
    out.setLoop("2420E");
    loops::writeProviderName(out, "DK", ordering, Kind::personOnly, Need::optional);
    if (!ordering.address.isEmpty()) loops::writeAddress(out, ordering.address, Zip::fiveOrNine);
    loops::writeProviderNumbers(out, ordering, "0B 1G G2");
}

/// Loop 2420F, only when it is another than the claim says: the second one is the primary care provider.
void writeReferring(SegmentWriter& out, const std::optional<Provider>& claims, const Provider* provider,
                    std::string_view entity)
{
    if (!provider || (claims && loops::isSameProvider(*provider, *claims))) return;
    out.setLoop("2420F");
    loops::writeProviderName(out, entity, *provider, Kind::personOnly, Need::optional);
    loops::writeProviderNumbers(out, *provider, "0B 1G G2");
}

}  // namespace

void writeLineProviders(SegmentWriter& out, const Encounter& encounter, const ProcedureLine& line)
{
    const auto& providers = encounter.providers;
    if (line.details.providers.empty()) {
        if (providers.ordering) writeOrdering(out, providers, nullptr, *providers.ordering);
        return;
    }
    for (const auto& one : line.details.providers)
        if (!loops::isOneOf(one.role, "rendering purchased facility supervising ordering referring second_referring"))
            out.tell("NM1", "a line's provider in a role that an 837P does not have is not sent");
    const auto* rendering = lineProvider(out, line, "rendering");
    if (rendering) writeRendering(out, providers, *rendering);
    if (const auto* purchased = lineProvider(out, line, "purchased")) writePurchased(out, *purchased);
    if (const auto* facility = lineProvider(out, line, "facility")) writeFacility(out, providers, *facility);
    const auto* supervising = lineProvider(out, line, "supervising");
    if (supervising && !(providers.supervising && loops::isSameProvider(*supervising, *providers.supervising))) {
        out.setLoop("2420D");
        loops::writeProviderName(out, "DQ", *supervising, Kind::personOnly, Need::optional);
        loops::writeProviderNumbers(out, *supervising, "0B 1G G2 LU");
    }
    const auto* ordering = lineProvider(out, line, "ordering");
    if (!ordering && providers.ordering) ordering = &*providers.ordering;
    if (ordering) writeOrdering(out, providers, rendering, *ordering);
    writeReferring(out, providers.referring, lineProvider(out, line, "referring"), "DN");
    writeReferring(out, providers.secondReferring, lineProvider(out, line, "second_referring"), "P3");
}

}  // namespace cw::professional
