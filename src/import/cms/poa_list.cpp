#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <array>

namespace cw {

namespace {

// The files that tell what was added, deleted or revised look nearly the same: those of deleted and revised codes have
// other columns ("POAexemptDeleteCodes" no number, "POAexemptReviseCodes" an action), that of added codes only a name.
constexpr std::array<std::string_view, 2> columns = {"poaexemptcode", "description"};
constexpr std::array<std::string_view, 2> changeNames = {"addcodes", "deletecodes"};
constexpr std::string_view numberKey = "ord";

/// The header's first column is "OrdFY25" or "Order25".
std::string numberColumn(std::string_view text)
{
    DelimitedReader reader(text);
    DelimitedRow header;
    while (reader.next(header))
        if (columnsIn(header, columns)) return header.cells.size() == 3 ? columnKey(header.cells[0]) : std::string();
    return {};
}

bool recognise(std::string_view head, std::string_view name)
{
    const auto lower = text::lowerAscii(name);
    for (const auto change : changeNames)
        if (lower.find(change) != std::string::npos) return false;
    return hasHeader(head, columns) && numberColumn(head).starts_with(numberKey);
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::poaExempt;
    CodeFlags content;
    CW_CHECK(readNamedRows(text, columns, progress, list, [&](const NamedRow& row) -> std::string {
        auto code = icd10CmOf(row[0]);
        if (!code) return "not an ICD-10-CM code";
        content.flags.push_back({CodeSystem::icd10cm, std::move(*code), "poa", "exempt"});
        return {};
    }));
    list.checks.push_back(grouped(list.rowCount) + " codes exempt");
    list.content = std::move(content);
    std::optional<StatedPeriod> told;
    const auto number = numberColumn(text.bytes);  // "ordfy25"
    if (const auto year = number.size() >= 2 ? number.substr(number.size() - 2) : ""; text::isDigits(year))
        told = StatedPeriod{2000 + std::stoi(year), 0, 1, true};
    CW_CHECK(setPeriod(Issued::fiscalYearly, text, options, list, told));
    return list;
}

}  // namespace

ListReader poaExemptReader()
{
    return {ListKind::poaExempt, recognise, parse};
}

}  // namespace cw
