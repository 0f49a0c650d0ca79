#include "app/intake/record_store.h"

#include "app/intake/person_match.h"
#include "app/intake/record_text.h"
#include "app/intake/visits.h"
#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

bool tellsFacts(const Incoming& record)
{
    return record.kind == IncomingKind::admit || record.kind == IncomingKind::update;
}

void countAdded(AddedDocument::What what, IntakeOutcome& outcome)
{
    switch (what) {
    case AddedDocument::What::added: ++outcome.documents; break;
    case AddedDocument::What::known: ++outcome.known; break;
    case AddedDocument::What::newVersion:
    case AddedDocument::What::olderVersion: ++outcome.versions; break;
    }
}

std::string auditDetail(const IntakeOutcome& outcome)
{
    std::vector<std::string> parts;
    const auto add = [&parts](int count, std::string_view one) {
        if (count > 0) parts.push_back(counted(count, one));
    };
    add(outcome.documents, "document");
    add(outcome.versions, "version");
    add(outcome.codes, "source code");
    add(outcome.charges, "charge");
    return text::join(parts, ", ");
}

}  // namespace

Status RecordStore::store(const Incoming& record, const Placement& placement, std::string_view file,
                          IntakeOutcome& outcome)
{
    IntakeOutcome done;
    if (placement.mergedAway) CW_CHECK(mergePatients(placement, done));
    std::optional<KnownPatient> patient = placement.patient;
    if (!patient) {
        CW_TRY(patient, registerPatient(record));
    } else if (tellsFacts(record)) {
        CW_CHECK(updatePatient(record, placement, done));
        CW_TRY(patient, m_workspace.patients().find(m_tx, patient->id));
    }
    CW_TRY(const auto encounter, encounterFor(record, placement, *patient, file, done));
    CW_CHECK(storeDocuments(record, placement, patient->id, encounter, done));
    const bool isRepeated = !record.documents.empty() && done.documents + done.versions == 0;
    if (!isRepeated) CW_CHECK(storeCodes(record, patient->id, encounter, done));
    std::string encounterId;
    if (placement.encounter) encounterId = placement.encounter->encounter.encounterId;
    if (placement.makesEncounter) encounterId = record.visit->number.value;
    CW_CHECK(audit(encounterId, done));
    if (isEmpty(done)) ++done.known;
    addTo(outcome, done);
    return {};
}

Status RecordStore::mergePatients(const Placement& placement, IntakeOutcome& outcome)
{
    // The number of the one who goes leads to the one who stays already: the same message again.
    if (placement.mergedAway->id == placement.patient->id) return {};
    CW_TRY([[maybe_unused]] const auto id,
           m_workspace.patients().merge(m_tx, placement.mergedAway->id, placement.patient->id, m_workspace.actor()));
    ++outcome.merged;
    return {};
}

Result<KnownPatient> RecordStore::registerPatient(const Incoming& record)
{
    auto numbers = recordNumbers(record.patient);
    const auto first = std::find_if(numbers.begin(), numbers.end(), [&](const PatientNumber& number) {
        return number.value == record.patient.person.mrn;
    });
    if (first != numbers.end()) std::rotate(numbers.begin(), first, first + 1);
    CW_TRY(const auto id, m_workspace.patients().add(m_tx, record.patient.person, numbers));
    CW_CHECK(m_workspace.audit().append(
        m_tx, {m_workspace.user().name, "patient.add", {}, "patient " + std::to_string(id.value)}));
    return m_workspace.patients().find(m_tx, id);
}

Status RecordStore::updatePatient(const Incoming& record, const Placement& placement, IntakeOutcome& outcome)
{
    const auto& known = placement.patient->person;
    const auto person = updatedPerson(known, record.patient.person, placement.isDecided);
    // Address and phone stand on encounters alone; the registry does not keep them.
    auto compared = person;
    compared.address = known.address;
    compared.phone = known.phone;
    if (compared == known) return {};
    CW_CHECK(m_workspace.patients().update(m_tx, placement.patient->id, person, m_workspace.actor()));
    ++outcome.updated;
    return {};
}

Result<EncounterRowId> RecordStore::encounterFor(const Incoming& record, const Placement& placement,
                                                 const KnownPatient& patient, std::string_view file,
                                                 IntakeOutcome& outcome)
{
    if (placement.makesEncounter) {
        auto person = updatedPerson(patient.person, record.patient.person, false);
        person.mrn = patient.person.mrn;
        const auto encounter = encounterOf(*record.visit, *firstDay(record), person);
        CW_TRY(const auto row, m_workspace.encounters().add(m_tx, encounter, m_workspace.actor()));
        ++outcome.encounters;
        return row;
    }
    if (!placement.encounter) return EncounterRowId{};
    if (tellsFacts(record) && record.visit) CW_CHECK(updateVisit(record, *placement.encounter, file, outcome));
    return placement.encounter->encounter.row;
}

Status RecordStore::updateVisit(const Incoming& record, const StoredEncounter& stored, std::string_view file,
                                IntakeOutcome& outcome)
{
    const auto after = updatedEncounter(stored.encounter, *record.visit, record.patient.person);
    if (after == stored.encounter) return {};
    if (!isCodingOpen(stored.workflow.status)) {
        outcome.notes.push_back(noteOf(file, record.record,
                                       "encounter " + stored.encounter.encounterId + " is " +
                                           std::string(toString(stored.workflow.status)) +
                                           ": what it says of the visit was left out"));
        return {};
    }
    CW_TRY([[maybe_unused]] const auto versions,
           m_workspace.encounters().save(m_tx, stored.encounter, after, stored.versions, m_workspace.actor()));
    ++outcome.updated;
    return {};
}

Status RecordStore::storeDocuments(const Incoming& record, const Placement& placement, PatientId patient,
                                   EncounterRowId encounter, IntakeOutcome& outcome)
{
    auto& documents = m_workspace.documents();
    for (const auto& incoming : record.documents) {
        CW_TRY(const auto added, placement.replaces ? documents.replace(m_tx, *placement.replaces, incoming.document)
                                                    : documents.add(m_tx, patient, encounter, incoming.document));
        countAdded(added.what, outcome);
        if (added.what == AddedDocument::What::known || incoming.codes.empty()) continue;
        CW_CHECK(documents.addCodes(m_tx, patient, encounter, added.version, incoming.codes));
        outcome.codes += static_cast<int>(incoming.codes.size());
    }
    return {};
}

Status RecordStore::storeCodes(const Incoming& record, PatientId patient, EncounterRowId encounter,
                               IntakeOutcome& outcome)
{
    auto codes = record.codes;
    const auto charged = chargeCodes(record);
    codes.insert(codes.end(), charged.begin(), charged.end());
    if (codes.empty()) return {};
    if (encounter.isValid()) {
        CW_TRY(const auto stored, m_workspace.documents().codes(m_tx, encounter));
        std::erase_if(codes, [&stored](const SourceCode& code) {
            return std::any_of(stored.begin(), stored.end(),
                               [&](const auto& one) { return !one.version.isValid() && one.code == code; });
        });
    }
    if (codes.empty()) return {};
    CW_CHECK(m_workspace.documents().addCodes(m_tx, patient, encounter, DocumentVersionId{}, codes));
    outcome.codes += static_cast<int>(codes.size());
    outcome.charges += static_cast<int>(record.charges.size());
    return {};
}

Status RecordStore::audit(const std::string& encounterId, const IntakeOutcome& outcome)
{
    const auto detail = auditDetail(outcome);
    if (detail.empty()) return {};
    const bool hasDocuments = outcome.documents + outcome.versions > 0;
    return m_workspace.audit().append(
        m_tx, {m_workspace.user().name, hasDocuments ? "document.import" : "codes.import", encounterId, detail});
}

}  // namespace cw::app
