#include "encounter/parties.h"

namespace cw {

namespace {

std::string familyFirst(const std::string& last, const std::string& first, const std::string& middle,
                        const std::string& suffix)
{
    std::string name = last;
    if (!suffix.empty()) name += " " + suffix;
    if (!first.empty()) name += ", " + first;
    if (!middle.empty()) name += " " + middle;
    return name;
}

}  // namespace

std::string displayName(const Person& person)
{
    return familyFirst(person.lastName, person.firstName, person.middleName, person.suffix);
}

std::string displayName(const Provider& provider)
{
    if (provider.isOrganization()) return provider.organization;
    return familyFirst(provider.lastName, provider.firstName, provider.middleName, provider.suffix);
}

}  // namespace cw
