#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/transaction.h"
#include "claim/claim_repository.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Rejection and denial are two queues with clocks of their own.
enum class WorkItemKind { rejection, denial };
enum class WorkItemOutcome { open, resent, paid, partlyPaid, upheld, writtenOff, patientBilled, voided, noAction };
std::string_view toString(WorkItemKind kind) noexcept;        ///< "rejection", "denial"
std::string_view toString(WorkItemOutcome outcome) noexcept;  ///< "open", "resent", "partly paid", "written off" …
/// Fail with invalidInput (CLAIM-303, -304).
Result<WorkItemKind> parseWorkItemKind(std::string_view text);
Result<WorkItemOutcome> parseWorkItemOutcome(std::string_view text);

/// One code that the payer named: a claim or line may have many, and a report counts them all.
struct WorkItemCode {
    std::string kind;  ///< "status" (A7:255:85), "reason" (CO-97), "remark" (N290), "segment" (IK3/IK4)
    std::string code;
    int line = 0;  ///< 0: the claim.
    Money amount;
    std::string sentence;            ///< Plain words of ours.
    std::string pointer;             ///< Field of the encounter it leads to; empty.
    std::vector<std::string> rules;  ///< Edits of ours that look for it: which would have caught it.
    std::string proposal;            ///< Without such an edit: what one would check.
    bool operator==(const WorkItemCode&) const = default;
};

/// Something that was done about it: a level of appeal, a call, a note. Never changed, never deleted.
struct WorkItemStep {
    Instant at;
    std::string by;
    int level = 0;       ///< 1: first appeal …; 0: none.
    std::string action;  ///< "appealed", "resent", "note", "closed", "assigned" …
    std::string note;    ///< May hold patient data: shown, never logged.
};

/// A rejection or denial of one claim that a person works on.
struct WorkItem {
    WorkItemId id;
    WorkItemKind kind = WorkItemKind::rejection;
    ClaimId claim;
    std::string claimNumber, encounterId, patientName, payerName, payerId;
    Date serviceFrom = Date::of(2000, 1, 1);
    Money charges;
    Money amount;            ///< In question: rejected charge, denied part.
    std::string desk;        ///< "coder" or "biller".
    std::string assignedTo;  ///< Account; empty.
    std::optional<Date> openedOn, dueOn;
    int level = 0;  ///< Highest appeal level so far.
    std::vector<WorkItemCode> codes;
    std::string rootCause;  ///< Chosen by a person; empty.
    WorkItemOutcome outcome = WorkItemOutcome::open;
    Money recovered;
    std::optional<Instant> closedAt;
    AnswerFileId file;  ///< What said it.
    std::int64_t version = 0;
};

struct WorkItemFilter {
    std::optional<WorkItemKind> kind;
    bool openOnly = true;
    std::string desk;  ///< Empty: both.
    std::string text;  ///< Part of claim number, patient or payer.
    int limit = 500;
};

/// A line of the reports over all items (not the first code of each).
struct WorkItemCount {
    std::string key;       ///< Code, payer, rule, desk or outcome.
    std::string sentence;  ///< Of a code.
    int items = 0;
    int open = 0;
    Money amount;
    Money recovered;
};
enum class WorkItemReport { byCode, byPayer, byRule, byOutcome, byRootCause, byCoder };

class WorkItemRepository {
public:
    virtual ~WorkItemRepository() = default;
    virtual Result<WorkItemId> open(WriteTx& tx, const WorkItem& item) = 0;
    virtual Result<std::vector<WorkItem>> list(ReadTx& tx, const WorkItemFilter& filter) const = 0;
    /// Fails with notFound.
    virtual Result<WorkItem> item(ReadTx& tx, WorkItemId id) const = 0;
    virtual Result<std::vector<WorkItemStep>> steps(ReadTx& tx, WorkItemId id) const = 0;
    virtual Result<std::vector<WorkItem>> openItemsOf(ReadTx& tx, ClaimId claim) const = 0;
    /// Adds a step and writes desk, assignee, due day, level, root cause, outcome and recovered amount; an outcome other than `open` closes
    /// it. Fails with conflict (STORE-351) when the version is no longer `item.version`. Returns the new version.
    virtual Result<std::int64_t> save(WriteTx& tx, const WorkItem& item, const WorkItemStep& step) = 0;
    virtual Result<std::vector<WorkItemCount>> report(ReadTx& tx, WorkItemReport kind, WorkItemKind of,
                                                      DateInterval opened) const = 0;
};

}  // namespace cw
