#include "import/hcpcs_table.h"

#include "base/text.h"
#include "codeset/codes.h"
#include "import/cms/named_table.h"
#include "import/table_text.h"

#include <array>
#include <unordered_set>

namespace cw {

namespace {

enum Column : std::size_t { codeColumn, longColumn, shortColumn, addedColumn, endedColumn, recordColumn };
using Names = std::array<std::string_view, 6>;

constexpr std::array<Names, 3> layouts = {{
    {"hcpc", "longdescription", "shortdescription", "adddt", "termdt", "recid"},
    {"hcpcs", "longdescription", "shortdescription", "dateadded", "dateterm", "?recid"},
    {"code", "description", "?shortdescription", "?dateadded", "?dateterm", "?recid"},
}};
constexpr int recordsBeforeHeader = 40;
constexpr int rowsToRecognise = 400;
constexpr std::size_t modifierIndent = 3;

std::optional<std::vector<std::size_t>> placesIn(const DelimitedRow& row)
{
    for (const auto& names : layouts)
        if (auto places = columnsIn(row, names)) return places;
    return std::nullopt;
}

bool isModifierRow(const NamedRow& row)
{
    const auto record = row[recordColumn];
    return record.empty() ? row.raw(codeColumn).starts_with("   ") : record == "7" || record == "8";
}

/// Whether the field stands as the agency writes it: codes without blanks, modifiers behind three.
bool isSubject(const NamedRow& row)
{
    const auto code = row[codeColumn];
    if (!isModifierRow(row)) {
        const auto parsed = ProcedureCode::parse(CodeSystem::hcpcs, code);
        return parsed && parsed->text() == code;
    }
    const auto parsed = Modifier::parse(code);
    return parsed && parsed->text() == code && row.raw(codeColumn).size() >= modifierIndent;
}

/// False when the cell is neither empty nor a date.
bool readDay(std::string_view cell, std::optional<Date>& day)
{
    if (cell.empty()) return true;
    if (const auto compact = Date::parseCompact(cell)) day = *compact;
    if (const auto iso = Date::parse(cell)) day = *iso;
    return day.has_value();
}

std::optional<RowFault> readRow(const NamedRow& row, bool isDated, CodeRow& into)
{
    if (!isSubject(row)) return RowFault{0, isModifierRow(row) ? "not a HCPCS modifier" : "not a HCPCS code"};
    into.code = row[codeColumn];
    into.isModifier = isModifierRow(row);
    into.longTitle = collapseBlanks(row[longColumn]);
    into.shortTitle = collapseBlanks(row[shortColumn]);
    if (into.longTitle.empty()) return RowFault{0, "no long description"};
    if (into.shortTitle.empty()) into.shortTitle = into.longTitle;
    if (!readDay(row[addedColumn], into.validFrom) || (isDated && !into.validFrom))
        return RowFault{0, "no date on which it was added"};
    if (!readDay(row[endedColumn], into.validUntil)) return RowFault{0, "the termination date is not a date"};
    return std::nullopt;
}

/// A description that goes on in a further record (4, 8) of the same code.
bool isContinuation(const NamedRow& row)
{
    return row[recordColumn] == "4" || row[recordColumn] == "8";
}

class HcpcsTableBuilder {
public:
    explicit HcpcsTableBuilder(ParsedRelease& into) : m_into(into) {}

    std::optional<RowFault> add(const NamedRow& row)
    {
        if (isContinuation(row)) {
            if (m_into.rows.empty() || m_into.rows.back().code != row[codeColumn])
                return RowFault{0, "continues another code than the row before it"};
            m_into.rows.back().longTitle += " " + collapseBlanks(row[longColumn]);
            return std::nullopt;
        }
        CodeRow code;
        code.order = static_cast<std::int64_t>(m_into.rows.size()) + 1;
        if (auto fault = readRow(row, m_into.hasRowDates, code)) return fault;
        if (!m_known.insert(code.code).second) return RowFault{0, "duplicate code " + code.code};
        m_into.rows.push_back(std::move(code));
        return std::nullopt;
    }

private:
    ParsedRelease& m_into;
    std::unordered_set<std::string> m_known;
};

}  // namespace

bool recogniseHcpcsTable(std::string_view head)
{
    DelimitedReader reader(head);
    DelimitedRow row;
    std::optional<std::vector<std::size_t>> places;
    for (int i = 0; !places && i < recordsBeforeHeader && reader.next(row); ++i) places = placesIn(row);
    if (!places) return false;
    if (places->at(addedColumn) != noColumn) return true;
    for (int i = 0; i < rowsToRecognise && reader.next(row); ++i) {
        const NamedRow named(row, *places);
        if (isBlank(row)) continue;
        return isSubject(named);
    }
    return false;
}

Status parseHcpcsTable(std::string_view text, const std::string& label, const Progress& progress, ParsedRelease& into)
{
    DelimitedReader reader(text);
    DelimitedRow row;
    std::optional<std::vector<std::size_t>> places;
    HcpcsTableBuilder builder(into);
    for (std::size_t records = 0; reader.next(row); ++records) {
        if (records % progressStep == 0) {
            if (progress.isCancelled()) return Error{ErrorKind::cancelled, "IMPORT-183", label + ": cancelled"};
            progress.report(static_cast<std::int64_t>(reader.position()), static_cast<std::int64_t>(reader.size()),
                            "reading codes");
        }
        if (isBlank(row)) continue;
        if (!places) {
            places = placesIn(row);
            if (places) into.hasRowDates = places->at(addedColumn) != noColumn;
            continue;
        }
        if (const auto fault = builder.add(NamedRow(row, *places)))
            return Error{ErrorKind::invalidInput, "IMPORT-180", describeRow(label, row.line, *fault)};
    }
    if (reader.openQuote())
        return Error{ErrorKind::invalidInput, "IMPORT-182",
                     describeRow(label, *reader.openQuote(), {0, "the quotation mark never closes"})};
    if (into.rows.empty())
        return Error{ErrorKind::invalidInput, "IMPORT-181", label + ": no HCPCS code below a header found"};
    return {};
}

}  // namespace cw
