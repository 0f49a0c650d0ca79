#pragma once

#include "app/workspace.h"
#include "base/ids.h"
#include "store/keys/key_ring.h"
#include "store/reference/lists/reference_lists.h"
#include "store/reference/reference_library.h"
#include "store/work/answer_repository.h"
#include "store/work/audit_log.h"
#include "store/work/chart_lock_repository.h"
#include "store/work/claim_queues.h"
#include "store/work/claim_repository.h"
#include "store/work/code_sets.h"
#include "store/work/code_usage.h"
#include "store/work/directory_repository.h"
#include "store/work/document_repository.h"
#include "store/work/edit_repository.h"
#include "store/work/encounter_repository.h"
#include "store/work/large_documents.h"
#include "store/work/patient_registry.h"
#include "store/work/unmatched_repository.h"
#include "store/work/user_repository.h"
#include "store/work/work_database.h"
#include "store/work/work_item_repository.h"
#include "wiring/edit_tables.h"

namespace cw::wiring {

/// Names of the files of a workspace.
struct Files {
    std::filesystem::path folder;
    std::filesystem::path work() const { return folder / "work.db"; }
    std::filesystem::path keys() const { return folder / "keys.json"; }
    std::filesystem::path reference() const { return folder / "reference.db"; }
    std::filesystem::path demo() const { return folder / "demo.json"; }
    std::filesystem::path documents() const { return folder / "documents"; }  ///< Large ones, encrypted.
};

/// The settings table behind its interface.
class StoredSettings final : public app::Settings {
public:
    Result<std::string> value(ReadTx& tx, std::string_view key) const override;
    Status setValue(WriteTx& tx, std::string_view key, std::string_view value) override;
};

/// The SQLite-backed workspace.
class SqliteWorkspace final : public app::Workspace {
public:
    SqliteWorkspace(Files files, User user, const Clock& clock, store::FileKeyRing keys,
                    std::unique_ptr<store::WorkDatabase> work, std::unique_ptr<store::ReferenceLibrary> library,
                    std::shared_ptr<app::CodeIndexSource> index);

    const User& user() const override { return m_user; }
    const Clock& clock() const override { return m_clock; }
    IdSource& ids() override { return m_ids; }
    const std::filesystem::path& folder() const override { return m_files.folder; }
    UnitOfWork& work() override { return *m_work; }
    EncounterRepository& encounters() override { return m_encounters; }
    DocumentRepository& documents() override { return m_documents; }
    PatientRegistry& patients() override { return m_patients; }
    UnmatchedRepository& unmatched() override { return m_unmatched; }
    ChartLockRepository& locks() override { return m_locks; }
    ClaimRepository& claims() override { return m_claims; }
    ClaimQueueRepository& claimQueues() override { return m_claimQueues; }
    AnswerRepository& answers() override { return m_answers; }
    WorkItemRepository& workItems() override { return m_workItems; }
    DirectoryRepository& directory() override { return m_directory; }
    UserRepository& users() override { return m_users; }
    KeyRing& keys() override { return m_keys; }
    AuditLog& audit() override { return m_audit; }
    app::Settings& settings() override { return m_settings; }
    CodeSetRepository& codeSets() override { return m_codeSets; }
    const CodeUsage& codeUsage() const override { return m_codeUsage; }
    const CodeLibrary& library() const override { return *m_library; }
    CodeLibraryWriter& libraryWriter() override { return *m_library; }
    const ReferenceTables& tables() const override { return m_lists; }
    ReferenceTablesWriter& tablesWriter() override { return m_lists; }
    SiteTerms& siteTerms() override { return m_lists; }
    EditRepository& editRecords() override { return m_edits; }
    Result<std::shared_ptr<const RuleTables>> editTables(const std::vector<edits::RuleFile>& files) override
    {
        return m_editTables->current(*m_library, files);
    }
    Result<std::vector<edits::RuleFile>> shippedRuleFiles() override { return wiring::shippedRuleFiles(); }
    app::CodeFinder& codeFinder() override { return m_finder; }
    app::CodeIndexSource& codeIndex() override { return *m_index; }
    Status backUp(const std::filesystem::path& target, const Progress& progress) override;
    Result<std::vector<std::string>> integrityFaults() override;

private:
    Status copyInto(const Files& copy, const Progress& progress);
    Status archive(const std::filesystem::path& copies, const std::filesystem::path& target);
    Status checkDatabases(std::vector<std::string>& faults);

    Files m_files;
    User m_user;
    const Clock& m_clock;
    RandomIdSource m_ids;
    store::FileKeyRing m_keys;
    std::unique_ptr<store::WorkDatabase> m_work;
    std::unique_ptr<store::ReferenceLibrary> m_library;
    store::ReferenceLists m_lists;
    store::SqliteAuditLog m_audit;
    store::SqliteEncounterRepository m_encounters;
    store::LargeDocuments m_largeDocuments;
    store::SqliteDocumentRepository m_documents;
    store::SqlitePatientRegistry m_patients;
    store::SqliteUnmatchedRepository m_unmatched;
    store::SqliteChartLockRepository m_locks;
    store::SqliteClaimRepository m_claims;
    store::SqliteClaimQueueRepository m_claimQueues;
    store::SqliteAnswerRepository m_answers;
    store::SqliteWorkItemRepository m_workItems;
    store::SqliteDirectoryRepository m_directory;
    store::SqliteUserRepository m_users;
    StoredSettings m_settings;
    store::SqliteCodeSetRepository m_codeSets;
    store::SqliteCodeUsage m_codeUsage;
    store::SqliteEditRepository m_edits;
    std::shared_ptr<EditTables> m_editTables;
    std::shared_ptr<app::CodeIndexSource> m_index;
    app::CodeFinder m_finder;
};

}  // namespace cw::wiring
