#include "import/cpt_file.h"

#include "base/text.h"
#include "codeset/codes.h"
#include "import/table_text.h"

#include <algorithm>
#include <unordered_map>

namespace cw {

namespace {

constexpr std::size_t linesToRecognise = 60;
constexpr std::size_t rejectionsShown = 100;

bool isCpt(std::string_view cell)
{
    return ProcedureCode::parse(CodeSystem::cpt, cell).hasValue();
}

/// True for words or nothing; false for numbers and other codes, such as stand beside a number in other tables.
bool isText(std::string_view cell)
{
    cell = text::trim(cell);
    return cell.find(' ') != std::string_view::npos || cell.find_first_of("0123456789") == std::string_view::npos;
}

/// True when the first cell names its column: "Code", "CPT code", "CPT 2025".
bool isHeader(std::string_view line)
{
    const auto cell = text::lowerAscii(text::split(line, '\t').front());
    return cell.find("code") != std::string::npos || cell.find("cpt") != std::string::npos;
}

/// A cell without the quotes that spreadsheets put around it.
std::string titleOf(std::string_view cell)
{
    cell = text::trim(cell);
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return collapseBlanks(cell);
    std::string title;
    for (std::size_t at = 1; at + 1 < cell.size(); ++at) {
        title += cell[at];
        if (cell[at] == '"' && cell[at + 1] == '"' && at + 2 < cell.size()) ++at;
    }
    return collapseBlanks(title);
}

/// Why the row is left out; empty when `row` was filled.
std::string readRow(std::string_view line, CodeRow& row)
{
    const auto cells = text::split(line, '\t');
    const auto code = text::upperAscii(text::trim(cells[0]));
    row.isModifier = !isCpt(code);
    if (row.isModifier && !Modifier::parse(code)) return "does not begin with a CPT code";
    row.code = code;
    for (std::size_t at = 1; at < cells.size(); ++at) {
        auto title = titleOf(cells[at]);
        if (title.empty()) continue;
        if (row.shortTitle.empty()) row.shortTitle = title;
        row.longTitle = std::move(title);
    }
    if (row.longTitle.empty()) return "no descriptor";
    return {};
}

bool isSameText(const CodeRow& a, const CodeRow& b)
{
    return a.shortTitle == b.shortTitle && a.longTitle == b.longTitle;
}

}  // namespace

bool recogniseCptFile(std::string_view head)
{
    std::size_t seen = 0;
    std::size_t fitting = 0;
    for (const auto line : text::lines(head)) {
        if (text::trim(line).empty()) continue;
        if (++seen > linesToRecognise) break;
        const auto cells = text::split(line, '\t');
        if (cells.size() > 1 && isCpt(cells[0]) && std::all_of(cells.begin() + 1, cells.end(), isText)) ++fitting;
    }
    return fitting > 0 && fitting * 2 + 1 >= std::min(seen, linesToRecognise);
}

Status parseCptFile(std::string_view bytes, const std::string& label, const Progress& progress, ParsedRelease& into)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::string converted = text::isUtf8(bytes) ? std::string() : text::fromCp1252(bytes);
    const auto lines = tableLines(converted.empty() ? bytes : converted);
    std::unordered_map<std::string, std::size_t> known;  // Code to its place in into.rows.
    std::int64_t repeated = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (at % progressStep == 0) {
            if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-042", label + ": cancelled"};
            progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(lines.size()), "reading codes");
        }
        if (text::trim(lines[at]).empty() || (at == 0 && isHeader(lines[at]))) continue;
        CodeRow row;
        row.order = static_cast<std::int64_t>(at) + 1;
        if (const auto reason = readRow(lines[at], row); !reason.empty()) {
            ++into.rejectedRows;
            if (into.rejections.size() < rejectionsShown)
                into.rejections.push_back("line " + std::to_string(at + 1) + ": " + reason);
            continue;
        }
        const auto [place, isNew] = known.try_emplace(row.code, into.rows.size());
        if (isNew) {
            into.rows.push_back(std::move(row));
        } else if (isSameText(into.rows[place->second], row)) {
            ++repeated;
        } else {
            return Error{ErrorKind::invalidInput, "IMPORT-040",
                         describeRow(label, at + 1, {1, "code " + row.code + " comes twice with different text"})};
        }
    }
    const auto good = static_cast<std::int64_t>(into.rows.size()) + repeated;
    if (good == 0 || into.rejectedRows * 20 > good + into.rejectedRows) {
        std::string reason = label + ": " + std::to_string(into.rejectedRows) + " of " +
                             std::to_string(good + into.rejectedRows) + " rows are no CPT code with a descriptor";
        if (!into.rejections.empty()) reason += "; " + into.rejections.front();
        return Error{ErrorKind::invalidInput, "IMPORT-041", reason};
    }
    return {};
}

}  // namespace cw
