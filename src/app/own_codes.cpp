#include "app/own_codes.h"

namespace cw::app {

namespace {

/// As a table has it on the day; else only what is known: system and code.
Result<CodeEntry> entryOf(const CodeLibrary& library, const CodeKey& key, Date on)
{
    CW_TRY(auto entry, library.find(key.system, key.code, on));
    if (entry) return std::move(*entry);
    CodeEntry bare;
    bare.system = key.system;
    bare.code = key.code;
    return bare;
}

}  // namespace

Result<std::vector<RecentCode>> OwnCodes::recent(std::size_t limit, Date on)
{
    CW_TRY(auto used, usage());
    if (used.size() > limit) used.resize(limit);
    std::vector<RecentCode> codes;
    for (auto& use : used) {
        CW_TRY(auto entry, entryOf(m_workspace.library(), use.key, on));
        codes.push_back({std::move(entry), std::move(use)});
    }
    return codes;
}

Result<std::vector<UsedCode>> OwnCodes::usage()
{
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.codeUsage().codedBy(*tx, m_workspace.user().name);
}

Result<std::vector<EarlierCode>> OwnCodes::previousOf(std::string_view encounterId, Date on)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    std::vector<PreviousCode> previous;
    {
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        CW_TRY(previous, m_workspace.codeUsage().previous(*tx, encounterId));
        CW_CHECK(m_workspace.audit().append(
            *tx, {m_workspace.user().name, "encounter.earlierCodes", std::string(encounterId), {}}));
        CW_CHECK(tx->commit());
    }
    std::vector<EarlierCode> codes;
    for (auto& use : previous) {
        CW_TRY(auto entry, entryOf(m_workspace.library(), use.key, on));
        codes.push_back({std::move(entry), std::move(use)});
    }
    return codes;
}

}  // namespace cw::app
