#include "ui/codes/tabular_load.h"

#include "ui/codes/details_target.h"

namespace cw::ui {

namespace {

Result<std::vector<TabularEntry>> tableEntries(const app::Workspace& workspace, const std::string& parent,
                                               std::optional<Date> on)
{
    constexpr std::size_t longest = 7;
    CW_TRY(const auto codes, workspace.library().children(CodeSystem::icd10cm, parent, on));
    std::vector<TabularEntry> entries;
    for (const auto& code : codes) {
        TabularEntry entry;
        entry.name = code.displayCode();
        entry.title = code.longTitle.empty() ? code.shortTitle : code.longTitle;
        entry.hasChildren = !code.billable && code.code.size() < longest;
        entries.push_back(std::move(entry));
    }
    return entries;
}

const TabularEntry* named(const std::vector<TabularEntry>& entries, const std::string& name)
{
    for (const auto& entry : entries)
        if (entry.name == name) return &entry;
    return nullptr;
}

Result<std::vector<std::string>> namesTo(const app::Workspace& workspace, const std::string& compact, bool isFromList,
                                         std::optional<Date> on)
{
    std::vector<std::string> names;
    if (isFromList) {
        CW_TRY(const auto place, workspace.tables().place(compact, on));
        if (place)
            for (const auto& level : place->levels) names.push_back(level.entry.name);
        return names;
    }
    CW_TRY(const auto entry, workspace.library().find(CodeSystem::icd10cm, compact, on));
    if (!entry) return names;
    CW_TRY(const auto ancestors, workspace.library().ancestors(CodeSystem::icd10cm, compact, on));
    for (const auto& ancestor : ancestors) names.push_back(ancestor.displayCode());
    names.push_back(entry->displayCode());
    return names;
}

}  // namespace

Result<TabularRows> tabularRoots(const app::Workspace& workspace, std::optional<Date> on)
{
    TabularRows rows;
    CW_TRY(rows.entries, workspace.tables().tabularChildren(0, on));
    if (!rows.entries.empty()) return rows;
    rows.isFromList = false;
    CW_TRY(rows.entries, tableEntries(workspace, {}, on));
    return rows;
}

Result<std::vector<TabularEntry>> tabularBelow(const app::Workspace& workspace, const TabularEntry& parent,
                                               bool isFromList, std::optional<Date> on)
{
    if (isFromList) return workspace.tables().tabularChildren(parent.id, on);
    return tableEntries(workspace, compactOf(parent.name), on);
}

Result<TabularWay> tabularWay(const app::Workspace& workspace, const std::string& code, std::optional<Date> on)
{
    TabularWay way;
    CW_TRY(way.roots, tabularRoots(workspace, on));
    CW_TRY(const auto names, namesTo(workspace, compactOf(code), way.roots.isFromList, on));
    const auto* level = &way.roots.entries;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto* entry = named(*level, names[i]);
        if (entry == nullptr) break;
        way.names.push_back(names[i]);
        if (i + 1 == names.size()) break;
        CW_TRY(auto below, tabularBelow(workspace, *entry, way.roots.isFromList, on));
        way.below.push_back(std::move(below));
        level = &way.below.back();
    }
    return way;
}

}  // namespace cw::ui
