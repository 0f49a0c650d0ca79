#include "import/documents/hl7/people.h"

#include "base/text.h"
#include "import/documents/hl7/timestamp.h"

#include <algorithm>
#include <array>

namespace cw::hl7 {

namespace {

constexpr std::size_t mostIdentifiers = 100;
constexpr std::string_view npiAuthority = "2.16.840.1.113883.4.6";
/// HL7 table 0203: numbers of persons and of insurance, never of a record.
constexpr std::array<std::string_view, 19> noRecordNumbers = {"SS",   "SSN", "DL", "DLN", "MC", "MCD", "MCR",
                                                              "MA",   "MB",  "MI", "SN",  "HC", "JHN", "NH",
                                                              "NIIP", "PPN", "WC", "AN",  "VN"};

/// 45 CFR 162.406: ten digits, the first 1 or 2, check digit by Luhn over "80840" and the number.
bool isNpi(std::string_view digits)
{
    if (digits.size() != 10 || !text::isDigits(digits) || digits.front() > '2' || digits.front() == '0') return false;
    int sum = 24;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[i] - '0';
        const int doubled = digit * 2;
        sum += i % 2 == 0 ? doubled / 10 + doubled % 10 : digit;
    }
    return sum % 10 == 0;
}

/// The NPI of an XCN: what says that it is one, or what says nothing and can only be one.
std::string readNpi(const Field& xcn)
{
    auto number = xcn.text(1, 1);
    const auto type = text::upperAscii(xcn.text(13, 1));
    const auto authority = xcn.component(9);
    const bool isSaid = type == "NPI" || authority.subcomponent(2).text() == npiAuthority ||
                        text::upperAscii(authority.subcomponent(1).text()) == "NPI" ||
                        text::upperAscii(xcn.text(8, 1)) == "NPI";
    if (isSaid ? number.size() == 10 && text::isDigits(number) : type.empty() && isNpi(number)) return number;
    return {};
}

std::optional<Sex> readSex(const std::string& code)
{
    if (code.empty()) return std::nullopt;
    if (code == "M" || code == "m") return Sex::male;
    if (code == "F" || code == "f") return Sex::female;
    return Sex::unknown;
}

/// The first number that is no mail address: XTN.1, else XTN.12, else area code and number.
std::string readPhone(const std::vector<Field>& numbers)
{
    for (const auto& xtn : numbers) {
        const auto use = text::upperAscii(xtn.text(2));
        if (use == "NET" || text::upperAscii(xtn.text(3)) == "INTERNET") continue;
        for (const auto& number : {xtn.text(1), xtn.text(12), xtn.text(6) + xtn.text(7)})
            if (!number.empty()) return number;
    }
    return {};
}

/// The first name told: PID-5 begins with the legal or primary one (section 3.4.2.5).
Field firstName(const Segment& segment, int number)
{
    const auto names = segment.repetitions(number);
    const auto told = std::find_if(names.begin(), names.end(), [](const Field& name) {
        return !name.text(1, 1).empty() || !name.text(2, 1).empty();
    });
    return told == names.end() ? segment.first(number) : *told;
}

bool isRecordNumber(const Identifier& identifier)
{
    const auto type = text::upperAscii(identifier.type);
    return std::find(noRecordNumbers.begin(), noRecordNumbers.end(), type) == noRecordNumbers.end();
}

/// Puts the record number first: type MR, else PI, else the first that can be one.
void putRecordNumberFirst(std::vector<Identifier>& all)
{
    const auto ofType = [&](std::string_view type) {
        return std::find_if(all.begin(), all.end(),
                            [&](const Identifier& identifier) { return identifier.type == type; });
    };
    auto chosen = ofType("MR");
    if (chosen == all.end()) chosen = ofType("PI");
    if (chosen == all.end()) chosen = std::find_if(all.begin(), all.end(), isRecordNumber);
    if (chosen != all.end()) std::rotate(all.begin(), chosen, chosen + 1);
}

}  // namespace

std::string readAuthority(const Field& hd)
{
    auto name = hd.subcomponent(1).text();
    if (name.empty()) name = hd.subcomponent(2).text();
    if (name.starts_with("urn:oid:")) name.erase(0, 8);
    return name;
}

Identifier readIdentifier(const Field& cx)
{
    return {readAuthority(cx.component(4)), cx.text(1, 1), cx.text(5, 1)};
}

void readName(const Field& xpn, Person& person)
{
    person.lastName = xpn.text(1, 1);
    person.firstName = xpn.text(2, 1);
    person.middleName = xpn.text(3, 1);
    person.suffix = xpn.text(4, 1);
}

Address readAddress(const Field& xad)
{
    Address address;
    address.line1 = xad.text(1, 1);
    address.line2 = xad.text(2, 1);
    address.city = xad.text(3, 1);
    address.state = xad.text(4, 1);
    address.postalCode = xad.text(5, 1);
    return address;
}

IncomingPatient readPatient(const Segment& pid)
{
    IncomingPatient patient;
    auto& all = patient.identifiers;
    for (const int number : {3, 2, 4})
        for (const auto& cx : pid.repetitions(number)) {
            auto identifier = readIdentifier(cx);
            const bool isKnown = std::any_of(all.begin(), all.end(), [&](const Identifier& other) {
                return other.value == identifier.value &&
                       (identifier.authority.empty() || other.authority == identifier.authority);
            });
            if (!identifier.value.empty() && !isKnown && all.size() < mostIdentifiers)
                all.push_back(std::move(identifier));
        }
    putRecordNumberFirst(all);
    auto& person = patient.person;
    if (!all.empty() && isRecordNumber(all.front())) person.mrn = all.front().value;
    readName(firstName(pid, 5), person);
    person.birthDate = parseTimestamp(pid.text(7)).date;
    person.sex = readSex(pid.text(8));
    person.address = readAddress(pid.first(11));
    person.phone = readPhone(pid.repetitions(13));
    return patient;
}

std::optional<Identifier> readMergedFrom(const Segment& mrg)
{
    for (const int number : {1, 4}) {
        std::vector<Identifier> all;
        for (const auto& cx : mrg.repetitions(number)) {
            auto identifier = readIdentifier(cx);
            if (!identifier.value.empty()) all.push_back(std::move(identifier));
        }
        putRecordNumberFirst(all);
        if (!all.empty() && isRecordNumber(all.front())) return all.front();
    }
    return std::nullopt;
}

std::optional<Provider> readProvider(const Field& xcn)
{
    Provider provider;
    provider.npi = readNpi(xcn);
    provider.lastName = xcn.text(2, 1);
    provider.firstName = xcn.text(3, 1);
    provider.middleName = xcn.text(4, 1);
    provider.suffix = xcn.text(5, 1);
    if (provider.npi.empty() && provider.lastName.empty()) return std::nullopt;
    return provider;
}

std::string readableProvider(const Field& xcn)
{
    const auto last = xcn.text(2, 1);
    const auto first = xcn.text(3, 1);
    if (last.empty()) return first.empty() ? xcn.text(1, 1) : first;
    auto name = last;
    if (!first.empty()) name += ", " + first;
    const auto degree = xcn.text(7, 1);
    return degree.empty() ? name : name + ", " + degree;
}

}  // namespace cw::hl7
