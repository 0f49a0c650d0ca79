#include "store/work/document_repository.h"
#include "store/work/document_rows.h"
#include "store/work/work_database.h"

namespace cw::store {

Status SqliteDocumentRepository::markLate(WriteTx& tx, DocumentId document, DocumentVersionId version)
{
    // A document of a visit is late once coding has begun, whatever became of the visit since. One of the patient alone is
    // late for the visits that are still worked on.
    CW_TRY(auto insert, databaseOf(tx).prepare(
                            "INSERT INTO late_document (encounter, version, arrived_at) "
                            "SELECT e.id, ?1, ?2 FROM document d JOIN encounter e ON e.id = d.encounter "
                            "WHERE d.id = ?3 AND e.status <> 'new' "
                            "UNION ALL SELECT e.id, ?1, ?2 FROM document d JOIN encounter e ON e.patient = d.patient "
                            "WHERE d.id = ?3 AND d.encounter IS NULL "
                            "AND e.status NOT IN ('new', 'exported', 'rejected', 'accepted', 'paid', 'denied')"));
    return insert.bind(version.value).bind(m_clock.now().milliseconds).bind(document.value).run();
}

Result<std::int64_t> SqliteDocumentRepository::revision(ReadTx& tx, EncounterRowId encounter) const
{
    // Both grow with a new version; the count also tells documents that came with a merge of patients.
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT coalesce(max(v.arrival), 0) + count(*) "
                                               "FROM document_version v WHERE v.document IN " +
                                               std::string(chartDocuments)));
    CW_TRY([[maybe_unused]] const bool row, select.bind(0).bind(encounter.value).step());
    return select.integer(0);
}

Result<std::vector<DocumentVersionId>> SqliteDocumentRepository::late(ReadTx& tx, EncounterRowId encounter) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT version FROM late_document WHERE encounter = ? "
                                               "AND acknowledged_at IS NULL ORDER BY arrived_at, version"));
    select.bind(encounter.value);
    std::vector<DocumentVersionId> versions;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return versions;
        versions.push_back(DocumentVersionId{select.integer(0)});
    }
}

Status SqliteDocumentRepository::acknowledgeLate(WriteTx& tx, EncounterRowId encounter, std::string_view by)
{
    CW_TRY(auto update, databaseOf(tx).prepare("UPDATE late_document SET acknowledged_at = ?, acknowledged_by = ? "
                                               "WHERE encounter = ? AND acknowledged_at IS NULL"));
    return update.bind(m_clock.now().milliseconds).bind(by).bind(encounter.value).run();
}

}  // namespace cw::store
