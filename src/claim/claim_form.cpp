#include "claim/claim_form.h"

#include <array>

namespace cw {

namespace {

struct FormRow {
    ClaimForm form;
    std::string_view name;
    std::string_view shown;
    std::string_view extension;
};

constexpr std::array<FormRow, 8> forms = {{
    {ClaimForm::professional837, "837p", "837P", "x12"},
    {ClaimForm::institutional837, "837i", "837I", "x12"},
    {ClaimForm::cms1500, "cms1500", "CMS-1500", "pdf"},
    {ClaimForm::ub04, "ub04", "UB-04", "pdf"},
    {ClaimForm::json, "json", "JSON", "json"},
    {ClaimForm::csv, "csv", "CSV", "csv"},
    {ClaimForm::xlsx, "xlsx", "XLSX", "xlsx"},
    {ClaimForm::fhir, "fhir", "FHIR", "json"},
}};

const FormRow& rowOf(ClaimForm form) noexcept
{
    for (const auto& row : forms)
        if (row.form == form) return row;
    return forms.front();
}

}  // namespace

std::string_view toString(ClaimForm form) noexcept
{
    return rowOf(form).name;
}

std::string_view displayName(ClaimForm form) noexcept
{
    return rowOf(form).shown;
}

Result<ClaimForm> parseClaimForm(std::string_view text)
{
    for (const auto& row : forms)
        if (row.name == text) return row.form;
    return Error{ErrorKind::invalidInput, "CLAIM-300",
                 "the form must be 837p, 837i, cms1500, ub04, json, csv, xlsx or fhir"};
}

std::string_view fileExtension(ClaimForm form) noexcept
{
    return rowOf(form).extension;
}

bool takes(ClaimForm form, Setting setting) noexcept
{
    switch (form) {
    case ClaimForm::professional837:
    case ClaimForm::cms1500: return setting == Setting::professional;
    case ClaimForm::institutional837:
    case ClaimForm::ub04: return setting != Setting::professional;
    case ClaimForm::json:
    case ClaimForm::csv:
    case ClaimForm::xlsx:
    case ClaimForm::fhir: return true;
    }
    return false;
}

ClaimForm electronicForm(Setting setting) noexcept
{
    return setting == Setting::professional ? ClaimForm::professional837 : ClaimForm::institutional837;
}

bool isX12(ClaimForm form) noexcept
{
    return form == ClaimForm::professional837 || form == ClaimForm::institutional837;
}

}  // namespace cw
