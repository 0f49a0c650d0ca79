#include "import/cpt_table.h"

#include "base/text.h"
#include "codeset/codes.h"
#include "import/cms/named_table.h"
#include "import/cpt_file.h"
#include "import/table_text.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

constexpr int recordsBeforeHeader = 40;
constexpr int rowsToRecognise = 60;
constexpr std::size_t headSize = 64U << 10U;
constexpr std::array<std::string_view, 6> codeNames = {"code",     "cpt",           "cptcode",
                                                       "cptcodes", "procedurecode", "proccode"};

/// Where code, short, medium and long text stand.
struct CptColumns {
    std::size_t code = noColumn;
    std::array<std::size_t, 3> text = {noColumn, noColumn, noColumn};
};

bool isCpt(std::string_view cell)
{
    return ProcedureCode::parse(CodeSystem::cpt, cell).hasValue();
}

bool contains(std::string_view text, std::string_view word)
{
    return text.find(word) != std::string_view::npos;
}

std::optional<CptColumns> columnsOf(const DelimitedRow& header)
{
    CptColumns columns;
    std::size_t plain = noColumn;
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const auto key = columnKey(header.cells[at]);
        if (columns.code == noColumn && std::find(codeNames.begin(), codeNames.end(), key) != codeNames.end())
            columns.code = at;
        else if (key.starts_with("short"))
            columns.text[0] = at;
        else if (key.starts_with("med"))
            columns.text[1] = at;
        else if (key.starts_with("long") || key.starts_with("full"))
            columns.text[2] = at;
        else if (plain == noColumn && (contains(key, "desc") || key == "title" || key == "text"))
            plain = at;
    }
    if (columns.text[2] == noColumn) columns.text[2] = plain;
    const bool hasText = std::any_of(columns.text.begin(), columns.text.end(), [](auto at) { return at != noColumn; });
    if (columns.code == noColumn || !hasText) return std::nullopt;
    return columns;
}

/// A cell for a tab separated line, in which it must not break the line or open a quote.
std::string plainCell(std::string_view cell)
{
    std::string plain(cell);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    plain = collapseBlanks(plain);
    if (!plain.starts_with('"')) return plain;
    std::string quoted = "\"";
    for (const char c : plain) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace

bool recogniseCptTable(std::string_view head)
{
    DelimitedReader reader(head);
    DelimitedRow row;
    std::optional<CptColumns> columns;
    for (int i = 0; !columns && i < recordsBeforeHeader && reader.next(row); ++i) columns = columnsOf(row);
    if (!columns) return false;
    int seen = 0;
    int fitting = 0;
    while (seen < rowsToRecognise && reader.next(row)) {
        if (isBlank(row)) continue;
        ++seen;
        if (isCpt(cellOf(row, columns->code))) ++fitting;
    }
    return fitting > 0 && fitting * 2 >= seen;
}

Result<std::string> cptTableAsList(std::string_view text, const std::string& label)
{
    DelimitedReader reader(text);
    DelimitedRow row;
    std::optional<CptColumns> columns;
    std::string list;
    std::size_t written = 0;
    while (reader.next(row)) {
        if (!columns) {
            columns = columnsOf(row);
            continue;
        }
        if (isBlank(row)) continue;
        for (; written + 1 < row.line; ++written) list += '\n';
        list += plainCell(cellOf(row, columns->code));
        for (const auto at : columns->text) list += '\t' + plainCell(cellOf(row, at));
        list += '\n';
        ++written;
    }
    if (reader.openQuote())
        return Error{ErrorKind::invalidInput, "IMPORT-186",
                     describeRow(label, *reader.openQuote(), {0, "the quotation mark never closes"})};
    if (!columns)
        return Error{ErrorKind::invalidInput, "IMPORT-185", label + ": has no header with a code and a description"};
    return list;
}

Result<std::string> cptListOf(const std::string& text, const std::string& name, const std::string& label)
{
    const auto head = std::string_view(text).substr(0, headSize);
    if (recogniseCptTable(head)) return cptTableAsList(text, label);
    if (isCptPart(head, name) && !recogniseCptFile(head)) return joinCptParts({{text, name}}, label);
    return text;
}

}  // namespace cw
