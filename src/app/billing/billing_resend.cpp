#include "app/billing/payer_answers.h"
#include "app/billing_desk.h"
#include "app/steps.h"

#include <algorithm>

namespace cw::app {

namespace {

/// The claim that a correction is about: the newest one of the encounter that left for good.
Result<ClaimRecord> lastSent(Workspace& workspace, ReadTx& tx, const StoredEncounter& stored)
{
    CW_TRY(const auto claims, workspace.claims().claimsOf(tx, stored.encounter.row));
    for (auto claim = claims.rbegin(); claim != claims.rend(); ++claim)
        if (claim->status != ClaimStatus::voided) return *claim;
    return Error{ErrorKind::conflict, "APP-274",
                 "encounter " + stored.encounter.encounterId + " was never sent, so there is nothing to send again"};
}

/// A first claim names no claim of the payer's; a replacement or void must (facts, section 7).
Status setFrequency(Encounter& encounter, const ClaimRecord& last, std::string_view frequency)
{
    if (frequency != "1" && frequency != "7" && frequency != "8")
        return Error{ErrorKind::invalidInput, "APP-275", "a claim is sent as 1 (new), 7 (replacement) or 8 (void)"};
    encounter.claim.frequencyCode = frequency;
    // The type of bill ends in the frequency; interim bills (2 to 5) stay what they are when sent as new.
    auto& typeOfBill = encounter.service.typeOfBill;
    const bool corrects = !typeOfBill.empty() && (typeOfBill.back() == '7' || typeOfBill.back() == '8');
    if (encounter.setting != Setting::professional && typeOfBill.size() >= 3 && (frequency != "1" || corrects))
        typeOfBill.back() = frequency.front();
    if (frequency == "1") {
        encounter.claim.originalReferenceNumber.clear();
        return {};
    }
    if (!last.payerControlNumber.empty()) encounter.claim.originalReferenceNumber = last.payerControlNumber;
    if (encounter.claim.originalReferenceNumber.empty())
        return Error{ErrorKind::notReady, "APP-276",
                     "claim " + last.claimNumber +
                         " has no claim number of the payer's yet; a replacement or void needs it"};
    return {};
}

/// What a payer holds or has paid is never sent again as new: it would be a duplicate, and the good claim would end.
Status checkFrequency(const StoredEncounter& stored, std::string_view frequency)
{
    const auto status = stored.workflow.status;
    const bool isHeld = status == EncounterStatus::paid || status == EncounterStatus::accepted;
    if (!isHeld || frequency != "1") return {};
    return Error{ErrorKind::conflict, "APP-278",
                 "encounter " + stored.encounter.encounterId + " is " + std::string(toString(status)) +
                     ": send a replacement (7) or a void (8)"};
}

/// The step to approved; one that a coder has corrected and a supervisor approved stands there already.
Result<WorkflowState> approveAgain(Workspace& workspace, WriteTx& tx, const StoredEncounter& stored)
{
    if (stored.workflow.status != EncounterStatus::approved)
        return takeStep(workspace, tx, stored, WorkflowStep::resend);
    return workspace.encounters().setWorkflow(tx, stored.encounter.row, stored.workflow, stored.workflow,
                                              "encounter.resend", workspace.actor());
}

/// A rejection is settled by sending again; a denial stays open until the payer answers.
Status tellItems(Workspace& workspace, WriteTx& tx, ClaimId claim)
{
    CW_TRY(const auto open, workspace.workItems().openItemsOf(tx, claim));
    for (auto one : open) {
        if (one.kind == WorkItemKind::rejection) one.outcome = WorkItemOutcome::resent;
        const WorkItemStep step{workspace.clock().now(), workspace.user().name, 0, "resent", {}};
        CW_TRY([[maybe_unused]] const auto version, workspace.workItems().save(tx, one, step));
    }
    return {};
}

/// Whether the payer said that it has sent the claim on to the next one itself (CLP02 19 to 21).
bool wasSentOn(const std::vector<ClaimPayment>& payments)
{
    return std::any_of(payments.begin(), payments.end(), [](const ClaimPayment& payment) {
        const auto& status = payment.content.status;
        return status == "19" || status == "20" || status == "21";
    });
}

/// Saves a changed header and answers the encounter as stored.
Result<StoredEncounter> saved(Workspace& workspace, WriteTx& tx, const StoredEncounter& before, Encounter after)
{
    if (after == before.encounter) return before;
    CW_TRY(auto versions, workspace.encounters().save(tx, before.encounter, after, before.versions, workspace.actor()));
    return StoredEncounter{std::move(after), before.workflow, std::move(versions), before.patient};
}

}  // namespace

Result<WorkflowState> BillingDesk::resend(std::string_view encounterId, std::string_view frequency)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    CW_TRY(const auto last, lastSent(m_workspace, *tx, stored));
    CW_CHECK(checkFrequency(stored, frequency));
    auto changed = stored.encounter;
    CW_CHECK(setFrequency(changed, last, frequency));
    CW_TRY(const auto ready, saved(m_workspace, *tx, stored, std::move(changed)));
    CW_TRY(auto state, approveAgain(m_workspace, *tx, ready));
    CW_CHECK(tellItems(m_workspace, *tx, last.id));
    CW_CHECK(tx->commit());
    return state;
}

Result<WorkflowState> BillingDesk::billNext(ClaimId claimId)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto claim, m_workspace.claims().claim(*tx, claimId));
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, claim.encounterId));
    CW_TRY(const auto payments, m_workspace.answers().payments(*tx, claimId));
    auto changed = stored.encounter;
    const auto coverage = std::find_if(changed.coverages.begin(), changed.coverages.end(),
                                       [&claim](const Coverage& one) { return one.rank == claim.billed; });
    if (wasSentOn(payments))
        return Error{ErrorKind::conflict, "APP-279",
                     "the payer has sent claim " + claim.claimNumber + " on to the next one itself"};
    const auto answer = payerAnswerOf(stored.encounter, claim.claimNumber, payments);
    if (coverage == changed.coverages.end() || !answer)
        return Error{ErrorKind::conflict, "APP-271",
                     "claim " + claim.claimNumber + " has no answer of its payer that another could be sent"};
    coverage->adjudication = writePayerAnswer(*answer);
    const auto next = coverageToBill(changed);
    if (next == CoverageRank::primary || next == claim.billed)
        return Error{ErrorKind::conflict, "APP-277",
                     "encounter " + claim.encounterId + " names no further payer for claim " + claim.claimNumber};
    // The next payer gets a first claim, whatever the one before was.
    CW_CHECK(setFrequency(changed, claim, "1"));
    CW_TRY(const auto ready, saved(m_workspace, *tx, stored, std::move(changed)));
    CW_TRY(auto state, takeStep(m_workspace, *tx, ready, WorkflowStep::resend));
    CW_CHECK(tx->commit());
    return state;
}

}  // namespace cw::app
