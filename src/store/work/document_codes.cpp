#include "store/work/document_repository.h"
#include "store/work/document_rows.h"
#include "store/work/patient_rows.h"
#include "store/work/work_database.h"

#include <array>

namespace cw::store {

namespace {

constexpr std::array<std::string_view, 5> kindNames = {"diagnosis", "procedure", "medication", "result", "other"};

SourceCodeKind kindOf(std::string_view name)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i)
        if (kindNames.at(i) == name) return static_cast<SourceCodeKind>(i);
    return SourceCodeKind::other;
}

constexpr std::string_view columns =
    "SELECT s.kind, s.system, s.code, s.display, s.status, s.is_negated, s.code_date, s.begin_at, s.end_at, s.version, "
    "coalesce(v.title, ''), coalesce(v.arrival, 0), s.sequence, s.id FROM ";

Result<DocumentRepository::StoredCode> codeOf(const Statement& row)
{
    DocumentRepository::StoredCode stored;
    auto& code = stored.code;
    code.kind = kindOf(row.view(0));
    code.system = row.text(1);
    code.code = row.text(2);
    code.display = row.text(3);
    code.status = row.text(4);
    code.isNegated = row.integer(5) != 0;
    if (!row.isNull(6)) {
        CW_TRY(code.date, Date::parse(row.view(6)));
    }
    code.span = {row.integer(7), row.integer(8)};
    stored.version = DocumentVersionId{row.integer(9)};
    stored.documentTitle = row.text(10);
    return stored;
}

}  // namespace

Status SqliteDocumentRepository::addCodes(WriteTx& tx, PatientId patient, EncounterRowId encounter,
                                          DocumentVersionId version, const std::vector<SourceCode>& codes)
{
    auto& database = databaseOf(tx);
    CW_TRY(const auto owner, followMerges(database, patient));
    // The same message read again tells nothing new.
    CW_TRY(
        auto insert,
        database.prepare(
            "INSERT INTO source_code (id, patient, encounter, version, sequence, kind, system, code, display, status, "
            "is_negated, code_date, begin_at, end_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14 "
            "WHERE NOT EXISTS (SELECT 1 FROM source_code s WHERE s.patient = ?2 AND s.encounter IS ?3 "
            "AND s.version IS ?4 AND s.kind = ?6 AND s.system = ?7 AND s.code = ?8 AND s.display = ?9 "
            "AND s.status = ?10 AND s.is_negated = ?11 AND s.code_date IS ?12 AND s.begin_at = ?13 AND s.end_at = ?14)"));
    std::int64_t sequence = 0;
    for (const auto& code : codes) {
        insert.bind(m_ids.next()).bind(owner.value);
        insert.bind(encounter.isValid() ? std::optional(encounter.value) : std::nullopt);
        insert.bind(version.isValid() ? std::optional(version.value) : std::nullopt).bind(++sequence);
        insert.bind(kindNames.at(static_cast<std::size_t>(code.kind))).bind(code.system).bind(code.code);
        insert.bind(code.display).bind(code.status).bind(code.isNegated ? 1 : 0);
        insert.bind(code.date ? std::optional(code.date->iso()) : std::nullopt);
        CW_CHECK(insert.bind(code.span.begin).bind(code.span.end).run());
    }
    return {};
}

Result<std::vector<DocumentRepository::StoredCode>> SqliteDocumentRepository::codes(ReadTx& tx,
                                                                                    EncounterRowId encounter) const
{
    // Of superseded versions nothing is offered.
    const auto documents = std::string(columns) +
                           "document_version v JOIN source_code s ON s.version = v.id WHERE v.document IN " +
                           std::string(chartDocuments) + "AND v.archived_at IS NULL ";
    const auto others = std::string(columns) +
                        "source_code s LEFT JOIN document_version v ON v.id = s.version WHERE s.version IS NULL AND "
                        "s.patient = (SELECT e.patient FROM encounter e WHERE e.id = ?2) AND "
                        "(s.encounter IS NULL OR s.encounter = ?2) ";
    CW_TRY(auto select, databaseOf(tx).prepare(documents + "UNION ALL " + others + "ORDER BY 12, 13, 14"));
    select.bind(0).bind(encounter.value);
    std::vector<StoredCode> found;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return found;
        CW_TRY(auto code, codeOf(select));
        found.push_back(std::move(code));
    }
}

}  // namespace cw::store
