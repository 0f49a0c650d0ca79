#include "app/intake/person_match.h"

#include "chart/chart_search.h"

namespace cw::app {

namespace {

bool isKept(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

void take(std::string& into, const std::string& told, bool replaces)
{
    if (!told.empty() && (into.empty() || replaces)) into = told;
}

}  // namespace

std::string foldedName(std::string_view name)
{
    auto folded = foldForSearch(name, nullptr);
    std::erase_if(folded, [](char c) { return !isKept(c); });
    return folded;
}

bool givenNamesAgree(std::string_view one, std::string_view other)
{
    const auto left = foldedName(one);
    const auto right = foldedName(other);
    return left.starts_with(right) || right.starts_with(left);
}

std::vector<std::string> differences(const Person& known, const Person& told)
{
    std::vector<std::string> found;
    const auto knownFamily = foldedName(known.lastName);
    const auto toldFamily = foldedName(told.lastName);
    if (!knownFamily.empty() && !toldFamily.empty() && knownFamily != toldFamily) found.emplace_back("family name");
    if (!givenNamesAgree(known.firstName, told.firstName)) found.emplace_back("given name");
    if (known.birthDate && told.birthDate && *known.birthDate != *told.birthDate) found.emplace_back("birth date");
    const auto knownSex = known.sex.value_or(Sex::unknown);
    const auto toldSex = told.sex.value_or(Sex::unknown);
    if (knownSex != Sex::unknown && toldSex != Sex::unknown && knownSex != toldSex) found.emplace_back("sex");
    return found;
}

Person updatedPerson(const Person& known, const Person& told, bool isDecided)
{
    Person person = known;
    take(person.lastName, told.lastName, isDecided);
    const bool isLonger = foldedName(told.firstName).size() > foldedName(known.firstName).size();
    take(person.firstName, told.firstName, isDecided || isLonger);
    take(person.middleName, told.middleName, isDecided);
    take(person.suffix, told.suffix, isDecided);
    if (told.birthDate && (!person.birthDate || isDecided)) person.birthDate = told.birthDate;
    const bool saysSex = told.sex && *told.sex != Sex::unknown;
    const bool knowsSex = person.sex && *person.sex != Sex::unknown;
    if (saysSex && (!knowsSex || isDecided)) person.sex = told.sex;
    if (!told.address.isEmpty() && (person.address.isEmpty() || isDecided)) person.address = told.address;
    take(person.phone, told.phone, isDecided);
    return person;
}

}  // namespace cw::app
