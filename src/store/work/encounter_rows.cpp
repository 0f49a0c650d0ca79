#include "store/work/encounter_rows.h"

#include "base/text.h"
#include "store/work/document_rows.h"

namespace cw::store {

namespace {

constexpr std::string_view roleNames[] = {"diagnosis", "admitting", "reason_for_visit"};

std::string_view roleName(DiagnosisRole role)
{
    return roleNames[static_cast<std::size_t>(role)];
}

template <class T>
std::optional<std::string> isoOf(const std::optional<T>& date)
{
    return date ? std::optional(date->iso()) : std::nullopt;
}

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

Status loadDiagnoses(Database& database, Encounter& into, RowVersions& versions)
{
    CW_TRY(auto select,
           database.prepare("SELECT id, role, code, present_on_admission, foreign_members, version "
                            "FROM diagnosis WHERE encounter = ? AND voided_at IS NULL ORDER BY sequence, id"));
    select.bind(into.row.value);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        Diagnosis diagnosis;
        diagnosis.id = DiagnosisId{select.integer(0)};
        for (std::size_t role = 0; role < std::size(roleNames); ++role)
            if (select.view(1) == roleNames[role]) diagnosis.role = static_cast<DiagnosisRole>(role);
        diagnosis.code.text = select.text(2);
        diagnosis.presentOnAdmission = select.text(3);
        diagnosis.foreign = select.text(4);
        versions.rows[diagnosis.id.value] = select.integer(5);
        into.diagnoses.push_back(std::move(diagnosis));
    }
}

Result<std::optional<Date>> optionalDate(const Statement& row, int column)
{
    if (row.isNull(column)) return std::optional<Date>{};
    CW_TRY(const auto date, Date::parse(row.view(column)));
    return std::optional(date);
}

Status loadLines(Database& database, Encounter& into, RowVersions& versions)
{
    CW_TRY(auto select,
           database.prepare(
               "SELECT id, system, code, unit_thousandths, unit_basis, charge_cents, service_from, service_to, "
               "place_of_service, revenue_code, broken_pointers, ndc_code, ndc_thousandths, ndc_unit, "
               "ndc_foreign, note, foreign_members, version FROM procedure_line "
               "WHERE encounter = ? AND voided_at IS NULL ORDER BY sequence, id"));
    select.bind(into.row.value);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        ProcedureLine line;
        line.id = ProcedureId{select.integer(0)};
        if (!select.view(1).empty()) {
            CW_TRY(line.system, parseCodeSystem(select.view(1)));
        }
        line.code.text = select.text(2);
        line.units = Quantity::thousandths(select.integer(3));
        line.unitBasis = select.text(4);
        if (!select.isNull(5)) line.charge = Money::cents(select.integer(5));
        CW_TRY(line.serviceFrom, optionalDate(select, 6));
        CW_TRY(line.serviceTo, optionalDate(select, 7));
        line.placeOfService = select.text(8);
        line.revenueCode = select.text(9);
        for (const auto part : text::split(select.view(10), ' '))
            if (!part.empty()) line.brokenPointers.push_back(std::stoi(std::string(part)));
        if (!select.isNull(11))
            line.ndc =
                DrugCode{select.text(11), Quantity::thousandths(select.integer(12)), select.text(13), select.text(14)};
        line.note = select.text(15);
        line.foreign = select.text(16);
        versions.rows[line.id.value] = select.integer(17);
        into.procedures.push_back(std::move(line));
    }
}

ProcedureLine* lineOf(Encounter& encounter, std::int64_t id)
{
    for (auto& line : encounter.procedures)
        if (line.id.value == id) return &line;
    return nullptr;
}

Status loadLineParts(Database& database, Encounter& into)
{
    CW_TRY(auto modifiers,
           database.prepare("SELECT m.line, m.modifier FROM line_modifier m JOIN procedure_line p ON p.id = m.line "
                            "WHERE p.encounter = ? AND p.voided_at IS NULL ORDER BY m.line, m.position"));
    modifiers.bind(into.row.value);
    while (true) {
        CW_TRY(const bool row, modifiers.step());
        if (!row) break;
        if (auto* line = lineOf(into, modifiers.integer(0))) line->modifiers.push_back(modifiers.text(1));
    }
    CW_TRY(auto pointers,
           database.prepare("SELECT o.line, o.diagnosis FROM line_pointer o JOIN procedure_line p ON p.id = o.line "
                            "WHERE p.encounter = ? AND p.voided_at IS NULL ORDER BY o.line, o.position"));
    pointers.bind(into.row.value);
    while (true) {
        CW_TRY(const bool row, pointers.step());
        if (!row) return {};
        if (auto* line = lineOf(into, pointers.integer(0))) line->pointers.push_back(DiagnosisId{pointers.integer(1)});
    }
}

Status loadEvidence(Database& database, Encounter& into)
{
    CW_TRY(auto select,
           database.prepare("SELECT id, diagnosis, line, document_version, page, begin_at, end_at, quote, digest, "
                            "document_title, area_left, area_top, area_width, area_height, is_recognised "
                            "FROM evidence WHERE encounter = ? AND voided_at IS NULL ORDER BY id"));
    select.bind(into.row.value);
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return {};
        Evidence evidence;
        evidence.id = EvidenceId{select.integer(0)};
        evidence.span = {DocumentVersionId{select.integer(3)}, static_cast<int>(select.integer(4)), select.integer(5),
                         select.integer(6), areaOf(select, 10)};
        evidence.quote = select.text(7);
        evidence.digest = select.text(8);
        evidence.documentTitle = select.text(9);
        evidence.isRecognised = select.integer(14) != 0;
        if (!select.isNull(2)) {
            if (auto* line = lineOf(into, select.integer(2))) line->evidence.push_back(std::move(evidence));
            continue;
        }
        for (auto& diagnosis : into.diagnoses)
            if (diagnosis.id.value == select.integer(1)) diagnosis.evidence.push_back(evidence);
    }
}

}  // namespace

Status loadRows(Database& database, Encounter& into, RowVersions& versions)
{
    CW_CHECK(loadDiagnoses(database, into, versions));
    CW_CHECK(loadLines(database, into, versions));
    CW_CHECK(loadLineParts(database, into));
    return loadEvidence(database, into);
}

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
              "note, foreign_members, id, encounter, coded_by, coded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
              "?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21) ON CONFLICT (id) DO UPDATE SET sequence = ?1, system = ?2, code = ?3, "
              "unit_thousandths = ?4, unit_basis = ?5, charge_cents = ?6, service_from = ?7, service_to = ?8, "
              "place_of_service = ?9, revenue_code = ?10, broken_pointers = ?11, ndc_code = ?12, ndc_thousandths = ?13, "
              "ndc_unit = ?14, ndc_foreign = ?15, note = ?16, foreign_members = ?17, version = version + 1, "
              "voided_at = NULL, voided_by = NULL, coded_by = ?20, coded_at = ?21 "
              "WHERE voided_at IS NOT NULL RETURNING version"
            : "UPDATE procedure_line SET sequence = ?1, system = ?2, code = ?3, unit_thousandths = ?4, unit_basis = ?5, "
              "charge_cents = ?6, service_from = ?7, service_to = ?8, place_of_service = ?9, revenue_code = ?10, "
              "broken_pointers = ?11, ndc_code = ?12, ndc_thousandths = ?13, ndc_unit = ?14, ndc_foreign = ?15, "
              "note = ?16, foreign_members = ?17, version = version + 1, "
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
