#include "app/billing/answering/claim_match.h"
#include "app/billing/answering/code_pointers.h"
#include "app/billing/answering/run.h"
#include "base/text.h"
#include "claim/answers/plain_words.h"

#include <algorithm>

namespace cw::app::answering {

namespace {

using namespace answers;

class StatusCodes {
public:
    StatusCodes(const ClaimRecord& claim, const Encounter* encounter)
        : m_claim(claim), m_encounter(encounter), m_coverage(coverageIndex(encounter, claim.billed))
    {}

    void add(const std::vector<StatusCode>& statuses, int line)
    {
        for (const auto& status : statuses) {
            WorkItemCode code;
            code.kind = "status";
            code.code = textOf(status);
            code.line = line;
            code.sentence = wordsOf(status);
            code.pointer = pointerOfStatus(status, line, m_coverage);
            code.rules = rulesThatLookForStatus(status);
            if (deskFor(status) == Desk::coder) desk = "coder";
            codes.push_back(std::move(code));
        }
    }
    void addLines(const ClaimStatusAnswer& answer)
    {
        int place = 0;
        for (const auto& line : answer.lines) {
            ++place;
            const auto known = m_encounter == nullptr
                                   ? 0
                                   : lineOfControlNumber(*m_encounter, m_claim.claimNumber, line.lineControlNumber);
            add(line.statuses, known > 0 ? known : place);
        }
    }

    std::vector<WorkItemCode> codes;
    std::string desk = "biller";

private:
    const ClaimRecord& m_claim;
    const Encounter* m_encounter;
    std::size_t m_coverage;
};

/// The sentence of the first code that says what is wrong: a category without more stands first at times ("look at the lines").
std::string sentenceOf(const std::vector<WorkItemCode>& codes)
{
    if (codes.empty()) return "Rejected without a code.";
    for (const auto& code : codes)
        if (code.line > 0) return code.sentence;
    return codes.front().sentence;
}

/// A1 and A2 take a claim into the payer's system; A0 only passes it on.
bool isTaken(const ClaimStatusAnswer& answer)
{
    return std::any_of(answer.statuses.begin(), answer.statuses.end(),
                       [](const auto& status) { return status.category == "A1" || status.category == "A2"; });
}

/// Whether an acceptance ends the rejection before it: not one that is older, or that says no more than that the claim came in.
Result<bool> endsRejection(Run& run, const ClaimRecord& claim, const StatusReport& report,
                           const ClaimStatusAnswer& answer)
{
    const auto day = answer.day ? answer.day : report.origin.day;
    if (!isTaken(answer) || !day) return false;
    CW_TRY(const auto events, run.workspace.claims().events(run.tx, claim.id));
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        if (event->outcome == "rejected")
            return day->iso() >= run.workspace.clock().localDateTime(event->at).substr(0, 10);
    return true;
}

Status accept(Run& run, ClaimId id, const StatusReport& report, const ClaimStatusAnswer& answer)
{
    const auto claim = run.book.at(id).record;
    StatusCodes codes(claim, run.book.encounterOf(claim));
    codes.add(answer.statuses, 0);
    ClaimEvent event;
    event.kind = "277ca";
    event.outcome = "accepted";
    event.codes = codesOf(codes.codes);
    event.amount = answer.amount;
    event.sentence = "Accepted by the payer.";
    ClaimChange change;
    if (!answer.payerControlNumber.empty()) change.payerControlNumber = answer.payerControlNumber;
    const bool isOpen = claim.status == ClaimStatus::exported || claim.status == ClaimStatus::rejected ||
                        claim.status == ClaimStatus::accepted;
    if (!isOpen) {
        event.sentence +=
            " This answer came late: the claim is " + std::string(toString(claim.status)) + " and stays so.";
        return run.book.apply(id, event, change);
    }
    const bool wasRejected = claim.status == ClaimStatus::rejected;
    if (wasRejected) {
        CW_TRY(const bool ends, endsRejection(run, claim, report, answer));
        if (!ends) {
            event.sentence += " The rejection stands: this answer is older, or says only that the claim came in.";
            return run.book.apply(id, event, {});
        }
    }
    change.status = ClaimStatus::accepted;
    change.lastResponse = event.sentence;
    ++run.outcome.accepted;
    if (!wasRejected) return run.book.apply(id, event, change);
    // The payer has taken after all what was refused before.
    CW_TRY(const bool live, run.book.mayLive(claim));
    change.isLive = live;
    if (!live) event.sentence += " A newer claim of the encounter was sent meanwhile: it may be there twice.";
    CW_CHECK(run.book.apply(id, event, change));
    CW_CHECK(settleItems(run, run.book.at(id).record, WorkItemKind::rejection, WorkItemOutcome::noAction, Money(),
                         event.sentence));
    return {};
}

NamedClaim namedBy(const Run& run, const StatusReport& report, const ClaimStatusAnswer& answer)
{
    NamedClaim named{answer.claimNumber, answer.payerControlNumber, answer.lastName,
                     answer.amount,      answer.serviceFrom,        {}};
    if (named.charge == Money()) named.charge.reset();
    if (run.lists.payers.contains(report.sourceId)) named.payerId = report.sourceId;
    return named;
}

WaitingAnswer waitingFor(const ClaimStatusAnswer& answer, std::string reason)
{
    WaitingAnswer waiting;
    waiting.kind = "277ca";
    waiting.reason = std::move(reason);
    waiting.claimNumber = answer.claimNumber;
    waiting.payerControlNumber = answer.payerControlNumber;
    waiting.patientName = answer.lastName + (answer.firstName.empty() ? "" : ", " + answer.firstName);
    waiting.serviceFrom = answer.serviceFrom;
    waiting.charge = answer.amount.value_or(Money());
    waiting.firstSegment = answer.firstSegment;
    waiting.lastSegment = answer.lastSegment;
    return waiting;
}

/// "B000219" is batch 219.
Result<std::optional<Batch>> batchOf(Run& run, const StatusReport& report)
{
    auto digits = text::trim(report.batchReference);
    if (digits.starts_with('B')) digits.remove_prefix(1);
    if (!text::isDigits(digits) || digits.size() > 12) return std::optional<Batch>{};
    auto batch = run.workspace.claims().batchByNumber(run.tx, std::stoll(std::string(digits)));
    if (!batch && batch.error().kind != ErrorKind::notFound) return batch.error();
    if (!batch) return std::optional<Batch>{};
    CW_TRY(const bool fits, isForBatch(run, *batch, report.origin));
    return fits ? std::optional<Batch>(*batch) : std::nullopt;
}

Status rejectNamedBatch(Run& run, const StatusReport& report, const std::set<ClaimId>& named)
{
    ++run.file.answers;
    CW_TRY(const auto batch, batchOf(run, report));
    if (batch) return rejectBatch(run, *batch, report, named);
    WaitingAnswer waiting;
    waiting.kind = "277ca";
    waiting.reason = "A whole batch was refused that we did not send to this partner.";
    waiting.firstSegment = report.origin.firstSegment;
    waiting.lastSegment = report.origin.lastSegment;
    return wait(run, std::move(waiting));
}

void compareCounts(Run& run, const StatusReport& report)
{
    const auto taken =
        std::count_if(report.claims.begin(), report.claims.end(), [](const auto& c) { return c.isAccepted; });
    const auto refused = static_cast<std::ptrdiff_t>(report.claims.size()) - taken;
    if ((report.acceptedCount && *report.acceptedCount != taken) ||
        (report.rejectedCount && !report.isReceiverRejected && *report.rejectedCount != refused))
        warn(run, "The 277CA for " + (report.batchReference.empty() ? "a batch" : report.batchReference) +
                      " counts other numbers of claims than it holds.");
}

}  // namespace

Status rejectBatch(Run& run, const Batch& batch, const StatusReport& report, const std::set<ClaimId>& named)
{
    ++run.file.matched;
    CW_TRY(const auto all, run.workspace.claims().claims(run.tx, batch.number));
    std::vector<ClaimId> claims;
    for (const auto& claim : all)
        if (claim.isLive && !named.contains(claim.id)) claims.push_back(run.book.keep(claim).record.id);
    const auto claimAt = [&](std::size_t i) { return claims[i]; };
    return inChunks(run, claims.size(), claimAt, [&](std::size_t i) {
        const auto& claim = run.book.at(claims[i]).record;
        StatusCodes codes(claim, run.book.encounterOf(claim));
        codes.add(report.receiverStatuses, 0);
        return reject(run, claims[i],
                      {.kind = "277ca",
                       .sentence = "The whole batch was rejected: " + sentenceOf(codes.codes),
                       .codes = codes.codes,
                       .desk = "biller"});
    });
}

Status apply(Run& run, const StatusReport& report)
{
    run.file.answers += static_cast<int>(report.claims.size());
    if (report.origin.test) {
        warn(run,
             "A 277CA is marked as a test; none of its " + std::to_string(report.claims.size()) + " claims was used.");
        return {};
    }
    compareCounts(run, report);
    std::vector<ClaimId> claims(report.claims.size());
    std::set<ClaimId> named;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        CW_CHECK(tick(run));
        CW_TRY(const auto match, findClaim(run.workspace.claims(), run.tx, namedBy(run, report, report.claims[i])));
        if (!match.claim) {
            CW_CHECK(wait(run, waitingFor(report.claims[i], match.reason)));
            continue;
        }
        ++run.file.matched;
        claims[i] = run.book.keep(*match.claim).record.id;
        named.insert(claims[i]);
    }
    const auto claimAt = [&](std::size_t i) { return claims[i]; };
    CW_CHECK(inChunks(run, claims.size(), claimAt, [&](std::size_t i) -> Status {
        if (!claims[i].isValid()) return {};
        return applyTo(run, claims[i], report, report.claims[i]);
    }));
    return report.isReceiverRejected ? rejectNamedBatch(run, report, named) : Status{};
}

Status applyTo(Run& run, ClaimId id, const StatusReport& report, const ClaimStatusAnswer& answer)
{
    if (answer.isAccepted) return accept(run, id, report, answer);
    const auto claim = run.book.at(id).record;
    StatusCodes codes(claim, run.book.encounterOf(claim));
    codes.add(answer.statuses, 0);
    codes.addLines(answer);
    return reject(run, id,
                  {.kind = "277ca",
                   .sentence = sentenceOf(codes.codes),
                   .codes = codes.codes,
                   .desk = codes.desk,
                   .amount = answer.amount,
                   .payerControlNumber = answer.payerControlNumber});
}

}  // namespace cw::app::answering
