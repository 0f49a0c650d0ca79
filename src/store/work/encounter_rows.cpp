#include "store/work/encounter_rows.h"

#include "import/lines_json.h"
#include "store/work/columns.h"
#include "store/work/document_rows.h"

namespace cw::store {

namespace {

/// Versions of rows are written with RETURNING, which gives no row when the version seen is no longer the stored one.
Status takeVersion(Statement& statement, RowChange& change, std::int64_t id, std::string_view what)
{
    CW_TRY(const bool row, statement.step());
    if (!row)
        return Error{ErrorKind::conflict, "STORE-060",
                     "somebody else changed the same " + std::string(what) + "; load the encounter again"};
    change.versions.rows[id] = statement.integer(0);
    CW_TRY([[maybe_unused]] const bool more, statement.step());
    return {};
}

std::int64_t seenVersion(const RowChange& change, std::int64_t id)
{
    const auto found = change.versions.rows.find(id);
    return found == change.versions.rows.end() ? 0 : found->second;
}

/// Who coded the row, and when: nobody when it came with a file.
void bindCoder(Statement& statement, const RowChange& change)
{
    statement.bind(change.isImport ? std::string_view() : std::string_view(change.actor.name));
    statement.bind(change.isImport ? std::int64_t{0} : change.at);
}

Status voidRow(RowChange& change, std::string_view table, std::int64_t id, std::string_view what)
{
    CW_TRY(auto update, change.database.prepare("UPDATE " + std::string(table) +
                                                " SET voided_at = ?, voided_by = ?, version = version + 1 WHERE id = ? "
                                                "AND version = ? AND voided_at IS NULL RETURNING version"));
    update.bind(change.at).bind(change.actor.name).bind(id).bind(seenVersion(change, id));
    CW_CHECK(takeVersion(update, change, id, what));
    change.versions.rows.erase(id);
    return {};
}

Status replaceChildren(RowChange& change, const ProcedureLine& line)
{
    for (const auto* sql : {"DELETE FROM line_modifier WHERE line = ?", "DELETE FROM line_pointer WHERE line = ?"}) {
        CW_TRY(auto erase, change.database.prepare(sql));
        CW_CHECK(erase.bind(line.id.value).run());
    }
    CW_TRY(auto modifier,
           change.database.prepare("INSERT INTO line_modifier (line, position, modifier) VALUES (?, ?, ?)"));
    for (std::size_t i = 0; i < line.modifiers.size(); ++i)
        CW_CHECK(modifier.bind(line.id.value).bind(static_cast<std::int64_t>(i)).bind(line.modifiers[i]).run());
    CW_TRY(auto pointer,
           change.database.prepare("INSERT INTO line_pointer (line, position, diagnosis) VALUES (?, ?, ?)"));
    for (std::size_t i = 0; i < line.pointers.size(); ++i)
        CW_CHECK(pointer.bind(line.id.value).bind(static_cast<std::int64_t>(i)).bind(line.pointers[i].value).run());
    return {};
}

}  // namespace

Status writeDiagnosis(RowChange& change, const Diagnosis& diagnosis, std::int64_t sequence, bool isNew)
{
    const std::string_view sql =
        isNew
            ? "INSERT INTO diagnosis (sequence, role, code, present_on_admission, foreign_members, id, encounter, "
              "coded_by, coded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET "
              "sequence = ?1, role = ?2, code = ?3, present_on_admission = ?4, foreign_members = ?5, "
              "version = version + 1, voided_at = NULL, voided_by = NULL, coded_by = ?8, coded_at = ?9 "
              "WHERE voided_at IS NOT NULL RETURNING version"
            : "UPDATE diagnosis SET sequence = ?1, role = ?2, code = ?3, present_on_admission = ?4, "
              "foreign_members = ?5, version = version + 1, coded_by = CASE WHEN code = ?3 THEN coded_by ELSE ?8 END, "
              "coded_at = CASE WHEN code = ?3 THEN coded_at ELSE ?9 END WHERE id = ?6 AND version = ?7 AND voided_at IS NULL "
              "RETURNING version";
    CW_TRY(auto statement, change.database.prepare(sql));
    statement.bind(sequence).bind(roleName(diagnosis.role)).bind(diagnosis.code.text);
    statement.bind(diagnosis.presentOnAdmission).bind(diagnosis.foreign).bind(diagnosis.id.value);
    statement.bind(isNew ? change.encounter.value : seenVersion(change, diagnosis.id.value));
    bindCoder(statement, change);
    return takeVersion(statement, change, diagnosis.id.value, "diagnosis");
}

Status writeLine(RowChange& change, const ProcedureLine& line, std::int64_t sequence, bool isNew)
{
    const std::string_view sql =
        isNew
            ? "INSERT INTO procedure_line (sequence, system, code, unit_thousandths, unit_basis, charge_cents, service_from, "
              "service_to, place_of_service, revenue_code, broken_pointers, ndc_code, ndc_thousandths, ndc_unit, ndc_foreign, "
              "note, foreign_members, id, encounter, coded_by, coded_at, details) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
              "?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22) ON CONFLICT (id) DO UPDATE SET sequence = ?1, system = ?2, code = ?3, "
              "unit_thousandths = ?4, unit_basis = ?5, charge_cents = ?6, service_from = ?7, service_to = ?8, "
              "place_of_service = ?9, revenue_code = ?10, broken_pointers = ?11, ndc_code = ?12, ndc_thousandths = ?13, "
              "ndc_unit = ?14, ndc_foreign = ?15, note = ?16, foreign_members = ?17, details = ?22, version = version + 1, "
              "voided_at = NULL, voided_by = NULL, coded_by = ?20, coded_at = ?21 "
              "WHERE voided_at IS NOT NULL RETURNING version"
            : "UPDATE procedure_line SET sequence = ?1, system = ?2, code = ?3, unit_thousandths = ?4, unit_basis = ?5, "
              "charge_cents = ?6, service_from = ?7, service_to = ?8, place_of_service = ?9, revenue_code = ?10, "
              "broken_pointers = ?11, ndc_code = ?12, ndc_thousandths = ?13, ndc_unit = ?14, ndc_foreign = ?15, "
              "note = ?16, foreign_members = ?17, details = ?22, version = version + 1, "
              "coded_by = CASE WHEN code = ?3 AND system = ?2 THEN coded_by ELSE ?20 END, "
              "coded_at = CASE WHEN code = ?3 AND system = ?2 THEN coded_at ELSE ?21 END "
              "WHERE id = ?18 AND version = ?19 AND voided_at IS NULL RETURNING version";
    std::string broken;
    for (const int pointer : line.brokenPointers) broken += std::to_string(pointer) + " ";
    const auto& ndc = line.ndc;
    CW_TRY(auto statement, change.database.prepare(sql));
    statement.bind(sequence).bind(line.system ? toString(*line.system) : std::string_view()).bind(line.code.text);
    statement.bind(line.units.inThousandths()).bind(line.unitBasis);
    statement.bind(line.charge ? std::optional(line.charge->inCents()) : std::nullopt);
    statement.bind(isoOf(line.serviceFrom)).bind(isoOf(line.serviceTo)).bind(line.placeOfService);
    statement.bind(line.revenueCode).bind(broken).bind(ndc ? std::optional(ndc->code) : std::nullopt);
    statement.bind(ndc ? std::optional(ndc->quantity.inThousandths()) : std::nullopt);
    statement.bind(ndc ? std::optional(ndc->unit) : std::nullopt);
    statement.bind(ndc ? std::optional(ndc->foreign) : std::nullopt).bind(line.note).bind(line.foreign);
    statement.bind(line.id.value).bind(isNew ? change.encounter.value : seenVersion(change, line.id.value));
    bindCoder(statement, change);
    statement.bind(writeLineDetails(line.details));
    CW_CHECK(takeVersion(statement, change, line.id.value, "procedure line"));
    return replaceChildren(change, line);
}

Status voidDiagnosis(RowChange& change, DiagnosisId id)
{
    return voidRow(change, "diagnosis", id.value, "diagnosis");
}

Status voidLine(RowChange& change, ProcedureId id)
{
    return voidRow(change, "procedure_line", id.value, "procedure line");
}

Status writeEvidence(RowChange& change, const Evidence& evidence, std::optional<DiagnosisId> diagnosis,
                     std::optional<ProcedureId> line)
{
    CW_TRY(auto insert, change.database.prepare(
                            "INSERT INTO evidence (id, encounter, diagnosis, line, document_version, page, begin_at, "
                            "end_at, quote, digest, document_title, area_left, area_top, area_width, area_height, "
                            "is_recognised) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                            "ON CONFLICT (id) DO UPDATE SET voided_at = NULL, voided_by = NULL"));
    insert.bind(evidence.id.value).bind(change.encounter.value);
    insert.bind(diagnosis ? std::optional(diagnosis->value) : std::nullopt);
    insert.bind(line ? std::optional(line->value) : std::nullopt).bind(evidence.span.version.value);
    insert.bind(evidence.span.page).bind(evidence.span.begin).bind(evidence.span.end).bind(evidence.quote);
    insert.bind(evidence.digest).bind(evidence.documentTitle);
    bindArea(insert, evidence.span.area);
    return insert.bind(evidence.isRecognised ? 1 : 0).run();
}

Status voidEvidence(RowChange& change, EvidenceId id)
{
    CW_TRY(auto update, change.database.prepare("UPDATE evidence SET voided_at = ?, voided_by = ? WHERE id = ?"));
    return update.bind(change.at).bind(change.actor.name).bind(id.value).run();
}

}  // namespace cw::store
