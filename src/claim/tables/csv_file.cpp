#include "claim/tables/claim_tables.h"
#include "claim/tables/table_rows.h"

#include <algorithm>

namespace cw {

namespace {

using tables::Cell;

/// A text that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236). Blanks in front do not
/// protect: some programs cut them.
bool beginsLikeFormula(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return false;
    const auto rest = text.substr(first);
    static constexpr std::string_view wide[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};  // = + - @ in full width
    return std::string_view("=+-@\t\r\n").find(rest.front()) != std::string_view::npos ||
           std::any_of(std::begin(wide), std::end(wide), [rest](auto sign) { return rest.starts_with(sign); });
}

void appendText(std::string& out, std::string_view raw)
{
    // Cleaned first: a control character that becomes a blank must not hide the sign behind it.
    auto text = tables::cleanText(raw);
    if (beginsLikeFormula(text)) text.insert(0, 1, '\'');
    // The semicolon and the tab part cells where a spreadsheet is set up so.
    if (text.find_first_of(",;\t\"\r\n") == std::string::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

/// Only texts can be formulas: a negative amount is a number.
void appendCell(std::string& out, const Cell& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell)) appendText(out, *text);
    if (const auto* date = std::get_if<Date>(&cell)) out += date->iso();
    if (const auto* amount = std::get_if<Money>(&cell)) out += amount->decimal();
    if (const auto* quantity = std::get_if<Quantity>(&cell)) out += quantity->decimal();
}

std::string rowsOf(const Claim& claim)
{
    std::string out;
    int number = 0;
    for (const auto& line : claim.encounter->procedures) {
        const tables::Row row{claim, line, ++number};
        bool isFirst = true;
        for (const auto& column : tables::columns()) {
            if (!isFirst) out += ',';
            isFirst = false;
            appendCell(out, column.value(row));
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace

Result<ClaimFile> writeCsv(const ClaimFileRequest& request, const Progress& progress)
{
    ClaimFile file;
    std::string bytes;
    for (const auto& name : claimTableColumns()) bytes += (bytes.empty() ? "" : ",") + name;
    bytes += "\r\n";
    for (std::size_t index = 0; index < request.claims.size(); ++index) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "CLAIM-551", "cancelled"};
        if (index % 1000 == 0)
            progress.report(static_cast<std::int64_t>(index), static_cast<std::int64_t>(request.claims.size()),
                            "Writing claims");
        const auto& claim = request.claims[index];
        if (auto error = tables::refusalOf(claim)) {
            file.refused.push_back({index, claim.encounter->encounterId, std::move(*error)});
            continue;
        }
        auto rows = rowsOf(claim);
        bytes += rows;
        file.claims.push_back(tables::entryOf(request, index, std::move(rows)));
    }
    if (!file.claims.empty()) file.bytes = std::move(bytes);
    return file;
}

}  // namespace cw
