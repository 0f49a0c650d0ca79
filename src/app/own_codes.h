#pragma once

#include "app/workspace.h"
#include "encounter/code_usage.h"

#include <vector>

namespace cw::app {

struct RecentCode {
    CodeEntry entry;  ///< As on `on`; only code and system are set when no table has it.
    UsedCode use;
};

struct EarlierCode {
    CodeEntry entry;
    PreviousCode use;
};

/// The codes that a person, or a patient's chart, used before.
class OwnCodes {
public:
    explicit OwnCodes(Workspace& workspace) : m_workspace(workspace) {}

    /// What the signed-in person coded last, each code once, most recent first.
    Result<std::vector<RecentCode>> recent(std::size_t limit, Date on);
    /// Everything that the person ever coded, with counts: what ranks a search.
    Result<std::vector<UsedCode>> usage();
    /// Codes of the same patient's other visits, latest first. Audited as a view of patient data.
    Result<std::vector<EarlierCode>> previousOf(std::string_view encounterId, Date on);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
