#pragma once

#include "encounter/encounter.h"
#include "import/documents/incoming.h"

#include <optional>
#include <vector>

namespace cw::app {

/// First day of the visit: as told, else the day of admission or discharge, else the earliest day of its charges. Nothing
/// when the source gives none: a date of service is never guessed.
std::optional<Date> firstDay(const Incoming& record);

/// A new encounter of this patient without codes: number, dates, setting (professional when not told), discharge, coverage
/// and providers as the source tells them. `patient.mrn` must be the one of the registry.
Encounter encounterOf(const IncomingVisit& visit, Date from, const Person& patient);

/// The encounter with what the visit newly tells: dates, discharge and its status replace what is there; setting, place,
/// coverage, providers, address and phone only fill what is missing. Diagnoses, lines and proof stay as they are.
Encounter updatedEncounter(const Encounter& encounter, const IncomingVisit& visit, const Person& told);

/// Codes of charges as codes "from the source", but for those that a document or the record itself carries already.
std::vector<SourceCode> chargeCodes(const Incoming& record);

}  // namespace cw::app
