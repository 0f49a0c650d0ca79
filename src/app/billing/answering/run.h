#pragma once

#include "app/billing/answer_desk.h"
#include "app/billing/answering/claim_book.h"
#include "app/billing/claim_selection.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace cw::app::answering {

/// How many encounters are read and written at a time.
inline constexpr std::size_t chunk = 500;

/// A file of answers being applied in one transaction.
struct Run {
    Workspace& workspace;
    WriteTx& tx;
    const Progress& progress;
    BillingLists lists;
    ClaimBook book;
    AnswerFileRecord file;
    AnswerOutcome outcome;
    std::string_view bytes;
    std::int64_t done = 0;
    std::int64_t total = 0;
    const answers::AnswerFile* answers = nullptr;  ///< What `bytes` holds; nullptr for an answer that waited.
};

/// Applies each answer of the file. What fits none of our claims waits. Fails as the store fails, or cancelled (APP-281); then the transaction must not
/// be committed.
Status applyAll(Run& run, const answers::AnswerFile& file);

Status apply(Run& run, const answers::InterchangeAck& ack);
Status apply(Run& run, const answers::GroupAck& ack);
Status apply(Run& run, const answers::StatusReport& report);
Status apply(Run& run, const answers::Remittance& remittance);

// For an answer that waited and now has its claim, or its batch.
Status applyTo(Run& run, const Batch& batch, const answers::InterchangeAck& ack);
Status applyTo(Run& run, const Batch& batch, const answers::GroupAck& ack);
/// Level 21 of a 277CA refused: every live claim of the batch, except those that the report goes on to name.
Status rejectBatch(Run& run, const Batch& batch, const answers::StatusReport& report, const std::set<ClaimId>& named);
Status applyTo(Run& run, ClaimId claim, const answers::StatusReport& report, const answers::ClaimStatusAnswer& answer);
Status applyTo(Run& run, ClaimId claim, const answers::Remittance& remittance, const answers::RemitClaim& answer);

/// One step further: tells progress, fails when cancelled (APP-281).
Status tick(Run& run);
void warn(Run& run, std::string sentence);
/// The answer waits for a person; `waiting.file` is set here.
Status wait(Run& run, WaitingAnswer waiting);
/// Runs `one` for each index below `count`, in chunks whose claims (`claimAt`, not valid: none) are open in the book meanwhile.
Status inChunks(Run& run, std::size_t count, const std::function<ClaimId(std::size_t)>& claimAt,
                const std::function<Status(std::size_t)>& one);

/// Whether an answer went to the place that the batch came from: its receiver is our sender, or its sender our receiver.
/// Numbers of another submitter may be the same as ours.
Result<bool> isForBatch(Run& run, const Batch& batch, const answers::Origin& origin);

/// What a rejection says of a claim.
struct Rejection {
    std::string kind;  ///< "ta1", "999", "277ca"
    std::string sentence;
    std::vector<WorkItemCode> codes;
    std::string desk = "biller";
    std::optional<Money> amount;
    std::string payerControlNumber;
};
/// Rejects an open claim: status, work item, due day. A claim that is paid or denied, and for TA1 and 999 one that the payer has taken already,
/// gets the event only.
Status reject(Run& run, ClaimId claim, const Rejection& rejection);

/// What an answer does to an open item: `open` only adds the step.
struct Settlement {
    WorkItemOutcome outcome = WorkItemOutcome::open;
    Money recovered;  ///< Of an item never more than its amount.
};
/// Settles each open item of the claim and kind.
Status settleEach(Run& run, const ClaimRecord& claim, WorkItemKind kind, const std::string& note,
                  const std::function<Result<Settlement>(const WorkItem&)>& how);
/// Closes the claim's open items of the kind, as another answer has settled them. What was recovered is shared out among them, each up to its
/// amount; money taken back is the first one's. Returns what is left of it.
Result<Money> settleItems(Run& run, const ClaimRecord& claim, WorkItemKind kind, WorkItemOutcome outcome,
                          Money recovered, const std::string& note);
/// What can still be recovered by the item.
Money recoverable(const WorkItem& item, Money from);
/// Opens an item for the codes that no open item of that kind has; when there are none, adds a step to the item that has them. `isFirst`:
/// nothing was said of the claim before, so none is open.
Status openItem(Run& run, const ClaimRecord& claim, WorkItem item, const std::string& note, bool isFirst);

/// "A7:255:IL"
std::string textOf(const answers::StatusCode& code);
/// Codes of the items parted by blanks, each once.
std::string codesOf(const std::vector<WorkItemCode>& codes);
/// Index of the billed coverage among the encounter's; 0 when it is not there.
std::size_t coverageIndex(const Encounter* encounter, CoverageRank billed);

}  // namespace cw::app::answering
