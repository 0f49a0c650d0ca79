#pragma once

#include "encounter/encounter.h"
#include "import/json_object.h"

namespace cw {

/// `diagnoses` and `procedures` of encounter JSON, in and out.

/// Reads `diagnoses` into the encounter, then `procedures`, whose pointers name them. `ids` gives the ids of the rows.
void readLines(JsonObject& json, Encounter& into, IdSource& ids);

Json writeDiagnoses(const Encounter& encounter);
Json writeProcedures(const Encounter& encounter);

}  // namespace cw
