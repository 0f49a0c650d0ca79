#include "store/work/document_rows.h"

#include <algorithm>

namespace cw::store {

const std::string_view documentColumns =
    "SELECT d.id, v.id, v.number, (SELECT count(*) FROM document_version n WHERE n.document = d.id), d.patient, "
    "d.encounter, v.type, v.format, v.title, v.document_date, v.author, v.source_name, v.status, v.digest, "
    "v.byte_count, v.pages, NOT EXISTS (SELECT 1 FROM document_read r WHERE r.version = v.id AND r.account = ?1), "
    "v.archived_at IS NOT NULL, v.has_recognised, v.text_read_at IS NULL, v.added_at, "
    "(SELECT group_concat(t.letter, '') FROM document_tag t WHERE t.document = d.id AND t.account = ?1), "
    "v.foreign_members FROM document d JOIN document_version v ON v.document = d.id ";

// Documents of the patient that belong to no encounter are part of every chart of that patient.
const std::string_view chartDocuments =
    "(SELECT c.id FROM document c WHERE c.encounter = ?2 UNION ALL SELECT c.id FROM document c WHERE c.patient = "
    "(SELECT e.patient FROM encounter e WHERE e.id = ?2) AND c.encounter IS NULL) ";

Result<DocumentInfo> documentOf(const Statement& row)
{
    DocumentInfo info;
    info.id = DocumentId{row.integer(0)};
    info.version = DocumentVersionId{row.integer(1)};
    info.versionNumber = static_cast<int>(row.integer(2));
    info.versionCount = static_cast<int>(row.integer(3));
    info.patient = PatientId{row.integer(4)};
    info.encounter = EncounterRowId{row.integer(5)};
    CW_TRY(info.type, parseDocumentType(row.view(6)));
    CW_TRY(info.format, parseDocumentFormat(row.view(7)));
    info.title = row.text(8);
    if (!row.isNull(9)) {
        CW_TRY(info.date, Date::parse(row.view(9)));
    }
    info.author = row.text(10);
    info.sourceName = row.text(11);
    info.status = row.text(12);
    info.digest = row.text(13);
    info.size = row.integer(14);
    info.pages = static_cast<int>(row.integer(15));
    info.unread = row.integer(16) != 0;
    info.isArchived = row.integer(17) != 0;
    info.isRecognised = row.integer(18) != 0;
    info.needsReading = row.integer(19) != 0;
    info.addedAt = Instant{row.integer(20)};
    info.tags = row.text(21);
    std::sort(info.tags.begin(), info.tags.end());
    info.foreign = row.text(22);
    return info;
}

std::string labelOf(DocumentVersionId version)
{
    return "document version " + std::to_string(version.value);
}

Result<std::vector<DocumentInfo>> documentsOf(Statement& select)
{
    std::vector<DocumentInfo> documents;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return documents;
        CW_TRY(auto info, documentOf(select));
        documents.push_back(std::move(info));
    }
}

PageArea areaOf(const Statement& row, int first)
{
    const auto at = [&row, first](int column) { return static_cast<int>(row.integer(first + column)); };
    return {at(0), at(1), at(2), at(3)};
}

void bindArea(Statement& statement, const PageArea& area)
{
    statement.bind(area.left).bind(area.top).bind(area.width).bind(area.height);
}

}  // namespace cw::store
