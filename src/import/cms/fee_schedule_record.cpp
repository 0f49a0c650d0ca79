#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/fee_schedule.h"
#include "import/table_text.h"

namespace cw {

namespace {

/// Positions from 1 as RVU25D.pdf gives them ("National Physician Fee Schedule Relative Value File, record layout").
struct Position {
    std::size_t first;
    std::size_t last;
};
constexpr std::array<Position, feeFieldCount> layout = {{{1, 5},
                                                         {6, 7},
                                                         {58, 58},
                                                         {60, 65},
                                                         {67, 72},
                                                         {76, 81},
                                                         {85, 89},
                                                         {91, 96},
                                                         {97, 102},
                                                         {103, 103},
                                                         {104, 106},
                                                         {116, 116},
                                                         {117, 117},
                                                         {118, 118},
                                                         {119, 119},
                                                         {120, 120},
                                                         {128, 132},
                                                         {133, 140},
                                                         {142, 143}}};
// The layout says 200; the files of 2025 have 171, the rest is filler. What is used ends with the family indicator.
constexpr std::size_t shortestRecord = 147;
constexpr std::size_t longestRecord = 200;
constexpr std::string_view headerMark = "HDR";

FeeCells cellsOf(std::string_view line)
{
    FeeCells cells;
    for (std::size_t i = 0; i < feeFieldCount; ++i)
        cells.at(i) = line.substr(layout.at(i).first - 1, layout.at(i).last - layout.at(i).first + 1);
    return cells;
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    if (!head.starts_with(headerMark)) return false;
    for (const auto line : text::lines(head)) {
        if (line.starts_with(headerMark)) continue;
        if (line.size() < shortestRecord || line.size() > longestRecord) return false;
        FeeScheduleBuilder builder;
        return builder.add(cellsOf(line)).empty();
    }
    return false;
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    RowLedger ledger(text.label, progress, list);
    FeeScheduleBuilder builder;
    const auto lines = tableLines(text.bytes);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        CW_CHECK(ledger.step(at, lines.size()));
        const auto line = lines[at];
        if (line.starts_with(headerMark)) continue;
        if (line.size() < shortestRecord || line.size() > longestRecord)
            ledger.reject(at + 1, "has " + std::to_string(line.size()) + " columns, a record has 147 to 200");
        else
            ledger.book(at + 1, builder.add(cellsOf(line)));
    }
    if (isCutOff(text.bytes))
        return Error{ErrorKind::invalidInput, "IMPORT-162",
                     describeRow(text.label, lines.size(), {0, "the line does not end: the file is cut off"})};
    CW_CHECK(ledger.finish());
    builder.finish(text.name, list);
    CW_CHECK(setPeriod(Issued::quarterly, text, options, list));
    return list;
}

}  // namespace

ListReader feeScheduleRecordReader()
{
    return {ListKind::mpfs, recognise, parse};
}

}  // namespace cw
