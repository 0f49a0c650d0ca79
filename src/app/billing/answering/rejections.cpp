#include "app/billing/answering/run.h"

#include <algorithm>

namespace cw::app::answering {

namespace {

bool isDecided(ClaimStatus status)
{
    return status == ClaimStatus::paid || status == ClaimStatus::denied;
}

bool isOver(ClaimStatus status)
{
    return status == ClaimStatus::voided || status == ClaimStatus::replaced;
}

/// Last day to file again.
std::optional<Date> fileBy(const Run& run, const ClaimRecord& claim)
{
    std::string filingCode;
    if (const auto* encounter = run.book.encounterOf(claim))
        if (const auto* coverage = encounter->coverage(claim.billed)) filingCode = coverage->payer.claimFilingCode;
    const bool isCorrected = claim.frequency == "7" || claim.frequency == "8";
    const auto day = run.lists.fileBy(claim.serviceFrom, claim.payerId, filingCode, isCorrected);
    return day ? day : claim.dueOn;
}

Status eventOnly(Run& run, const ClaimRecord& claim, const Rejection& rejection, const std::string& why)
{
    ClaimEvent event;
    event.kind = rejection.kind;
    event.outcome = "rejected";
    event.sentence = rejection.sentence + why;
    event.codes = codesOf(rejection.codes);
    return run.book.apply(claim.id, event, {});
}

bool hasCode(const WorkItem& item, const WorkItemCode& code)
{
    return std::any_of(item.codes.begin(), item.codes.end(), [&](const auto& one) {
        return one.kind == code.kind && one.code == code.code && one.line == code.line;
    });
}

Status addStep(Run& run, const WorkItem& item, std::string action, const std::string& note)
{
    CW_TRY([[maybe_unused]] const auto version,
           run.workspace.workItems().save(
               run.tx, item, {run.workspace.clock().now(), run.workspace.user().name, 0, std::move(action), note}));
    return {};
}

Money sumOf(const std::vector<WorkItemCode>& codes)
{
    Money sum;
    for (const auto& code : codes) sum += code.amount;
    return sum;
}

/// Leaves of `item` what the open items of its kind do not say yet; tells the one that says something of it. True: nothing is left.
Result<bool> isToldBy(Run& run, const ClaimRecord& claim, WorkItem& item, const std::string& note)
{
    CW_TRY(const auto open, run.workspace.workItems().openItemsOf(run.tx, claim.id));
    Money inQuestion;
    bool isTold = false;
    bool isOther = false;
    for (const auto& one : open) {
        if (one.kind != item.kind) continue;
        isOther = true;
        inQuestion += one.amount;
        const auto known = std::erase_if(item.codes, [&](const auto& code) { return hasCode(one, code); });
        if (isTold || (known == 0 && !item.codes.empty())) continue;
        CW_CHECK(addStep(run, one, "answered", note));
        isTold = true;
    }
    if (!isOther) return false;
    // A remark goes with a reason.
    if (std::all_of(item.codes.begin(), item.codes.end(), [](const auto& code) { return code.kind == "remark"; })) {
        if (!isTold) CW_CHECK(addStep(run, open.front(), "answered", note));
        return true;
    }
    // Each item has its own part of the claim's amount, so that sums count none twice.
    const auto own = sumOf(item.codes);
    item.amount = own > Money() ? std::min(own, item.amount) : std::max(item.amount - inQuestion, Money());
    return false;
}

}  // namespace

Status reject(Run& run, ClaimId id, const Rejection& rejection)
{
    const auto claim = run.book.at(id).record;
    if (isOver(claim.status))
        return eventOnly(run, claim, rejection,
                         " The claim is " + std::string(toString(claim.status)) + " and stays so.");
    const bool isOlder = rejection.kind != "277ca" && claim.status == ClaimStatus::accepted;
    if (isDecided(claim.status) || isOlder)
        return eventOnly(run, claim, rejection,
                         " This answer came late: the claim is " + std::string(toString(claim.status)) +
                             " and stays so.");
    ClaimChange change;
    change.status = ClaimStatus::rejected;
    change.isLive = false;
    change.dueOn = fileBy(run, claim);
    change.lastResponse = rejection.sentence;
    if (!rejection.payerControlNumber.empty()) change.payerControlNumber = rejection.payerControlNumber;
    ClaimEvent event;
    event.kind = rejection.kind;
    event.outcome = "rejected";
    event.sentence = rejection.sentence;
    event.codes = codesOf(rejection.codes);
    event.amount = rejection.amount;
    CW_CHECK(run.book.apply(id, event, change));
    ++run.outcome.rejected;
    WorkItem item;
    item.kind = WorkItemKind::rejection;
    item.amount = rejection.amount.value_or(claim.charges);
    item.desk = rejection.desk;
    item.dueOn = *change.dueOn;
    item.codes = rejection.codes;
    const bool isFirst = claim.status == ClaimStatus::exported;
    return openItem(run, run.book.at(id).record, std::move(item), rejection.sentence, isFirst);
}

Status openItem(Run& run, const ClaimRecord& claim, WorkItem item, const std::string& note, bool isFirst)
{
    if (!isFirst) {
        CW_TRY(const bool isTold, isToldBy(run, claim, item, note));
        if (isTold) return {};
    }
    item.claim = claim.id;
    item.claimNumber = claim.claimNumber;
    item.encounterId = claim.encounterId;
    item.patientName = claim.patientName;
    item.payerName = claim.payerName;
    item.payerId = claim.payerId;
    item.serviceFrom = claim.serviceFrom;
    item.charges = claim.charges;
    item.openedOn = run.workspace.clock().today();
    item.file = run.file.id;
    CW_TRY([[maybe_unused]] const auto id, run.workspace.workItems().open(run.tx, item));
    return {};
}

Money recoverable(const WorkItem& item, Money from)
{
    return std::max(std::min(from, item.amount - item.recovered), Money());
}

Status settleEach(Run& run, const ClaimRecord& claim, WorkItemKind kind, const std::string& note,
                  const std::function<Result<Settlement>(const WorkItem&)>& how)
{
    CW_TRY(auto open, run.workspace.workItems().openItemsOf(run.tx, claim.id));
    for (auto& item : open) {
        if (item.kind != kind) continue;
        CW_TRY(const auto settlement, how(item));
        item.outcome = settlement.outcome;
        item.recovered += settlement.recovered;
        CW_CHECK(addStep(run, item, item.outcome == WorkItemOutcome::open ? "answered" : "closed", note));
    }
    return {};
}

Result<Money> settleItems(Run& run, const ClaimRecord& claim, WorkItemKind kind, WorkItemOutcome outcome,
                          Money recovered, const std::string& note)
{
    auto left = recovered;
    CW_CHECK(settleEach(run, claim, kind, note, [&](const WorkItem& item) -> Result<Settlement> {
        const auto part = left < Money() ? left : recoverable(item, left);
        left = left - part;
        return Settlement{outcome, part};
    }));
    return left;
}

}  // namespace cw::app::answering
