#include "claim/paper/words.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::paper {

namespace {

std::string joined(std::initializer_list<std::string_view> parts, std::string_view between)
{
    std::string out;
    for (const auto part : parts) {
        const auto text = text::trim(part);
        if (text.empty()) continue;
        if (!out.empty()) out += between;
        out += text;
    }
    return out;
}

}  // namespace

std::string sixSplit(Date day)
{
    const auto d = day.compact();
    return fmt::format("{} {} {}", d.substr(4, 2), d.substr(6, 2), d.substr(2, 2));
}

std::string eightSplit(Date day)
{
    const auto d = day.compact();
    return fmt::format("{} {} {}", d.substr(4, 2), d.substr(6, 2), d.substr(0, 4));
}

std::string sixDigits(Date day)
{
    return without(" ", sixSplit(day));
}

std::string eightDigits(Date day)
{
    return without(" ", eightSplit(day));
}

std::string hourOf(const LocalMinute& when)
{
    return fmt::format("{:02}", when.minuteOfDay / 60);
}

std::string without(std::string_view signs, std::string_view text)
{
    std::string out;
    for (const char c : text::trim(text))
        if (signs.find(c) == std::string_view::npos) out += c;
    return out;
}

std::string zipWithDash(std::string_view postalCode)
{
    auto digits = without("- ", postalCode);
    if (digits.size() == 9) digits.insert(5, "-");
    return digits;
}

std::string quantityText(Quantity quantity)
{
    return quantity.decimal();
}

std::optional<Phone> phoneOf(std::string_view text)
{
    auto digits = without("()-. +/", text);
    if (digits.size() == 11 && digits.front() == '1') digits.erase(0, 1);
    if (digits.size() != 10 || !text::isDigits(digits)) return std::nullopt;
    return Phone{.area = digits.substr(0, 3), .number = digits.substr(3)};
}

std::string listName(const Person& person)
{
    const auto last = without(",", joined({person.lastName, person.suffix}, " "));
    const auto middle = without(".,", person.middleName);
    // The initial may be of more than one byte.
    std::size_t initial = middle.empty() ? 0 : 1;
    while (initial < middle.size() && (static_cast<unsigned char>(middle[initial]) & 0xC0U) == 0x80U) ++initial;
    return joined({last, without(",", person.firstName), middle.substr(0, initial)}, ", ");
}

std::string spokenName(const Provider& provider)
{
    if (provider.isOrganization()) return without(",", provider.organization);
    return without(",", joined({provider.firstName, provider.middleName, provider.lastName, provider.suffix}, " "));
}

std::string cityLine(const Address& address)
{
    return joined({address.city, address.state, zipWithDash(address.postalCode)}, " ");
}

std::string streetLine(const Address& address)
{
    return joined({address.line1, address.line2}, " ");
}

const Person* insuredOf(const Encounter& encounter, const Coverage& coverage)
{
    if (coverage.relationship == Relationship::self) return &encounter.patient;
    return coverage.subscriber ? &*coverage.subscriber : nullptr;
}

std::vector<const Coverage*> othersOf(const Encounter& encounter, CoverageRank billed)
{
    std::vector<const Coverage*> others;
    for (const auto& coverage : encounter.coverages)
        if (coverage.rank != billed) others.push_back(&coverage);
    std::stable_sort(others.begin(), others.end(),
                     [](const Coverage* a, const Coverage* b) { return a->rank < b->rank; });
    return others;
}

std::string_view numberOfKind(const ClaimDetails& claim, std::string_view own, std::string_view qualifier)
{
    if (const auto number = text::trim(own); !number.empty()) return number;
    for (const auto& one : claim.references)
        if (one.qualifier == qualifier) return text::trim(one.value);
    return {};
}

const QualifiedReference* numberAtPayer(const Provider& provider)
{
    for (const auto& one : provider.references)
        for (const std::string_view kind : {"0B", "1G", "G2", "LU"})
            if (one.qualifier == kind && !text::trim(one.value).empty()) return &one;
    return nullptr;
}

}  // namespace cw::paper
