#include "edits/data/rule_data.h"

#include "base/digest.h"
#include "edits/data/rule_file_reader.h"

#include <array>

namespace cw::edits {

namespace {

using Columns = std::span<const std::string_view>;

constexpr std::array<std::string_view, 6> listColumns = {"list", "codes", "first", "last", "source", "comment"};
constexpr std::array<std::string_view, 9> pairColumns = {"rule", "a",      "b",       "use", "first",
                                                         "last", "source", "message", "fix"};
constexpr std::array<std::string_view, 5> payerColumns = {"payer_id", "initial_days", "corrected_days", "base",
                                                          "source"};
constexpr std::array<std::string_view, 13> coverageColumns = {
    "policy", "title",      "jurisdiction", "codes",   "covered", "excluded", "first",
    "last",   "every_days", "min_age",      "max_age", "sex",     "source"};
constexpr std::array<std::string_view, 7> payerCodeColumns = {"kind",  "payer_id", "codes", "value",
                                                              "first", "last",     "source"};

Status readLists(const RuleFile& file, RuleData& data)
{
    return readRuleFile(file, listColumns, [&data](RuleRow& row) {
        const auto name = row.needed("list");
        data.lists[name].add({.codes = row.neededCodes("codes"), .valid = row.dates(), .source = row.needed("source")});
    });
}

Status readPairs(const RuleFile& file, RuleData& data)
{
    return readRuleFile(file, pairColumns, [&data](RuleRow& row) {
        DiagnosisPair pair{.rule = row.needed("rule"),
                           .a = row.neededCodes("a"),
                           .b = row.neededCodes("b"),
                           .use = row.text("use"),
                           .valid = row.dates(),
                           .source = row.needed("source"),
                           .message = row.text("message"),
                           .fix = row.text("fix")};
        const auto rule = pair.rule;
        data.pairs[rule].push_back(std::move(pair));
    });
}

Status readPayers(const RuleFile& file, RuleData& data)
{
    return readRuleFile(file, payerColumns, [&data](RuleRow& row) {
        PayerLimit limit{.payerId = row.needed("payer_id"),
                         .initialDays = row.number("initial_days"),
                         .correctedDays = row.number("corrected_days"),
                         .base = row.needed("base"),
                         .source = row.needed("source")};
        if (limit.base != "from" && limit.base != "through" && limit.base != "discharge")
            row.refuse("base", "is none of from, through, discharge");
        data.payerLimits.push_back(std::move(limit));
    });
}

Status readCoverage(const RuleFile& file, RuleData& data)
{
    return readRuleFile(file, coverageColumns, [&data](RuleRow& row) {
        CoverageRow coverage{.policy = row.needed("policy"),
                             .title = row.text("title"),
                             .jurisdiction = row.needed("jurisdiction"),
                             .procedures = row.neededCodes("codes"),
                             .covered = row.codes("covered"),
                             .excluded = row.codes("excluded"),
                             .valid = row.dates(),
                             .everyDays = row.number("every_days"),
                             .minAge = row.number("min_age"),
                             .maxAge = row.number("max_age"),
                             .sex = row.text("sex"),
                             .source = row.needed("source")};
        if (!coverage.sex.empty() && coverage.sex != "F" && coverage.sex != "M")
            row.refuse("sex", "is neither F nor M");
        data.coverage.push_back(std::move(coverage));
    });
}

Status readPayerCodes(const RuleFile& file, RuleData& data)
{
    return readRuleFile(file, payerCodeColumns, [&data](RuleRow& row) {
        data.payerCodes.push_back({.kind = row.needed("kind"),
                                   .payerId = row.needed("payer_id"),
                                   .codes = row.neededCodes("codes"),
                                   .value = row.text("value"),
                                   .valid = row.dates(),
                                   .source = row.needed("source")});
    });
}

Status readFile(const RuleFile& file, RuleData& data)
{
    const std::string_view name = file.name;
    if (name.starts_with("lists/") && name.ends_with(".tsv")) return readLists(file, data);
    if (name.starts_with("pairs/") && name.ends_with(".tsv")) return readPairs(file, data);
    if (name == "payers.tsv") return readPayers(file, data);
    if (name == "coverage.tsv" || name.starts_with("coverage/")) return readCoverage(file, data);
    if (name == "payer_codes.tsv") return readPayerCodes(file, data);
    return Error{
        ErrorKind::invalidInput, "EDITS-021",
        "\"" + file.name +
            "\" is no file of rules; use lists/*.tsv, pairs/*.tsv, payers.tsv, payer_codes.tsv, coverage.tsv or "
            "coverage/*.tsv"};
}

}  // namespace

bool CodeList::has(std::string_view compact, Date on) const noexcept
{
    for (const auto& entry : m_entries)
        if (entry.valid.contains(on) && entry.codes.matches(compact)) return true;
    return false;
}

const CodeList& RuleData::list(std::string_view name) const noexcept
{
    static const CodeList none;
    const auto found = lists.find(name);
    return found == lists.end() ? none : found->second;
}

std::span<const DiagnosisPair> RuleData::pairsOf(std::string_view rule) const noexcept
{
    const auto found = pairs.find(rule);
    return found == pairs.end() ? std::span<const DiagnosisPair>() : std::span<const DiagnosisPair>(found->second);
}

Result<RuleData> parseRuleData(const std::vector<RuleFile>& files)
{
    RuleData data;
    std::string all;
    for (const auto& file : files) {
        CW_CHECK(readFile(file, data));
        all += file.name + '\n' + file.text + '\n';
    }
    data.digest = sha256Hex(all);
    return data;
}

}  // namespace cw::edits
