#include "app/code_browser.h"
#include "base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace cw::app {

namespace {

constexpr std::size_t tableLength = 3;  ///< Characters that name a table: section, body system, operation.
constexpr std::size_t codeLength = 7;

using RowAxes = std::array<std::vector<PcsValue>, 4>;

const PcsValue* valueOf(const std::vector<PcsValue>& values, char character)
{
    const auto found =
        std::find_if(values.begin(), values.end(), [character](const PcsValue& v) { return v.character == character; });
    return found == values.end() ? nullptr : &*found;
}

bool fits(const RowAxes& axes, std::string_view chosen)
{
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (valueOf(axes[i], chosen[i]) == nullptr) return false;
    return true;
}

void complete(const RowAxes& axes, std::string& sofar, std::set<std::string>& codes)
{
    if (sofar.size() == axes.size()) {
        codes.insert(sofar);
        return;
    }
    for (const auto& value : axes[sofar.size()]) {
        sofar += value.character;
        complete(axes, sofar, codes);
        sofar.pop_back();
    }
}

/// The last four characters of every code of the table that begins so; overlapping rows give a code once.
std::set<std::string> endingsOf(const PcsTable& table, std::string_view chosen)
{
    std::set<std::string> codes;
    for (const auto& row : table.rows) {
        if (!fits(row.axes, chosen)) continue;
        std::string sofar(chosen);
        complete(row.axes, sofar, codes);
    }
    return codes;
}

/// Choices of the next axis with the number of codes that each leaves, in the order of the table.
std::vector<PcsChoice> choicesIn(const PcsTable& table, std::string_view chosen, const std::set<std::string>& endings)
{
    std::map<char, std::int64_t> counts;
    for (const auto& ending : endings) ++counts[ending[chosen.size()]];
    std::vector<PcsChoice> choices;
    for (const auto& row : table.rows) {
        if (!fits(row.axes, chosen)) continue;
        for (const auto& value : row.axes[chosen.size()]) {
            const bool isKnown = std::any_of(choices.begin(), choices.end(), [&value](const PcsChoice& choice) {
                return choice.value.character == value.character;
            });
            if (!isKnown) choices.push_back({value, counts[value.character], {}});
        }
    }
    return choices;
}

void nameChosen(PcsStep& step, const PcsTable& table)
{
    for (std::size_t i = 0; i < step.prefix.size(); ++i) {
        PcsValue value{step.prefix[i], {}};
        if (i < tableLength) {
            value.label = table.labels[i];
        } else {
            for (const auto& row : table.rows)
                if (const auto* known = valueOf(row.axes[i - tableLength], value.character);
                    known != nullptr && fits(row.axes, std::string_view(step.prefix).substr(tableLength)))
                    value.label = known->label;
        }
        step.chosen.push_back(std::move(value));
    }
}

/// Any table under the prefix: it names the axes.
Result<std::optional<PcsTable>> someTable(const ReferenceTables& tables, std::string prefix)
{
    while (prefix.size() < tableLength) {
        CW_TRY(const auto next, tables.pcsNext(prefix));
        if (next.empty()) return std::optional<PcsTable>{};
        prefix += next.front().character;
    }
    return tables.pcsTable(prefix);
}

Status addDefinitions(const ReferenceTables& tables, PcsStep& step)
{
    const auto add = [&](std::size_t axis) -> Status {
        CW_TRY(auto found, tables.pcsDefinitions(step.prefix[0], static_cast<int>(axis), step.chosen[axis - 1].label));
        std::move(found.begin(), found.end(), std::back_inserter(step.definitions));
        return {};
    };
    CW_CHECK(add(tableLength));
    return step.prefix.size() > tableLength ? add(step.prefix.size()) : Status();
}

}  // namespace

Result<PcsStep> CodeBrowser::pcs(std::string_view prefix, std::optional<Date> on) const
{
    PcsStep step;
    step.prefix = text::upperAscii(text::trim(prefix));
    if (step.prefix.size() > codeLength)
        return Error{ErrorKind::invalidInput, "APP-130", "an ICD-10-PCS code has seven characters"};
    step.axis = static_cast<int>(step.prefix.size()) + 1;
    CW_TRY(const auto lists, m_tables.lists());
    step.isFromTables = std::any_of(lists.begin(), lists.end(),
                                    [](const ReferenceList& list) { return list.kind == ListKind::pcsTables; });
    CW_CHECK(step.isFromTables ? stepFromTables(step) : stepFromCodes(step, on));
    if (step.prefix.size() == codeLength) {
        CW_TRY(step.code, m_library.find(CodeSystem::icd10pcs, step.prefix, on));
    }
    return step;
}

Status CodeBrowser::stepFromTables(PcsStep& step) const
{
    if (step.prefix.size() < tableLength) {
        CW_TRY(const auto values, m_tables.pcsNext(step.prefix));
        for (const auto& value : values) step.choices.push_back({value, std::nullopt, {}});
        CW_TRY(const auto table, someTable(m_tables, step.prefix));
        if (!table || values.empty()) return {};
        step.axisTitle = table->axisTitles[step.prefix.size()];
        for (std::size_t i = 0; i < step.prefix.size(); ++i) step.chosen.push_back({step.prefix[i], table->labels[i]});
        if (step.prefix.size() + 1 < tableLength) return {};
        step.codesLeft = 0;
        for (auto& choice : step.choices) {
            CW_TRY(const auto one, m_tables.pcsTable(step.prefix + choice.value.character));
            choice.codes = one ? static_cast<std::int64_t>(endingsOf(*one, {}).size()) : 0;
            *step.codesLeft += *choice.codes;
        }
        return {};
    }
    CW_TRY(const auto table, m_tables.pcsTable(std::string_view(step.prefix).substr(0, tableLength)));
    if (!table) return {};
    const auto chosen = std::string_view(step.prefix).substr(tableLength);
    const auto endings = endingsOf(*table, chosen);
    step.codesLeft = static_cast<std::int64_t>(endings.size());
    if (endings.empty()) return {};
    nameChosen(step, *table);
    if (step.prefix.size() < codeLength) {
        step.axisTitle = table->axisTitles[step.prefix.size()];
        step.choices = choicesIn(*table, chosen, endings);
    }
    return addDefinitions(m_tables, step);
}

Status CodeBrowser::stepFromCodes(PcsStep& step, std::optional<Date> on) const
{
    for (const char character : step.prefix) step.chosen.push_back({character, {}});
    if (step.prefix.size() == codeLength) return {};
    CW_TRY(const auto below, m_library.children(CodeSystem::icd10pcs, step.prefix, on));
    const bool areCodes =
        std::all_of(below.begin(), below.end(), [](const CodeEntry& entry) { return entry.code.size() == codeLength; });
    for (const auto& entry : below) {
        if (entry.code.size() <= step.prefix.size()) continue;
        const char next = entry.code[step.prefix.size()];
        auto choice = std::find_if(step.choices.begin(), step.choices.end(),
                                   [next](const PcsChoice& one) { return one.value.character == next; });
        if (choice == step.choices.end()) {
            step.choices.push_back({{next, {}}, std::nullopt, entry.longTitle});
            choice = std::prev(step.choices.end());
        }
        if (areCodes) choice->codes = choice->codes.value_or(0) + 1;
    }
    if (areCodes && !below.empty()) step.codesLeft = static_cast<std::int64_t>(below.size());
    return {};
}

}  // namespace cw::app
