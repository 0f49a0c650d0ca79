#include "claim/tables/claim_tables.h"
#include "claim/tables/table_rows.h"
#include "claim/tables/xlsx_package.h"

namespace cw {

namespace {

using tables::Cell;
using tables::XlsxStyle;

constexpr std::int64_t rowLimit = 1'048'576;  // Of a sheet, heading too.
constexpr std::size_t textLimit = 32'767;     // Characters of a cell; we count bytes, which are no fewer.

/// "A", "Z", "AA" … of a column from 0.
std::string columnName(std::size_t column)
{
    std::string name;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    return name;
}

const std::vector<std::string>& columnNames()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (std::size_t column = 0; column < tables::columns().size(); ++column) all.push_back(columnName(column));
        return all;
    }();
    return names;
}

/// Shortened at the border of a character.
std::string fitting(std::string text)
{
    if (text.size() <= textLimit) return text;
    auto end = textLimit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
    return text;
}

/// "_x0041_": the way in which a sheet writes a character by its number (ECMA-376, ST_Xstring).
bool isNumbered(std::string_view text) noexcept
{
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           text.substr(2, 4).find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

void appendXml(std::string& out, std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        switch (c) {
        case '_': out += isNumbered(text.substr(at)) ? "_x005F_" : "_"; break;
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '\r': out += "&#13;"; break;
        default: out += c;
        }
    }
}

/// Writes cells of the sheet; keeps the number of the row.
class Sheet {
public:
    Sheet();
    void add(const Claim& claim, std::vector<std::string>& replacements);
    std::string take() { return std::move(m_rows); }
    std::int64_t rows() const noexcept { return m_row; }
    std::string lastCell() const { return columnNames().back() + std::to_string(m_row); }

private:
    void begin(std::size_t column, XlsxStyle style, std::string_view type);
    void text(std::size_t column, std::string_view value, XlsxStyle style);
    void number(std::size_t column, std::string_view value, XlsxStyle style);
    void cell(std::size_t column, const Cell& cell);
    void startRow() { m_rows += "<row r=\"" + std::to_string(++m_row) + "\">"; }

    std::string m_rows;
    std::int64_t m_row = 0;
};

Sheet::Sheet()
{
    startRow();
    const auto& names = claimTableColumns();
    for (std::size_t column = 0; column < names.size(); ++column) text(column, names[column], XlsxStyle::heading);
    m_rows += "</row>";
}

void Sheet::begin(std::size_t column, XlsxStyle style, std::string_view type)
{
    m_rows += "<c r=\"" + columnNames()[column] + std::to_string(m_row) + "\" s=\"" +
              std::to_string(static_cast<int>(style)) + "\"";
    m_rows += type;
    m_rows += '>';
}

void Sheet::text(std::size_t column, std::string_view value, XlsxStyle style)
{
    begin(column, style, " t=\"inlineStr\"");
    m_rows += "<is><t xml:space=\"preserve\">";
    appendXml(m_rows, value);
    m_rows += "</t></is></c>";
}

void Sheet::number(std::size_t column, std::string_view value, XlsxStyle style)
{
    begin(column, style, "");
    m_rows += "<v>";
    m_rows += value;
    m_rows += "</v></c>";
}

void Sheet::cell(std::size_t column, const Cell& cell)
{
    if (const auto* value = std::get_if<std::string>(&cell))
        text(column, fitting(tables::cleanText(*value)), XlsxStyle::text);
    if (const auto* amount = std::get_if<Money>(&cell)) number(column, amount->decimal(), XlsxStyle::money);
    if (const auto* quantity = std::get_if<Quantity>(&cell)) number(column, quantity->decimal(), XlsxStyle::quantity);
    if (const auto* date = std::get_if<Date>(&cell)) {
        // Days are counted from 1899-12-30 and mean the same in every program from March 1900 on; older ones are text.
        if (*date < Date::of(1900, 3, 1))
            text(column, date->iso(), XlsxStyle::text);
        else
            number(column, std::to_string(Date::of(1899, 12, 30).daysUntil(*date)), XlsxStyle::date);
    }
}

void Sheet::add(const Claim& claim, std::vector<std::string>& replacements)
{
    int number = 0;
    for (const auto& line : claim.encounter->procedures) {
        const tables::Row row{claim, line, ++number};
        startRow();
        for (std::size_t column = 0; column < tables::columns().size(); ++column) {
            const auto value = tables::columns()[column].value(row);
            const auto* text = std::get_if<std::string>(&value);
            if (text != nullptr && text->size() > textLimit)
                replacements.push_back(claim.encounter->encounterId + " " + claimTableColumns()[column] +
                                       ": cut to 32767 bytes");
            cell(column, value);
        }
        m_rows += "</row>";
    }
}

}  // namespace

Result<ClaimFile> writeXlsx(const ClaimFileRequest& request, const Progress& progress)
{
    ClaimFile file;
    Sheet sheet;
    for (std::size_t index = 0; index < request.claims.size(); ++index) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "CLAIM-553", "cancelled"};
        if (index % 1000 == 0)
            progress.report(static_cast<std::int64_t>(index), static_cast<std::int64_t>(request.claims.size()),
                            "Writing claims");
        const auto& claim = request.claims[index];
        if (auto error = tables::refusalOf(claim)) {
            file.refused.push_back({index, claim.encounter->encounterId, std::move(*error)});
            continue;
        }
        const auto lines = static_cast<std::int64_t>(claim.encounter->procedures.size());
        if (sheet.rows() + lines > rowLimit)
            return Error{ErrorKind::invalidInput, "CLAIM-554",
                         "more service lines than a sheet has rows; export fewer claims at once"};
        sheet.add(claim, file.replacements);
        file.claims.push_back(tables::entryOf(request, index, claim.number + ": " + std::to_string(lines) + " rows"));
    }
    if (file.claims.empty()) return file;
    const auto lastCell = sheet.lastCell();
    CW_TRY(file.bytes, tables::xlsxPackage("Claims", sheet.take(), lastCell));
    return file;
}

}  // namespace cw
