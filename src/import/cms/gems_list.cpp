#include "base/text.h"
#include "codeset/codes.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/row_ledger.h"
#include "import/table_text.h"

#include <array>

namespace cw {

namespace {

constexpr std::string_view fromNine = "icd9-icd10";
constexpr std::string_view fromTen = "icd10-icd9";
constexpr std::size_t linesToRecognise = 20;

/// Source, target and five flags (General Equivalence Mappings, technical documentation: approximate, no map,
/// combination, scenario, choice list), separated by blanks.
using GemFields = std::array<std::string_view, 3>;

bool splitLine(std::string_view line, GemFields& fields)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < line.size();) {
        at = line.find_first_not_of(' ', at);
        if (at == std::string_view::npos) break;
        const auto end = std::min(line.find(' ', at), line.size());
        if (count == fields.size()) return false;
        fields.at(count++) = line.substr(at, end - at);
        at = end;
    }
    return count == fields.size();
}

bool isFlags(std::string_view text)
{
    return text.size() == 5 && text::isDigits(text);
}

/// Three to five digits, or V or E before them.
bool isIcd9(std::string_view text)
{
    if (text.starts_with('V') || text.starts_with('E')) text.remove_prefix(1);
    return text.size() >= 2 && text.size() <= 5 && text::isDigits(text);
}

bool isIcd10(std::string_view text)
{
    const auto code = Icd10CmCode::parse(text);
    return code && code->compact() == text;
}

bool isNoMap(std::string_view target)
{
    return text::lowerAscii(target).starts_with("no");
}

/// By the first sources: those of ICD-9-CM begin with a digit.
std::string_view directionOf(std::string_view text)
{
    GemFields fields;
    std::size_t seen = 0;
    std::size_t digits = 0;
    for (std::size_t at = 0; at < text.size() && seen < linesToRecognise; ++seen) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        at = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!splitLine(line, fields) || !isFlags(fields[2])) return {};
        if (text::isDigits(fields[0])) ++digits;
    }
    if (seen == 0) return {};
    return digits * 2 > seen ? fromNine : fromTen;
}

std::string readMap(const GemFields& fields, std::string_view direction, CodeMap& map)
{
    const bool nineFirst = direction == fromNine;
    map.map = direction;
    map.from = text::upperAscii(fields[0]);  // "v5889" stands in the file of 2018.
    map.to = text::upperAscii(fields[1]);
    if (!(nineFirst ? isIcd9(map.from) : isIcd10(map.from))) return "the source is no code of its system";
    const bool noMap = isNoMap(fields[1]);
    if (noMap)
        map.to.clear();
    else if (!(nineFirst ? isIcd10(map.to) : isIcd9(map.to)))
        return "the target is no code of its system";
    if (!isFlags(fields[2])) return "the flags must be five digits";
    if (noMap != (fields[2][1] == '1')) return "flag 2 must be 1 where there is no match, and only there";
    map.flags = fields[2];
    return {};
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    return !directionOf(head).empty();
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::gems;
    list.variant = directionOf(text.bytes);
    if (list.variant.empty())
        return Error{ErrorKind::invalidInput, "IMPORT-165",
                     text.label + ": the first lines are no equivalence mapping"};
    CodeMaps content;
    std::int64_t without = 0;
    RowLedger ledger(text.label, progress, list);
    const auto lines = tableLines(text.bytes);
    GemFields fields;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        CW_CHECK(ledger.step(at, lines.size()));
        CodeMap map;
        const auto reason = splitLine(lines[at], fields) ? readMap(fields, list.variant, map)
                                                         : std::string("must have source, target and flags");
        ledger.book(at + 1, reason);
        if (!reason.empty()) continue;
        without += map.to.empty() ? 1 : 0;
        content.maps.push_back(std::move(map));
    }
    if (isCutOff(text.bytes))
        return Error{ErrorKind::invalidInput, "IMPORT-166",
                     describeRow(text.label, lines.size(), {0, "the line does not end: the file is cut off"})};
    CW_CHECK(ledger.finish());
    list.checks.push_back(grouped(list.rowCount) + " rows, " + grouped(without) + " without match");
    list.content = std::move(content);
    CW_CHECK(setPeriod(Issued::fiscalYearly, text, options, list));
    if (options.releaseName.empty() && list.name.starts_with("FY")) list.name.erase(0, 2);  // They say "2018 GEMs".
    return list;
}

}  // namespace

ListReader gemsReader()
{
    return {ListKind::gems, recognise, parse};
}

}  // namespace cw
