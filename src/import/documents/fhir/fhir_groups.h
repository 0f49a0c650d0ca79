#pragma once

#include "import/documents/fhir/fhir_file.h"

namespace cw::fhir {

/// The resources of one patient that belong to one encounter, or to none.
struct Group {
    const Node* patient = nullptr;             ///< Patient, in the file or contained.
    const Node* patientReference = nullptr;    ///< When the file has no such Patient.
    const Node* encounter = nullptr;           ///< Encounter.
    const Node* encounterReference = nullptr;  ///< When the file has no such Encounter.
    std::vector<int> members;                  ///< Positions of its own resources, in the order of the file.
};

/// What a file holds, sorted out.
struct Grouping {
    std::vector<Group> groups;  ///< In the order of their first resources.
    std::unordered_map<int, std::vector<int>>
        results;                            ///< Observations of a DiagnosticReport, panels with their members.
    std::unordered_map<int, int> reportOf;  ///< The report that an Observation belongs to.
    std::unordered_map<const Node*, std::vector<int>> coverages;  ///< Of a Patient.
    std::vector<RefusedRecord> refused;                           ///< Subject and encounter of two patients.
    std::map<std::string, int> others;  ///< Resources of kinds that are not used, and of subjects who are no patients.
};

/// An Observation goes with the first report that names it, when both are of one patient. Never guesses: what names no
/// patient and no encounter is a group of its own.
Grouping groupResources(const ResourceFile& file, const ResourceIndex& index);

/// Positions of what the members refer to and what their item is read with: patient, encounter, practitioners,
/// organisations, places, medications, contents, coverages; none of the members.
std::vector<int> contextOf(const Group& group, const std::vector<int>& coverages, const ResourceIndex& index);

/// Coverages of the group's visit: those its claims name, else all of the patient's that were in force. In force: not
/// cancelled, draft or entered in error, and the period holds the day.
std::vector<int> coveragesOf(const Group& group, const Grouping& grouping, const ResourceIndex& index);

}  // namespace cw::fhir
