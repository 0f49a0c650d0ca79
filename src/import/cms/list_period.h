#pragma once

#include "base/date.h"
#include "base/result.h"
#include "import/reference_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace cw {

/// How often a list is issued, which says how long one holds.
enum class Issued { quarterly, yearly, fiscalYearly };

/// What a name tells of a period.
struct StatedPeriod {
    int year = 0;
    unsigned month = 0;  ///< 0 when only the year is told.
    unsigned day = 1;
    bool isFiscal = false;  ///< "FY25": the year began in the October before.
};

/// From the names that CMS gives: "Eff_07-01-2024", "2024-06-03", "2024Q3", "ccipra-v322r0" (NCCI version 32.2 is the
/// third quarter of 2026), "RVU25D", "PPRRVU25_OCT", "POAexemptCodesFY25", "HCPC2026_OCT".
std::optional<StatedPeriod> statedPeriod(std::string_view name);

struct ListPeriod {
    std::string name;      ///< "2024 Q3", "2025", "FY2025".
    DateInterval inForce;  ///< The whole quarter or year, or from `--effective` to its end.
};

/// `options.effective` wins over `told` (by the file's content), then the names are asked; a quarterly list of which
/// only the year is known holds for the year. `options.releaseName` is the name when given. Fails with invalidInput
/// when nothing tells the year (IMPORT-154) or it is before 1980 or after 2099 (IMPORT-159).
Result<ListPeriod> listPeriod(Issued issued, const SourceText& text, const CodeFileOptions& options,
                              const std::optional<StatedPeriod>& told = {});

/// Sets name and inForce.
Status setPeriod(Issued issued, const SourceText& text, const CodeFileOptions& options, ParsedList& list,
                 const std::optional<StatedPeriod>& told = {});

/// 1 for "January" and "jan", any case; 0 for other words.
unsigned monthNamed(std::string_view word);

}  // namespace cw
