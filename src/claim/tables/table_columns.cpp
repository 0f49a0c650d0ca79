#include "claim/tables/claim_tables.h"
#include "claim/tables/table_rows.h"

#include "base/text.h"

namespace cw {

namespace tables {

namespace {

Cell cell(std::string_view text)
{
    return text.empty() ? Cell() : Cell(std::string(text));
}

template <class T>
Cell cell(const std::optional<T>& value)
{
    return value ? Cell(*value) : Cell();
}

const Encounter& visit(const Row& row)
{
    return *row.claim.encounter;
}

const Coverage& billed(const Row& row)
{
    static const Coverage none;
    const auto* coverage = visit(row).coverage(row.claim.billed);
    return coverage != nullptr ? *coverage : none;
}

const Person& subscriber(const Row& row)
{
    static const Person none;
    const auto& coverage = billed(row);
    if (coverage.relationship == Relationship::self) return visit(row).patient;
    return coverage.subscriber ? *coverage.subscriber : none;
}

std::string_view sexOf(const Person& person)
{
    if (!person.sex) return "";
    switch (*person.sex) {
    case Sex::female: return "F";
    case Sex::male: return "M";
    case Sex::unknown: return "U";
    }
    return "";
}

std::string_view rankOf(CoverageRank rank)
{
    switch (rank) {
    case CoverageRank::primary: return "primary";
    case CoverageRank::secondary: return "secondary";
    case CoverageRank::tertiary: return "tertiary";
    }
    return "";
}

std::string_view relationshipOf(const Coverage& coverage)
{
    if (!coverage.relationship) return "";
    switch (*coverage.relationship) {
    case Relationship::self: return "self";
    case Relationship::spouse: return "spouse";
    case Relationship::child: return "child";
    case Relationship::other: return "other";
    case Relationship::employee: return "employee";
    case Relationship::unknown: return "unknown";
    case Relationship::organDonor: return "organ_donor";
    case Relationship::cadaverDonor: return "cadaver_donor";
    case Relationship::lifePartner: return "life_partner";
    }
    return "";
}

/// The line's own provider of a role, else the claim's.
const Provider& provider(const Row& row, std::string_view role, std::optional<Provider> Providers::*member)
{
    static const Provider none;
    for (const auto& own : row.line.details.providers)
        if (own.role == role) return own.provider;
    const auto& onClaim = visit(row).providers.*member;
    return onClaim ? *onClaim : none;
}

Cell npiOf(const Provider& provider)
{
    return cell(provider.npi);
}

Cell nameOf(const Provider& provider)
{
    return provider.organization.empty() && provider.lastName.empty() ? Cell() : cell(displayName(provider));
}

Cell diagnoses(const Row& row)
{
    std::vector<std::string> codes;
    for (const auto* diagnosis : visit(row).claimDiagnoses())
        codes.push_back(displayCode(CodeSystem::icd10cm, diagnosis->code.text));
    return cell(text::join(codes, " "));
}

/// In the order of `diagnoses`, "." where there is no answer: "-" in front would look like a formula.
Cell presentOnAdmission(const Row& row)
{
    std::vector<std::string> answers;
    bool isAny = false;
    for (const auto* diagnosis : visit(row).claimDiagnoses()) {
        isAny = isAny || !diagnosis->presentOnAdmission.empty();
        answers.push_back(diagnosis->presentOnAdmission.empty() ? "." : diagnosis->presentOnAdmission);
    }
    return isAny ? cell(text::join(answers, " ")) : Cell();
}

Cell pointers(const Row& row)
{
    std::vector<std::string> positions;
    for (const auto id : row.line.pointers) positions.push_back(std::to_string(visit(row).claimPosition(id)));
    return cell(text::join(positions, " "));
}

Cell admitting(const Row& row)
{
    for (const auto& diagnosis : visit(row).diagnoses)
        if (diagnosis.role == DiagnosisRole::admitting)
            return cell(displayCode(CodeSystem::icd10cm, diagnosis.code.text));
    return {};
}

Cell minute(const std::optional<LocalMinute>& time)
{
    return time ? cell(time->iso()) : Cell();
}

const DrugCode& drug(const Row& row)
{
    static const DrugCode none;
    return row.line.ndc ? *row.line.ndc : none;
}

std::vector<Column> claimColumns()
{
    return {
        {"claim_number", [](const Row& row) { return cell(row.claim.number); }},
        {"encounter_id", [](const Row& row) { return cell(visit(row).encounterId); }},
        {"version", [](const Row& row) { return Cell(Quantity::whole(row.claim.version)); }},
        {"setting", [](const Row& row) { return cell(toString(visit(row).setting)); }},
        {"type_of_bill", [](const Row& row) { return cell(visit(row).service.typeOfBill); }},
        {"frequency", [](const Row& row) { return cell(frequencyOf(row.claim)); }},
        {"original_reference_number", [](const Row& row) { return cell(visit(row).claim.originalReferenceNumber); }},
        {"claim_charges", [](const Row& row) { return Cell(visit(row).totalCharges()); }},
        {"patient_paid", [](const Row& row) { return Cell(visit(row).claim.patientPaid); }},
        {"prior_authorization", [](const Row& row) { return cell(visit(row).claim.priorAuthorization); }},
        {"service_from", [](const Row& row) { return Cell(visit(row).service.from); }},
        {"service_to", [](const Row& row) { return cell(visit(row).service.to); }},
        {"admitted_at", [](const Row& row) { return minute(visit(row).service.admittedAt); }},
        {"discharged_at", [](const Row& row) { return minute(visit(row).service.dischargedAt); }},
        {"discharge_status", [](const Row& row) { return cell(visit(row).service.dischargeStatus); }},
        {"diagnoses", diagnoses},
        {"present_on_admission", presentOnAdmission},
        {"admitting_diagnosis", admitting},
        {"drg", [](const Row& row) { return cell(visit(row).claim.diagnosisRelatedGroup); }},
    };
}

std::vector<Column> personColumns()
{
    return {
        {"patient_mrn", [](const Row& row) { return cell(visit(row).patient.mrn); }},
        {"patient_last_name", [](const Row& row) { return cell(visit(row).patient.lastName); }},
        {"patient_first_name", [](const Row& row) { return cell(visit(row).patient.firstName); }},
        {"patient_middle_name", [](const Row& row) { return cell(visit(row).patient.middleName); }},
        {"patient_birth_date", [](const Row& row) { return cell(visit(row).patient.birthDate); }},
        {"patient_sex", [](const Row& row) { return cell(sexOf(visit(row).patient)); }},
        {"billed_coverage", [](const Row& row) { return cell(rankOf(row.claim.billed)); }},
        {"payer_name", [](const Row& row) { return cell(billed(row).payer.name); }},
        {"payer_id", [](const Row& row) { return cell(billed(row).payer.payerId); }},
        {"claim_filing_code", [](const Row& row) { return cell(billed(row).payer.claimFilingCode); }},
        {"member_id", [](const Row& row) { return cell(billed(row).memberId); }},
        {"group_number", [](const Row& row) { return cell(billed(row).groupNumber); }},
        {"relationship", [](const Row& row) { return cell(relationshipOf(billed(row))); }},
        {"subscriber_last_name", [](const Row& row) { return cell(subscriber(row).lastName); }},
        {"subscriber_first_name", [](const Row& row) { return cell(subscriber(row).firstName); }},
        {"billing_npi", [](const Row& row) { return npiOf(provider(row, "billing", &Providers::billing)); }},
        {"billing_name", [](const Row& row) { return nameOf(provider(row, "billing", &Providers::billing)); }},
        {"billing_tax_id", [](const Row& row) { return cell(provider(row, "billing", &Providers::billing).taxId); }},
        {"rendering_npi", [](const Row& row) { return npiOf(provider(row, "rendering", &Providers::rendering)); }},
        {"rendering_name", [](const Row& row) { return nameOf(provider(row, "rendering", &Providers::rendering)); }},
        {"referring_npi", [](const Row& row) { return npiOf(provider(row, "referring", &Providers::referring)); }},
        {"ordering_npi", [](const Row& row) { return npiOf(provider(row, "ordering", &Providers::ordering)); }},
        {"supervising_npi",
         [](const Row& row) { return npiOf(provider(row, "supervising", &Providers::supervising)); }},
        {"attending_npi", [](const Row& row) { return npiOf(provider(row, "attending", &Providers::attending)); }},
        {"operating_npi", [](const Row& row) { return npiOf(provider(row, "operating", &Providers::operating)); }},
        {"facility_npi", [](const Row& row) { return npiOf(provider(row, "facility", &Providers::facility)); }},
        {"facility_name", [](const Row& row) { return nameOf(provider(row, "facility", &Providers::facility)); }},
    };
}

std::vector<Column> lineColumns()
{
    return {
        {"line", [](const Row& row) { return Cell(Quantity::whole(row.number)); }},
        {"line_control_number", [](const Row& row) { return cell(lineControlNumber(row.claim.number, row.number)); }},
        {"code_system", [](const Row& row) { return row.line.system ? cell(toString(*row.line.system)) : Cell(); }},
        {"code", [](const Row& row) { return cell(row.line.code.text); }},
        {"modifiers", [](const Row& row) { return cell(text::join(row.line.modifiers, " ")); }},
        {"description", [](const Row& row) { return cell(row.line.details.description); }},
        {"revenue_code", [](const Row& row) { return cell(row.line.revenueCode); }},
        {"units", [](const Row& row) { return Cell(row.line.units); }},
        {"unit_basis", [](const Row& row) { return cell(row.line.unitBasis); }},
        {"charge", [](const Row& row) { return cell(row.line.charge); }},
        {"non_covered_charge", [](const Row& row) { return cell(row.line.details.nonCovered); }},
        {"line_from", [](const Row& row) { return Cell(row.line.serviceFrom.value_or(visit(row).service.from)); }},
        {"line_to", [](const Row& row) { return cell(row.line.serviceTo); }},
        {"place_of_service", [](const Row& row) { return cell(visit(row).placeOf(row.line)); }},
        {"diagnosis_pointers", pointers},
        {"ndc", [](const Row& row) { return cell(drug(row).code); }},
        {"ndc_quantity", [](const Row& row) { return drug(row).code.empty() ? Cell() : Cell(drug(row).quantity); }},
        {"ndc_unit", [](const Row& row) { return cell(drug(row).unit); }},
    };
}

}  // namespace

const std::vector<Column>& columns()
{
    static const std::vector<Column> all = [] {
        auto together = claimColumns();
        for (auto&& part : {personColumns(), lineColumns()}) together.insert(together.end(), part.begin(), part.end());
        return together;
    }();
    return all;
}

}  // namespace tables

const std::vector<std::string>& claimTableColumns()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const auto& column : tables::columns()) all.emplace_back(column.name);
        return all;
    }();
    return names;
}

}  // namespace cw
