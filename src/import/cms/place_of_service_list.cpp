#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <array>
#include <set>

namespace cw {

namespace {

constexpr std::array<std::string_view, 4> columns = {"poscode", "pfsratetype", "name", "description"};
enum Column : std::size_t { codeColumn, rateColumn, nameColumn, descriptionColumn };

std::string readRow(const NamedRow& row, PlaceOfServiceRow& place)
{
    const auto code = row[codeColumn];
    const auto rate = text::lowerAscii(row[rateColumn]);
    if (code.size() != 2 || !text::isDigits(code)) return "the code must have two digits";
    if (rate != "facility" && rate != "non-facility" && rate != "unassigned")
        return "the rate must be Facility, Non-Facility or Unassigned";
    if (row[nameColumn].empty()) return "no name";
    place.code = code;
    place.name = row[nameColumn];
    place.description = row[descriptionColumn];
    place.isFacilityRate = rate == "facility";
    place.isAssigned = rate != "unassigned";
    return {};
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    return hasHeader(head, columns);
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::placeOfService;
    PlacesOfService content;
    std::set<std::string> known;
    std::int64_t assigned = 0;
    CW_CHECK(readNamedRows(text, columns, progress, list, [&](const NamedRow& row) {
        PlaceOfServiceRow place;
        auto reason = readRow(row, place);
        if (reason.empty() && !known.insert(place.code).second) reason = "the code comes twice";
        if (!reason.empty()) return reason;
        assigned += place.isAssigned ? 1 : 0;
        content.rows.push_back(std::move(place));
        return reason;
    }));
    list.checks.push_back(grouped(assigned) + " assigned, " + grouped(list.rowCount - assigned) + " unassigned");
    list.content = std::move(content);
    CW_CHECK(setPeriod(Issued::quarterly, text, options, list));
    list.inForce.last.reset();  // The set holds until the next one.
    return list;
}

}  // namespace

ListReader placeOfServiceReader()
{
    return {ListKind::placeOfService, recognise, parse};
}

}  // namespace cw
