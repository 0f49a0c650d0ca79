#include "store/work/document_repository.h"

#include "base/digest.h"
#include "store/work/work_database.h"

namespace cw::store {

namespace {

constexpr std::string_view columns =
    "SELECT d.id, v.id, v.number, d.patient, d.encounter, d.type, v.format, d.title, d.document_date, d.author, "
    "d.source_name, v.digest, v.byte_count, v.pages, "
    "d.foreign_members, EXISTS (SELECT 1 FROM document_read r WHERE r.version = v.id AND r.account = ?) "
    "FROM document d JOIN document_version v ON v.document = d.id ";

Result<DocumentInfo> infoOf(const Statement& row)
{
    DocumentInfo info;
    info.id = DocumentId{row.integer(0)};
    info.version = DocumentVersionId{row.integer(1)};
    info.versionNumber = static_cast<int>(row.integer(2));
    info.patient = PatientId{row.integer(3)};
    info.encounter = EncounterRowId{row.integer(4)};
    CW_TRY(info.type, parseDocumentType(row.view(5)));
    info.format = row.view(6) == "pdf" ? DocumentFormat::pdf : DocumentFormat::plainText;
    info.title = row.text(7);
    if (!row.isNull(8)) {
        CW_TRY(info.date, Date::parse(row.view(8)));
    }
    info.author = row.text(9);
    info.sourceName = row.text(10);
    info.digest = row.text(11);
    info.size = row.integer(12);
    info.pages = static_cast<int>(row.integer(13));
    info.foreign = row.text(14);
    info.unread = row.integer(15) == 0;
    return info;
}

}  // namespace

Result<std::vector<DocumentInfo>> SqliteDocumentRepository::ofEncounter(ReadTx& tx, EncounterRowId encounter,
                                                                        UserId reader) const
{
    // Documents of the patient that belong to no encounter are part of every chart of that patient.
    CW_TRY(auto select,
           databaseOf(tx).prepare(std::string(columns) +
                                  "WHERE (d.encounter = ? OR (d.encounter IS NULL AND d.patient = "
                                  "(SELECT patient FROM encounter WHERE id = ?))) "
                                  "AND v.number = (SELECT max(number) FROM document_version m WHERE m.document = d.id) "
                                  "ORDER BY d.type, d.document_date DESC, d.title, d.id"));
    select.bind(reader.value).bind(encounter.value).bind(encounter.value);
    std::vector<DocumentInfo> documents;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return documents;
        CW_TRY(auto info, infoOf(select));
        documents.push_back(std::move(info));
    }
}

Result<DocumentInfo> SqliteDocumentRepository::info(ReadTx& tx, DocumentVersionId version) const
{
    CW_TRY(auto select, databaseOf(tx).prepare(std::string(columns) + "WHERE v.id = ?"));
    CW_TRY(const bool found, select.bind(0).bind(version.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-040", "no such document"};
    return infoOf(select);
}

Result<std::string> SqliteDocumentRepository::bytes(ReadTx& tx, DocumentVersionId version) const
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT bytes, digest FROM document_version WHERE id = ?"));
    CW_TRY(const bool found, select.bind(version.value).step());
    if (!found) return Error{ErrorKind::notFound, "STORE-041", "no such document"};
    auto content = select.blob(0);
    if (sha256Hex(content) != select.view(1))
        return Error{ErrorKind::corrupt, "STORE-042",
                     "document version " + std::to_string(version.value) + " is damaged: its digest does not fit"};
    return content;
}

Result<DocumentId> SqliteDocumentRepository::add(WriteTx& tx, PatientId patient, EncounterRowId encounter,
                                                 const NewDocument& document)
{
    auto& database = databaseOf(tx);
    const auto digest = sha256Hex(document.bytes);
    const auto owner = encounter.isValid() ? std::optional(encounter.value) : std::nullopt;
    CW_TRY(auto known, database.prepare("SELECT d.id FROM document d JOIN document_version v ON v.document = d.id "
                                        "WHERE d.patient = ? AND d.encounter IS ? AND v.digest = ?"));
    CW_TRY(const bool isKnown, known.bind(patient.value).bind(owner).bind(digest).step());
    if (isKnown) return DocumentId{known.integer(0)};

    const DocumentId id{m_ids.next()};
    CW_TRY(auto insert,
           database.prepare(
               "INSERT INTO document (id, patient, encounter, type, title, document_date, author, source_name, "
               "foreign_members) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id.value).bind(patient.value).bind(owner).bind(toString(document.type)).bind(document.title);
    insert.bind(document.date ? std::optional(document.date->iso()) : std::nullopt).bind(document.author);
    CW_CHECK(insert.bind(document.sourceName).bind(document.foreign).run());
    CW_TRY(auto version,
           database.prepare(
               "INSERT INTO document_version (id, document, number, format, digest, byte_count, pages, bytes, "
               "plain_text, added_at) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)"));
    version.bind(m_ids.next()).bind(id.value).bind(toString(document.format)).bind(digest);
    version.bind(static_cast<std::int64_t>(document.bytes.size())).bind(document.pages).bindBlob(document.bytes);
    CW_CHECK(version.bind(document.text).bind(m_clock.now().milliseconds).run());
    return id;
}

Status SqliteDocumentRepository::markRead(WriteTx& tx, DocumentVersionId version, UserId reader)
{
    CW_TRY(auto insert, databaseOf(tx).prepare("INSERT INTO document_read (version, account, read_at) VALUES (?, ?, ?) "
                                               "ON CONFLICT (version, account) DO NOTHING"));
    return insert.bind(version.value).bind(reader.value).bind(m_clock.now().milliseconds).run();
}

}  // namespace cw::store
