#pragma once

#include "app/billing/claim_history.h"
#include "app/billing/denial_desk.h"
#include "ui/billing/file_text.h"
#include "ui/theme/theme.h"

#include <QString>

#include <utility>

namespace cw::ui {

/// All about one claim, as the pane shows it. Made on a background thread.
struct ClaimSheet {
    struct Step {
        WorkItemStep step;
        QString when;
    };
    struct Item {
        WorkItem item;
        std::vector<Step> steps;
    };
    app::ClaimFile360 file;
    std::vector<app::Complaint> complaints;
    std::vector<Item> items;
    Date today = Date::of(2000, 1, 1);
    /// The open one, else the newest; null when there is none.
    const WorkItem* current() const;
    /// The first complaint that leads to a field; null when none does.
    const app::Complaint* firstPlace() const;
};

Result<ClaimSheet> loadClaimSheet(app::Workspace& workspace, ClaimId claim);

/// The file behind a line of the timeline. `claim` is tinted in a file of ours.
Result<FileText> loadTimelineFile(app::Workspace& workspace, const app::TimelineEntry& entry, const std::string& claim);

/// Facts, complaints, work items and payments; links are "field:<pointer>".
QString claimSheetHtml(const ClaimSheet& sheet, const Tokens& tokens, double scale);

}  // namespace cw::ui
