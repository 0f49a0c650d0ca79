#include "encounter/coding.h"

#include <algorithm>
#include <utility>

namespace cw {

namespace {

constexpr std::size_t maxPointers = 4;   // 837P SV107: four pointers.
constexpr std::size_t maxModifiers = 4;  // 837P SV101-3 to SV101-6.

Error unchanged()
{
    return {ErrorKind::conflict, "ENCOUNTER-010", "nothing to change"};
}

Diagnosis* diagnosisOf(Encounter& encounter, DiagnosisId id)
{
    return const_cast<Diagnosis*>(std::as_const(encounter).find(id));
}

ProcedureLine* lineOf(Encounter& encounter, ProcedureId id)
{
    return const_cast<ProcedureLine*>(std::as_const(encounter).find(id));
}

Error noDiagnosis()
{
    return {ErrorKind::notFound, "ENCOUNTER-011", "this diagnosis is no longer on the encounter"};
}

Error noLine()
{
    return {ErrorKind::notFound, "ENCOUNTER-012", "this procedure line is no longer on the encounter"};
}

/// Adds what is not there yet (same place in the same document); true when something was added.
bool mergeEvidence(std::vector<Evidence>& into, const std::vector<Evidence>& more)
{
    bool added = false;
    for (const auto& item : more) {
        const bool known =
            std::any_of(into.begin(), into.end(), [&item](const Evidence& e) { return e.span == item.span; });
        if (known) continue;
        into.push_back(item);
        added = true;
    }
    return added;
}

/// Changes one line by `change`, which says whether it changed anything.
template <class Change>
Result<Encounter> changeLine(Encounter encounter, ProcedureId id, Change change)
{
    auto* line = lineOf(encounter, id);
    if (line == nullptr) return noLine();
    const ProcedureLine before = *line;
    CW_CHECK(change(encounter, *line));
    if (*line == before) return unchanged();
    return encounter;
}

template <class Row>
bool moveRow(std::vector<Row>& rows, std::size_t from, int offset)
{
    const auto to = static_cast<std::ptrdiff_t>(from) + offset;
    if (offset == 0 || to < 0 || to >= static_cast<std::ptrdiff_t>(rows.size())) return false;
    Row row = std::move(rows[from]);
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(from));
    rows.insert(rows.begin() + to, std::move(row));
    return true;
}

template <class Row, class RowId>
std::size_t indexOf(const std::vector<Row>& rows, RowId id)
{
    return static_cast<std::size_t>(
        std::find_if(rows.begin(), rows.end(), [id](const Row& row) { return row.id == id; }) - rows.begin());
}

}  // namespace

namespace coding {

Result<Encounter> addDiagnosis(Encounter encounter, const Icd10CmCode& code, DiagnosisRole role,
                               const std::vector<Evidence>& evidence, IdSource& ids)
{
    for (auto& diagnosis : encounter.diagnoses) {
        if (diagnosis.role != role || diagnosis.code.text != code.compact()) continue;
        if (!mergeEvidence(diagnosis.evidence, evidence))
            return Error{ErrorKind::conflict, "ENCOUNTER-013", code.dotted() + " is on the encounter already"};
        return encounter;
    }
    Diagnosis diagnosis;
    diagnosis.id = DiagnosisId{ids.next()};
    diagnosis.role = role;
    diagnosis.code.text = std::string(code.compact());
    diagnosis.evidence = evidence;
    encounter.diagnoses.push_back(std::move(diagnosis));
    return encounter;
}

Result<Encounter> replaceDiagnosis(Encounter encounter, DiagnosisId id, const Icd10CmCode& code)
{
    auto* diagnosis = diagnosisOf(encounter, id);
    if (diagnosis == nullptr) return noDiagnosis();
    if (diagnosis->code.text == code.compact()) return unchanged();
    for (const auto& other : encounter.diagnoses)
        if (other.id != id && other.role == diagnosis->role && other.code.text == code.compact())
            return Error{ErrorKind::conflict, "ENCOUNTER-014", code.dotted() + " is on the encounter already"};
    diagnosis->code.text = std::string(code.compact());
    return encounter;
}

Result<Encounter> removeDiagnosis(Encounter encounter, DiagnosisId id)
{
    if (std::erase_if(encounter.diagnoses, [id](const Diagnosis& d) { return d.id == id; }) == 0) return noDiagnosis();
    for (auto& line : encounter.procedures) std::erase(line.pointers, id);
    return encounter;
}

Result<Encounter> moveDiagnosis(Encounter encounter, DiagnosisId id, int offset)
{
    const auto from = indexOf(encounter.diagnoses, id);
    if (from == encounter.diagnoses.size()) return noDiagnosis();
    // Rows of other roles are stepped over, so that a key press always shows.
    auto to = static_cast<std::ptrdiff_t>(from);
    const int step = offset < 0 ? -1 : 1;
    for (int left = std::abs(offset); left > 0;) {
        to += step;
        if (to < 0 || to >= static_cast<std::ptrdiff_t>(encounter.diagnoses.size())) return unchanged();
        if (encounter.diagnoses[static_cast<std::size_t>(to)].role == encounter.diagnoses[from].role) --left;
    }
    if (!moveRow(encounter.diagnoses, from, static_cast<int>(to - static_cast<std::ptrdiff_t>(from))))
        return unchanged();
    return encounter;
}

Result<Encounter> makeFirstListed(Encounter encounter, DiagnosisId id)
{
    const int position = encounter.claimPosition(id);
    if (position == 0) return noDiagnosis();
    if (position == 1) return unchanged();
    return moveDiagnosis(std::move(encounter), id, 1 - position);
}

Result<Encounter> addProcedure(Encounter encounter, const ProcedureCode& code, const std::vector<Evidence>& evidence,
                               IdSource& ids)
{
    ProcedureLine line;
    line.id = ProcedureId{ids.next()};
    line.system = code.system();
    line.code.text = std::string(code.text());
    line.serviceFrom = encounter.service.from;
    line.serviceTo = encounter.service.to.value_or(encounter.service.from);
    line.evidence = evidence;
    for (const auto* diagnosis : encounter.claimDiagnoses()) {
        if (line.pointers.size() == maxPointers) break;
        line.pointers.push_back(diagnosis->id);
    }
    encounter.procedures.push_back(std::move(line));
    return encounter;
}

Result<Encounter> replaceProcedure(Encounter encounter, ProcedureId id, const ProcedureCode& code)
{
    return changeLine(std::move(encounter), id, [&code](const Encounter&, ProcedureLine& line) -> Status {
        line.system = code.system();
        line.code.text = std::string(code.text());
        return {};
    });
}

Result<Encounter> removeProcedure(Encounter encounter, ProcedureId id)
{
    if (std::erase_if(encounter.procedures, [id](const ProcedureLine& p) { return p.id == id; }) == 0) return noLine();
    return encounter;
}

Result<Encounter> moveProcedure(Encounter encounter, ProcedureId id, int offset)
{
    const auto from = indexOf(encounter.procedures, id);
    if (from == encounter.procedures.size()) return noLine();
    if (!moveRow(encounter.procedures, from, offset)) return unchanged();
    return encounter;
}

Result<Encounter> setModifiers(Encounter encounter, ProcedureId id, const std::vector<Modifier>& modifiers)
{
    return changeLine(std::move(encounter), id, [&modifiers](const Encounter&, ProcedureLine& line) -> Status {
        if (modifiers.size() > maxModifiers)
            return Error{ErrorKind::invalidInput, "ENCOUNTER-015", "a line takes four modifiers at most"};
        std::vector<std::string> texts;
        for (const auto& modifier : modifiers) {
            if (std::find(texts.begin(), texts.end(), modifier.text()) != texts.end())
                return Error{ErrorKind::invalidInput, "ENCOUNTER-016",
                             "modifier " + std::string(modifier.text()) + " stands twice"};
            texts.emplace_back(modifier.text());
        }
        line.modifiers = std::move(texts);
        return {};
    });
}

Result<Encounter> setUnits(Encounter encounter, ProcedureId id, Quantity units)
{
    return changeLine(std::move(encounter), id, [units](const Encounter&, ProcedureLine& line) -> Status {
        line.units = units;
        return {};
    });
}

Result<Encounter> setCharge(Encounter encounter, ProcedureId id, std::optional<Money> charge)
{
    return changeLine(std::move(encounter), id, [charge](const Encounter&, ProcedureLine& line) -> Status {
        line.charge = charge;
        return {};
    });
}

Result<Encounter> setServiceDates(Encounter encounter, ProcedureId id, Date from, Date to)
{
    return changeLine(std::move(encounter), id, [from, to](const Encounter&, ProcedureLine& line) -> Status {
        if (to < from) return Error{ErrorKind::invalidInput, "ENCOUNTER-017", "the last day is before the first"};
        line.serviceFrom = from;
        line.serviceTo = to;
        return {};
    });
}

Result<Encounter> setPlaceOfService(Encounter encounter, ProcedureId id, std::string_view place)
{
    return changeLine(std::move(encounter), id, [place](const Encounter& whole, ProcedureLine& line) -> Status {
        const bool twoDigits =
            place.size() == 2 && std::all_of(place.begin(), place.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!place.empty() && !twoDigits)
            return Error{ErrorKind::invalidInput, "ENCOUNTER-018", "a place of service has two digits"};
        line.placeOfService = place == whole.service.placeOfService ? std::string() : std::string(place);
        return {};
    });
}

Result<Encounter> togglePointer(Encounter encounter, ProcedureId id, DiagnosisId diagnosis)
{
    return changeLine(std::move(encounter), id, [diagnosis](const Encounter& whole, ProcedureLine& line) -> Status {
        if (std::erase(line.pointers, diagnosis) > 0) return {};
        if (whole.claimPosition(diagnosis) == 0) return noDiagnosis();
        if (line.pointers.size() == maxPointers)
            return Error{ErrorKind::invalidInput, "ENCOUNTER-019", "a line points at four diagnoses at most"};
        line.pointers.push_back(diagnosis);
        line.brokenPointers.clear();
        return {};
    });
}

Result<Encounter> setPointers(Encounter encounter, ProcedureId id, const std::vector<DiagnosisId>& pointers)
{
    return changeLine(std::move(encounter), id, [&pointers](const Encounter& whole, ProcedureLine& line) -> Status {
        if (pointers.size() > maxPointers)
            return Error{ErrorKind::invalidInput, "ENCOUNTER-020", "a line points at four diagnoses at most"};
        for (const auto pointer : pointers)
            if (whole.claimPosition(pointer) == 0) return noDiagnosis();
        line.pointers = pointers;
        line.brokenPointers.clear();
        return {};
    });
}

Result<Encounter> setNdc(Encounter encounter, ProcedureId id, std::optional<DrugCode> ndc)
{
    return changeLine(std::move(encounter), id, [&ndc](const Encounter&, ProcedureLine& line) -> Status {
        line.ndc = std::move(ndc);
        return {};
    });
}

Result<Encounter> addEvidence(Encounter encounter, DiagnosisId target, const Evidence& evidence)
{
    auto* diagnosis = diagnosisOf(encounter, target);
    if (diagnosis == nullptr) return noDiagnosis();
    if (!mergeEvidence(diagnosis->evidence, {evidence})) return unchanged();
    return encounter;
}

Result<Encounter> addEvidence(Encounter encounter, ProcedureId target, const Evidence& evidence)
{
    auto* line = lineOf(encounter, target);
    if (line == nullptr) return noLine();
    if (!mergeEvidence(line->evidence, {evidence})) return unchanged();
    return encounter;
}

Result<Encounter> removeEvidence(Encounter encounter, EvidenceId id)
{
    const auto isIt = [id](const Evidence& e) { return e.id == id; };
    for (auto& diagnosis : encounter.diagnoses)
        if (std::erase_if(diagnosis.evidence, isIt) > 0) return encounter;
    for (auto& line : encounter.procedures)
        if (std::erase_if(line.evidence, isIt) > 0) return encounter;
    return unchanged();
}

}  // namespace coding

Status CodingHistory::apply(std::string label, Result<Encounter> next)
{
    if (!next) return std::move(next).error();
    m_past.push_back({std::move(label), std::exchange(m_current, std::move(*next))});
    m_future.clear();
    return {};
}

void CodingHistory::undo()
{
    if (m_past.empty()) return;
    Step step = std::move(m_past.back());
    m_past.pop_back();
    m_future.push_back({step.label, std::exchange(m_current, std::move(step.before))});
}

void CodingHistory::redo()
{
    if (m_future.empty()) return;
    Step step = std::move(m_future.back());
    m_future.pop_back();
    m_past.push_back({step.label, std::exchange(m_current, std::move(step.before))});
}

}  // namespace cw
