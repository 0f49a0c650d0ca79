#include "edits/rule_run.h"

namespace cw::edits {

Finding findingAt(const DiagnosisView& diagnosis, Severity severity)
{
    return {.severity = severity,
            .at = {diagnosisPath(diagnosis.index)},
            .codes = {diagnosis.dotted()},
            .field = Field::diagnosisCode,
            .diagnosis = diagnosis.row->id};
}

Finding findingAt(const DiagnosisView& diagnosis, const DiagnosisView& other, Severity severity)
{
    Finding finding = findingAt(diagnosis, severity);
    finding.at.push_back(diagnosisPath(other.index));
    finding.codes.push_back(other.dotted());
    finding.key.subjects.push_back(other.row->id.value);
    return finding;
}

Finding findingAt(const LineView& line, Field field, Severity severity)
{
    return findingAt(line, std::string_view(), field, severity);
}

Finding findingAt(const LineView& line, std::string_view member, Field field, Severity severity)
{
    return {.severity = severity,
            .at = {linePath(line.index, member)},
            .codes = codesOf(*line.row),
            .field = field,
            .procedure = line.row->id};
}

Finding findingAt(const LineView& line, const LineView& other, Field field, Severity severity)
{
    Finding finding = findingAt(line, field, severity);
    finding.at.push_back(linePath(other.index));
    for (auto& code : codesOf(*other.row)) finding.codes.push_back(std::move(code));
    finding.key.subjects.push_back(other.row->id.value);
    return finding;
}

Finding findingAt(std::string pointer, Field field, Severity severity)
{
    return {.severity = severity, .at = {std::move(pointer)}, .field = field};
}

}  // namespace cw::edits
