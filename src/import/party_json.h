#pragma once

#include "encounter/parties.h"
#include "import/json_object.h"

namespace cw {

/// The people and organisations of encounter JSON, in and out.

/// `isPatient`: record number and names are needed.
Person readPerson(JsonObject& json, bool isPatient);
Json writePerson(const Person& person);

Providers readProviders(JsonObject json);
Json writeProviders(const Providers& providers);

Address readAddress(JsonObject json);
Json writeAddress(const Address& address);

/// The array member `coverages` of an encounter. A missing rank is taken from the position.
std::vector<Coverage> readCoverages(JsonObject& encounter);
Json writeCoverages(const std::vector<Coverage>& coverages);

}  // namespace cw
