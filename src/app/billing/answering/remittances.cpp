#include "app/billing/answering/decided_lines.h"
#include "app/billing/answering/denials.h"
#include "app/billing/answering/remit_verdict.h"
#include "app/billing/answering/remittance_reader.h"
#include "app/billing/answering/run.h"

namespace cw::app::answering {

namespace {

using namespace answers;

WaitingAnswer waitingFor(const RemitClaim& claim, std::string reason)
{
    WaitingAnswer waiting;
    waiting.kind = "835";
    waiting.reason = std::move(reason);
    waiting.claimNumber = claim.claimNumber;
    waiting.payerControlNumber = claim.payerControlNumber;
    waiting.patientName = claim.lastName + (claim.firstName.empty() ? "" : ", " + claim.firstName);
    waiting.serviceFrom = serviceDayOf(claim);
    waiting.charge = claim.charge;
    waiting.paid = claim.paid;
    waiting.firstSegment = claim.firstSegment;
    waiting.lastSegment = claim.lastSegment;
    return waiting;
}

/// Takes one answer of a payment to its claim.
class Posting {
public:
    Posting(Run& run, ClaimId id, const Remittance& remittance, const RemitClaim& answer)
        : m_run(run),
          m_open(run.book.at(id)),
          m_before(m_open.record),
          m_remittance(remittance),
          m_answer(answer),
          m_verdict(judge(answer))
    {}

    Status post()
    {
        m_event.kind = "835";
        m_event.amount = m_answer.paid;
        m_event.codes = reasonCodesOf(m_answer);
        if (!m_answer.payerControlNumber.empty()) m_change.payerControlNumber = m_answer.payerControlNumber;
        if (m_verdict.decision == RemitDecision::noDecision) return information();
        addUp();
        if (m_verdict.decision == RemitDecision::reversed) return reversal();
        return decision();
    }

private:
    bool isOver() const { return m_before.status == ClaimStatus::voided || m_before.status == ClaimStatus::replaced; }
    std::string tail() const
    {
        return m_remittance.traceNumber.empty() ? "." : " (payment " + m_remittance.traceNumber + ").";
    }

    Status information()
    {
        m_change.payerControlNumber.reset();
        m_event.sentence = m_answer.status == "25"
                               ? "The payer says what it would pay: " + m_answer.paid.grouped() + tail()
                               : "The payer says that the claim is not its own" + tail();
        return m_run.book.apply(m_before.id, m_event, m_change);
    }

    /// Payments add up; what the patient owes is what the payer who spoke last leaves open. A decision on the whole claim stands for the one
    /// before, also when the payer did not take that one back; a reversal of more than stands is of a decision that was replaced so.
    void addUp()
    {
        m_change.paid = m_before.paid + m_answer.paid;
        const auto share = patientShareOf(m_answer);
        const bool isNext = !m_open.lastPayer.empty() && m_open.lastPayer != m_remittance.payerName;
        const bool isAnew = !m_answer.isReversal() && (isNext || isOfWholeClaim(m_answer, m_before));
        const auto sum = m_before.patientShare + share;
        m_change.patientShare = isAnew ? share : sum < Money() ? m_before.patientShare : sum;
        m_open.lastPayer = m_remittance.payerName;
        m_run.outcome.paidAmount += m_answer.paid;
    }

    Status reversal()
    {
        m_event.outcome = reversedOutcome;
        m_event.sentence = "The payer took its decision back: " + m_answer.paid.grouped() + tail();
        ++m_run.outcome.reversed;
        const bool wasDecided = m_before.status == ClaimStatus::paid || m_before.status == ClaimStatus::denied;
        if (wasDecided) m_change.status = ClaimStatus::accepted;
        if (!wasDecided && !isOver())
            warn(m_run, "Claim " + m_before.claimNumber + ": a payment is taken back that is not on record here.");
        if (!isOver()) m_change.lastResponse = m_event.sentence;
        CW_CHECK(m_run.book.apply(m_before.id, m_event, m_change));
        if (m_before.status == ClaimStatus::exported || m_answer.paid == Money()) return {};
        // What was recovered goes back with it.
        CW_CHECK(settleItems(m_run, m_open.record, WorkItemKind::denial, WorkItemOutcome::open, m_answer.paid,
                             m_event.sentence));
        return {};
    }

    Status decision()
    {
        const bool isDenied = m_verdict.decision == RemitDecision::denied && *m_change.paid <= Money();
        tellDecision(isDenied);
        const bool wasRejected = m_before.status == ClaimStatus::rejected;
        if (!isOver()) {
            m_change.status = isDenied ? ClaimStatus::denied : ClaimStatus::paid;
            m_change.lastResponse = m_event.sentence;
            m_change.dueOn = isDenied ? appealBy(m_run.lists, m_before, m_remittance, m_run.workspace.clock().today())
                                      : std::nullopt;
        }
        if (wasRejected) {
            CW_TRY(m_change.isLive, m_run.book.mayLive(m_before));
        }
        ++(isDenied ? m_run.outcome.denied : m_run.outcome.paid);
        CW_CHECK(m_run.book.apply(m_before.id, m_event, m_change));
        CW_CHECK(settleBefore(isDenied));
        if (isOver() || (m_verdict.denied.empty() && !isDenied)) return {};
        auto item = denialItem(m_run, m_open.record, m_remittance, m_answer, m_verdict);
        return openItem(m_run, m_open.record, std::move(item), m_event.sentence,
                        m_before.status == ClaimStatus::exported);
    }

    void tellDecision(bool isDenied)
    {
        m_event.outcome = isDenied ? "denied" : "paid";
        if (isDenied) {
            m_event.sentence = m_verdict.isUnexplained ? "Nothing was paid and no reason given" : "Denied";
        } else {
            m_event.sentence = "Paid " + m_answer.paid.grouped() + " of " + m_answer.charge.grouped();
            if (m_verdict.deniedAmount > Money())
                m_event.sentence += ", " + m_verdict.deniedAmount.grouped() + " denied";
        }
        if (const auto share = patientShareOf(m_answer); share > Money())
            m_event.sentence += ", the patient owes " + share.grouped();
        m_event.sentence += tail();
        if (isOver()) m_event.sentence += " The claim is " + std::string(toString(m_before.status)) + " and stays so.";
    }

    /// Work that this answer has done: a claim that is decided is rejected no more, and one without denied parts has nothing left to appeal.
    Status settleBefore(bool isDenied)
    {
        if (m_before.version > 1) CW_CHECK(settleEarlier(isDenied));
        if (m_before.status == ClaimStatus::exported) return {};
        CW_CHECK(settleItems(m_run, m_open.record, WorkItemKind::rejection, WorkItemOutcome::noAction, Money(),
                             m_event.sentence));
        if (m_answer.paid <= Money()) return {};
        auto left = m_answer.paid;
        return settleEach(m_run, m_open.record, WorkItemKind::denial, m_event.sentence,
                          [&](const WorkItem& item) { return settlementOf(item, left); });
    }

    /// A denial ends when the whole claim is decided anew, or its own lines are; another payment leaves it open.
    Result<Settlement> settlementOf(const WorkItem& item, Money& left)
    {
        CW_TRY(const bool whole, isDecidedAnew());
        Settlement settlement;
        if (whole) {
            settlement.recovered = recoverable(item, left);
            if (m_verdict.denied.empty()) settlement.outcome = WorkItemOutcome::paid;
        } else {
            const DecidedLines lines(m_answer, m_verdict, m_run.book.encounterOf(m_before), m_before.claimNumber);
            settlement.recovered = recoverable(item, std::min(left, lines.paidFor(item)));
            if (lines.settle(item)) settlement.outcome = WorkItemOutcome::paid;
        }
        left = left - settlement.recovered;
        return settlement;
    }

    /// The answer is on the whole claim, or comes after the one before was taken back. Its own event is the last by now.
    Result<bool> isDecidedAnew() const
    {
        if (isOfWholeClaim(m_answer, m_before)) return true;
        CW_TRY(const auto events, m_run.workspace.claims().events(m_run.tx, m_before.id));
        int seen = 0;
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            if (event->kind != m_event.kind) continue;
            if (++seen == 2) return event->outcome == reversedOutcome;
        }
        return false;
    }

    /// A denial stays open while its claim is sent again: the answer to the new one ends it. What that one brings over what was paid before is
    /// what was recovered.
    Status settleEarlier(bool isDenied)
    {
        CW_TRY(const auto versions, m_run.workspace.claims().claimsOf(m_run.tx, m_before.encounter));
        const auto outcome = isDenied                   ? WorkItemOutcome::resent
                             : m_verdict.denied.empty() ? WorkItemOutcome::paid
                                                        : WorkItemOutcome::partlyPaid;
        const auto isEarlier = [&](const ClaimRecord& one) {
            return one.version < m_before.version && one.billed == m_before.billed;
        };
        auto left = isDenied ? Money() : m_open.record.paid;
        for (const auto& one : versions)
            if (isEarlier(one)) left = left - one.paid;
        left = std::max(left, Money());
        for (const auto& one : versions) {
            if (!isEarlier(one)) continue;
            CW_TRY(left, settleItems(m_run, one, WorkItemKind::denial, outcome, left,
                                     "Claim " + m_before.claimNumber + ": " + m_event.sentence));
        }
        return {};
    }

    static constexpr std::string_view reversedOutcome = "reversed";

    Run& m_run;
    OpenClaim& m_open;
    const ClaimRecord m_before;
    const Remittance& m_remittance;
    const RemitClaim& m_answer;
    const RemitVerdict m_verdict;
    ClaimEvent m_event;
    ClaimChange m_change;
};

}  // namespace

Status apply(Run& run, const Remittance& remittance)
{
    run.file.answers += static_cast<int>(remittance.claims.size());
    if (remittance.origin.test) {
        warn(run, nameOf(remittance) + " is marked as a test; it was not used.");
        return {};
    }
    for (const auto& imbalance : remittance.imbalances) warn(run, nameOf(remittance) + ": " + imbalance);
    RemittanceReader reader(run, remittance);
    CW_CHECK(reader.match());
    if (reader.isKnown()) return {};
    const auto kept = reader.rest();  // In the order of reader.claims.
    CW_TRY([[maybe_unused]] const auto id,
           run.workspace.answers().addRemittance(run.tx, run.file.id, kept, reader.claims));
    const auto claimAt = [&](std::size_t i) { return reader.claims[i]; };
    return inChunks(run, kept.claims.size(), claimAt, [&](std::size_t i) {
        if (!reader.claims[i].isValid()) return wait(run, waitingFor(kept.claims[i], reader.reasons[i]));
        ++run.file.matched;
        return applyTo(run, reader.claims[i], remittance, kept.claims[i]);
    });
}

Status applyTo(Run& run, ClaimId claim, const Remittance& remittance, const RemitClaim& answer)
{
    return Posting(run, claim, remittance, answer).post();
}

}  // namespace cw::app::answering
