#pragma once

#include "edits/engine/encounter_view.h"
#include "edits/rules.h"
#include "edits/tables/rule_tables.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// One rule at work on one encounter: what a check function reads, and where it reports.
class RuleRun {
public:
    RuleRun(const Rule& rule, const EncounterView& view, EditReport& report)
        : m_rule(rule), m_view(view), m_report(report)
    {}

    const Encounter& encounter() const noexcept { return m_view.encounter; }
    const EditFacts& facts() const noexcept { return m_view.facts; }
    const EncounterView& view() const noexcept { return m_view; }
    const RuleTables& tables() const noexcept { return *m_view.facts.tables; }
    const RuleData& data() const noexcept { return m_view.facts.tables->data(); }
    const Rule& rule() const noexcept { return m_rule; }

    /// Adds the rule's id, its source when the finding has none, whether it can be attested, and the subjects that
    /// follow from `diagnosis` and `procedure`. A finding may be milder than its rule, never more severe.
    void report(Finding finding);
    /// A table that the rule needs and that does not cover the date; the same one twice counts once.
    void notChecked(std::string_view table, Date date);

private:
    const Rule& m_rule;
    const EncounterView& m_view;
    EditReport& m_report;
};

/// The beginnings of findings: place, codes, field and subjects of rows; the caller adds message and fix.
Finding findingAt(const DiagnosisView& diagnosis, Severity severity = Severity::error);
Finding findingAt(const DiagnosisView& diagnosis, const DiagnosisView& other, Severity severity);
Finding findingAt(const LineView& line, Field field, Severity severity = Severity::error);  ///< "/procedures/1"
Finding findingAt(const LineView& line, std::string_view member, Field field, Severity severity);
Finding findingAt(const LineView& line, const LineView& other, Field field, Severity severity);
/// Of the encounter as a whole: pointer such as "/claim/conditions".
Finding findingAt(std::string pointer, Field field, Severity severity = Severity::error);

// Remedies with their labels.
Remedy addCode(std::string_view dotted, const DiagnosisView* after = nullptr);
Remedy replaceBy(const DiagnosisView& diagnosis, std::string_view dotted);
Remedy removeCode(const DiagnosisView& diagnosis);
Remedy placeAfter(const DiagnosisView& diagnosis, const DiagnosisView& other);
Remedy makeFirst(const DiagnosisView& diagnosis);
Remedy removeLine(const LineView& line);
Remedy appendModifier(const LineView& line, std::string_view modifier);
Remedy removeModifier(const LineView& line, std::string_view modifier);
Remedy setPoa(const DiagnosisView& diagnosis, std::string_view indicator);
Remedy setUnits(const LineView& line, Quantity units);

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
