#pragma once

#include "app/billing_desk.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cw::ui {

/// A row of any queue: an approved encounter (ready, failing) or a claim that left (the others).
struct QueueRow {
    std::string encounterId, claimNumber, patientName, payerName, payerId, mrn;
    Date service = Date::of(2000, 1, 1);
    Money charges, paid, patientShare;
    std::optional<int> daysLeft;  ///< To file, or to appeal for a denied claim; negative when past.
    CoverageRank billed = CoverageRank::primary;
    bool isFailing = false;
    std::string detail;                ///< The first error, or what was answered last.
    std::optional<ClaimRecord> claim;  ///< Not for approved encounters.
    /// What the lists show first.
    const std::string& name() const { return claim ? claimNumber : encounterId; }
};

/// A payer of a queue; the first of several is all of them together, with an unset id.
struct PayerRow {
    std::string name;
    std::optional<std::string> id;
    std::int64_t claims = 0;
    std::int64_t failing = 0;
    Money charges, paid;
    std::optional<int> daysLeft;  ///< The fewest.
};

struct QueueQuestion {
    ClaimQueue queue = ClaimQueue::ready;
    std::optional<std::string> payerId;
    std::string text;
    int limit = 500;
};

/// On a background thread; quick: what is kept, no edits are run.
Result<std::vector<PayerRow>> loadPayers(app::Workspace& workspace, ClaimQueue queue);
Result<std::vector<QueueRow>> loadRows(app::Workspace& workspace, const QueueQuestion& question);
/// All encounters that are ready, of one payer or of all.
Result<std::vector<std::string>> readyIds(app::Workspace& workspace, const std::optional<std::string>& payerId);

/// "Days to file", "Days to appeal".
QString daysTitle(ClaimQueue queue);
QString countText(std::int64_t count);    ///< "12,940"
QString claimsText(std::int64_t count);   ///< "1 claim", "12,940 claims"
QString rankText(CoverageRank rank);      ///< "primary"
QString displayName(ClaimStatus status);  ///< "Accepted"

}  // namespace cw::ui
