#pragma once

#include <vector>

namespace cw::ui {

/// A chapter of ICD-10-CM by its categories.
struct Chapter {
    int number;
    const char* first;  ///< First category, "E00".
    const char* last;   ///< Last category, "E89".
    const char* name;   ///< Short enough for a list.
};

/// The chapters of ICD-10-CM (Tabular List of Diseases and Injuries, table of contents).
const std::vector<Chapter>& chapters();

}  // namespace cw::ui
