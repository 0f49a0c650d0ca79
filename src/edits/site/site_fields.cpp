#include "edits/site/site_fields.h"

#include "edits/rule_run.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

using Kind = SiteField::Kind;

constexpr std::array<SiteField, 36> fields = {{
    {"diagnosis.code", "Any diagnosis code", Kind::code},
    {"diagnosis.first", "First-listed diagnosis", Kind::code},
    {"diagnosis.poa", "Any POA indicator", Kind::text},
    {"diagnosis.count", "Number of diagnoses", Kind::number},
    {"diagnosis.unproven", "Diagnoses without proof", Kind::number},
    {"line.code", "Any CPT or HCPCS code", Kind::code},
    {"line.modifier", "Any modifier", Kind::text},
    {"line.units", "Units of any line", Kind::number},
    {"line.charge", "Charge of any line", Kind::amount},
    {"line.place", "Place of service of any line", Kind::text},
    {"line.revenue", "Revenue code of any line", Kind::text},
    {"line.ndc", "NDC of any line", Kind::text},
    {"line.count", "Number of lines", Kind::number},
    {"line.date", "Date of any line", Kind::date},
    {"pcs.code", "Any ICD-10-PCS code", Kind::code},
    {"claim.charge", "Total charge", Kind::amount},
    {"claim.authorization", "Prior authorization", Kind::text},
    {"claim.referral", "Referral number", Kind::text},
    {"claim.clia", "CLIA number", Kind::text},
    {"claim.frequency", "Frequency code", Kind::text},
    {"claim.note", "Claim note", Kind::text},
    {"condition", "Any condition code", Kind::text},
    {"flag", "Any fact of the visit", Kind::flag},
    {"patient.age", "Age in years", Kind::number},
    {"patient.sex", "Sex (F, M, U)", Kind::text},
    {"payer.id", "Payer id", Kind::text},
    {"payer.filing", "Claim filing code", Kind::text},
    {"provider.billing", "NPI of the billing provider", Kind::text},
    {"provider.rendering", "NPI of the rendering provider", Kind::text},
    {"provider.referring", "NPI of the referring provider", Kind::text},
    {"provider.taxonomy", "Taxonomy of the rendering provider", Kind::text},
    {"service.from", "First day of service", Kind::date},
    {"service.days", "Days of the stay", Kind::number},
    {"service.place", "Place of service", Kind::text},
    {"service.bill", "Type of bill", Kind::text},
    {"service.status", "Discharge status", Kind::text},
}};

}  // namespace

const std::vector<SiteField>& siteFields()
{
    static const std::vector<SiteField> all(fields.begin(), fields.end());
    return all;
}

namespace edits {

const SiteField* siteField(std::string_view name) noexcept
{
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const auto& one) { return one.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

namespace {

using Values = std::vector<SiteValue>;

std::string npiOf(const std::optional<Provider>& provider)
{
    return provider ? provider->npi : std::string();
}

void addDiagnoses(const EncounterView& view, std::string_view field, Values& values)
{
    for (const auto& one : view.diagnoses) {
        if (field == "diagnosis.first" && one.position != 1) continue;
        values.push_back({.text = field == "diagnosis.poa" ? one.row->presentOnAdmission : one.code,
                          .diagnosis = one.row->id,
                          .at = diagnosisPath(one.index),
                          .field = field == "diagnosis.poa" ? Field::presentOnAdmission : Field::diagnosisCode});
    }
}

/// The value of a line's field, with the field that a person goes to; several for modifiers.
void addLine(const LineView& line, std::string_view field, Values& values)
{
    const auto add = [&](std::string text, Field place, std::string_view member) {
        values.push_back(
            {.text = std::move(text), .line = line.row->id, .at = linePath(line.index, member), .field = place});
    };
    const auto& row = *line.row;
    if (field == "line.code") add(line.code, Field::procedureCode, {});
    if (field == "line.units") add(row.units.decimal(), Field::units, "units");
    if (field == "line.charge") add(row.charge ? std::to_string(row.charge->inCents()) : "", Field::charge, "charge");
    if (field == "line.place") add(std::string(line.place), Field::placeOfService, "place_of_service");
    if (field == "line.revenue") add(row.revenueCode, Field::procedureCode, "revenue_code");
    if (field == "line.ndc") add(row.ndc ? row.ndc->code : std::string(), Field::ndc, "ndc");
    if (field == "line.date") add(line.from.iso(), Field::serviceDates, "service_from");
    if (field != "line.modifier") return;
    for (const auto& modifier : row.modifiers) add(modifier, Field::modifiers, "modifiers");
    if (row.modifiers.empty()) add({}, Field::modifiers, "modifiers");
}

std::string countOf(const EncounterView& view, std::string_view field)
{
    if (field == "diagnosis.count") return std::to_string(view.diagnoses.size());
    if (field == "line.count") return std::to_string(view.lines.size());
    const auto bare = std::count_if(view.diagnoses.begin(), view.diagnoses.end(),
                                    [](const auto& one) { return one.row->evidence.empty(); });
    return std::to_string(bare);
}

std::string sexOf(const EncounterView& view)
{
    const auto& sex = view.encounter.patient.sex;
    if (!sex) return {};
    return *sex == Sex::female ? "F" : *sex == Sex::male ? "M" : "U";
}

std::string stayOf(const EncounterView& view)
{
    const auto& service = view.encounter.service;
    const auto first = service.admittedAt ? service.admittedAt->date : service.from;
    const auto last = service.dischargedAt ? std::optional(service.dischargedAt->date) : service.to;
    return last ? std::to_string(first.daysUntil(*last)) : std::string();
}

SiteValue claimValue(const EncounterView& view, std::string_view field)
{
    const auto& claim = view.encounter.claim;
    const auto at = [](std::string text, std::string pointer, Field place) {
        return SiteValue{.text = std::move(text), .at = std::move(pointer), .field = place};
    };
    if (field == "claim.charge")
        return at(std::to_string(view.encounter.totalCharges().inCents()), "/procedures", Field::charge);
    if (field == "claim.authorization") return at(claim.priorAuthorization, "/claim/prior_authorization", Field::claim);
    if (field == "claim.referral") return at(claim.referralNumber, "/claim/referral_number", Field::claim);
    if (field == "claim.clia") return at(claim.cliaNumber, "/claim/clia_number", Field::claim);
    if (field == "claim.frequency") return at(claim.frequencyCode, "/claim/frequency_code", Field::claim);
    return at(claim.note, "/claim/note", Field::claim);
}

SiteValue plainValue(const EncounterView& view, std::string_view field)
{
    const auto& encounter = view.encounter;
    const auto& providers = encounter.providers;
    const auto* coverage = encounter.coverage(CoverageRank::primary);
    const auto at = [](std::string text, std::string pointer, Field place) {
        return SiteValue{.text = std::move(text), .at = std::move(pointer), .field = place};
    };
    if (field == "patient.age")
        return at(view.age ? std::to_string(*view.age) : "", "/patient/birth_date", Field::patient);
    if (field == "patient.sex") return at(sexOf(view), "/patient/sex", Field::patient);
    if (field == "payer.id") return at(std::string(view.payerId), coveragePath(0, "payer/payer_id"), Field::coverage);
    if (field == "payer.filing")
        return at(coverage ? coverage->payer.claimFilingCode : std::string(),
                  coveragePath(0, "payer/claim_filing_code"), Field::coverage);
    if (field == "provider.billing") return at(npiOf(providers.billing), "/providers/billing", Field::provider);
    if (field == "provider.rendering") return at(npiOf(providers.rendering), "/providers/rendering", Field::provider);
    if (field == "provider.referring") return at(npiOf(providers.referring), "/providers/referring", Field::provider);
    if (field == "provider.taxonomy")
        return at(providers.rendering ? providers.rendering->taxonomy : std::string(), "/providers/rendering/taxonomy",
                  Field::provider);
    if (field == "service.from") return at(encounter.service.from.iso(), "/service/from", Field::service);
    if (field == "service.days") return at(stayOf(view), "/service", Field::service);
    if (field == "service.place")
        return at(encounter.service.placeOfService, "/service/place_of_service", Field::service);
    if (field == "service.bill") return at(encounter.service.typeOfBill, "/service/type_of_bill", Field::service);
    return at(encounter.service.dischargeStatus, "/service/discharge_status", Field::service);
}

void addTexts(const std::vector<std::string>& texts, const char* pointer, Values& values)
{
    for (const auto& text : texts) values.push_back({.text = text, .at = pointer, .field = Field::claim});
    if (texts.empty()) values.push_back({.at = pointer, .field = Field::claim});
}

}  // namespace

std::vector<SiteValue> valuesOf(const EncounterView& view, std::string_view field)
{
    Values values;
    if (field.ends_with(".count") || field == "diagnosis.unproven")
        values.push_back({.text = countOf(view, field), .at = "/diagnoses", .field = Field::diagnosisCode});
    else if (field.starts_with("diagnosis."))
        addDiagnoses(view, field, values);
    else if (field.starts_with("line."))
        for (const auto& line : view.lines) addLine(line, field, values);
    else if (field == "pcs.code")
        for (const auto& line : view.pcs) addLine(line, "line.code", values);
    else if (field.starts_with("claim."))
        values.push_back(claimValue(view, field));
    else if (field == "condition")
        addTexts(view.institutional.conditions, "/claim/conditions", values);
    else if (field == "flag")
        addTexts(view.encounter.claim.flags, "/claim/flags", values);
    else
        values.push_back(plainValue(view, field));
    return values;
}

}  // namespace edits

}  // namespace cw
