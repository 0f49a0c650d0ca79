#pragma once

#include "encounter/encounter.h"
#include "import/json_object.h"
#include "import/json_writer.h"

namespace cw {

/// `service` and `claim` of encounter JSON, in and out.

Service readService(JsonObject json);
void writeService(JsonWriter& writer, const Service& service);

ClaimDetails readClaimDetails(JsonObject json);
void writeClaimDetails(JsonWriter& writer, const ClaimDetails& claim);

}  // namespace cw
