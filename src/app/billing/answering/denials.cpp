#include "app/billing/answering/denials.h"

#include "app/billing/answering/code_pointers.h"
#include "app/billing/answering/line_match.h"
#include "claim/answers/plain_words.h"

namespace cw::app::answering {

namespace {

using namespace answers;

class DenialCodes {
public:
    DenialCodes(const RemitClaim& answer, std::vector<int> lines, std::size_t coverage)
        : m_answer(answer), m_lines(std::move(lines)), m_coverage(coverage)
    {}

    void add(const DeniedPart& part)
    {
        const auto& reason = part.adjustment.reason;
        const auto& remarks = remarksOf(part.line);
        WorkItemCode code;
        code.kind = "reason";
        code.code = part.adjustment.group + "-" + reason;
        code.line = lineOf(part.line);
        code.amount = part.adjustment.amount;
        code.sentence = wordsOfAdjustment(part.adjustment.group, reason);
        code.pointer = pointerOfReason(reason, code.line, m_coverage);
        code.rules = rulesThatLookForReason(reason, remarks);
        if (code.rules.empty()) code.proposal = proposalFor(reason);
        if (deskForReason(reason) == Desk::coder) isCoders = true;
        codes.push_back(std::move(code));
        addRemarks(part.line, remarks);
    }

    std::vector<WorkItemCode> codes;
    bool isCoders = false;

private:
    int lineOf(int answered) const { return answered == 0 ? 0 : m_lines[static_cast<std::size_t>(answered) - 1]; }
    const std::vector<std::string>& remarksOf(int answered) const
    {
        return answered == 0 ? m_answer.remarks : m_answer.lines[static_cast<std::size_t>(answered) - 1].remarks;
    }
    /// Once for a line, though several of its amounts are denied.
    void addRemarks(int answered, const std::vector<std::string>& remarks)
    {
        if (answered == m_told) return;
        m_told = answered;
        for (const auto& remark : remarks) {
            WorkItemCode code;
            code.kind = "remark";
            code.code = remark;
            code.line = lineOf(answered);
            code.sentence = wordsOfRemark(remark);
            codes.push_back(std::move(code));
        }
    }

    const RemitClaim& m_answer;
    std::vector<int> m_lines;
    std::size_t m_coverage;
    int m_told = -1;
};

}  // namespace

std::optional<Date> appealBy(const BillingLists& lists, const ClaimRecord& claim, const Remittance& remittance,
                             Date today)
{
    const auto payer = lists.payers.find(claim.payerId);
    if (payer == lists.payers.end() || !payer->second.appealDays) return std::nullopt;
    const auto from = remittance.paidOn.value_or(today);
    if (from.year() > 2185) return std::nullopt;  // Dates end in 2199.
    return from.plusDays(*payer->second.appealDays);
}

WorkItem denialItem(const Run& run, const ClaimRecord& claim, const Remittance& remittance, const RemitClaim& answer,
                    const RemitVerdict& verdict)
{
    const auto* encounter = run.book.encounterOf(claim);
    auto lines = encounter == nullptr ? std::vector<int>(answer.lines.size())
                                      : matchLines(answer, *encounter, claim.claimNumber);
    DenialCodes codes(answer, std::move(lines), coverageIndex(encounter, claim.billed));
    for (const auto& part : verdict.denied) codes.add(part);
    WorkItem item;
    item.kind = WorkItemKind::denial;
    item.amount = verdict.deniedAmount;
    item.codes = std::move(codes.codes);
    item.desk = codes.isCoders ? "coder" : "biller";
    item.dueOn = appealBy(run.lists, claim, remittance, run.workspace.clock().today());
    if (item.codes.empty()) {
        WorkItemCode code;
        code.kind = "status";
        code.code = "CLP02:" + answer.status;
        code.amount = item.amount;
        code.sentence = wordsOfClaimStatus(answer.status);
        item.codes.push_back(std::move(code));
    }
    return item;
}

}  // namespace cw::app::answering
