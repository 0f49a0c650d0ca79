#include "claim/answers/reading/remittance_balance.h"

#include <fmt/format.h>

namespace cw::answers {

namespace {

Money sumOf(const std::vector<Adjustment>& adjustments)
{
    Money sum;
    for (const auto& adjustment : adjustments) sum += adjustment.amount;
    return sum;
}

}  // namespace

void Balance::tell(std::vector<std::string>& imbalances, std::string sentence)
{
    if (imbalances.size() < maxSentences)
        imbalances.push_back(std::move(sentence));
    else
        ++m_untold;
}

void Balance::add(const RemitClaim& claim, std::vector<std::string>& imbalances)
{
    Money adjusted = sumOf(claim.adjustments);
    for (std::size_t i = 0; i < claim.lines.size(); ++i) {
        const auto& line = claim.lines[i];
        const auto ofLine = sumOf(line.adjustments);
        adjusted += ofLine;
        const auto expected = line.charge - ofLine;
        if (expected == line.paid) continue;
        tell(imbalances, fmt::format("claim {} line {}: charge {} less adjustments {} is {}, paid is {}: difference {}",
                                     claim.claimNumber, i + 1, line.charge.decimal(), ofLine.decimal(),
                                     expected.decimal(), line.paid.decimal(), (line.paid - expected).decimal()));
    }
    m_paid += claim.paid;
    const auto expected = claim.charge - adjusted;
    if (expected == claim.paid) return;
    tell(imbalances, fmt::format("claim {}: charge {} less adjustments {} is {}, paid is {}: difference {}",
                                 claim.claimNumber, claim.charge.decimal(), adjusted.decimal(), expected.decimal(),
                                 claim.paid.decimal(), (claim.paid - expected).decimal()));
}

void Balance::finish(Remittance& payment)
{
    Money taken;
    for (const auto& adjustment : payment.adjustments) taken += adjustment.amount;
    const auto expected = m_paid - taken;
    const auto reversed = Money{} - payment.amount;
    // A debit is money we owe; senders write its amount with either sign.
    if (payment.amount != expected && !(payment.isDebit && reversed == expected))
        tell(payment.imbalances,
             fmt::format("payment {}: claims {} less provider adjustments {} is {}, paid is {}: difference {}",
                         payment.traceNumber, m_paid.decimal(), taken.decimal(), expected.decimal(),
                         payment.amount.decimal(), (payment.amount - expected).decimal()));
    if (m_untold > 0) payment.imbalances.push_back(fmt::format("{} further sums do not agree", m_untold));
}

}  // namespace cw::answers
