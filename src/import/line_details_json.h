#pragma once

#include "encounter/encounter.h"
#include "import/json_object.h"
#include "import/json_writer.h"

namespace cw {

/// The members of an entry of `procedures` that LineDetails holds. Those that are not set are not written.
LineDetails readDetails(JsonObject& line);
void writeDetails(JsonWriter& writer, const LineDetails& details);

}  // namespace cw
