#pragma once

#include "encounter/encounter.h"
#include "import/json_object.h"

namespace cw {

/// `service` and `claim` of encounter JSON, in and out.

Service readService(JsonObject json);
Json writeService(const Service& service);

ClaimDetails readClaimDetails(JsonObject json);
Json writeClaimDetails(const ClaimDetails& claim);

}  // namespace cw
