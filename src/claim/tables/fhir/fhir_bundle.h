#pragma once

#include "claim/tables/fhir/fhir_parts.h"
#include "encounter/encounter.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace cw::fhir_out {

/// The entries of a Bundle. What is the same twice stands once: a resource has its name from its own text, so that two
/// claims with another address of the same person keep both.
class Entries {
public:
    /// Adds the resource unless it stands already; returns a Reference to it.
    Json add(const Json& resource);
    /// Adds it under a name of its own and returns its entry as JSON text.
    const std::string& addNamed(std::string_view key, const Json& resource);
    std::string bundle() const;

private:
    std::vector<std::string> m_texts;
    std::unordered_set<std::string> m_known;
};

/// Resources of people and organisations; nothing about them is left out that the claim files carry.
Json patient(const Person& person);
Json subscriber(const Person& person, const Json& patientReference);
Json provider(const Provider& provider);  ///< Practitioner or Organization.
Json location(const Provider& facility);
Json payer(const Payer& payer);
Json coverage(const Encounter& encounter, const Coverage& coverage, const Json& patientReference, Entries& entries);
Json visit(const Encounter& encounter, const Json& patientReference);

}  // namespace cw::fhir_out
