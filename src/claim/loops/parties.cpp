#include "claim/loops/parties.h"

#include "base/text.h"
#include "claim/loops/listed_parts.h"

#include <array>
#include <span>

namespace cw::loops {

using x12::Need;
using x12::SegmentWriter;

void writeProviderName(SegmentWriter& out, std::string_view entity, const Provider& provider, Kind kind, Need npi)
{
    out.begin("NM1").code(entity);
    if (provider.isOrganization()) {
        if (kind == Kind::personOnly) out.refuse("CLAIM-201", "NM102", "this provider must be a person");
        out.code("2").text(provider.organization, 60, Need::required).skip(4);
    } else {
        if (kind == Kind::organizationOnly) out.refuse("CLAIM-204", "NM102", "this provider must be an organisation");
        out.code("1").text(provider.lastName, 60, Need::required).text(provider.firstName, 35);
        out.text(provider.middleName, 25).skip().text(provider.suffix, 10);
    }
    // NM108 stands only beside an NM109.
    out.code(npi == Need::optional && text::trim(provider.npi).empty() ? "" : "XX").digits(provider.npi, 10, npi).end();
}

void writeProviderNumbers(SegmentWriter& out, const Provider& provider, std::string_view kinds,
                          std::string_view elsewhere)
{
    if (provider.references.empty()) return;
    std::array<ReferenceKind, 4> order{};
    std::size_t count = 0;
    for (const auto kind : text::split(kinds, ' ')) order.at(count++) = {.qualifier = kind};
    writeReferences(out, std::span(order).first(count), provider.references, elsewhere);
}

void writePersonName(SegmentWriter& out, std::string_view entity, const Person& person)
{
    out.begin("NM1").code(entity).code("1").text(person.lastName, 60, Need::required).text(person.firstName, 35);
    out.text(person.middleName, 25).skip().text(person.suffix, 10);
}

void writeDemographics(SegmentWriter& out, const Person& person)
{
    if (!person.birthDate) out.refuse("CLAIM-202", "DMG02", "the date of birth is missing");
    if (!person.sex) out.refuse("CLAIM-203", "DMG03", "the sex is missing");
    if (!person.birthDate || !person.sex) return;
    const std::string_view sex = *person.sex == Sex::female ? "F" : *person.sex == Sex::male ? "M" : "U";
    out.begin("DMG").code("D8").day(*person.birthDate).code(sex).end();
}

std::string_view relationshipCode(Relationship relationship) noexcept
{
    switch (relationship) {
    case Relationship::self: return "18";
    case Relationship::spouse: return "01";
    case Relationship::child: return "19";
    case Relationship::other: return "G8";
    case Relationship::employee: return "20";
    case Relationship::unknown: return "21";
    case Relationship::organDonor: return "39";
    case Relationship::cadaverDonor: return "40";
    case Relationship::lifePartner: return "53";
    }
    return "";
}

std::string_view responsibilityCode(CoverageRank rank) noexcept
{
    switch (rank) {
    case CoverageRank::primary: return "P";
    case CoverageRank::secondary: return "S";
    case CoverageRank::tertiary: return "T";
    }
    return "";
}

bool isSameProvider(const Provider& a, const Provider& b) noexcept
{
    const auto npi = text::trim(a.npi);
    return !npi.empty() && npi == text::trim(b.npi);
}

namespace {

bool isSamePlace(const Address& a, const Address& b)
{
    const auto same = [](const std::string& x, const std::string& y) {
        return text::upperAscii(text::trim(x)) == text::upperAscii(text::trim(y));
    };
    return same(a.line1, b.line1) && same(a.line2, b.line2) && same(a.city, b.city) && same(a.state, b.state);
}

}  // namespace

const Provider* serviceFacility(const Providers& providers)
{
    const auto& billing = providers.billing;
    const auto& facility = providers.facility;
    if (!facility) return nullptr;
    if (!billing) return &*facility;
    const bool elsewhere = !facility->address.isEmpty() && !isSamePlace(facility->address, billing->address);
    return elsewhere || (!text::trim(facility->npi).empty() && !isSameProvider(*facility, *billing)) ? &*facility
                                                                                                     : nullptr;
}

}  // namespace cw::loops
