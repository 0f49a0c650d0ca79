#include "edits/code_tables.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

bool isUnchecked(const EditFacts& facts, const CodeKey& key)
{
    const auto& [system, code, date] = key;
    const CodeStanding* standing = facts.standing(system, code, date);
    return !standing || standing->state == CodeStanding::State::notChecked;
}

}  // namespace

std::vector<MissingTable> missingTables(const Encounter& encounter, const EditFacts& facts)
{
    std::map<std::pair<CodeSystem, Date>, MissingTable> missing;
    const auto tableOf = [&missing](const CodeKey& key) -> MissingTable& {
        const auto& [system, code, date] = key;
        return missing.try_emplace({system, date}, MissingTable{.system = system, .date = date}).first->second;
    };
    for (const auto& diagnosis : encounter.diagnoses)
        if (const auto key = codeKey(encounter, diagnosis); key && isUnchecked(facts, *key))
            tableOf(*key).diagnoses.push_back(&diagnosis);
    for (const auto& line : encounter.procedures)
        if (const auto key = codeKey(encounter, line); key && isUnchecked(facts, *key))
            tableOf(*key).lines.push_back(&line);
    std::vector<MissingTable> tables;
    for (auto& [key, table] : missing) tables.push_back(std::move(table));
    return tables;
}

std::string_view importAdvice(CodeSystem system) noexcept
{
    switch (system) {
    case CodeSystem::icd10cm: return "import the ICD-10-CM order file (CMS) that is in force on that date";
    case CodeSystem::icd10pcs: return "import the ICD-10-PCS order file (CMS) that is in force on that date";
    case CodeSystem::hcpcs: return "import the HCPCS quarterly file (CMS) that is in force on that date";
    case CodeSystem::cpt: return "import your licensed CPT file (AMA) of that year";
    }
    return "";
}

std::string validityPhrase(const CodeStanding& standing, Date date)
{
    if (!standing.entry) return "stands in another release";
    const auto& [first, last] = standing.entry->valid;
    if (first && date < *first)
        return last ? fmt::format("is first valid on {} (until {})", first->iso(), last->iso())
                    : fmt::format("is first valid on {}", first->iso());
    if (last && *last < date)
        return first ? fmt::format("was last valid on {} (since {})", last->iso(), first->iso())
                     : fmt::format("was last valid on {}", last->iso());
    return "stands in another release";
}

}  // namespace cw::edits
