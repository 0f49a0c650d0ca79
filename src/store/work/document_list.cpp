#include "store/work/document_repository.h"
#include "store/work/document_rows.h"
#include "store/work/patient_rows.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::string_view listOrder = "ORDER BY v.type, v.document_date DESC, v.title, d.id";

}  // namespace

Result<std::vector<DocumentInfo>> SqliteDocumentRepository::ofEncounter(ReadTx& tx, EncounterRowId encounter,
                                                                        UserId reader) const
{
    CW_TRY(auto select,
           databaseOf(tx).prepare(std::string(documentColumns) + "WHERE d.id IN " + std::string(chartDocuments) +
                                  "AND v.archived_at IS NULL " + std::string(listOrder)));
    select.bind(reader.value).bind(encounter.value);
    return documentsOf(select);
}

Result<std::vector<DocumentInfo>> SqliteDocumentRepository::ofPatient(ReadTx& tx, PatientId patient,
                                                                      UserId reader) const
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto now, followMerges(database, patient));
    CW_TRY(auto select, database.prepare(std::string(documentColumns) +
                                         "WHERE d.patient = ?2 AND v.archived_at IS NULL " + std::string(listOrder)));
    select.bind(reader.value).bind(now.value);
    return documentsOf(select);
}

Result<DocumentInfo> SqliteDocumentRepository::info(ReadTx& tx, DocumentVersionId version, UserId reader) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(documentColumns) + "WHERE v.id = ?2"));
    CW_TRY(const bool found, select.bind(reader.value).bind(version.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-040", "no such document"};
    return documentOf(select);
}

Result<std::vector<DocumentInfo>> SqliteDocumentRepository::versions(ReadTx& tx, DocumentId document,
                                                                     UserId reader) const
{
    // One that came late and superseded nothing stands behind the current one.
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(documentColumns) +
                                               "WHERE d.id = ?2 ORDER BY v.archived_at IS NOT NULL, v.number DESC"));
    select.bind(reader.value).bind(document.value);
    return documentsOf(select);
}

Result<std::vector<DocumentInfo>> SqliteDocumentRepository::waitingForText(ReadTx& tx, bool recognise, int limit) const
{
    CW_TRY(auto select,
           databaseOf(tx).prepare(std::string(documentColumns) +
                                  (recognise ? "WHERE v.blank_pages > 0 " : "WHERE v.text_read_at IS NULL ") +
                                  "ORDER BY v.arrival LIMIT ?2"));
    select.bind(UserId{}.value).bind(limit);
    return documentsOf(select);
}

}  // namespace cw::store
