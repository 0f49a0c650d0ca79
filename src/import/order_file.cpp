#include "import/order_file.h"

#include "base/text.h"
#include "codeset/codes.h"
#include "import/table_text.h"

#include <algorithm>
#include <unordered_set>

namespace cw {

namespace {

constexpr std::size_t codeAt = 6;
constexpr std::size_t codeSize = 7;
constexpr std::size_t flagAt = 14;
constexpr std::size_t shortAt = 16;
constexpr std::size_t shortSize = 60;
constexpr std::size_t longAt = 77;
constexpr std::size_t linesToRecognise = 40;

bool isPrintableAscii(char c)
{
    return c >= ' ' && c <= '~';
}

std::string_view codeOf(std::string_view line)
{
    return text::trim(line.substr(codeAt, codeSize));
}

bool isCode(CodeSystem system, std::string_view code, bool billable)
{
    if (system == CodeSystem::icd10cm) {
        const auto parsed = Icd10CmCode::parse(code);
        return parsed && parsed->compact() == code;
    }
    // Headers of ICD-10-PCS are the tables: the first three characters of their codes.
    const std::string filled = billable ? std::string(code) : std::string(code) + "0000";
    const auto parsed = ProcedureCode::parse(CodeSystem::icd10pcs, filled);
    return parsed && parsed->text() == filled;
}

std::optional<RowFault> faultOf(std::string_view line, CodeSystem system)
{
    const auto strange = std::find_if_not(line.begin(), line.end(), isPrintableAscii);
    if (strange != line.end())
        return RowFault{static_cast<std::size_t>(strange - line.begin()) + 1,
                        text::isAscii(line) ? "control character" : "character that is not ASCII"};
    if (line.size() <= longAt) return RowFault{line.size() + 1, "the row ends before the long title (column 78)"};
    if (!text::isDigits(line.substr(0, 5))) return RowFault{1, "the order number must have five digits"};
    for (const auto at : {codeAt - 1, codeAt + codeSize, shortAt - 1, longAt - 1})
        if (line[at] != ' ') return RowFault{at + 1, "must be blank: the columns are not those of an order file"};
    if (line[flagAt] != '0' && line[flagAt] != '1') return RowFault{flagAt + 1, "the flag must be 0 or 1"};
    if (line[codeAt] == ' ' || !isCode(system, codeOf(line), line[flagAt] == '1'))
        return RowFault{codeAt + 1, "not an " + std::string(displayName(system)) + " code"};
    if (text::trim(line.substr(shortAt, shortSize)).empty()) return RowFault{shortAt + 1, "no short title"};
    if (text::trim(line.substr(longAt)).empty()) return RowFault{longAt + 1, "no long title"};
    return std::nullopt;
}

CodeRow rowOf(std::string_view line)
{
    CodeRow row;
    row.code = codeOf(line);
    row.billable = line[flagAt] == '1';
    row.shortTitle = text::trim(line.substr(shortAt, shortSize));
    row.longTitle = text::trim(line.substr(longAt));
    for (const char digit : line.substr(0, 5)) row.order = row.order * 10 + (digit - '0');
    return row;
}

}  // namespace

std::optional<CodeSystem> recogniseOrderFile(std::string_view head, std::string_view name)
{
    std::size_t seen = 0;
    std::size_t fitting = 0;
    std::size_t fittingPcs = 0;
    for (const auto line : text::lines(head)) {
        if (++seen > linesToRecognise) break;
        if (!faultOf(line, CodeSystem::icd10cm)) ++fitting;
        if (!faultOf(line, CodeSystem::icd10pcs)) ++fittingPcs;
    }
    seen = std::min(seen, linesToRecognise);
    const auto better = std::max(fitting, fittingPcs);
    if (better == 0 || better * 2 < seen) return std::nullopt;
    if (fitting == fittingPcs)
        return text::lowerAscii(name).find("pcs") == std::string::npos ? CodeSystem::icd10cm : CodeSystem::icd10pcs;
    return fitting > fittingPcs ? CodeSystem::icd10cm : CodeSystem::icd10pcs;
}

Result<std::vector<CodeRow>> parseOrderFile(std::string_view text, const std::string& label, CodeSystem system,
                                            const Progress& progress)
{
    const auto lines = tableLines(text);
    if (lines.empty()) return Error{ErrorKind::invalidInput, "IMPORT-022", label + ": the order file has no row"};
    std::vector<CodeRow> rows;
    rows.reserve(lines.size());
    std::unordered_set<std::string_view> codes;
    codes.reserve(lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (at % progressStep == 0) {
            if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-023", label + ": cancelled"};
            progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(lines.size()), "reading codes");
        }
        auto fault = faultOf(lines[at], system);
        if (!fault && !codes.insert(codeOf(lines[at])).second)
            fault = RowFault{codeAt + 1, "duplicate code " + std::string(codeOf(lines[at]))};
        if (fault) return Error{ErrorKind::invalidInput, "IMPORT-020", describeRow(label, at + 1, *fault)};
        rows.push_back(rowOf(lines[at]));
    }
    if (isCutOff(text))
        return Error{ErrorKind::invalidInput, "IMPORT-021",
                     describeRow(label, lines.size(), {0, "the line does not end: the file is cut off"})};
    return rows;
}

}  // namespace cw
