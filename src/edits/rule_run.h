#pragma once

#include "edits/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// One rule at work on one encounter: what a check function reads, and where it reports.
class RuleRun {
public:
    RuleRun(std::string_view id, Severity severity, std::string_view source, const Encounter& encounter,
            const EditFacts& facts, EditReport& report)
        : m_id(id), m_severity(severity), m_source(source), m_encounter(encounter), m_facts(facts), m_report(report)
    {}

    const Encounter& encounter() const noexcept { return m_encounter; }
    const EditFacts& facts() const noexcept { return m_facts; }
    /// Adds the rule's id and source, and the subjects that follow from `diagnosis` and `procedure`. A finding may be
    /// milder than its rule, never more severe.
    void report(Finding finding);

private:
    std::string_view m_id;
    Severity m_severity;
    std::string_view m_source;
    const Encounter& m_encounter;
    const EditFacts& m_facts;
    EditReport& m_report;
};

std::string diagnosisPath(std::size_t index);                               ///< "/diagnoses/0"
std::string linePath(std::size_t index, std::string_view member = {});      ///< "/procedures/1/charge"
std::string coveragePath(std::size_t index, std::string_view member = {});  ///< "/coverages/0/payer/payer_id"

/// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& parts);
/// A code as people read it: dotted when it is an ICD-10-CM code, else as entered, cut after 12 characters because text
/// that is no code may be anything.
std::string shownDiagnosis(const Diagnosis& diagnosis);
std::string shownProcedure(const ProcedureLine& line);
/// The line's code, for Finding::codes; empty when the line has none.
std::vector<std::string> codesOf(const ProcedureLine& line);
/// "Line 2 (99213)", "Line 2" when it has no code.
std::string lineName(std::size_t index, const ProcedureLine& line);

/// The coverage that the claim goes to first, with its position; nothing when there is none.
struct PrimaryCoverage {
    std::size_t index;
    const Coverage* coverage;
};
std::optional<PrimaryCoverage> primaryCoverage(const Encounter& encounter);
/// The subscriber of the primary coverage when it is somebody else than the patient.
const Person* otherSubscriber(const Encounter& encounter);

/// Every provider the encounter names, by its member of `providers` ("billing") and in the order of the interchange form.
struct NamedProvider {
    std::string_view member;
    const Provider* provider;
};
std::vector<NamedProvider> presentProviders(const Encounter& encounter);

}  // namespace cw::edits
