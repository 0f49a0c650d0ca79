#include "claim/professional/parties.h"

#include "base/text.h"

#include <string>

namespace cw::professional {

using x12::Need;
using x12::SegmentWriter;

namespace {

/// Punctuation that people write into numbers.
std::string without(std::string_view punctuation, std::string_view text)
{
    std::string out;
    for (const char c : text::trim(text))
        if (punctuation.find(c) == std::string_view::npos) out += c;
    return out;
}

std::string phoneDigits(std::string_view phone)
{
    auto digits = without("()-. +/", phone);
    if (digits.size() == 11 && digits.front() == '1') digits.erase(0, 1);
    return digits;
}

void writeContact(SegmentWriter& out, std::string_view name, std::string_view phone)
{
    out.begin("PER").code("IC").text(name, 60).code("TE").digits(phoneDigits(phone), 10, Need::required).end();
}

/// NM1 up to the suffix (NM107).
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
    out.begin("DMG").code("D8").code(person.birthDate->compact()).code(sex).end();
}

}  // namespace

void writeSubmitterAndReceiver(SegmentWriter& out, const Submitter& submitter)
{
    out.setLoop("1000A");
    out.begin("NM1").code("41").code("2").text(submitter.name, 60, Need::required).skip(4).code("46");
    out.id(submitter.id, 2, 80, Need::required).end();
    writeContact(out, submitter.contactName, submitter.phone);
    out.setLoop("1000B");
    out.begin("NM1").code("40").code("2").text(submitter.receiverName, 60, Need::required).skip(4).code("46");
    out.id(submitter.receiverId, 2, 80, Need::required).end();
}

void writeBillingProvider(SegmentWriter& out, const Provider& provider)
{
    out.setLoop("2010AA");
    writeProviderName(out, "85", provider, Kind::personOrOrganization, Need::required);
    writeAddress(out, provider.address, Zip::nine);
    out.begin("REF").choice(provider.taxIdType, "EI SY").digits(without("-", provider.taxId), 9, Need::required).end();
    if (!text::trim(provider.contactName).empty() && !text::trim(provider.phone).empty())
        writeContact(out, provider.contactName, provider.phone);
}

void writeSubscriber(SegmentWriter& out, const Person& person, std::string_view memberId, bool isPatient)
{
    out.setLoop("2010BA");
    writePersonName(out, "IL", person);
    out.code("MI").id(memberId, 2, 80, Need::required).end();
    if (!isPatient) return;
    writeAddress(out, person.address, Zip::fiveOrNine);
    writeDemographics(out, person);
}

void writePayer(SegmentWriter& out, const Payer& payer)
{
    out.setLoop("2010BB");
    out.begin("NM1").code("PR").code("2").text(payer.name, 60, Need::required).skip(4).code("PI");
    out.id(payer.payerId, 2, 80, Need::required).end();
    if (!payer.address.isEmpty()) writeAddress(out, payer.address, Zip::fiveOrNine);
}

void writePatient(SegmentWriter& out, const Person& person)
{
    out.setLoop("2010CA");
    writePersonName(out, "QC", person);
    out.end();
    writeAddress(out, person.address, Zip::fiveOrNine);
    writeDemographics(out, person);
}

void writeAddress(SegmentWriter& out, const Address& address, Zip zip)
{
    out.begin("N3").text(address.line1, 55, Need::required).text(address.line2, 55).end();
    const auto postalCode = without("- ", address.postalCode);
    const std::size_t digits = zip == Zip::nine || postalCode.size() > 5 ? 9 : 5;
    out.begin("N4").text(address.city, 30, Need::required).id(address.state, 2, 2, Need::required);
    out.digits(postalCode, digits, Need::required).end();
}

void writeProviderName(SegmentWriter& out, std::string_view entity, const Provider& provider, Kind kind, Need npi)
{
    out.begin("NM1").code(entity);
    if (provider.isOrganization()) {
        if (kind == Kind::personOnly) out.refuse("CLAIM-201", "NM102", "this provider must be a person");
        out.code("2").text(provider.organization, 60, Need::required).skip(4);
    } else {
        out.code("1").text(provider.lastName, 60, Need::required).text(provider.firstName, 35);
        out.text(provider.middleName, 25).skip().text(provider.suffix, 10);
    }
    // NM108 stands only beside an NM109.
    out.code(npi == Need::optional && text::trim(provider.npi).empty() ? "" : "XX").digits(provider.npi, 10, npi).end();
}

void writeTaxonomy(SegmentWriter& out, std::string_view role, std::string_view taxonomy)
{
    if (text::trim(taxonomy).empty()) return;
    out.begin("PRV").code(role).code("PXC").id(taxonomy, 10, 10).end();
}

void writeDay(SegmentWriter& out, std::string_view qualifier, std::optional<Date> day)
{
    if (day) out.begin("DTP").code(qualifier).code("D8").code(day->compact()).end();
}

void writeReference(SegmentWriter& out, std::string_view qualifier, std::string_view value)
{
    if (!text::trim(value).empty()) out.begin("REF").code(qualifier).id(value, 1, 50).end();
}

void writeNote(SegmentWriter& out, std::string_view note)
{
    if (!text::trim(note).empty()) out.begin("NTE").code("ADD").text(note, 80, Need::required).end();
}

}  // namespace cw::professional
