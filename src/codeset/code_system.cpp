#include "codeset/code_system.h"

namespace cw {

std::string_view toString(CodeSystem system) noexcept
{
    switch (system) {
    case CodeSystem::icd10cm: return "icd10cm";
    case CodeSystem::icd10pcs: return "icd10pcs";
    case CodeSystem::hcpcs: return "hcpcs";
    case CodeSystem::cpt: return "cpt";
    }
    return "";
}

std::string_view displayName(CodeSystem system) noexcept
{
    switch (system) {
    case CodeSystem::icd10cm: return "ICD-10-CM";
    case CodeSystem::icd10pcs: return "ICD-10-PCS";
    case CodeSystem::hcpcs: return "HCPCS";
    case CodeSystem::cpt: return "CPT";
    }
    return "";
}

Result<CodeSystem> parseCodeSystem(std::string_view text)
{
    for (const auto system : {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::hcpcs, CodeSystem::cpt})
        if (text == toString(system)) return system;
    return Error{ErrorKind::invalidInput, "CODESET-010", "code system must be icd10cm, icd10pcs, hcpcs or cpt"};
}

}  // namespace cw
