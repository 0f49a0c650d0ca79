#include "app/billing/answering/run.h"
#include "app/billing/answering/segment_faults.h"
#include "base/text.h"
#include "claim/answers/plain_words.h"

#include <algorithm>

namespace cw::app::answering {

namespace {

using namespace answers;

bool isRefusal(char code)
{
    return code == 'R' || code == 'M' || code == 'W' || code == 'X';
}

std::optional<std::int64_t> numberOf(std::string_view digits)
{
    digits = text::trim(digits);
    if (!text::isDigits(digits) || digits.size() > 9) return std::nullopt;
    return std::stoll(std::string(digits));
}

/// The batch that an acknowledgement names, when it is one of ours and was meant for us.
Result<std::optional<Batch>> ours(Run& run, std::optional<Batch> batch, const Origin& origin)
{
    if (!batch) return batch;
    CW_TRY(const bool fits, isForBatch(run, *batch, origin));
    if (!fits) batch.reset();
    return batch;
}

WaitingAnswer waitingFor(const Origin& origin, std::string kind, std::string reason)
{
    WaitingAnswer waiting;
    waiting.kind = std::move(kind);
    waiting.reason = std::move(reason);
    waiting.firstSegment = origin.firstSegment;
    waiting.lastSegment = origin.lastSegment;
    return waiting;
}

/// A test changes no claim: that it was answered is told once.
bool isTold(Run& run, const Batch& batch, const std::string& sentence)
{
    if (!batch.test) return false;
    warn(run, "Batch " + std::to_string(batch.number) + " was a test. " + sentence);
    return true;
}

Status tell(Run& run, ClaimId claim, std::string kind, std::string sentence, std::string codes = {})
{
    ClaimEvent event;
    event.kind = std::move(kind);
    event.outcome = "taken";
    event.sentence = std::move(sentence);
    event.codes = std::move(codes);
    ClaimChange change;
    if (run.book.at(claim).record.status == ClaimStatus::exported) change.lastResponse = event.sentence;
    return run.book.apply(claim, event, change);
}

Result<std::vector<ClaimId>> claimsOf(Run& run, const Batch& batch)
{
    CW_TRY(const auto claims, run.workspace.claims().claims(run.tx, batch.number));
    std::vector<ClaimId> ids;
    for (const auto& claim : claims) ids.push_back(run.book.keep(claim).record.id);
    return ids;
}

/// A copy of a file that was taken before is refused as a duplicate: nothing happened to its claims.
Result<bool> wasTakenBefore(Run& run, const std::vector<ClaimId>& claims)
{
    for (const auto id : claims) {
        const auto status = run.book.at(id).record.status;
        if (status == ClaimStatus::accepted || status == ClaimStatus::paid || status == ClaimStatus::denied)
            return true;
    }
    if (claims.empty()) return false;
    CW_TRY(const auto events, run.workspace.claims().events(run.tx, claims.front()));
    return std::any_of(events.begin(), events.end(), [](const auto& event) { return event.outcome == "taken"; });
}

/// What a refused set says to each of its claims.
class RefusedSet {
public:
    RefusedSet(const SetAck& set, std::vector<PlacedFault> faults) : m_set(set), m_faults(std::move(faults)) {}

    Rejection of(const ClaimRecord& claim, const Encounter* encounter) const
    {
        Rejection rejection;
        rejection.kind = "999";
        for (auto fault : m_faults) {
            if (fault.at.claimNumber != claim.claimNumber && !fault.at.claimNumber.empty()) continue;
            if (encounter != nullptr) pointInto(*encounter, fault);
            rejection.codes.push_back(std::move(fault.code));
        }
        rejection.desk = deskOf(rejection.codes);
        if (!rejection.codes.empty()) {
            rejection.sentence = "Refused when it was read: " + rejection.codes.front().sentence;
            return rejection;
        }
        rejection.sentence = "The whole set was refused" + elsewhere() + ".";
        WorkItemCode code;
        code.kind = "segment";
        code.code = std::string("IK5:") + m_set.code;
        code.sentence = rejection.sentence;
        rejection.codes.push_back(std::move(code));
        return rejection;
    }

private:
    std::string elsewhere() const
    {
        if (!m_faults.empty()) return "; the fault lies in claim " + m_faults.front().at.claimNumber;
        return m_set.codes.empty() ? "" : " (code " + text::join(m_set.codes, ", ") + ")";
    }

    const SetAck& m_set;
    std::vector<PlacedFault> m_faults;
};

/// A set with its claims.
struct AnsweredSet {
    SetAck ack;
    std::vector<ClaimId> claims;
};

/// The sets that an acknowledgement speaks of: those that it lists, else all of the group, which share its fate. A group that is refused
/// refuses them.
std::vector<AnsweredSet> setsOf(Run& run, const GroupAck& ack, const std::vector<SentSet>& sent,
                                const std::vector<ClaimId>& claims)
{
    std::map<std::string, ClaimId> byNumber;
    for (const auto id : claims) byNumber[run.book.at(id).record.claimNumber] = id;
    std::vector<AnsweredSet> sets;
    for (const auto& one : sent) {
        AnsweredSet set;
        const auto listed = std::find_if(ack.sets.begin(), ack.sets.end(),
                                         [&](const auto& each) { return each.setNumber == one.setNumber; });
        if (listed == ack.sets.end() && !ack.sets.empty()) continue;
        if (listed != ack.sets.end()) set.ack = *listed;
        set.ack.setNumber = one.setNumber;
        if (isRefusal(ack.code)) set.ack.code = ack.code;
        for (const auto& claim : one.claims)
            if (const auto found = byNumber.find(claim.claimNumber); found != byNumber.end())
                set.claims.push_back(found->second);
        sets.push_back(std::move(set));
    }
    return sets;
}

Status applySet(Run& run, const std::string& batchFile, const AnsweredSet& set)
{
    auto faults = placedFaults(batchFile, set.ack);
    const auto claimAt = [&](std::size_t i) { return set.claims[i]; };
    if (isRefusal(set.ack.code)) {
        const RefusedSet refused(set.ack, std::move(faults));
        return inChunks(run, set.claims.size(), claimAt, [&](std::size_t i) {
            const auto& claim = run.book.at(set.claims[i]).record;
            return reject(run, set.claims[i], refused.of(claim, run.book.encounterOf(claim)));
        });
    }
    return inChunks(run, set.claims.size(), claimAt, [&](std::size_t i) {
        std::vector<WorkItemCode> own;
        for (const auto& fault : faults)
            if (fault.at.claimNumber == run.book.at(set.claims[i]).record.claimNumber) own.push_back(fault.code);
        auto sentence = std::string("The set was read and taken");
        if (!own.empty()) sentence += ", with a fault: " + own.front().sentence;
        if (own.empty()) sentence += set.ack.code == 'E' ? ", with faults elsewhere." : ".";
        return tell(run, set.claims[i], "999", std::move(sentence), codesOf(own));
    });
}

}  // namespace

Status apply(Run& run, const InterchangeAck& ack)
{
    ++run.file.answers;
    std::optional<Batch> batch;
    if (const auto number = numberOf(ack.controlNumber)) {
        CW_TRY(batch, run.workspace.claims().batchByInterchange(run.tx, *number));
    }
    CW_TRY(batch, ours(run, std::move(batch), ack.origin));
    if (batch) return applyTo(run, *batch, ack);
    return wait(run,
                waitingFor(ack.origin, "ta1", "We sent no interchange " + ack.controlNumber + " to this partner."));
}

Status applyTo(Run& run, const Batch& batch, const InterchangeAck& ack)
{
    ++run.file.matched;
    std::string sentence = ack.code == 'A'   ? "The interchange was taken."
                           : ack.code == 'E' ? "The interchange was taken, with a fault: " + wordsOfTa1Note(ack.note)
                                             : "The interchange was refused: " + wordsOfTa1Note(ack.note);
    if (isTold(run, batch, sentence)) return {};
    CW_TRY(const auto claims, claimsOf(run, batch));
    bool refused = isRefusal(ack.code);
    if (refused && ack.note == "025") {
        CW_TRY(const bool taken, wasTakenBefore(run, claims));
        if (taken) sentence = "A second copy of the interchange was refused; the first one stands.";
        refused = !taken;
    }
    WorkItemCode code;
    code.kind = "status";
    code.code = "TA1:" + ack.note;
    code.sentence = sentence;
    const auto claimAt = [&](std::size_t i) { return claims[i]; };
    return inChunks(run, claims.size(), claimAt, [&](std::size_t i) {
        if (!refused) return tell(run, claims[i], "ta1", sentence);
        return reject(run, claims[i], {.kind = "ta1", .sentence = sentence, .codes = {code}});
    });
}

Status apply(Run& run, const GroupAck& ack)
{
    run.file.answers += std::max(1, static_cast<int>(ack.sets.size()));
    std::optional<Batch> batch;
    if (const auto number = numberOf(ack.groupNumber)) {
        CW_TRY(batch, run.workspace.claims().batchByGroup(run.tx, *number));
    }
    CW_TRY(batch, ours(run, std::move(batch), ack.origin));
    if (batch) return applyTo(run, *batch, ack);
    return wait(run, waitingFor(ack.origin, "999", "We sent no group " + ack.groupNumber + " to this partner."));
}

Status applyTo(Run& run, const Batch& batch, const GroupAck& ack)
{
    run.file.matched += std::max(1, static_cast<int>(ack.sets.size()));
    if (isTold(run, batch, isRefusal(ack.code) ? "Its group was refused." : "Its group was answered.")) return {};
    CW_TRY(const auto claims, claimsOf(run, batch));
    CW_TRY(const auto file, run.workspace.claims().batchFile(run.tx, batch.id));
    CW_TRY(const auto sent, sentSets(file));
    for (const auto& listed : ack.sets)
        if (std::none_of(sent.begin(), sent.end(), [&](const auto& one) { return one.setNumber == listed.setNumber; }))
            warn(run, "The 999 names set " + listed.setNumber + ", which batch " + std::to_string(batch.number) +
                          " does not have.");
    for (const auto& set : setsOf(run, ack, sent, claims)) CW_CHECK(applySet(run, file, set));
    return {};
}

}  // namespace cw::app::answering
