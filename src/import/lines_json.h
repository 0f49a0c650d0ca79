#pragma once

#include "encounter/encounter.h"
#include "import/json_object.h"
#include "import/json_writer.h"

namespace cw {

/// `diagnoses` and `procedures` of encounter JSON, in and out.

/// Reads `diagnoses` into the encounter, then `procedures`, whose pointers name them. `ids` gives the ids of the rows.
void readLines(JsonObject& json, Encounter& into, IdSource& ids);

void writeDiagnoses(JsonWriter& writer, const Encounter& encounter);
void writeProcedures(JsonWriter& writer, const Encounter& encounter);

/// LineDetails with the member names of `procedures` as compact JSON, for the store; empty text when it is empty.
std::string writeLineDetails(const LineDetails& details);
/// What writeLineDetails() wrote. Fails with invalidInput (IMPORT-060 to -063, IMPORT-066).
Result<LineDetails> readLineDetails(std::string_view json);

}  // namespace cw
