#include "import/cms/fee_schedule.h"

#include "base/text.h"
#include "import/cms/cms_lists.h"

#include <limits>

namespace cw {

namespace {

std::string_view cellAt(const FeeCells& cells, FeeField field)
{
    return text::trim(cells.at(static_cast<std::size_t>(field)));
}

struct ValueField {
    FeeField field;
    std::int32_t FeeScheduleRow::*value;
    std::string_view name;
};
constexpr std::array<ValueField, 6> valueFields = {{
    {FeeField::workRvu, &FeeScheduleRow::workRvu, "work RVU"},
    {FeeField::nonFacilityPeRvu, &FeeScheduleRow::nonFacilityPeRvu, "non-facility practice expense RVU"},
    {FeeField::facilityPeRvu, &FeeScheduleRow::facilityPeRvu, "facility practice expense RVU"},
    {FeeField::malpracticeRvu, &FeeScheduleRow::malpracticeRvu, "malpractice RVU"},
    {FeeField::nonFacilityTotal, &FeeScheduleRow::nonFacilityTotal, "non-facility total"},
    {FeeField::facilityTotal, &FeeScheduleRow::facilityTotal, "facility total"},
}};

struct TextField {
    FeeField field;
    std::string FeeScheduleRow::*value;
};
constexpr std::array<TextField, 11> textFields = {{
    {FeeField::modifier, &FeeScheduleRow::modifier},
    {FeeField::status, &FeeScheduleRow::status},
    {FeeField::pcTc, &FeeScheduleRow::pcTc},
    {FeeField::globalDays, &FeeScheduleRow::globalDays},
    {FeeField::multiple, &FeeScheduleRow::multiple},
    {FeeField::bilateral, &FeeScheduleRow::bilateral},
    {FeeField::assistant, &FeeScheduleRow::assistant},
    {FeeField::coSurgeon, &FeeScheduleRow::coSurgeon},
    {FeeField::team, &FeeScheduleRow::team},
    {FeeField::endoscopicBase, &FeeScheduleRow::endoscopicBase},
    {FeeField::supervision, &FeeScheduleRow::supervision},
}};

/// RVU25D.pdf: a total is the sum of work, practice expense and malpractice expense.
bool addsUp(const FeeScheduleRow& row)
{
    const auto common = std::int64_t{row.workRvu} + row.malpracticeRvu;
    return row.nonFacilityTotal == common + row.nonFacilityPeRvu && row.facilityTotal == common + row.facilityPeRvu;
}

}  // namespace

std::string FeeScheduleBuilder::add(const FeeCells& cells)
{
    const auto code = cellAt(cells, FeeField::code);
    if (!isProcedureCode(code)) return "not a CPT or HCPCS code";
    if (cellAt(cells, FeeField::status).size() != 1) return "the status code must be one letter";
    FeeScheduleRow row;
    row.code = code;
    for (const auto& field : valueFields) {
        const auto value = fixedPoint(cellAt(cells, field.field), 2);
        if (!value || *value > std::numeric_limits<std::int32_t>::max())
            return "the " + std::string(field.name) + " is no number with two places";
        row.*field.value = static_cast<std::int32_t>(*value);
    }
    for (const auto& field : textFields) row.*field.value = cellAt(cells, field.field);
    const auto factor = fixedPoint(cellAt(cells, FeeField::conversionFactor), 4);
    if (!factor) return "the conversion factor is no number with four places";
    if (m_schedule.conversionFactor == 0)
        m_schedule.conversionFactor = *factor;
    else if (*factor != m_schedule.conversionFactor)
        ++m_otherFactors;
    m_otherTotals += addsUp(row) ? 0 : 1;
    m_schedule.rows.push_back(std::move(row));
    return {};
}

void FeeScheduleBuilder::finish(std::string_view fileName, ParsedList& list)
{
    const auto name = text::lowerAscii(fileName);
    const bool isQpp = name.find("qpp") != std::string::npos && name.find("nonqpp") == std::string::npos &&
                       name.find("non-qpp") == std::string::npos && name.find("non_qpp") == std::string::npos;
    list.kind = ListKind::mpfs;
    list.variant = isQpp ? "qpp" : "";
    auto factor = std::to_string(m_schedule.conversionFactor);
    if (factor.size() > 4) factor.insert(factor.size() - 4, ".");
    list.checks.push_back(grouped(static_cast<std::int64_t>(m_schedule.rows.size())) + " lines, conversion factor " +
                          factor);
    list.checks.push_back(m_otherTotals == 0 ? "the totals of all lines add up"
                                             : grouped(m_otherTotals) + " lines have totals that do not add up");
    if (m_otherFactors > 0) list.checks.push_back(grouped(m_otherFactors) + " lines have another conversion factor");
    list.content = std::move(m_schedule);
}

}  // namespace cw
