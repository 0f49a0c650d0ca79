#include "base/text.h"
#include "codeset/codes.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <array>

namespace cw {

namespace {

constexpr std::array<std::string_view, 3> columns = {"currentcodeassignment", "effective", "previouscodesassignment"};
constexpr std::array<std::string_view, 3> datedColumns = {"currentcodeassignment", "effectivedate",
                                                          "previouscodesassignment"};
enum Column : std::size_t { currentColumn, effectiveColumn, previousColumn };
constexpr std::size_t headSize = 64U << 10U;

/// "2017" is 1 October of that year, as the note above the table says; else the day itself.
std::optional<Date> effectiveOf(std::string_view text)
{
    if (text.size() == 4 && text::isDigits(text)) {
        const int year = std::stoi(std::string(text));
        if (year >= 2010 && year <= 2150) return Date::of(year, 10, 1);
    }
    if (const auto day = Date::parse(text)) return *day;
    return std::nullopt;
}

/// The cell cut at commas, semicolons, ampersands and "and".
std::vector<std::string> partsOf(std::string_view cell)
{
    std::string text = text::lowerAscii(cell);
    for (std::size_t at = text.find(" and "); at != std::string::npos; at = text.find(" and ", at))
        text.replace(at, 5, "  ,  ");
    for (char& c : text)
        if (c == ';' || c == '&') c = ',';
    std::vector<std::string> parts;
    for (const auto part : text::split(text, ','))
        if (const auto trimmed = text::trim(part); !trimmed.empty()) parts.emplace_back(trimmed);
    return parts;
}

/// "H02.101-H02.106": codes that differ in their last digit only. Nothing for other ranges: only the code table of
/// their time could tell what they hold.
std::vector<std::string> expandRange(std::string_view first, std::string_view last)
{
    const auto from = icd10CmOf(first);
    const auto to = icd10CmOf(last);
    if (!from || !to || from->size() != to->size() || from->back() > to->back()) return {};
    const auto stem = from->substr(0, from->size() - 1);
    const bool areDigits = text::isDigits(from->substr(stem.size())) && text::isDigits(to->substr(stem.size()));
    if (!areDigits || !to->starts_with(stem)) return {};
    std::vector<std::string> codes;
    for (char c = from->back(); c <= to->back(); ++c) codes.push_back(stem + c);
    return codes;
}

/// The earlier codes that a cell names; `isWhole` becomes false when it names more than single codes.
std::vector<std::string> previousCodes(std::string_view cell, bool& isWhole)
{
    std::vector<std::string> codes;
    for (const auto& part : partsOf(cell)) {
        const auto dash = part.find('-');
        if (const auto code = icd10CmOf(part)) {
            codes.push_back(*code);
        } else if (const auto range = dash == std::string::npos
                                          ? std::vector<std::string>()
                                          : expandRange(part.substr(0, dash), part.substr(dash + 1));
                   !range.empty()) {
            codes.insert(codes.end(), range.begin(), range.end());
        } else {
            isWhole = false;
        }
    }
    return codes;
}

/// "FY 2025" of the note above the table.
std::optional<StatedPeriod> periodOfNote(std::string_view text)
{
    const auto head = text::lowerAscii(text.substr(0, std::min(text.find("current code"), headSize)));
    const auto at = head.find("fy 20");
    if (at == std::string::npos) return std::nullopt;
    return statedPeriod("fy" + head.substr(at + 3, 4));
}

class ConversionBuilder {
public:
    std::string add(const NamedRow& row)
    {
        const auto current = icd10CmOf(row[currentColumn]);
        if (!current) return "the current code is no ICD-10-CM code";
        const auto effective = effectiveOf(row[effectiveColumn]);
        if (!effective) return "the effective date is neither a year nor a date";
        if (row[previousColumn].empty()) return "no previous code";
        if (text::lowerAscii(row[previousColumn]) == "none") {
            ++m_without;
            return {};
        }
        bool isWhole = true;
        for (auto& previous : previousCodes(row[previousColumn], isWhole))
            m_content.maps.push_back({"successor", std::move(previous), *current, "", effective});
        if (!isWhole) ++m_wide;
        return {};
    }
    CodeMaps finish(std::int64_t rows, std::vector<std::string>& checks)
    {
        checks.push_back(grouped(rows) + " codes, " + grouped(static_cast<std::int64_t>(m_content.maps.size())) +
                         " mappings");
        checks.push_back(grouped(m_without) + " codes have no earlier code");
        checks.push_back(grouped(m_wide) + " codes name a category or a range that is not spelled out");
        return std::move(m_content);
    }

private:
    CodeMaps m_content;
    std::int64_t m_without = 0;
    std::int64_t m_wide = 0;
};

bool recognise(std::string_view head, std::string_view /*name*/)
{
    return hasHeader(head, columns) || hasHeader(head, datedColumns);
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::conversion;
    const bool isDated = hasHeader(std::string_view(text.bytes).substr(0, headSize), datedColumns);
    ConversionBuilder builder;
    CW_CHECK(readNamedRows(text, isDated ? datedColumns : columns, progress, list,
                           [&](const NamedRow& row) { return builder.add(row); }));
    list.content = builder.finish(list.rowCount, list.checks);
    CW_CHECK(setPeriod(Issued::fiscalYearly, text, options, list, periodOfNote(text.bytes)));
    return list;
}

}  // namespace

ListReader conversionReader()
{
    return {ListKind::conversion, recognise, parse};
}

}  // namespace cw
