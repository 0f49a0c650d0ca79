#include "tests/claim/read_back/values.h"

#include "base/text.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cw::read_back {

using strict::Loop;
using strict::Seg;

namespace {

/// X12 leaves out the zero before a point, our parsers want it.
std::string withZero(std::string_view text)
{
    if (text.starts_with("-.")) return "-0" + std::string(text.substr(1));
    return text.starts_with('.') ? "0" + std::string(text) : std::string(text);
}

bool isOneOf(std::string_view word, std::string_view words)
{
    const auto all = text::split(words, ' ');
    return std::find(all.begin(), all.end(), word) != all.end();
}

template <class Part, class Member>
void stableSort(std::vector<Part>& parts, Member member)
{
    std::stable_sort(parts.begin(), parts.end(),
                     [member](const Part& a, const Part& b) { return a.*member < b.*member; });
}

}  // namespace

Money moneyOf(std::string_view text)
{
    const auto money = Money::parse(withZero(text));
    EXPECT_TRUE(money) << text;
    return money ? *money : Money{};
}

Quantity quantityOf(std::string_view text)
{
    const auto quantity = Quantity::parse(withZero(text));
    EXPECT_TRUE(quantity) << text;
    return quantity ? *quantity : Quantity{};
}

std::optional<Date> dayOf(std::string_view text)
{
    const auto day = Date::parseCompact(text);
    EXPECT_TRUE(day) << text;
    return day ? std::optional(*day) : std::nullopt;
}

QualifiedDate datesOf(const Seg& dtp)
{
    QualifiedDate date{.qualifier = std::string(dtp.at(1)), .first = {}, .last = {}};
    date.first = dayOf(dtp.at(3).substr(0, 8));
    if (dtp.at(2) == "RD8") date.last = dayOf(dtp.at(3).substr(9));
    return date;
}

Address addressOf(const Loop& loop)
{
    Address address;
    if (const auto* n3 = loop.find("N3")) address.line1 = n3->at(1), address.line2 = n3->at(2);
    if (const auto* n4 = loop.find("N4"))
        address.city = n4->at(1), address.state = n4->at(2), address.postalCode = n4->at(3);
    return address;
}

Person personOf(const Loop& loop)
{
    Person person;
    const auto& name = *loop.find("NM1");
    person.lastName = name.at(3);
    person.firstName = name.at(4);
    person.middleName = name.at(5);
    person.suffix = name.at(7);
    person.address = addressOf(loop);
    if (const auto* dmg = loop.find("DMG")) {
        person.birthDate = dayOf(dmg->at(2));
        person.sex = dmg->at(3) == "F" ? Sex::female : dmg->at(3) == "M" ? Sex::male : Sex::unknown;
    }
    return person;
}

Provider providerOf(const Loop& loop, std::string_view taxonomyRole)
{
    Provider provider;
    const auto& name = *loop.find("NM1");
    if (name.at(2) == "2")
        provider.organization = name.at(3);
    else
        provider.lastName = name.at(3), provider.firstName = name.at(4), provider.middleName = name.at(5),
        provider.suffix = name.at(7);
    provider.npi = name.at(9);
    provider.address = addressOf(loop);
    provider.references = referencesOf(loop, "EI SY");
    if (!taxonomyRole.empty())
        if (const auto* prv = loop.find("PRV", taxonomyRole)) provider.taxonomy = prv->at(3);
    return provider;
}

std::vector<QualifiedReference> referencesOf(const Loop& loop, std::string_view without)
{
    std::vector<QualifiedReference> references;
    for (const auto* ref : loop.all("REF"))
        if (!isOneOf(ref->at(1), without)) references.push_back({std::string(ref->at(1)), std::string(ref->at(2))});
    sortByQualifier(references);
    return references;
}

std::optional<Relationship> relationshipOf(std::string_view code)
{
    using R = Relationship;
    static const std::vector<std::pair<std::string_view, R>> codes = {
        {"18", R::self},    {"01", R::spouse},     {"19", R::child},        {"G8", R::other},       {"20", R::employee},
        {"21", R::unknown}, {"39", R::organDonor}, {"40", R::cadaverDonor}, {"53", R::lifePartner},
    };
    for (const auto& [text, relationship] : codes)
        if (text == code) return relationship;
    return {};
}

std::optional<CoverageRank> rankOf(std::string_view code)
{
    if (code == "P") return CoverageRank::primary;
    if (code == "S") return CoverageRank::secondary;
    if (code == "T") return CoverageRank::tertiary;
    return {};
}

std::vector<Paperwork> paperworkOf(const Loop& loop)
{
    std::vector<Paperwork> all;
    for (const auto* pwk : loop.all("PWK"))
        all.push_back({std::string(pwk->at(1)), std::string(pwk->at(2)), std::string(pwk->at(6))});
    return all;
}

std::vector<Certification> certificationsOf(const Loop& loop, std::string_view without)
{
    std::vector<Certification> all;
    for (const auto* crc : loop.all("CRC")) {
        if (isOneOf(crc->at(1), without)) continue;
        Certification certification{.category = std::string(crc->at(1)), .applies = crc->at(2) == "Y", .codes = {}};
        for (std::size_t i = 3; i <= 7; ++i)
            if (!crc->at(i).empty()) certification.codes.emplace_back(crc->at(i));
        all.push_back(std::move(certification));
    }
    sortByQualifier(all);
    return all;
}

std::vector<Adjustment> adjustmentsOf(const Loop& loop)
{
    std::vector<Adjustment> all;
    for (const auto* cas : loop.all("CAS"))
        for (std::size_t i = 2; i <= 17 && !cas->at(i).empty(); i += 3) {
            Adjustment one{.group = std::string(cas->at(1)),
                           .reason = std::string(cas->at(i)),
                           .amount = moneyOf(cas->at(i + 1)),
                           .quantity = {}};
            if (!cas->at(i + 2).empty()) one.quantity = quantityOf(cas->at(i + 2));
            all.push_back(std::move(one));
        }
    return all;
}

void sortByQualifier(std::vector<QualifiedReference>& references)
{
    stableSort(references, &QualifiedReference::qualifier);
}

void sortByQualifier(std::vector<QualifiedDate>& dates)
{
    stableSort(dates, &QualifiedDate::qualifier);
}

void sortByQualifier(std::vector<Certification>& certifications)
{
    stableSort(certifications, &Certification::category);
}

void sortByQualifier(std::vector<QualifiedNote>& notes)
{
    stableSort(notes, &QualifiedNote::code);
}

}  // namespace cw::read_back
