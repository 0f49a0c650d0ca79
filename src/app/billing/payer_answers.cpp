#include "app/billing/payer_answers.h"

#include "app/billing/answering/line_match.h"

#include <algorithm>

namespace cw::app {

namespace {

/// The newest decision of the payer that spoke first, which no later reversal took back. An estimate (25) and "not ours" (23)
/// decide nothing; another payer's words are not this one's.
const ClaimPayment* inForce(const std::vector<ClaimPayment>& payments)
{
    const ClaimPayment* newest = nullptr;
    for (const auto& payment : payments) {
        const auto& status = payment.content.status;
        if (status == "23" || status == "25" || payment.payerName != payments.front().payerName) continue;
        newest = payment.content.isReversal() ? nullptr : &payment;
    }
    return newest;
}

void addUp(std::vector<Adjustment>& into, const std::vector<Adjustment>& more)
{
    for (const auto& adjustment : more) {
        const auto same = std::find_if(into.begin(), into.end(), [&adjustment](const Adjustment& other) {
            return other.group == adjustment.group && other.reason == adjustment.reason;
        });
        if (same == into.end())
            into.push_back({adjustment.group, adjustment.reason, adjustment.amount, std::nullopt});
        else
            same->amount += adjustment.amount;
    }
}

/// Several parts of an answer about one line are one.
void addLine(std::vector<LineAnswer>& lines, int place, const answers::RemitLine& answered)
{
    const auto same = std::find_if(lines.begin(), lines.end(), [place](const auto& one) { return one.line == place; });
    if (same == lines.end()) return lines.push_back({place, answered.paid, answered.units, answered.adjustments});
    same->paid += answered.paid;
    addUp(same->adjustments, answered.adjustments);
}

/// A line's charge is what was paid and taken off (837 facts, section 10).
bool balances(const Encounter& encounter, const LineAnswer& answer)
{
    Money sum = answer.paid;
    for (const auto& adjustment : answer.adjustments) sum += adjustment.amount;
    return encounter.procedures[static_cast<std::size_t>(answer.line) - 1].charge == sum;
}

}  // namespace

std::optional<PayerAnswer> payerAnswerOf(const Encounter& encounter, std::string_view claimNumber,
                                         const std::vector<ClaimPayment>& payments)
{
    const auto* payment = inForce(payments);
    if (payment == nullptr) return std::nullopt;
    const auto& content = payment->content;
    PayerAnswer answer;
    answer.date = payment->paidOn;
    answer.paid = content.paid;
    answer.claimControlNumber = content.payerControlNumber;
    bool isByLine = content.adjustments.empty();
    const auto places = answering::matchLines(content, encounter, claimNumber);
    for (std::size_t i = 0; i < content.lines.size(); ++i) {
        const auto& line = content.lines[i];
        if (places[i] == 0) isByLine = false;
        addLine(answer.lines, places[i], line);
    }
    for (const auto& line : answer.lines)
        if (isByLine && !balances(encounter, line)) isByLine = false;
    if (isByLine && !answer.lines.empty()) return answer;
    answer.adjustments = content.adjustments;
    for (const auto& line : answer.lines) addUp(answer.adjustments, line.adjustments);
    answer.lines.clear();
    return answer;
}

}  // namespace cw::app
