#include "import/titles_file.h"

#include "base/text.h"
#include "codeset/codes.h"
#include "import/table_text.h"

#include <algorithm>
#include <unordered_set>

namespace cw {

namespace {

constexpr std::size_t codeSize = 7;
constexpr std::size_t titleAt = 8;
constexpr std::size_t linesToRecognise = 40;

bool isCode(CodeSystem system, std::string_view code)
{
    if (system == CodeSystem::icd10cm) {
        const auto parsed = Icd10CmCode::parse(code);
        return parsed && parsed->compact() == code;
    }
    const auto parsed = ProcedureCode::parse(system, code);
    return parsed && parsed->text() == code;
}

std::optional<RowFault> faultOf(std::string_view line, CodeSystem system)
{
    if (!text::isAscii(line)) return RowFault{0, "character that is not ASCII"};
    if (line.size() <= titleAt) return RowFault{line.size() + 1, "the row ends before the title (column 9)"};
    if (line[codeSize] != ' ')
        return RowFault{codeSize + 1, "must be blank: the columns are not those of a codes file"};
    if (line[0] == ' ' || !isCode(system, text::trim(line.substr(0, codeSize))))
        return RowFault{1, "not an " + std::string(displayName(system)) + " code"};
    const auto title = line.substr(titleAt);
    const bool hasWord = std::any_of(title.begin(), title.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (title[0] == ' ' || !hasWord) return RowFault{titleAt + 1, "no title"};
    return std::nullopt;
}

}  // namespace

std::optional<CodeSystem> recogniseTitlesFile(std::string_view head, std::string_view name)
{
    std::size_t seen = 0;
    std::size_t fitting = 0;
    std::size_t fittingPcs = 0;
    bool hasHcpcsSize = true;
    for (const auto line : text::lines(head)) {
        if (++seen > linesToRecognise) break;
        if (faultOf(line, CodeSystem::icd10pcs) == std::nullopt) ++fittingPcs;
        if (faultOf(line, CodeSystem::icd10cm)) continue;
        ++fitting;
        if (text::trim(line.substr(0, codeSize)).size() != 5) hasHcpcsSize = false;
    }
    seen = std::min(seen, linesToRecognise);
    const bool isNamed = text::lowerAscii(name).find("icd10") != std::string::npos;
    const auto better = std::max(fitting, fittingPcs);
    if (better == 0 || better * 2 < seen || (fitting > fittingPcs && hasHcpcsSize && !isNamed)) return std::nullopt;
    return fittingPcs >= fitting ? CodeSystem::icd10pcs : CodeSystem::icd10cm;
}

Result<std::vector<CodeRow>> parseTitlesFile(std::string_view text, const std::string& label, CodeSystem system,
                                             const Progress& progress)
{
    const auto lines = tableLines(text);
    std::vector<CodeRow> rows;
    rows.reserve(lines.size());
    std::unordered_set<std::string_view> codes;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (at % progressStep == 0) {
            if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-146", label + ": cancelled"};
            progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(lines.size()), "reading codes");
        }
        const auto code = text::trim(lines[at].substr(0, codeSize));
        auto fault = faultOf(lines[at], system);
        if (!fault && !codes.insert(code).second) fault = RowFault{1, "duplicate code " + std::string(code)};
        if (fault) return Error{ErrorKind::invalidInput, "IMPORT-144", describeRow(label, at + 1, *fault)};
        CodeRow row;
        row.code = code;
        row.longTitle = text::trim(lines[at].substr(titleAt));
        row.shortTitle = row.longTitle;
        row.order = static_cast<std::int64_t>(at) + 1;
        rows.push_back(std::move(row));
    }
    if (isCutOff(text))
        return Error{ErrorKind::invalidInput, "IMPORT-145",
                     describeRow(label, lines.size(), {0, "the line does not end: the file is cut off"})};
    return rows;
}

}  // namespace cw
