#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/fee_schedule.h"
#include "import/cms/named_table.h"
#include "import/table_text.h"

#include <vector>

namespace cw {

namespace {

constexpr int recordsBeforeData = 40;

/// What stands above each other in the head lines, in the order of FeeField. A column that CMS inserts (PRIC IND in
/// 2026) does not move the others, because they are known by name.
constexpr std::array<std::string_view, feeFieldCount> columnNames = {"hcpcs",
                                                                     "mod",
                                                                     "statuscode",
                                                                     "workrvu",
                                                                     "nonfacpervu",
                                                                     "facilitypervu",
                                                                     "mprvu",
                                                                     "nonfacilitytotal",
                                                                     "facilitytotal",
                                                                     "pctcind",
                                                                     "globdays",
                                                                     "multproc",
                                                                     "bilatsurg",
                                                                     "asstsurg",
                                                                     "cosurg",
                                                                     "teamsurg",
                                                                     "endobase",
                                                                     "convfactor",
                                                                     "physiciansupervisionofdiagnosticprocedures"};
using Places = std::array<std::size_t, feeFieldCount>;

/// The head lines: titles, then the names of the columns over several lines, of which the last begins with "HCPCS".
struct Head {
    std::vector<std::string> names;
    std::optional<StatedPeriod> period;
};

/// "2025 National Physician Fee Schedule Relative Value File October Release" and nothing else of the titles: the
/// copyright notices name other years.
std::optional<StatedPeriod> periodOfTitle(std::string_view title)
{
    if (text::lowerAscii(title).find("relative value file") == std::string::npos) return std::nullopt;
    StatedPeriod period;
    for (const auto word : text::split(title, ' ')) {
        if (period.year == 0 && word.size() == 4 && text::isDigits(word)) period.year = std::stoi(std::string(word));
        if (period.month == 0) period.month = monthNamed(word);
    }
    return period.year > 0 ? std::optional(period) : std::nullopt;
}

/// Nothing when the first records have no such head.
std::optional<Head> readHead(DelimitedReader& reader)
{
    Head head;
    DelimitedRow row;
    for (int i = 0; i < recordsBeforeData && reader.next(row); ++i) {
        head.names.resize(std::max(head.names.size(), row.cells.size()));
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            head.names[at] += columnKey(row.cells[at]);
            if (!head.period) head.period = periodOfTitle(row.cells[at]);
        }
        if (columnKey(row.cells[0]) == "hcpcs" && cellOf(row, 1) == "MOD") return head;
    }
    return std::nullopt;
}

std::optional<Places> placesIn(const Head& head)
{
    Places places{};
    for (std::size_t field = 0; field < feeFieldCount; ++field) {
        std::size_t at = 0;
        while (at < head.names.size() && head.names[at] != columnNames.at(field)) ++at;
        if (at == head.names.size()) return std::nullopt;
        places.at(field) = at;
    }
    return places;
}

bool recognise(std::string_view text, std::string_view /*name*/)
{
    DelimitedReader reader(text);
    const auto head = readHead(reader);
    return head && placesIn(*head);
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    DelimitedReader reader(text.bytes);
    const auto head = readHead(reader);
    const auto places = head ? placesIn(*head) : std::nullopt;
    if (!places)
        return Error{ErrorKind::invalidInput, "IMPORT-160",
                     text.label + ": the head lines do not name the columns of a relative value file"};
    RowLedger ledger(text.label, progress, list);
    FeeScheduleBuilder builder;
    DelimitedRow row;
    while (reader.next(row)) {
        CW_CHECK(ledger.step(reader.position(), reader.size()));
        if (isBlank(row)) continue;
        FeeCells cells;
        for (std::size_t field = 0; field < feeFieldCount; ++field) cells.at(field) = cellOf(row, places->at(field));
        ledger.book(row.line, builder.add(cells));
    }
    if (reader.openQuote())
        return Error{ErrorKind::invalidInput, "IMPORT-161",
                     describeRow(text.label, *reader.openQuote(), {0, "the quotation mark never closes"})};
    CW_CHECK(ledger.finish());
    builder.finish(text.name, list);
    CW_CHECK(setPeriod(Issued::quarterly, text, options, list, head->period));
    return list;
}

}  // namespace

ListReader feeScheduleReader()
{
    return {ListKind::mpfs, recognise, parse};
}

}  // namespace cw
