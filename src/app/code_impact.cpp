#include "app/code_impact.h"

#include "app/code_lookup.h"

#include <algorithm>
#include <map>
#include <set>

namespace cw::app {

namespace {

/// Everything of ours that names codes, by code.
struct CodesInUse {
    std::map<CodeKey, std::vector<TouchedEncounter>> encounters;
    std::map<CodeKey, std::vector<std::string>> sets;
    std::map<std::string, std::vector<std::string>> siteTerms;  ///< A term names codes without their system.
};

std::string shownName(const CodeSet& set)
{
    return set.ownerName.empty() ? set.header.name : set.header.name + " (" + set.ownerName + ")";
}

Result<CodesInUse> codesInUse(Workspace& workspace)
{
    CodesInUse used;
    {
        CW_TRY(auto tx, workspace.work().beginRead());
        CW_TRY(used.encounters, workspace.codeUsage().onOpenEncounters(*tx));
        CW_TRY(const auto sets, workspace.codeSets().all(*tx));
        for (const auto& set : sets)
            for (const auto& member : set.members) used.sets[member.key].push_back(shownName(set));
    }
    CW_TRY(const auto terms, workspace.siteTerms().siteTerms());
    for (const auto& term : terms)
        for (const auto& code : term.codes) used.siteTerms[code].push_back(term.term);
    return used;
}

template <class Map, class Key>
typename Map::mapped_type valuesOf(const Map& map, const Key& key)
{
    const auto found = map.find(key);
    return found == map.end() ? typename Map::mapped_type{} : found->second;
}

Result<CodeImpact> impactOfOne(Workspace& workspace, const CodesInUse& used, const ChangedCode& change)
{
    CodeImpact impact;
    impact.change = change;
    impact.encounters = valuesOf(used.encounters, change.key);
    impact.sets = valuesOf(used.sets, change.key);
    impact.siteTerms = valuesOf(used.siteTerms, change.key.code);
    if (change.kind == CodeChangeKind::deleted) {
        CW_TRY(const auto successors,
               successorsOf(workspace.library(), workspace.tables(), change.key.system, change.key.code, std::nullopt));
        for (const auto& successor : successors) impact.successors.push_back(successor.code);
    }
    return impact;
}

ImpactReport summed(std::vector<CodeImpact> codes)
{
    std::set<std::string> encounters;
    std::set<std::string> sets;
    std::set<std::string> terms;
    for (const auto& code : codes) {
        for (const auto& encounter : code.encounters) encounters.insert(encounter.encounterId);
        sets.insert(code.sets.begin(), code.sets.end());
        terms.insert(code.siteTerms.begin(), code.siteTerms.end());
    }
    return {std::move(codes), static_cast<int>(encounters.size()), static_cast<int>(sets.size()),
            static_cast<int>(terms.size())};
}

/// The code of every site term once for each system that knows it on the day.
Result<std::set<CodeKey>> keysInUse(Workspace& workspace, const CodesInUse& used, Date day)
{
    std::set<CodeKey> keys;
    for (const auto& [key, encounters] : used.encounters) keys.insert(key);
    for (const auto& [key, sets] : used.sets) keys.insert(key);
    for (const auto& [code, terms] : used.siteTerms)
        for (const auto system : {CodeSystem::icd10cm, CodeSystem::icd10pcs, CodeSystem::hcpcs, CodeSystem::cpt}) {
            CW_TRY(const auto entry, workspace.library().find(system, code, day));
            if (entry) keys.insert({system, code});
        }
    return keys;
}

}  // namespace

std::string_view toString(CodeChangeKind kind) noexcept
{
    switch (kind) {
    case CodeChangeKind::added: return "added";
    case CodeChangeKind::deleted: return "deleted";
    case CodeChangeKind::revised: return "revised";
    }
    return "";
}

bool endsAfter(const CodeStanding& standing, const CodeStanding& dayAfter) noexcept
{
    using State = CodeStanding::State;
    const bool isInForce = standing.state == State::valid || standing.state == State::header;
    // Where only the starter table answers, its silence says nothing: it lacks most codes.
    const bool isGone = dayAfter.state == State::notInForce || dayAfter.state == State::unknown;
    return isInForce && isGone && !dayAfter.starterOnly;
}

Result<ImpactReport> impactOf(Workspace& workspace, const std::vector<ChangedCode>& changes)
{
    CW_CHECK(require(workspace, Permission::viewEncounters));
    CW_TRY(const auto used, codesInUse(workspace));
    std::vector<CodeImpact> codes;
    codes.reserve(changes.size());
    for (const auto& change : changes) {
        CW_TRY(auto impact, impactOfOne(workspace, used, change));
        codes.push_back(std::move(impact));
    }
    return summed(std::move(codes));
}

Result<ImpactReport> expiringOn(Workspace& workspace, Date day)
{
    CW_CHECK(require(workspace, Permission::viewEncounters));
    CW_TRY(const auto used, codesInUse(workspace));
    CW_TRY(const auto keys, keysInUse(workspace, used, day));
    std::vector<CodeImpact> codes;
    for (const auto& key : keys) {
        CW_TRY(const auto now, workspace.library().standing(key.system, key.code, day));
        CW_TRY(const auto after, workspace.library().standing(key.system, key.code, day.plusDays(1)));
        if (!endsAfter(now, after)) continue;
        ChangedCode change;
        change.kind = CodeChangeKind::deleted;
        change.key = key;
        change.before = now.entry->longTitle;
        change.billableBefore = now.entry->billable;
        CW_TRY(auto impact, impactOfOne(workspace, used, change));
        codes.push_back(std::move(impact));
    }
    return summed(std::move(codes));
}

}  // namespace cw::app
