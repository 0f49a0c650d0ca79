#pragma once

#include "encounter/encounter.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// What a coder does to an encounter, as functions from one value to the next. Each fails and changes nothing, or
/// returns the changed encounter; a change that would change nothing fails with conflict, so that it never lands on
/// the undo stack. `ids` gives the ids of new rows.
namespace coding {

/// Evidence is put on the diagnosis when given. A code that already stands in that role gets the evidence instead.
Result<Encounter> addDiagnosis(Encounter encounter, const Icd10CmCode& code, DiagnosisRole role,
                               const std::vector<Evidence>& evidence, IdSource& ids);
Result<Encounter> replaceDiagnosis(Encounter encounter, DiagnosisId id, const Icd10CmCode& code);
/// Pointers to it are dropped from every line.
Result<Encounter> removeDiagnosis(Encounter encounter, DiagnosisId id);
/// Moves within its role; `offset` -1 is up. Position 1 is the first-listed diagnosis.
Result<Encounter> moveDiagnosis(Encounter encounter, DiagnosisId id, int offset);
Result<Encounter> makeFirstListed(Encounter encounter, DiagnosisId id);

/// A new line takes its dates and place from the encounter, one unit, and the first four diagnoses as pointers.
Result<Encounter> addProcedure(Encounter encounter, const ProcedureCode& code, const std::vector<Evidence>& evidence,
                               IdSource& ids);
Result<Encounter> replaceProcedure(Encounter encounter, ProcedureId id, const ProcedureCode& code);
Result<Encounter> removeProcedure(Encounter encounter, ProcedureId id);
Result<Encounter> moveProcedure(Encounter encounter, ProcedureId id, int offset);
/// At most four, no duplicates (837P SV101-3 to -6).
Result<Encounter> setModifiers(Encounter encounter, ProcedureId id, const std::vector<Modifier>& modifiers);
Result<Encounter> setUnits(Encounter encounter, ProcedureId id, Quantity units);
Result<Encounter> setCharge(Encounter encounter, ProcedureId id, std::optional<Money> charge);
Result<Encounter> setServiceDates(Encounter encounter, ProcedureId id, Date from, Date to);
/// Two digits, or empty for the place of the encounter.
Result<Encounter> setPlaceOfService(Encounter encounter, ProcedureId id, std::string_view place);
/// Adds the diagnosis at the end of the line's pointers, or takes it away. At most four.
Result<Encounter> togglePointer(Encounter encounter, ProcedureId line, DiagnosisId diagnosis);
Result<Encounter> setPointers(Encounter encounter, ProcedureId line, const std::vector<DiagnosisId>& pointers);
Result<Encounter> setNdc(Encounter encounter, ProcedureId id, std::optional<DrugCode> ndc);

Result<Encounter> addEvidence(Encounter encounter, DiagnosisId target, const Evidence& evidence);
Result<Encounter> addEvidence(Encounter encounter, ProcedureId target, const Evidence& evidence);
Result<Encounter> removeEvidence(Encounter encounter, EvidenceId id);

}  // namespace coding

/// An encounter being coded, with unlimited undo and redo. Saving does not clear it.
class CodingHistory {
public:
    explicit CodingHistory(Encounter start) : m_current(std::move(start)) {}

    const Encounter& current() const noexcept { return m_current; }
    /// Takes the result of a coding function; a failed one leaves everything as it is and comes back.
    Status apply(std::string label, Result<Encounter> next);
    bool canUndo() const noexcept { return !m_past.empty(); }
    bool canRedo() const noexcept { return !m_future.empty(); }
    std::string undoLabel() const { return m_past.empty() ? std::string() : m_past.back().label; }
    std::string redoLabel() const { return m_future.empty() ? std::string() : m_future.back().label; }
    void undo();
    void redo();

private:
    struct Step {
        std::string label;
        Encounter before;
    };
    Encounter m_current;
    std::vector<Step> m_past;
    std::vector<Step> m_future;
};

}  // namespace cw
