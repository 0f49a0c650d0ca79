#pragma once

#include "app/code_finder.h"
#include "base/clock.h"
#include "base/transaction.h"
#include "chart/document_repository.h"
#include "claim/answer_repository.h"
#include "claim/claim_queues.h"
#include "claim/claim_repository.h"
#include "claim/directory.h"
#include "claim/work_item.h"
#include "codeset/code_library.h"
#include "codeset/code_sets.h"
#include "codeset/reference_tables.h"
#include "codeset/site_terms.h"
#include "edits/edit_repository.h"
#include "edits/tables/rule_tables.h"
#include "encounter/chart_lock.h"
#include "encounter/code_usage.h"
#include "encounter/encounter_repository.h"
#include "encounter/patient_registry.h"
#include "encounter/unmatched.h"
#include "identity/audit.h"
#include "identity/user.h"

#include <filesystem>
#include <memory>
#include <string>

namespace cw::app {

struct EditCache;

/// Small settings of the workspace: submitter, rules switched off, folders. Never patient data.
class Settings {
public:
    virtual ~Settings() = default;
    virtual Result<std::string> value(ReadTx& tx, std::string_view key) const = 0;  ///< Empty when not set.
    virtual Status setValue(WriteTx& tx, std::string_view key, std::string_view value) = 0;
};

/// A workspace opened by a signed-in person: the work store and the reference library behind interfaces. One object per
/// thread, never shared; what it hands out lives as long as it does. `wiring` makes them.
class Workspace {
public:
    virtual ~Workspace() = default;

    virtual const User& user() const = 0;
    virtual const Clock& clock() const = 0;
    virtual IdSource& ids() = 0;
    virtual const std::filesystem::path& folder() const = 0;

    virtual UnitOfWork& work() = 0;
    virtual EncounterRepository& encounters() = 0;
    virtual DocumentRepository& documents() = 0;
    virtual PatientRegistry& patients() = 0;
    virtual UnmatchedRepository& unmatched() = 0;
    virtual ChartLockRepository& locks() = 0;
    virtual ClaimRepository& claims() = 0;
    virtual ClaimQueueRepository& claimQueues() = 0;
    virtual AnswerRepository& answers() = 0;
    virtual WorkItemRepository& workItems() = 0;
    virtual DirectoryRepository& directory() = 0;
    virtual UserRepository& users() = 0;
    virtual KeyRing& keys() = 0;
    virtual AuditLog& audit() = 0;
    virtual Settings& settings() = 0;
    virtual CodeSetRepository& codeSets() = 0;
    virtual const CodeUsage& codeUsage() const = 0;
    virtual const CodeLibrary& library() const = 0;
    virtual CodeLibraryWriter& libraryWriter() = 0;
    virtual const ReferenceTables& tables() const = 0;
    virtual ReferenceTablesWriter& tablesWriter() = 0;
    virtual SiteTerms& siteTerms() = 0;
    virtual EditRepository& editRecords() = 0;
    /// Tables of the edits as of the last import, shared by all workspaces of the process on this folder; `files` take
    /// the place of shipped files of rules. Fails as parseRuleData() does.
    virtual Result<std::shared_ptr<const RuleTables>> editTables(const std::vector<edits::RuleFile>& files) = 0;
    /// Files of rules as they came with the program.
    virtual Result<std::vector<edits::RuleFile>> shippedRuleFiles() = 0;
    virtual CodeFinder& codeFinder() = 0;
    /// To make the index anew after the library, a list or a term changed. Safe from any thread.
    virtual CodeIndexSource& codeIndex() = 0;

    /// Copies both databases and the key slots into one new zip archive while others work. Fails with io or conflict.
    virtual Status backUp(const std::filesystem::path& target, const Progress& progress) = 0;
    /// Integrity of both databases; each line of the answer is a fault, none means sound.
    virtual Result<std::vector<std::string>> integrityFaults() = 0;

    Actor actor() const { return {user().id, user().name}; }

    /// What the edits have read for this workspace and need again at the next key (app/edit_cache.h).
    std::shared_ptr<EditCache>& editCache() noexcept { return m_editCache; }

private:
    std::shared_ptr<EditCache> m_editCache;
};

/// Fails with denied (APP-001), naming what is not permitted and to which roles it would be.
Status require(const Workspace& workspace, Permission permission);

}  // namespace cw::app
