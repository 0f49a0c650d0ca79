#pragma once

#include "edits/rule_run.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace cw::edits {

void checkUnlisted(RuleRun& run);   // CV-12
void checkDrugUnits(RuleRun& run);  // CV-17

/// What one unit of a drug code holds by its title: "per 250 mg", "1 mg", "100,000 units".
struct UnitDose {
    enum class Kind {
        mass,    ///< Micrograms.
        volume,  ///< Microlitres.
        count    ///< Thousandths of an international unit.
    };
    Kind kind = Kind::mass;
    std::int64_t amount = 0;
};
/// Nothing when the title names no amount, or more than one.
std::optional<UnitDose> unitDose(std::string_view title);

}  // namespace cw::edits
