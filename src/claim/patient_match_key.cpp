#include "claim/claim_repository.h"
#include "claim/x12/characters.h"

namespace cw {

namespace {

/// As a claim would send it, so that a name with accents meets what a payer sends back.
std::string lettersOf(std::string_view name)
{
    std::vector<x12::Replacement> ignored;
    std::string letters;
    for (const char c : x12::toSendable(name, ignored))
        if (c >= 'A' && c <= 'Z') letters += c;
    return letters;
}

}  // namespace

std::string patientMatchKey(std::string_view lastName, std::string_view firstName, std::optional<Date> birthDate)
{
    return lettersOf(lastName) + "|" + lettersOf(firstName) + "|" + (birthDate ? birthDate->compact() : std::string());
}

}  // namespace cw
