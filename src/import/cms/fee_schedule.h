#pragma once

#include "codeset/code_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/row_ledger.h"

#include <array>
#include <string_view>

namespace cw {

/// The fields of a PPRRVU line that are used, in the order of RVU25D.pdf.
enum class FeeField {
    code,
    modifier,
    status,
    workRvu,
    nonFacilityPeRvu,
    facilityPeRvu,
    malpracticeRvu,
    nonFacilityTotal,
    facilityTotal,
    pcTc,
    globalDays,
    multiple,
    bilateral,
    assistant,
    coSurgeon,
    team,
    endoscopicBase,
    conversionFactor,
    supervision,
    count
};
inline constexpr std::size_t feeFieldCount = static_cast<std::size_t>(FeeField::count);
using FeeCells = std::array<std::string_view, feeFieldCount>;

/// Fills a fee schedule from lines of either form.
class FeeScheduleBuilder {
public:
    /// Why the line is left out; empty when it was taken.
    std::string add(const FeeCells& cells);
    /// Gives schedule and checks to the list. The variant is "qpp" for the file of qualifying participants, whose
    /// conversion factor is another one (2026 on); else empty.
    void finish(std::string_view fileName, ParsedList& list);

private:
    FeeSchedule m_schedule;
    std::int64_t m_otherFactors = 0;
    std::int64_t m_otherTotals = 0;
};

}  // namespace cw
