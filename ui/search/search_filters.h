#pragma once

#include "codeset/code_system.h"

#include <Qt>

#include <array>
#include <optional>

namespace cw::ui {

/// A tab of the code search.
struct SearchFilter {
    const char* name;
    std::optional<CodeSystem> system;
    Qt::Key letter;  ///< With Alt.
};
inline constexpr std::array<SearchFilter, 5> searchFilters = {{{"All", std::nullopt, Qt::Key_A},
                                                               {"ICD-10-CM", CodeSystem::icd10cm, Qt::Key_I},
                                                               {"PCS", CodeSystem::icd10pcs, Qt::Key_P},
                                                               {"CPT", CodeSystem::cpt, Qt::Key_C},
                                                               {"HCPCS", CodeSystem::hcpcs, Qt::Key_H}}};

}  // namespace cw::ui
