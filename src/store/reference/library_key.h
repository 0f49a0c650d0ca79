#pragma once

#include "store/reference/reference_library.h"

#include <string>

namespace cw::store {

/// Names every installed release and list: changes when one comes or goes, by whatever connection. Cheap to ask often.
Result<std::string> libraryKey(ReferenceLibrary& library);

}  // namespace cw::store
