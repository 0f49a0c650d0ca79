#include "import/cms/named_table.h"

#include "base/text.h"
#include "import/cms/row_ledger.h"
#include "import/table_text.h"

namespace cw {

namespace {

constexpr int recordsBeforeHeader = 40;

}  // namespace

std::string columnKey(std::string_view name)
{
    std::string key;
    for (const char c : text::lowerAscii(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    return key;
}

std::optional<std::vector<std::size_t>> columnsIn(const DelimitedRow& header, ColumnNames names)
{
    std::vector<std::string> keys;
    for (const auto cell : header.cells) keys.push_back(columnKey(cell));
    std::vector<std::size_t> places;
    for (auto name : names) {
        const bool mayMiss = name.starts_with('?');
        if (mayMiss) name.remove_prefix(1);
        std::size_t at = 0;
        while (at < keys.size() && keys[at] != name) ++at;
        if (at == keys.size() && !mayMiss) return std::nullopt;
        places.push_back(at == keys.size() ? noColumn : at);
    }
    return places;
}

bool hasHeader(std::string_view head, ColumnNames names)
{
    DelimitedReader reader(head);
    DelimitedRow row;
    for (int i = 0; i < recordsBeforeHeader && reader.next(row); ++i)
        if (columnsIn(row, names)) return true;
    return false;
}

Status readNamedRows(const SourceText& text, ColumnNames names, const Progress& progress, ParsedList& into,
                     const TakeRow& take)
{
    DelimitedReader reader(text.bytes);
    RowLedger ledger(text.label, progress, into);
    DelimitedRow row;
    std::optional<std::vector<std::size_t>> places;
    while (reader.next(row)) {
        CW_CHECK(ledger.step(reader.position(), reader.size()));
        if (isBlank(row)) continue;
        if (!places)
            places = columnsIn(row, names);
        else
            ledger.book(row.line, take(NamedRow(row, *places)));
    }
    if (reader.openQuote())
        return Error{ErrorKind::invalidInput, "IMPORT-153",
                     describeRow(text.label, *reader.openQuote(), {0, "the quotation mark never closes"})};
    if (!places)
        return Error{ErrorKind::invalidInput, "IMPORT-152",
                     text.label + ": has no header with the columns of its kind"};
    return ledger.finish();
}

}  // namespace cw
