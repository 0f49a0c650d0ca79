#pragma once

#include "encounter/parties.h"
#include "import/json_object.h"
#include "import/json_writer.h"

namespace cw {

/// The people and organisations of encounter JSON, in and out. A write function writes one value.

/// `isPatient`: record number and names are needed.
Person readPerson(JsonObject& json, bool isPatient);
void writePerson(JsonWriter& writer, const Person& person);

Provider readProvider(JsonObject& json);
void writeProvider(JsonWriter& writer, const Provider& provider);

Providers readProviders(JsonObject json);
void writeProviders(JsonWriter& writer, const Providers& providers);

Address readAddress(JsonObject json);
void writeAddress(JsonWriter& writer, const Address& address);

/// The array member `coverages` of an encounter. A missing rank is taken from the position.
std::vector<Coverage> readCoverages(JsonObject& encounter);
void writeCoverages(JsonWriter& writer, const std::vector<Coverage>& coverages);

}  // namespace cw
