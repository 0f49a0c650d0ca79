#pragma once

#include "base/result.h"

#include <string_view>

namespace cw {

enum class CodeSystem { icd10cm, icd10pcs, hcpcs, cpt };

/// As encounter JSON and the command line write it: "icd10cm", "icd10pcs", "hcpcs", "cpt".
std::string_view toString(CodeSystem system) noexcept;
/// As people read it: "ICD-10-CM", "ICD-10-PCS", "HCPCS", "CPT".
std::string_view displayName(CodeSystem system) noexcept;
/// Accepts the short form. Fails with invalidInput (CODESET-010).
Result<CodeSystem> parseCodeSystem(std::string_view text);

}  // namespace cw
