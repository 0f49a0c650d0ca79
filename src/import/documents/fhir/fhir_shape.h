#pragma once

#include "import/json_node.h"

#include <optional>
#include <string>

namespace cw::fhir {

/// A member that is not what FHIR R4 says it is.
struct ShapeFault {
    std::string pointer;  ///< JSON pointer within the resource: "/valueQuantity/value".
    std::string reason;   ///< "must be a number"
};

/// Whether we read resources of this kind at all.
bool isKnownKind(std::string_view resourceType);

/// The first member we read that has another type than R4 (4.0.1) gives it, contained resources too. Dates are checked
/// to be days that exist. Members we do not read are not looked at.
std::optional<ShapeFault> findShapeFault(const JsonNode& resource);

/// A member that gives away another version of FHIR than R4: STU3, DSTU2 or R5.
struct VersionSign {
    std::string member;   ///< "performer.actor"
    std::string version;  ///< "STU3 (3.0)"
};

/// Nothing when the resource may be R4.
std::optional<VersionSign> findOtherVersion(const JsonNode& resource);
/// A CMS Blue Button claim: these are sent in their STU3 form to this day. We read codes only, which stand alike in both.
bool isBlueButtonClaim(const JsonNode& resource);

}  // namespace cw::fhir
