#pragma once

#include "import/documents/fhir/fhir_file.h"
#include "import/documents/incoming.h"

namespace cw::fhir {

/// An Identifier as we keep it; type from its code of HL7 table 0203, else by the US systems of FHIR (us-ssn, us-mbi).
Identifier identifierOf(const Node& identifier);
/// The id that a reference names on its server ("Patient/12"), as an identifier of type RI (HL7 table 0203: resource
/// identifier); `authority` is the server's address, when it is told. Empty value when it names none.
Identifier referenceIdentifier(const Node& reference);

/// Patient as we keep it. Its resource id stands last, as type RI; it is the record number only when there is no other.
IncomingPatient patientOf(const Node& patient, const Resource* resource);
/// A patient of whom the file has a reference only: never a record number from a resource id.
IncomingPatient patientOfReference(const Node& reference);
/// Patient or RelatedPerson.
Person personOf(const Node& node);

/// Who a reference means: Practitioner, PractitionerRole with its organisation, Organization, or what the reference
/// itself says (NPI in "Practitioner?identifier=…", display). Nothing when that is nothing.
std::optional<Provider> providerOf(const Node& reference, const Resource& from, const ResourceIndex& index);
/// Name of whoever or whatever is referred to.
std::string displayOf(const Node& reference, const Resource& from, const ResourceIndex& index);
std::string displaysOf(const std::vector<Node>& references, const Resource& from, const ResourceIndex& index);

/// Coverage as we keep it (payor, class group, subscriber). The rank is left to the caller.
Coverage coverageOf(const Node& coverage, const Resource& from, const ResourceIndex& index);

}  // namespace cw::fhir
