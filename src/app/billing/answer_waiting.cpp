#include "app/billing/answer_desk.h"
#include "app/billing/answering/answer_import.h"
#include "app/billing/answering/candidates.h"
#include "base/text.h"
#include "claim/answers/read_answers.h"

namespace cw::app {

namespace {

using namespace answering;

/// The answer of a file that waits, found again by its segments, and how to apply it to a claim.
class WaitingPart {
public:
    WaitingPart(Run& run, const WaitingAnswer& waiting, const ClaimRecord& claim)
        : m_run(run), m_waiting(waiting), m_claim(claim)
    {}

    Status applyOf(const answers::AnswerFile& file)
    {
        for (const auto& answer : file.answers)
            CW_CHECK(std::visit([&](const auto& one) { return take(one); }, answer));
        if (m_isFound) return {};
        return Error{ErrorKind::corrupt, "APP-284", "the file of the answer no longer holds it"};
    }

private:
    template <class Part>
    bool isHere(std::string_view kind, const Part& part)
    {
        const bool here = !m_isFound && m_waiting.kind == kind && part.firstSegment == m_waiting.firstSegment &&
                          part.lastSegment == m_waiting.lastSegment;
        m_isFound = m_isFound || here;
        return here;
    }
    Result<Batch> batch() { return m_run.workspace.claims().batchByNumber(m_run.tx, m_claim.batchNumber); }
    Status opened(const std::function<Status()>& apply)
    {
        m_run.book.keep(m_claim);
        CW_CHECK(m_run.book.open({m_claim.id}));
        CW_CHECK(apply());
        return m_run.book.close();
    }

    Status take(const answers::InterchangeAck& ack)
    {
        if (!isHere("ta1", ack.origin)) return {};
        CW_TRY(const auto sent, batch());
        return applyTo(m_run, sent, ack);
    }
    Status take(const answers::GroupAck& ack)
    {
        // Groups of one interchange wait each for itself; the reason names the group.
        if (m_waiting.reason.find(" " + ack.groupNumber + " ") == std::string::npos || !isHere("999", ack.origin))
            return {};
        CW_TRY(const auto sent, batch());
        return applyTo(m_run, sent, ack);
    }
    Status take(const answers::StatusReport& report)
    {
        if (report.isReceiverRejected && isHere("277ca", report.origin)) {
            CW_TRY(const auto sent, batch());
            return rejectBatch(m_run, sent, report, {});
        }
        for (const auto& claim : report.claims)
            if (isHere("277ca", claim)) return opened([&] { return applyTo(m_run, m_claim.id, report, claim); });
        return {};
    }
    Status take(const answers::Remittance& remittance)
    {
        for (const auto& claim : remittance.claims) {
            if (!isHere("835", claim)) continue;
            CW_CHECK(assign(remittance, claim));
            return opened([&] { return applyTo(m_run, m_claim.id, remittance, claim); });
        }
        return {};
    }
    Status assign(const answers::Remittance& remittance, const answers::RemitClaim& claim)
    {
        CW_TRY(const auto all, m_run.workspace.answers().remittances(m_run.tx));
        for (const auto& one : all) {
            if (one.file != m_waiting.file || one.traceNumber != remittance.traceNumber ||
                one.payerId != remittance.payerId || one.amount != remittance.amount)
                continue;
            // A file may hold the payment more than once.
            const auto assigned = m_run.workspace.answers().assignPayment(m_run.tx, one.id, claim.claimNumber,
                                                                          claim.firstSegment, m_claim.id);
            if (assigned || assigned.error().kind != ErrorKind::notFound) return assigned;
        }
        return Error{ErrorKind::corrupt, "APP-285", "the payment of the answer is not on record"};
    }

    Run& m_run;
    const WaitingAnswer& m_waiting;
    const ClaimRecord& m_claim;
    bool m_isFound = false;
};

/// What an earlier payer left open must be known before a payment is added.
Status learnPayer(Run& run, const ClaimRecord& claim)
{
    CW_TRY(const auto payments, run.workspace.answers().payments(run.tx, claim.id));
    auto& open = run.book.keep(claim);
    if (!payments.empty()) open.lastPayer = payments.back().payerName;
    return {};
}

}  // namespace

Result<std::vector<WaitingAnswer>> AnswerDesk::waiting()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.answers().waiting(*tx);
}

Result<std::pair<std::string, std::vector<AnswerDesk::Candidate>>> AnswerDesk::waitingDetails(WaitingAnswerId id)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto waiting, m_workspace.answers().waitingAnswer(*tx, id));
    CW_TRY(const auto bytes, m_workspace.answers().fileBytes(*tx, waiting.file));
    CW_TRY(auto candidates, candidatesFor(m_workspace, *tx, waiting));
    return std::pair(answers::rawSegments(bytes, waiting.firstSegment, waiting.lastSegment), std::move(candidates));
}

Status AnswerDesk::match(WaitingAnswerId id, ClaimId claim)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto waiting, m_workspace.answers().waitingAnswer(*tx, id));
    CW_TRY(const auto record, m_workspace.claims().claim(*tx, claim));
    // First, so that of two people at it only one goes on.
    CW_CHECK(m_workspace.answers().settle(*tx, id, "matched " + record.claimNumber, m_workspace.actor()));
    CW_TRY(const auto bytes, m_workspace.answers().fileBytes(*tx, waiting.file));
    CW_TRY(const auto file, answers::readAnswers(bytes));
    const Progress silent;
    CW_TRY(const auto run, runOn(m_workspace, *tx, waiting.file, bytes, silent));
    CW_CHECK(learnPayer(*run, record));
    CW_CHECK(WaitingPart(*run, waiting, record).applyOf(file));
    ClaimEvent event;
    event.kind = "matched";
    event.sentence = "An answer that named none of our claims was matched by hand.";
    CW_CHECK(run->book.apply(claim, event, {}));
    CW_CHECK(m_workspace.audit().append(*tx, {m_workspace.user().name, "answers.match", record.encounterId,
                                              "claim " + record.claimNumber + ", " + waiting.kind}));
    return tx->commit();
}

Status AnswerDesk::setAside(WaitingAnswerId id, std::string_view reason)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    reason = text::trim(reason);
    if (reason.empty()) return Error{ErrorKind::invalidInput, "APP-280", "setting an answer aside takes a reason"};
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_CHECK(m_workspace.answers().settle(*tx, id, "set aside: " + std::string(reason), m_workspace.actor()));
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "answers.set aside", {}, "waiting answer " + std::to_string(id.value)}));
    return tx->commit();
}

}  // namespace cw::app
