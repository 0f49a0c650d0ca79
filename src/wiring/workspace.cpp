#include "wiring/workspace.h"

#include "store/migrations.h"
#include "store/work/claim_faults.h"
#include "store/work/document_content.h"
#include "store/work/settings.h"
#include "wiring/backup.h"

#include <filesystem>

namespace cw::wiring {

Result<std::string> StoredSettings::value(ReadTx& tx, std::string_view key) const
{
    return store::readSetting(tx, key);
}

Status StoredSettings::setValue(WriteTx& tx, std::string_view key, std::string_view value)
{
    return store::writeSetting(tx, key, value);
}

SqliteWorkspace::SqliteWorkspace(Files files, User user, const Clock& clock, store::FileKeyRing keys,
                                 std::unique_ptr<store::WorkDatabase> work,
                                 std::unique_ptr<store::ReferenceLibrary> library,
                                 std::shared_ptr<app::CodeIndexSource> index)
    : m_files(std::move(files)),
      m_user(std::move(user)),
      m_clock(clock),
      m_keys(std::move(keys)),
      m_work(std::move(work)),
      m_library(std::move(library)),
      m_lists(*m_library, clock),
      m_audit(clock),
      m_encounters(clock, m_ids, m_audit),
      m_largeDocuments(m_files.documents(), m_keys.key().view()),
      m_documents(clock, m_ids, m_largeDocuments),
      m_patients(clock, m_ids, m_audit),
      m_unmatched(clock, m_ids, m_largeDocuments),
      m_locks(clock),
      m_claims(clock, m_ids),
      m_answers(clock, m_ids),
      m_workItems(clock),
      m_directory(clock, m_ids),
      m_users(clock, m_ids),
      m_codeSets(clock, m_ids, m_audit),
      m_edits(clock, m_ids, m_audit),
      m_editTables(EditTables::of(m_files.folder)),
      m_index(std::move(index)),
      m_finder(*m_index)
{}

Status SqliteWorkspace::backUp(const std::filesystem::path& target, const Progress& progress)
{
    std::error_code failure;
    if (std::filesystem::exists(target, failure))
        return Error{ErrorKind::conflict, "WIRING-001",
                     target.filename().string() + " exists already; name a new place"};
    // Copies in a folder of their own first; the work store's copy is encrypted like the original.
    auto making = target;
    making += ".copies";
    std::filesystem::remove_all(making, failure);
    std::filesystem::create_directories(making, failure);
    if (failure) return Error{ErrorKind::io, "WIRING-002", "cannot make the backup: " + failure.message()};
    std::filesystem::permissions(making, std::filesystem::perms::owner_all, failure);
    auto done = copyInto(Files{making}, progress);
    if (done) done = archive(making, target);
    std::filesystem::remove_all(making, failure);
    return done;
}

Status SqliteWorkspace::copyInto(const Files& copy, const Progress& progress)
{
    progress.report(1, 3, "Copying encounters");
    CW_CHECK(store::copyDatabase(m_work->database(), copy.work(), m_keys.key().view()));
    progress.report(2, 3, "Copying code tables");
    CW_CHECK(store::copyDatabase(m_library->database(), copy.reference(), {}));
    std::error_code failure;
    std::filesystem::copy_file(m_files.keys(), copy.keys(), failure);
    if (failure) return Error{ErrorKind::io, "WIRING-003", "cannot copy the key slots: " + failure.message()};
    progress.report(3, 3, "Done");
    return {};
}

Status SqliteWorkspace::archive(const std::filesystem::path& copies, const std::filesystem::path& target)
{
    // Large documents are encrypted and never change: they go into the archive from where they are. Named after the
    // database was copied, they are all that its rows name, and perhaps a few more.
    std::vector<std::string> names;
    {
        CW_TRY(auto tx, m_work->beginRead());
        CW_TRY(names, store::LargeDocuments::named(*tx));
    }
    return archiveFolder(copies, m_files.documents(), names, target);
}

Status SqliteWorkspace::checkDatabases(std::vector<std::string>& faults)
{
    for (auto* database : {&m_work->database(), &m_library->database()}) {
        CW_TRY(auto check, database->prepare("PRAGMA integrity_check(20)"));
        while (true) {
            CW_TRY(const bool row, check.step());
            if (!row) break;
            if (check.view(0) != "ok") faults.push_back(database->name() + ": " + check.text(0));
        }
    }
    CW_TRY(auto foreignKeys, m_work->database().prepare("PRAGMA foreign_key_check"));
    CW_TRY(const bool broken, foreignKeys.step());
    if (broken) faults.push_back("work.db: a row of " + foreignKeys.text(0) + " names a row that is not there");
    return {};
}

Result<std::vector<std::string>> SqliteWorkspace::integrityFaults()
{
    std::vector<std::string> faults;
    CW_CHECK(checkDatabases(faults));
    {
        CW_TRY(auto tx, m_work->beginRead());
        CW_TRY(const auto verdict, m_audit.verify(*tx));
        if (!verdict.isWhole)
            faults.push_back("audit trail: entry " + std::to_string(verdict.firstBad) + ": " + verdict.reason);
        CW_TRY(const auto contents, store::documentFaults(*tx, m_documents, m_unmatched));
        faults.insert(faults.end(), contents.begin(), contents.end());
        CW_TRY(const auto claims, store::claimFaults(*tx));
        faults.insert(faults.end(), claims.begin(), claims.end());
    }
    // Left-overs are no fault; while somebody else writes they stay until the next time.
    if (const auto tx = m_work->beginWrite()) (void)m_largeDocuments.removeOrphans(**tx);
    return faults;
}

}  // namespace cw::wiring
