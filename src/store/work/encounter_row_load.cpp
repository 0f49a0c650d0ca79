#include "base/text.h"
#include "import/lines_json.h"
#include "store/work/columns.h"
#include "store/work/document_rows.h"
#include "store/work/encounter_rows.h"
#include "store/work/row_sets.h"

#include <array>
#include <unordered_map>

namespace cw::store {

namespace {

constexpr std::array<std::string_view, 3> roleNames = {"diagnosis", "admitting", "reason_for_visit"};

Diagnosis diagnosisOf(const Statement& row)
{
    Diagnosis diagnosis;
    diagnosis.id = DiagnosisId{row.integer(1)};
    for (std::size_t role = 0; role < roleNames.size(); ++role)
        if (row.view(2) == roleNames[role]) diagnosis.role = static_cast<DiagnosisRole>(role);
    diagnosis.code.text = row.text(3);
    diagnosis.presentOnAdmission = row.text(4);
    diagnosis.foreign = row.text(5);
    return diagnosis;
}

Result<ProcedureLine> lineOf(const Statement& row)
{
    ProcedureLine line;
    line.id = ProcedureId{row.integer(1)};
    if (!row.view(2).empty()) {
        CW_TRY(line.system, parseCodeSystem(row.view(2)));
    }
    line.code.text = row.text(3);
    line.units = Quantity::thousandths(row.integer(4));
    line.unitBasis = row.text(5);
    line.charge = optionalMoneyOf(row, 6);
    CW_TRY(line.serviceFrom, dayOf(row, 7));
    CW_TRY(line.serviceTo, dayOf(row, 8));
    line.placeOfService = row.text(9);
    line.revenueCode = row.text(10);
    for (const auto part : text::split(row.view(11), ' '))
        if (!part.empty()) line.brokenPointers.push_back(std::stoi(std::string(part)));
    if (!row.isNull(12))
        line.ndc = DrugCode{row.text(12), Quantity::thousandths(row.integer(13)), row.text(14), row.text(15)};
    line.note = row.text(16);
    line.foreign = row.text(17);
    if (!row.view(19).empty()) {
        CW_TRY(line.details, readLineDetails(row.view(19)));
    }
    return line;
}

Evidence evidenceOf(const Statement& row)
{
    Evidence evidence;
    evidence.id = EvidenceId{row.integer(1)};
    evidence.span = {DocumentVersionId{row.integer(4)}, static_cast<int>(row.integer(5)), row.integer(6),
                     row.integer(7), areaOf(row, 11)};
    evidence.quote = row.text(8);
    evidence.digest = row.text(9);
    evidence.documentTitle = row.text(10);
    evidence.isRecognised = row.integer(15) != 0;
    return evidence;
}

/// Reads the rows of many encounters with a few statements. Lines get their parts once all lines stand in their places.
class RowLoader {
public:
    RowLoader(Database& database, std::span<StoredEncounter> into) : m_database(database)
    {
        for (auto& stored : into) {
            m_encounters.push_back(stored.encounter.row.value);
            m_byRow.emplace(stored.encounter.row.value, &stored);
        }
    }

    Status load()
    {
        CW_CHECK(loadDiagnoses());
        CW_CHECK(loadLines());
        for (auto& [row, stored] : m_byRow)
            for (auto& line : stored->encounter.procedures) {
                m_lines.push_back(line.id.value);
                m_byLine.emplace(line.id.value, &line);
            }
        CW_CHECK(loadLineParts());
        return loadEvidence();
    }

private:
    Status loadDiagnoses()
    {
        return eachRow(
            m_database,
            "SELECT encounter, id, role, code, present_on_admission, foreign_members, version FROM diagnosis "
            "WHERE encounter IN (",
            ") AND voided_at IS NULL ORDER BY encounter, sequence, id", m_encounters,
            [this](const Statement& row) -> Status {
                auto& stored = *m_byRow.at(row.integer(0));
                stored.versions.rows[row.integer(1)] = row.integer(6);
                stored.encounter.diagnoses.push_back(diagnosisOf(row));
                return {};
            });
    }

    Status loadLines()
    {
        return eachRow(
            m_database,
            "SELECT encounter, id, system, code, unit_thousandths, unit_basis, charge_cents, service_from, "
            "service_to, place_of_service, revenue_code, broken_pointers, ndc_code, ndc_thousandths, ndc_unit, "
            "ndc_foreign, note, foreign_members, version, details FROM procedure_line WHERE encounter IN (",
            ") AND voided_at IS NULL ORDER BY encounter, sequence, id", m_encounters,
            [this](const Statement& row) -> Status {
                auto& stored = *m_byRow.at(row.integer(0));
                stored.versions.rows[row.integer(1)] = row.integer(18);
                CW_TRY(auto line, lineOf(row));
                stored.encounter.procedures.push_back(std::move(line));
                return {};
            });
    }

    Status loadLineParts()
    {
        CW_CHECK(eachRow(m_database, "SELECT line, modifier FROM line_modifier WHERE line IN (",
                         ") ORDER BY line, position", m_lines, [this](const Statement& row) -> Status {
                             m_byLine.at(row.integer(0))->modifiers.push_back(row.text(1));
                             return {};
                         }));
        return eachRow(m_database, "SELECT line, diagnosis FROM line_pointer WHERE line IN (",
                       ") ORDER BY line, position", m_lines, [this](const Statement& row) -> Status {
                           m_byLine.at(row.integer(0))->pointers.push_back(DiagnosisId{row.integer(1)});
                           return {};
                       });
    }

    Status loadEvidence()
    {
        return eachRow(
            m_database,
            "SELECT encounter, id, diagnosis, line, document_version, page, begin_at, end_at, quote, digest, "
            "document_title, area_left, area_top, area_width, area_height, is_recognised FROM evidence "
            "WHERE encounter IN (",
            ") AND voided_at IS NULL ORDER BY id", m_encounters, [this](const Statement& row) -> Status {
                if (!row.isNull(3)) {
                    const auto line = m_byLine.find(row.integer(3));
                    if (line != m_byLine.end()) line->second->evidence.push_back(evidenceOf(row));
                    return {};
                }
                for (auto& diagnosis : m_byRow.at(row.integer(0))->encounter.diagnoses)
                    if (diagnosis.id.value == row.integer(2)) diagnosis.evidence.push_back(evidenceOf(row));
                return {};
            });
    }

    Database& m_database;
    std::vector<std::int64_t> m_encounters, m_lines;
    std::unordered_map<std::int64_t, StoredEncounter*> m_byRow;
    std::unordered_map<std::int64_t, ProcedureLine*> m_byLine;
};

}  // namespace

std::string_view roleName(DiagnosisRole role) noexcept
{
    return roleNames[static_cast<std::size_t>(role)];
}

Status loadRows(Database& database, std::span<StoredEncounter> into)
{
    return RowLoader(database, into).load();
}

}  // namespace cw::store
