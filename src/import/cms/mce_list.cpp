#include "base/text.h"
#include "import/cms/cms_lists.h"
#include "import/cms/list_period.h"
#include "import/cms/named_table.h"
#include "import/cms/row_ledger.h"

#include <array>
#include <map>

namespace cw {

namespace {

constexpr std::array<std::string_view, 3> columns = {"icd10cmcode", "editgroup", "editrule"};
enum Column : std::size_t { codeColumn, groupColumn, ruleColumn };

/// Definitions of Medicare Code Edits, chapter 1: the edits on diagnoses, told by a word of their rule.
struct McEdit {
    std::string_view word;
    std::string_view flag;
    std::string_view value;
};
constexpr std::array<McEdit, 13> edits = {{
    {"newborn", "age", "newborn"},
    {"pediatric", "age", "pediatric"},
    {"maternity", "age", "maternity"},
    {"adult", "age", "adult"},
    {"female", "sex", "female"},
    {"male", "sex", "male"},
    {"manifestation", "manifestation", "yes"},
    {"requires secondary", "unacceptable-pdx", "requires-secondary"},
    {"unacceptable", "unacceptable-pdx", "yes"},
    {"questionable", "questionable", "yes"},
    {"unspecified", "unspecified", "yes"},
    {"external cause", "external-cause", "yes"},
    {"wrong procedure", "wrong-procedure", "yes"},
}};

const McEdit* editOf(const NamedRow& row)
{
    const auto rule = text::lowerAscii(std::string(row[groupColumn]) + " " + std::string(row[ruleColumn]));
    for (const auto& edit : edits)
        if (rule.find(edit.word) != std::string::npos) return &edit;
    return nullptr;
}

bool recognise(std::string_view head, std::string_view /*name*/)
{
    return hasHeader(head, columns);
}

Result<ParsedList> parse(const SourceText& text, const CodeFileOptions& options, const Progress& progress)
{
    ParsedList list;
    list.kind = ListKind::mce;
    CodeFlags content;
    std::map<std::string, std::int64_t> counts;
    CW_CHECK(readNamedRows(text, columns, progress, list, [&](const NamedRow& row) -> std::string {
        auto code = icd10CmOf(row[codeColumn]);
        if (!code) return "not an ICD-10-CM code";
        const auto* edit = editOf(row);
        if (edit == nullptr) return "no such edit on diagnoses";
        const bool isPlain = edit->value == "yes";
        ++counts[std::string(edit->flag) + (isPlain ? "" : " " + std::string(edit->value))];
        content.flags.push_back(
            {CodeSystem::icd10cm, std::move(*code), std::string(edit->flag), std::string(edit->value)});
        return {};
    }));
    for (const auto& [edit, count] : counts) list.checks.push_back(edit + ": " + grouped(count) + " codes");
    list.content = std::move(content);
    CW_CHECK(setPeriod(Issued::fiscalYearly, text, options, list));
    return list;
}

}  // namespace

ListReader mceReader()
{
    return {ListKind::mce, recognise, parse};
}

}  // namespace cw
