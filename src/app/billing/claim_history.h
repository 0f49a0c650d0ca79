#pragma once

#include "app/workspace.h"
#include "claim/answer_repository.h"
#include "claim/answers/sent_place.h"
#include "claim/claim_queues.h"
#include "claim/work_item.h"

#include <optional>
#include <string>
#include <vector>

namespace cw::app {

/// One line from encounter to payment, with the file behind it.
struct TimelineEntry {
    Instant at;
    std::string when;  ///< Local.
    std::string what;  ///< "Imported", "Approved", "Exported in batch 219", "Accepted by the payer", "Paid 80.00" …
    std::string detail;
    std::string by;
    std::string fileName;  ///< Empty: none.
    BatchId batch;         ///< The file is a claim file …
    AnswerFileId answer;   ///< … or an answer.
    ClaimId claim;         ///< Not valid: of the encounter.
};

/// All about one claim for the window.
struct ClaimFile360 {
    ClaimRecord claim;
    std::vector<TimelineEntry> timeline;  ///< Oldest first.
    std::vector<ClaimPayment> payments;
    std::vector<WorkItem> items;
    std::optional<CoverageRank> next;  ///< Another coverage that could be billed now.
    std::string segments;              ///< As sent.
};

/// Where a rejected claim is wrong, so that the window can go there.
struct Complaint {
    std::string sentence;  ///< Plain words of ours.
    std::string pointer;   ///< Into the encounter; empty.
    std::string label;
    std::string segment;  ///< As sent; empty.
    std::string desk;     ///< "coder", "biller"
};

class ClaimHistory {
public:
    explicit ClaimHistory(Workspace& workspace) : m_workspace(workspace) {}
    Result<ClaimFile360> of(ClaimId claim);
    /// Of the newest claim of the encounter.
    Result<ClaimFile360> ofEncounter(std::string_view encounterId);
    Result<std::vector<Complaint>> complaints(ClaimId claim);
    /// Newest batch first; tests are left out.
    Result<std::vector<BatchReconciliation>> reconciliation();

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
