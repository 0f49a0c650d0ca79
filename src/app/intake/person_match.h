#pragma once

#include "encounter/parties.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::app {

/// A name as it is compared: letters and digits alone, without case, accents, blanks, hyphens and apostrophes.
std::string foldedName(std::string_view name);
/// The same, or one is the beginning of the other ("B", "Bern" and "Bernadette Ann" agree). Missing agrees with anything.
bool givenNamesAgree(std::string_view one, std::string_view other);

/// What contradicts: "family name", "given name", "birth date", "sex", in this order; never the values. What either side
/// does not say contradicts nothing, and neither does an unknown sex.
std::vector<std::string> differences(const Person& known, const Person& told);

/// The known person with what is newly told and was missing: longer given name, middle name, suffix, birth date, sex,
/// address, phone. `isDecided`: a person has said that both are the same, so what is told replaces what was known. The
/// mrn stays.
Person updatedPerson(const Person& known, const Person& told, bool isDecided);

}  // namespace cw::app
