#include "edits/rule_run.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

std::string compactOf(std::string_view dotted)
{
    const auto code = Icd10CmCode::parse(dotted);
    return code ? std::string(code->compact()) : std::string(dotted);
}

}  // namespace

Remedy addCode(std::string_view dotted, const DiagnosisView* after)
{
    return {.kind = Remedy::Kind::addDiagnosis,
            .diagnosis = after ? after->row->id : DiagnosisId{},
            .code = compactOf(dotted),
            .label = after ? fmt::format("Add {} after {}", dotted, after->dotted()) : fmt::format("Add {}", dotted)};
}

Remedy replaceBy(const DiagnosisView& diagnosis, std::string_view dotted)
{
    return {.kind = Remedy::Kind::replaceDiagnosis,
            .diagnosis = diagnosis.row->id,
            .code = compactOf(dotted),
            .label = fmt::format("Replace {} by {}", diagnosis.dotted(), dotted)};
}

Remedy removeCode(const DiagnosisView& diagnosis)
{
    return {.kind = Remedy::Kind::removeDiagnosis,
            .diagnosis = diagnosis.row->id,
            .label = fmt::format("Remove {}", diagnosis.dotted())};
}

Remedy placeAfter(const DiagnosisView& diagnosis, const DiagnosisView& other)
{
    return {.kind = Remedy::Kind::placeAfter,
            .diagnosis = diagnosis.row->id,
            .other = other.row->id,
            .label = fmt::format("Place {} after {}", diagnosis.dotted(), other.dotted())};
}

Remedy makeFirst(const DiagnosisView& diagnosis)
{
    return {.kind = Remedy::Kind::makeFirst,
            .diagnosis = diagnosis.row->id,
            .label = fmt::format("Make {} the first diagnosis", diagnosis.dotted())};
}

Remedy removeLine(const LineView& line)
{
    return {.kind = Remedy::Kind::removeLine,
            .line = line.row->id,
            .label = fmt::format("Remove line {} ({})", line.index + 1, line.code)};
}

Remedy appendModifier(const LineView& line, std::string_view modifier)
{
    return {.kind = Remedy::Kind::appendModifier,
            .line = line.row->id,
            .code = std::string(modifier),
            .label = fmt::format("Append modifier {} to {}", modifier, line.code)};
}

Remedy removeModifier(const LineView& line, std::string_view modifier)
{
    return {.kind = Remedy::Kind::removeModifier,
            .line = line.row->id,
            .code = std::string(modifier),
            .label = fmt::format("Remove modifier {} from {}", modifier, line.code)};
}

Remedy setPoa(const DiagnosisView& diagnosis, std::string_view indicator)
{
    return {.kind = Remedy::Kind::setPresentOnAdmission,
            .diagnosis = diagnosis.row->id,
            .code = std::string(indicator),
            .label = indicator.empty() ? fmt::format("Clear the POA indicator of {}", diagnosis.dotted())
                                       : fmt::format("Set POA {} on {}", indicator, diagnosis.dotted())};
}

Remedy setUnits(const LineView& line, Quantity units)
{
    return {.kind = Remedy::Kind::setUnits,
            .line = line.row->id,
            .units = units,
            .label = fmt::format("Set units of {} to {}", line.code, units.decimal())};
}

}  // namespace cw::edits
