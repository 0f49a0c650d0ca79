#include "ui/billing/claim_sheet.h"

#include "app/billing/answer_desk.h"
#include "app/billing_desk.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace cw::ui {

const WorkItem* ClaimSheet::current() const
{
    const WorkItem* found = nullptr;
    for (const auto& one : items)
        if (!found || one.item.outcome == WorkItemOutcome::open || found->outcome != WorkItemOutcome::open)
            found = &one.item;
    return found;
}

const app::Complaint* ClaimSheet::firstPlace() const
{
    const auto found = std::find_if(complaints.begin(), complaints.end(),
                                    [](const app::Complaint& complaint) { return !complaint.pointer.empty(); });
    return found == complaints.end() ? nullptr : &*found;
}

Result<ClaimSheet> loadClaimSheet(app::Workspace& workspace, ClaimId claim)
{
    ClaimSheet sheet;
    app::ClaimHistory history(workspace);
    CW_TRY(sheet.file, history.of(claim));
    CW_TRY(sheet.complaints, history.complaints(claim));
    sheet.today = workspace.clock().today();
    for (const auto& item : sheet.file.items) {
        CW_TRY(auto found, app::DenialDesk(workspace).item(item.id));
        ClaimSheet::Item shown{std::move(found.first), {}};
        for (auto& step : found.second)
            shown.steps.push_back({std::move(step), qs(workspace.clock().localDateTime(step.at))});
        sheet.items.push_back(std::move(shown));
    }
    return sheet;
}

Result<FileText> loadTimelineFile(app::Workspace& workspace, const app::TimelineEntry& entry, const std::string& claim)
{
    if (entry.answer.isValid()) {
        CW_TRY(const auto bytes, app::AnswerDesk(workspace).fileBytes(entry.answer));
        return fileText(bytes);
    }
    CW_TRY(const auto bytes, app::BillingDesk(workspace).batchFile(entry.batch));
    return fileText(bytes, claim);
}

}  // namespace cw::ui
