#include "base/digest.h"
#include "base/text.h"
#include "store/work/document_content.h"
#include "store/work/document_repository.h"
#include "store/work/patient_rows.h"
#include "store/work/work_database.h"

#include <algorithm>

namespace cw::store {

namespace {

using What = AddedDocument::What;

/// What sources call their versions: numbers by value, all else as text.
bool isLower(std::string_view left, std::string_view right)
{
    if (!text::isDigits(left) || !text::isDigits(right)) return left < right;
    left.remove_prefix(std::min(left.find_first_not_of('0'), left.size()));
    right.remove_prefix(std::min(right.find_first_not_of('0'), right.size()));
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

/// A statement that selects document and version, as an answer.
Result<std::optional<AddedDocument>> firstOf(Statement& select)
{
    CW_TRY(const bool found, select.step());
    if (!found) return std::optional<AddedDocument>{};
    return std::optional(
        AddedDocument{What::known, DocumentId{select.integer(0)}, DocumentVersionId{select.integer(1)}});
}

/// The same bytes at the same owner.
Result<std::optional<AddedDocument>> sameBytes(Database& database, PatientId patient,
                                               const std::optional<std::int64_t>& encounter, const std::string& digest)
{
    CW_TRY(auto select,
           database.prepare("SELECT d.id, v.id FROM document_version v JOIN document d ON d.id = v.document "
                            "WHERE v.digest = ? AND d.patient = ? AND d.encounter IS ? ORDER BY v.arrival"));
    select.bind(digest).bind(patient.value).bind(encounter);
    return firstOf(select);
}

Result<std::optional<AddedDocument>> sameBytesIn(Database& database, DocumentId document, const std::string& digest)
{
    CW_TRY(auto select,
           database.prepare("SELECT document, id FROM document_version WHERE digest = ? AND document = ?"));
    select.bind(digest).bind(document.value);
    return firstOf(select);
}

/// The document of the patient that has, or had, this key; or one that came before and says that it replaces it.
Result<std::optional<DocumentId>> ofKey(Database& database, PatientId patient, std::string_view key)
{
    if (key.empty()) return std::optional<DocumentId>{};
    for (const std::string column : {"source_key", "replaces_key"}) {
        CW_TRY(auto select,
               database.prepare("SELECT d.id FROM document_version v JOIN document d ON d.id = v.document "
                                "WHERE v." +
                                column + " = ? AND v." + column + " <> '' AND d.patient = ? ORDER BY v.arrival DESC"));
        CW_TRY(const bool found, select.bind(key).bind(patient.value).step());
        if (found) return std::optional(DocumentId{select.integer(0)});
    }
    return std::optional<DocumentId>{};
}

/// Whether the document holds something newer already: a higher version under the same key, or one that replaces the key.
Result<bool> isOlder(Database& database, DocumentId document, const NewDocument& content)
{
    if (content.sourceKey.empty()) return false;
    CW_TRY(
        auto select,
        database.prepare("SELECT source_key, source_version, replaces_key FROM document_version WHERE document = ?"));
    select.bind(document.value);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return false;
        if (select.view(2) == content.sourceKey && select.view(0) != content.sourceKey) return true;
        if (select.view(0) != content.sourceKey || content.sourceVersion.empty() || select.view(1).empty()) continue;
        if (isLower(content.sourceVersion, select.view(1))) return true;
    }
}

/// C-CDA alone: the key and version of one that is there, with other bytes. A corrected document has a higher number (C-CDA
/// R2.1, US Realm Header, versionNumber); some systems give the same setId and number to every document they make. Such
/// documents stand side by side, so that none hides another.
Result<bool> isNamesake(Database& database, DocumentId document, const NewDocument& content)
{
    if (content.format != DocumentFormat::ccda || content.sourceVersion.empty()) return false;
    CW_TRY(auto select, database.prepare("SELECT count(*) FROM document_version WHERE document = ? AND source_key = ? "
                                         "AND source_version = ?"));
    CW_TRY([[maybe_unused]] const bool row,
           select.bind(document.value).bind(content.sourceKey).bind(content.sourceVersion).step());
    return select.integer(0) > 0;
}

Result<std::int64_t> number(Database& database, std::string_view sql, std::optional<std::int64_t> value = {})
{
    CW_TRY(auto select, database.prepare(sql));
    if (value) select.bind(*value);
    CW_TRY([[maybe_unused]] const bool row, select.step());
    return select.integer(0);
}

Status insertContent(Database& database, DocumentVersionId version, const NewDocument& content,
                     const PlacedBytes& placed)
{
    CW_TRY(
        auto insert,
        database.prepare("INSERT INTO document_content (version, file_name, password, text_digest, plain_text, layout, "
                         "bytes) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(version.value).bind(placed.fileName).bind(content.password);
    if (isPaged(content.format)) {
        insert.bind("").bind("").bind("");
    } else {
        // Plain text without blocks is laid out when it is read.
        const auto layout = content.rendition.blocks.empty() ? std::string() : writeLayout(content.rendition);
        insert.bind(textDigest(content.rendition.text, layout)).bind(content.rendition.text).bind(layout);
    }
    return insert.bindBlob(placed.inRow).run();
}

Status archiveCurrent(Database& database, DocumentId document, std::int64_t now)
{
    CW_TRY(auto update, database.prepare("UPDATE document_version SET archived_at = ? "
                                         "WHERE document = ? AND archived_at IS NULL"));
    return update.bind(now).bind(document.value).run();
}

}  // namespace

Result<AddedDocument> SqliteDocumentRepository::add(WriteTx& tx, PatientId patient, EncounterRowId encounter,
                                                    const NewDocument& document)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto owner, followMerges(database, patient));
    const auto visit = encounter.isValid() ? std::optional(encounter.value) : std::nullopt;
    const auto digest = sha256Hex(document.bytes);
    CW_TRY(const auto known, sameBytes(database, owner, visit, digest));
    if (known) return *known;

    CW_TRY(auto family, ofKey(database, owner, document.sourceKey));
    if (!family) {
        CW_TRY(family, ofKey(database, owner, document.replacesKey));
    }
    AddedDocument added;
    if (family) {
        CW_TRY(const auto same, sameBytesIn(database, *family, digest));
        if (same) return *same;
        CW_TRY(const bool namesake, isNamesake(database, *family, document));
        if (namesake) family.reset();
    }
    if (family) {
        CW_TRY(const bool older, isOlder(database, *family, document));
        added = {older ? What::olderVersion : What::newVersion, *family, {}};
    } else {
        added = {What::added, DocumentId{m_ids.next()}, {}};
        CW_TRY(auto insert, database.prepare("INSERT INTO document (id, patient, encounter) VALUES (?, ?, ?)"));
        CW_CHECK(insert.bind(added.id.value).bind(owner.value).bind(visit).run());
    }
    CW_TRY(added.version, addVersion(tx, added.id, document, digest, added.what == What::olderVersion));
    CW_CHECK(markLate(tx, added.id, added.version));
    return added;
}

Result<AddedDocument> SqliteDocumentRepository::replace(WriteTx& tx, DocumentId document, const NewDocument& by)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto there, number(database, "SELECT count(*) FROM document WHERE id = ?", document.value));
    if (there == 0) return Error{ErrorKind::notFound, "STORE-226", "no such document to be replaced"};
    const auto digest = sha256Hex(by.bytes);
    CW_TRY(const auto same, sameBytesIn(database, document, digest));
    if (same) return *same;
    AddedDocument added{What::newVersion, document, {}};
    CW_TRY(added.version, addVersion(tx, document, by, digest, false));
    CW_CHECK(markLate(tx, document, added.version));
    return added;
}

Result<DocumentVersionId> SqliteDocumentRepository::addVersion(WriteTx& tx, DocumentId document,
                                                               const NewDocument& content, const std::string& digest,
                                                               bool isArchived)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto placed, placeBytes(tx, m_files, content.bytes));
    const auto now = m_clock.now().milliseconds;
    if (!isArchived) CW_CHECK(archiveCurrent(database, document, now));
    CW_TRY(const auto last, number(database, "SELECT coalesce(max(number), 0) FROM document_version WHERE document = ?",
                                   document.value));
    CW_TRY(const auto arrival, number(database, "SELECT coalesce(max(arrival), 0) FROM document_version"));
    const DocumentVersionId id{m_ids.next()};
    CW_TRY(auto insert,
           database.prepare("INSERT INTO document_version (id, document, number, format, digest, byte_count, pages, "
                            "added_at, type, title, document_date, author, source_name, foreign_members, status, "
                            "source_key, source_version, replaces_key, arrival, archived_at, text_read_at) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(id.value).bind(document.value).bind(last + 1).bind(toString(content.format)).bind(digest);
    insert.bind(static_cast<std::int64_t>(content.bytes.size())).bind(content.pages).bind(now);
    insert.bind(toString(content.type)).bind(content.title);
    insert.bind(content.date ? std::optional(content.date->iso()) : std::nullopt).bind(content.author);
    insert.bind(content.sourceName).bind(content.foreign).bind(content.status);
    insert.bind(content.sourceKey).bind(content.sourceVersion).bind(content.replacesKey).bind(arrival + 1);
    insert.bind(isArchived ? std::optional(now) : std::nullopt);
    CW_CHECK(insert.bind(isPaged(content.format) ? std::nullopt : std::optional(now)).run());
    CW_CHECK(insertContent(database, id, content, placed));
    return id;
}

}  // namespace cw::store
