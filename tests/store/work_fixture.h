#pragma once

#include "store/keys/key_ring.h"
#include "store/work/answer_repository.h"
#include "store/work/audit_log.h"
#include "store/work/chart_lock_repository.h"
#include "store/work/claim_queues.h"
#include "store/work/claim_repository.h"
#include "store/work/directory_repository.h"
#include "store/work/document_repository.h"
#include "store/work/encounter_repository.h"
#include "store/work/large_documents.h"
#include "store/work/patient_registry.h"
#include "store/work/unmatched_repository.h"
#include "store/work/user_repository.h"
#include "store/work/work_database.h"
#include "store/work/work_item_repository.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace cw::store {

/// The value, or a test that ends with the error's text.
template <class T>
T must(Result<T> result)
{
    if (!result) throw std::runtime_error(describe(result.error()));
    return std::move(*result);
}
inline void must(Status status)
{
    if (!status) throw std::runtime_error(describe(status.error()));
}

constexpr const char* patientName = "Quenneville";
constexpr const char* patientMrn = "MRN-88121";

inline Diagnosis diagnosis(std::int64_t id, const char* code)
{
    Diagnosis made;
    made.id = DiagnosisId{id};
    made.code.text = code;
    return made;
}

inline ProcedureLine line(std::int64_t id, const char* code, std::int64_t cents)
{
    ProcedureLine made;
    made.id = ProcedureId{id};
    made.system = CodeSystem::cpt;
    made.code.text = code;
    made.charge = Money::cents(cents);
    made.serviceFrom = made.serviceTo = Date::of(2025, 1, 15);
    return made;
}

/// Three diagnoses (firstRow + 1 to + 3) and two lines (+ 11, + 12) that point at the first.
inline Encounter visit(const std::string& encounterId = "T-1", std::int64_t firstRow = 0)
{
    Encounter made;
    made.encounterId = encounterId;
    made.service.from = Date::of(2025, 1, 15);
    made.service.placeOfService = "11";
    made.patient.mrn = patientMrn;
    made.patient.lastName = patientName;
    made.patient.firstName = "Odile";
    made.patient.birthDate = Date::of(1961, 4, 2);
    Coverage coverage;
    coverage.payer = {.name = "Medicare Part B", .payerId = "15202", .claimFilingCode = "MB"};
    made.coverages = {coverage};
    made.diagnoses = {diagnosis(firstRow + 1, "E119"), diagnosis(firstRow + 2, "I10"), diagnosis(firstRow + 3, "E785")};
    made.procedures = {line(firstRow + 11, "99213", 12500), line(firstRow + 12, "20610", 8000)};
    made.procedures[0].modifiers = {"25", "GT"};
    for (auto& one : made.procedures) one.pointers = {DiagnosisId{firstRow + 1}};
    return made;
}

/// A note in plain text.
inline NewDocument note(const std::string& words)
{
    NewDocument document;
    document.bytes = words;
    document.rendition = plainTextRendition(words);
    document.pages = 1;
    return document;
}

/// One person at a connection of their own.
class Desk {
public:
    Desk(const std::filesystem::path& file, std::string_view key, const Clock& clock, std::string name,
         std::int64_t firstId, bool create)
        : ids(firstId),
          work(must(WorkDatabase::open(file, key, create))),
          audit(clock),
          encounters(clock, ids, audit),
          files(file.parent_path() / "documents", key),
          documents(clock, ids, files),
          patients(clock, ids, audit),
          unmatched(clock, ids, files),
          locks(clock),
          claims(clock, ids),
          answers(clock, ids),
          items(clock),
          directory(clock, ids),
          users(clock, ids),
          actor{UserId{firstId}, std::move(name)}
    {}

    Database& database() const { return work->database(); }

    EncounterRowId add(const Encounter& encounter)
    {
        auto tx = must(work->beginWrite());
        const auto row = must(encounters.add(*tx, encounter, actor));
        must(tx->commit());
        return row;
    }
    StoredEncounter load(const std::string& encounterId = "T-1")
    {
        auto tx = must(work->beginRead());
        return must(encounters.load(*tx, encounterId));
    }
    /// In a transaction of its own, dropped when it fails.
    Result<RowVersions> save(const StoredEncounter& seen, const Encounter& after)
    {
        auto tx = must(work->beginWrite());
        auto versions = encounters.save(*tx, seen.encounter, after, seen.versions, actor);
        if (versions) must(tx->commit());
        return versions;
    }
    DocumentVersionId addDocument(const std::string& bytes)
    {
        auto tx = must(work->beginWrite());
        const auto stored = must(encounters.load(*tx, "T-1"));
        auto document = note(bytes);
        document.title = "Visit";
        const auto added = must(documents.add(*tx, stored.patient, stored.encounter.row, document));
        must(tx->commit());
        return added.version;
    }
    AuditVerdict verify()
    {
        auto tx = must(work->beginRead());
        return must(audit.verify(*tx));
    }
    std::vector<AuditEntry> trail(const AuditFilter& filter = {})
    {
        auto tx = must(work->beginRead());
        return must(audit.entries(*tx, filter));
    }
    /// "action detail" of the newest entry.
    std::string lastAudit()
    {
        const auto all = trail();
        return all.empty() ? "" : all.back().event.action + " " + all.back().event.detail;
    }
    /// The first column of the first row, as text; empty without row.
    std::string ask(std::string_view sql) const
    {
        auto statement = must(database().prepare(sql));
        return must(statement.step()) ? statement.text(0) : "";
    }

    CountingIdSource ids;
    std::unique_ptr<WorkDatabase> work;
    SqliteAuditLog audit;
    SqliteEncounterRepository encounters;
    LargeDocuments files;
    SqliteDocumentRepository documents;
    SqlitePatientRegistry patients;
    SqliteUnmatchedRepository unmatched;
    SqliteChartLockRepository locks;
    SqliteClaimRepository claims;
    SqliteClaimQueueRepository queues;
    SqliteAnswerRepository answers;
    SqliteWorkItemRepository items;
    SqliteDirectoryRepository directory;
    SqliteUserRepository users;
    Actor actor;
};

/// An empty encrypted work store in a folder of its own, open at the desk `anna`; others come with another().
class WorkTest : public testing::Test {
protected:
    std::filesystem::path file() const { return m_folder.path() / "work.db"; }
    std::unique_ptr<Desk> another(std::string name, std::int64_t firstId)
    {
        return std::make_unique<Desk>(file(), m_key.view(), m_clock, std::move(name), firstId, false);
    }

    test::TemporaryFolder m_folder;
    StoreKey m_key = StoreKey::random();
    FixedClock m_clock{Date::of(2025, 1, 20)};
    Desk anna{file(), m_key.view(), m_clock, "anna", 1'000'000, true};
};

}  // namespace cw::store
