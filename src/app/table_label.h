#pragma once

#include "codeset/reference_list.h"
#include "codeset/release.h"

#include <string>

namespace cw::app {

/// As the audit trail names it.
inline std::string labelOf(const Release& release)
{
    return std::string(toString(release.system)) + " " + release.name;
}

inline std::string labelOf(const ReferenceList& list)
{
    return std::string(toString(list.kind)) + (list.variant.empty() ? "" : " " + list.variant) + " " + list.name;
}

}  // namespace cw::app
