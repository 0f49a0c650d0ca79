#include "import/hcpcs_file.h"

#include "base/text.h"
#include "codeset/codes.h"
#include "import/table_text.h"

#include <optional>
#include <unordered_set>

namespace cw {

namespace {

// 320 columns in older files, of which the last 27 are blank; 293 in those of 2025 on.
constexpr std::size_t shortestRecord = 293;
constexpr std::size_t longestRecord = 320;
constexpr std::size_t addedAt = 268;
constexpr std::size_t terminatedAt = 284;

bool isFirstOf(char record)
{
    return record == '3' || record == '7';
}

bool isModifierRecord(char record)
{
    return record == '7' || record == '8';
}

/// The code or modifier as it stands, its leading blanks removed; empty when it is not well-formed.
std::string_view subjectOf(std::string_view line)
{
    const auto field = line.substr(0, 5);
    if (isModifierRecord(line[10])) {
        const auto modifier = field.substr(3);
        const auto parsed = Modifier::parse(modifier);
        return field.starts_with("   ") && parsed && parsed->text() == modifier ? modifier : std::string_view{};
    }
    const auto parsed = ProcedureCode::parse(CodeSystem::hcpcs, field);
    return parsed && parsed->text() == field ? field : std::string_view{};
}

std::optional<RowFault> faultOf(std::string_view line)
{
    if (line.size() < shortestRecord || line.size() > longestRecord)
        return RowFault{0, "has " + std::to_string(line.size()) + " columns, a HCPCS record has 293 to 320"};
    if (!text::isDigits(line.substr(5, 5))) return RowFault{6, "the sequence number must have five digits"};
    if (std::string_view("3478").find(line[10]) == std::string_view::npos)
        return RowFault{11, "the record must be 3, 4, 7 or 8"};
    if (subjectOf(line).empty())
        return RowFault{1, isModifierRecord(line[10]) ? "not a HCPCS modifier" : "not a HCPCS code"};
    if (!isFirstOf(line[10])) return std::nullopt;
    if (text::trim(line.substr(11, 80)).empty()) return RowFault{12, "no long description"};
    if (!Date::parseCompact(line.substr(addedAt, 8))) return RowFault{addedAt + 1, "no date on which it was added"};
    const auto terminated = line.substr(terminatedAt, 8);
    if (!text::trim(terminated).empty() && !Date::parseCompact(terminated))
        return RowFault{terminatedAt + 1, "the termination date is not a date"};
    return std::nullopt;
}

CodeRow rowOf(std::string_view line, std::int64_t order)
{
    CodeRow row;
    row.code = subjectOf(line);
    row.isModifier = isModifierRecord(line[10]);
    row.shortTitle = collapseBlanks(text::fromCp1252(line.substr(91, 28)));
    row.longTitle = line.substr(11, 80);  // Continued below, then converted as a whole.
    row.order = order;
    if (const auto day = Date::parseCompact(line.substr(addedAt, 8))) row.validFrom = *day;
    if (const auto day = Date::parseCompact(line.substr(terminatedAt, 8))) row.validUntil = *day;
    return row;
}

void finish(CodeRow& row)
{
    row.longTitle = collapseBlanks(text::fromCp1252(row.longTitle));
    if (row.shortTitle.empty()) row.shortTitle = row.longTitle;
}

}  // namespace

bool recogniseHcpcsFile(std::string_view head)
{
    std::size_t records = 0;
    for (const auto line : text::lines(head))
        if (!faultOf(line) && ++records == 3) return true;
    return records > 0 && text::lines(head).size() <= 40;
}

Result<std::vector<CodeRow>> parseHcpcsFile(std::string_view text, const std::string& label, const Progress& progress)
{
    const auto lines = tableLines(text);
    std::vector<CodeRow> rows;
    std::unordered_set<std::string_view> subjects;  // Codes and modifiers differ in length.
    std::size_t width = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const auto line = lines[at];
        if (at % progressStep == 0) {
            if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-033", label + ": cancelled"};
            progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(lines.size()), "reading codes");
        }
        auto fault = faultOf(line);
        if (fault && rows.empty() && line.size() < shortestRecord) continue;  // Disclaimers.
        if (!fault && width != 0 && line.size() != width)
            fault = RowFault{0, "has " + std::to_string(line.size()) + " columns, the records before it " +
                                    std::to_string(width)};
        if (!fault && isFirstOf(line[10])) {
            if (!subjects.insert(subjectOf(line)).second)
                fault = RowFault{1, "duplicate code " + std::string(subjectOf(line))};
        } else if (!fault && (rows.empty() || rows.back().code != subjectOf(line))) {
            fault = RowFault{1, "continues another code than the record before it"};
        }
        if (fault) return Error{ErrorKind::invalidInput, "IMPORT-030", describeRow(label, at + 1, *fault)};
        width = line.size();
        if (!isFirstOf(line[10])) {
            rows.back().longTitle += line.substr(11, 80);
            continue;
        }
        if (!rows.empty()) finish(rows.back());
        rows.push_back(rowOf(line, static_cast<std::int64_t>(rows.size()) + 1));
    }
    if (rows.empty()) return Error{ErrorKind::invalidInput, "IMPORT-032", label + ": no HCPCS record found"};
    finish(rows.back());
    if (isCutOff(text))
        return Error{ErrorKind::invalidInput, "IMPORT-031",
                     describeRow(label, lines.size(), {0, "the line does not end: the file is cut off"})};
    return rows;
}

}  // namespace cw
