#pragma once

#include "edits/engine/encounter_view.h"
#include "edits/finding.h"
#include "edits/site/site_rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// A value of a field with the row it comes from.
struct SiteValue {
    std::string text;  ///< Codes compact, amounts in cents, dates ISO.
    DiagnosisId diagnosis;
    ProcedureId line;
    std::string at;  ///< JSON pointer.
    Field field = Field::none;
};

const SiteField* siteField(std::string_view name) noexcept;
/// All values of a field: one for a plain field (empty when not filled), one a row for fields of rows.
std::vector<SiteValue> valuesOf(const EncounterView& view, std::string_view field);

}  // namespace cw::edits
