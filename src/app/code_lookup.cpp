#include "app/code_lookup.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace cw::app {

namespace {

constexpr std::size_t completeLength = 7;

/// As a table has it; else only what is known: system and code.
Result<CodeEntry> entryOrBare(const CodeLibrary& library, CodeSystem system, const std::string& compact,
                              std::optional<Date> on)
{
    CW_TRY(auto entry, library.find(system, compact, on));
    if (entry) return std::move(*entry);
    CodeEntry bare;
    bare.system = system;
    bare.code = compact;
    return bare;
}

/// What the title of a complete code says beyond the title above it: "initial encounter".
std::string meaningOf(const CodeEntry& entry, const std::optional<CodeEntry>& above)
{
    if (!above || !entry.longTitle.starts_with(above->longTitle)) return entry.longTitle;
    std::string_view rest = std::string_view(entry.longTitle).substr(above->longTitle.size());
    while (!rest.empty() && (rest.front() == ',' || rest.front() == ' ')) rest.remove_prefix(1);
    return rest.empty() ? entry.longTitle : std::string(rest);
}

bool isUsable(const CodeEntry& entry)
{
    return entry.billable && entry.validOnDate;
}

}  // namespace

Result<CodeDetails> CodeLookup::details(std::string_view code, std::optional<CodeSystem> system,
                                        std::optional<Date> on) const
{
    std::string compact = text::upperAscii(text::trim(code));
    std::erase(compact, '.');
    constexpr std::array all = {CodeSystem::icd10cm, CodeSystem::cpt, CodeSystem::hcpcs, CodeSystem::icd10pcs};
    for (const auto candidate : all) {
        if (system && *system != candidate) continue;
        CW_TRY(auto entry, m_library.find(candidate, compact, on));
        if (!entry) continue;
        CodeDetails details;
        CW_TRY(details.ancestors, m_library.ancestors(candidate, compact, on));
        CW_TRY(details.children, m_library.children(candidate, compact, on));
        details.isRelease = entry->kind != ReleaseKind::starter;
        details.entry = std::move(*entry);
        if (candidate == CodeSystem::icd10cm) {
            CW_TRY(details.seventh, seventhChoices(compact, on));
        }
        if (m_tables != nullptr) CW_CHECK(addLists(details, on));
        return details;
    }
    CW_TRY(auto modifier, m_library.modifier(compact, on));
    if (modifier && (!system || *system == modifier->system)) {
        CodeDetails details;
        details.entry = std::move(*modifier);
        return details;
    }
    return Error{ErrorKind::notFound, "APP-020", "no installed table has the code " + compact};
}

Status CodeLookup::addLists(CodeDetails& details, std::optional<Date> on) const
{
    const auto system = details.entry.system;
    const auto code = details.entry.code;
    CW_TRY(details.facts, m_tables->facts(system, code, on));
    if (system != CodeSystem::icd10cm && system != CodeSystem::icd10pcs) return {};
    if (system == CodeSystem::icd10cm) {
        CW_TRY(details.place, m_tables->place(code, on));
    }
    CW_TRY(const auto terms, m_tables->indexTermsOf(code, shownTerms));
    for (const auto& term : terms) {
        CW_TRY(auto path, m_tables->indexPath(term.id));
        details.indexTerms.push_back({std::move(path)});
    }
    CW_TRY(details.maps, m_tables->mapsOf(code));
    // The other direction starts at ICD-9-CM codes, some of which look the same ("E0110").
    std::erase_if(details.maps, [](const CodeMap& map) { return map.map == "successor" || map.map == "icd9-icd10"; });
    CW_TRY(details.successors, successorsOf(m_library, *m_tables, system, code, on));
    return {};
}

Result<std::vector<SeventhChoice>> CodeLookup::seventhChoices(std::string_view compact, std::optional<Date> on) const
{
    const auto stem = compact.substr(0, std::min(compact.size(), completeLength - 1));
    if (m_tables != nullptr) {
        CW_TRY(const auto place, m_tables->place(compact, on));
        if (place && !place->seventhCharacters.empty()) {
            CW_TRY(auto choices, choicesOf(stem, place->seventhCharacters, on));
            if (!choices.empty()) return choices;
        }
    }
    // Without notes, the code table itself tells what stands below.
    CW_TRY(const auto above, m_library.find(CodeSystem::icd10cm, stem, on));
    CW_TRY(auto below, m_library.children(CodeSystem::icd10cm, stem, on));
    std::vector<SeventhChoice> choices;
    for (auto& entry : below) {
        if (entry.code.size() != completeLength || !isUsable(entry)) continue;
        SeventhCharacter character{entry.code.back(), meaningOf(entry, above)};
        choices.push_back({std::move(character), std::move(entry)});
    }
    return choices;
}

Result<std::vector<SeventhChoice>> CodeLookup::choicesOf(std::string_view stem,
                                                         const std::vector<SeventhCharacter>& characters,
                                                         std::optional<Date> on) const
{
    std::vector<SeventhChoice> choices;
    for (const auto& character : characters) {
        const auto code = withSeventhCharacter(stem, character.character);
        CW_TRY(auto entry, m_library.find(CodeSystem::icd10cm, code, on));
        if (entry && isUsable(*entry)) choices.push_back({character, std::move(*entry)});
    }
    return choices;
}

Result<std::vector<CodeEntry>> successorsOf(const CodeLibrary& library, const ReferenceTables& tables,
                                            CodeSystem system, std::string_view compact, std::optional<Date> on)
{
    std::vector<CodeEntry> successors;
    if (system != CodeSystem::icd10cm) return successors;  // The conversion table is that of ICD-10-CM.
    CW_TRY(const auto maps, tables.mapsOf(compact));
    for (const auto& map : maps) {
        const bool isKnown = std::any_of(successors.begin(), successors.end(),
                                         [&map](const CodeEntry& entry) { return entry.code == map.to; });
        if (map.map != "successor" || map.to.empty() || map.to == compact || isKnown) continue;
        CW_TRY(auto entry, entryOrBare(library, system, map.to, on));
        successors.push_back(std::move(entry));
    }
    return successors;
}

}  // namespace cw::app
