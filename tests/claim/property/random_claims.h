#pragma once

#include "claim/claim_file.h"
#include "encounter/payer_answer.h"
#include "tests/claim/property/dice.h"

#include <string>

namespace cw::property {

/// An encounter with the coverage it is billed to. All of it is valid by the facts sheets; people are made up.
struct RandomClaim {
    Encounter encounter;
    CoverageRank billed = CoverageRank::primary;
};

/// Visits between this day and 40 days later; the files are of `fileDay`.
inline Date firstDay()
{
    return Date::of(2025, 1, 1);
}
inline Date fileDay()
{
    return Date::of(2025, 3, 18);
}

RandomClaim professionalClaim(Dice& dice, const std::string& encounterId);
RandomClaim institutionalClaim(Dice& dice, const std::string& encounterId);

// The parts, for both kinds.
Person randomPerson(Dice& dice);
Address randomAddress(Dice& dice, bool nineDigits);
Provider randomProvider(Dice& dice, bool organization);
Provider randomBilling(Dice& dice);
/// Coverages of 1 to 3 payers, which of them is billed, and the answers of those before it (the lines must be there).
void addCoverages(Dice& dice, RandomClaim& claim);
void addDiagnoses(Dice& dice, Encounter& encounter, std::size_t most);
std::vector<QualifiedReference> randomReferences(Dice& dice, const std::vector<std::string>& kinds);
std::vector<Paperwork> randomPaperwork(Dice& dice);
std::vector<std::string> randomModifiers(Dice& dice);
DrugCode randomDrug(Dice& dice);

}  // namespace cw::property
