#pragma once

#include "encounter/encounter.h"

#include <string>

namespace cw::test {

/// An encounter that lacks nothing but codes: parties, addresses, indicators and, for stays, data of the admission.
Encounter completeEncounter(Setting setting, Date from, std::optional<Date> discharge);
/// A coverage by the payer, the patient being the member.
Coverage coverageBy(std::string filingCode, std::string payerId);
Provider serviceFacility();

/// Words that may stand in no message: names and numbers of the people above.
const std::vector<std::string>& secretWords();

}  // namespace cw::test
