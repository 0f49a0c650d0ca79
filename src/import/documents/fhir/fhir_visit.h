#pragma once

#include "import/documents/fhir/fhir_groups.h"
#include "import/documents/incoming.h"

namespace cw::fhir {

/// What the group's Encounter tells: number, period, class, place, providers, disposition, coverages. Of an encounter
/// that the file only refers to, its number.
IncomingVisit visitOf(const Group& group, const std::vector<int>& coverages, const ResourceIndex& index);

/// Encounter.status of a visit that took or takes place: it may be registered.
bool isRegistered(const Node& encounter) noexcept;

}  // namespace cw::fhir
