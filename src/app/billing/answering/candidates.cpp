#include "app/billing/answering/candidates.h"

#include "app/billing/answering/claim_match.h"
#include "base/text.h"

#include <algorithm>
#include <map>

namespace cw::app::answering {

namespace {

struct Scored {
    AnswerDesk::Candidate candidate;
    int score = 0;
};

class Search {
public:
    Search(Workspace& workspace, ReadTx& tx, const WaitingAnswer& waiting)
        : m_workspace(workspace), m_tx(tx), m_waiting(waiting)
    {}

    Status byNumbers()
    {
        if (!m_waiting.claimNumber.empty()) {
            CW_TRY(const auto found, m_workspace.claims().byNumber(m_tx, text::upperAscii(m_waiting.claimNumber)));
            add(found);
        }
        if (!m_waiting.payerControlNumber.empty()) {
            CW_TRY(const auto found, m_workspace.claims().byPayerControlNumber(m_tx, m_waiting.payerControlNumber));
            add(found);
        }
        return {};
    }

    /// By the patient's name: an answer carries no birth date, which a key of ours ends with.
    Status byName()
    {
        const auto last = std::string(text::trim(m_waiting.patientName.substr(0, m_waiting.patientName.find(','))));
        if (last.empty()) return {};
        for (const auto queue : {ClaimQueue::sent, ClaimQueue::rejected, ClaimQueue::denied, ClaimQueue::paid}) {
            QueueFilter filter;
            filter.queue = queue;
            filter.text = last;
            CW_CHECK(eachPage(filter, [this](const auto& page) { add(page); }));
        }
        return {};
    }

    /// By day and charge, for a name that is ours no more or was written otherwise.
    Status byDay()
    {
        if (!m_waiting.serviceFrom || m_waiting.charge == Money() || hasGood()) return {};
        for (const auto queue : {ClaimQueue::sent, ClaimQueue::rejected, ClaimQueue::denied, ClaimQueue::paid}) {
            QueueFilter filter;
            filter.queue = queue;
            CW_CHECK(eachPage(filter, [this](std::vector<ClaimRecord> page) {
                std::erase_if(page, [this](const ClaimRecord& claim) {
                    return claim.serviceFrom != *m_waiting.serviceFrom || !isSameCharge(claim);
                });
                add(page);
            }));
        }
        return {};
    }

    std::vector<AnswerDesk::Candidate> best() const
    {
        std::vector<Scored> all;
        for (const auto& [id, one] : m_found) all.push_back(one);
        std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
        constexpr std::size_t most = 20;
        if (all.size() > most) all.resize(most);
        std::vector<AnswerDesk::Candidate> candidates;
        for (auto& one : all) candidates.push_back(std::move(one.candidate));
        return candidates;
    }

private:
    /// A person waits for the list: of a queue the first ten thousand are looked at.
    template <class Use>
    Status eachPage(QueueFilter filter, Use use)
    {
        constexpr int most = 10'000;
        for (filter.limit = 1'000; filter.offset < most; filter.offset += filter.limit) {
            CW_TRY(auto page, m_workspace.claimQueues().claims(m_tx, filter));
            const bool isLast = page.size() < static_cast<std::size_t>(filter.limit);
            use(std::move(page));
            if (isLast) break;
        }
        return {};
    }

    bool hasGood() const
    {
        // A number, or patient, day and charge.
        return std::any_of(m_found.begin(), m_found.end(), [](const auto& one) { return one.second.score >= 8; });
    }

    bool isSameCharge(const ClaimRecord& claim) const
    {
        return m_waiting.charge == claim.charges || Money() - m_waiting.charge == claim.charges;
    }

    void add(const std::vector<ClaimRecord>& claims)
    {
        for (const auto& claim : claims) {
            auto scored = score(claim);
            if (scored.score > 0) m_found.emplace(claim.id, std::move(scored));
        }
    }

    Scored score(const ClaimRecord& claim) const
    {
        Scored scored;
        std::vector<std::string> same;
        const auto count = [&](bool isSame, int weight, const char* what) {
            if (!isSame) return;
            scored.score += weight;
            same.emplace_back(what);
        };
        count(!m_waiting.claimNumber.empty() && claim.claimNumber == text::upperAscii(m_waiting.claimNumber), 8,
              "claim number");
        count(!m_waiting.payerControlNumber.empty() && claim.payerControlNumber == m_waiting.payerControlNumber, 8,
              "payer's number");
        count(isSamePatient(claim), 4, "patient");
        count(m_waiting.serviceFrom && *m_waiting.serviceFrom == claim.serviceFrom, 3, "day");
        count(m_waiting.charge != Money() && isSameCharge(claim), 3, "charge");
        if (claim.isLive && scored.score > 0) ++scored.score;
        scored.candidate = {claim, "same " + listOf(same)};
        return scored;
    }

    bool isSamePatient(const ClaimRecord& claim) const
    {
        const auto ours = claim.patientName.find(',');
        const auto theirs = m_waiting.patientName.find(',');
        if (lettersOf(claim.patientName.substr(0, ours)) != lettersOf(m_waiting.patientName.substr(0, theirs)))
            return false;
        if (ours == std::string::npos || theirs == std::string::npos) return true;
        const auto first = lettersOf(m_waiting.patientName.substr(theirs));
        const auto full = lettersOf(claim.patientName.substr(ours));
        return full.starts_with(first) || first.starts_with(full);
    }

    static std::string listOf(const std::vector<std::string>& same)
    {
        if (same.size() < 2) return text::join(same, ", ");
        const std::vector<std::string> front(same.begin(), same.end() - 1);
        return text::join(front, ", ") + " and " + same.back();
    }

    Workspace& m_workspace;
    ReadTx& m_tx;
    const WaitingAnswer& m_waiting;
    std::map<ClaimId, Scored> m_found;
};

}  // namespace

Result<std::vector<AnswerDesk::Candidate>> candidatesFor(Workspace& workspace, ReadTx& tx, const WaitingAnswer& waiting)
{
    Search search(workspace, tx, waiting);
    CW_CHECK(search.byNumbers());
    CW_CHECK(search.byName());
    CW_CHECK(search.byDay());
    return search.best();
}

}  // namespace cw::app::answering
