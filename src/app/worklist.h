#pragma once

#include "app/workspace.h"

#include <map>
#include <optional>

namespace cw::app {

/// One row of the worklist as a person sees it.
struct WorklistRow {
    EncounterSummary summary;
    std::optional<Date> fileBy;  ///< Last day to file; not set when the payer's limit is not known.
    int daysToFile = 0;          ///< From today; negative when past. Only with fileBy.
};

struct WorklistPage {
    std::vector<WorklistRow> rows;
    std::map<EncounterStatus, int> counts;  ///< Over all encounters, whatever the filter.
    Money charges;                          ///< Of the rows shown.
    int oldestDays = 0;                     ///< Age of the oldest service date among the rows shown.
};

/// The lists people start their day with.
class Worklist {
public:
    explicit Worklist(Workspace& workspace) : m_workspace(workspace) {}
    Result<WorklistPage> page(const WorklistFilter& filter);
    /// The next encounter this coder should open after `current` (may be empty): own or free; returned and rejected
    /// first, then in coding, then new, oldest service date first. Nothing when all is done.
    Result<std::optional<std::string>> next(std::string_view current);
    Result<WorkflowState> assign(std::string_view encounterId, std::string_view userName);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
