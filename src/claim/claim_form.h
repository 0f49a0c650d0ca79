#pragma once

#include "base/result.h"
#include "encounter/encounter.h"

#include <string_view>

namespace cw {

/// The kinds of file that claims go out in.
enum class ClaimForm { professional837, institutional837, cms1500, ub04, json, csv, xlsx, fhir };
std::string_view toString(
    ClaimForm form) noexcept;  ///< "837p", "837i", "cms1500", "ub04", "json", "csv", "xlsx", "fhir"
std::string_view displayName(ClaimForm form) noexcept;  ///< "837P", "CMS-1500", …
/// Fails with invalidInput (CLAIM-300).
Result<ClaimForm> parseClaimForm(std::string_view text);
std::string_view fileExtension(ClaimForm form) noexcept;  ///< "x12", "pdf", "json", "csv", "xlsx"

/// Whether an encounter of this setting can go out in the form: 837P and CMS-1500 take professional ones, 837I and UB-04
/// institutional ones, the others all.
bool takes(ClaimForm form, Setting setting) noexcept;
/// 837P for professional, 837I for institutional encounters.
ClaimForm electronicForm(Setting setting) noexcept;
/// 837P and 837I: an interchange with control numbers, which TA1 and 999 answer.
bool isX12(ClaimForm form) noexcept;

}  // namespace cw
