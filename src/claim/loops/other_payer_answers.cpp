#include "base/text.h"
#include "claim/loops/other_payers.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::loops {

using x12::SegmentWriter;

namespace {

Money sumOf(const std::vector<Adjustment>& adjustments)
{
    Money sum;
    for (const auto& adjustment : adjustments) sum += adjustment.amount;
    return sum;
}

bool anyAmount(const std::vector<Adjustment>& adjustments)
{
    return std::any_of(adjustments.begin(), adjustments.end(), [](const Adjustment& a) { return a.amount != Money{}; });
}

/// The adjustments of the answered lines, which each must balance.
Money checkedLines(SegmentWriter& out, const Encounter& encounter, const PayerAnswer& answer)
{
    Money adjusted;
    std::vector<bool> answered(encounter.procedures.size(), false);
    for (const auto& said : answer.lines) {
        const auto at = static_cast<std::size_t>(said.line) - 1;
        if (said.line < 1 || at >= answered.size() || !isServiceLine(encounter.procedures[at])) {
            out.refuse("CLAIM-617", "SVD",
                       fmt::format("the answer speaks of line {}, which is no service line", said.line));
            return adjusted;
        }
        if (answered[at]) out.refuse("CLAIM-618", "SVD", fmt::format("the answer speaks twice of line {}", said.line));
        answered[at] = true;
        const auto sum = sumOf(said.adjustments);
        if (encounter.procedures[at].charge.value_or(Money{}) != said.paid + sum)
            out.refuse("CLAIM-620", "SVD02",
                       fmt::format("line {}: what the other payer paid and adjusted is not the charge", said.line));
        adjusted += sum;
    }
    return adjusted;
}

void checkAnswer(SegmentWriter& out, const Encounter& encounter, const PayerAnswer& answer, Money charges)
{
    const bool onLines = std::any_of(answer.lines.begin(), answer.lines.end(),
                                     [](const LineAnswer& line) { return anyAmount(line.adjustments); });
    if (onLines && anyAmount(answer.adjustments))
        out.refuse("CLAIM-619", "CAS", "the other payer's adjustments stand on the claim and on lines");
    const auto adjusted = checkedLines(out, encounter, answer) + sumOf(answer.adjustments);
    if (charges != answer.paid + adjusted)
        out.refuse("CLAIM-621", "AMT02", "what the other payer paid and adjusted is not the claim's charge");
}

/// The decision of a payer before the billed one, who would only ask for it (837 facts, section 10).
std::optional<PayerAnswer> answerOf(SegmentWriter& out, const Coverage& coverage)
{
    if (text::trim(coverage.adjudication).empty()) {
        out.refuse("CLAIM-628", "AMT02", "a payer before the billed one has not decided yet: its answer is missing");
        return std::nullopt;
    }
    auto answer = parsePayerAnswer(coverage.adjudication);
    if (answer) return std::move(*answer);
    out.refuse("CLAIM-616", "CAS", "the other payer's adjudication cannot be read");
    return std::nullopt;
}

}  // namespace

std::vector<OtherPayer> otherPayers(SegmentWriter& out, const Encounter& encounter, const Coverage& billed,
                                    Money charges)
{
    std::vector<OtherPayer> others;
    if (encounter.coverages.size() < 2) return others;
    out.setLoop("2320");
    for (const auto& coverage : encounter.coverages) {
        if (&coverage == &billed) continue;
        others.push_back({.coverage = &coverage, .answer = {}});
    }
    std::stable_sort(others.begin(), others.end(),
                     [](const OtherPayer& a, const OtherPayer& b) { return a.coverage->rank < b.coverage->rank; });
    auto rank = billed.rank;
    for (std::size_t i = 0; i < others.size(); ++i)
        if (others[i].coverage->rank == billed.rank || (i > 0 && others[i].coverage->rank == rank))
            out.refuse("CLAIM-615", "SBR01", "two coverages have the same rank");
        else
            rank = others[i].coverage->rank;
    for (auto& other : others) {
        if (other.coverage->rank >= billed.rank) continue;
        other.answer = answerOf(out, *other.coverage);
        if (other.answer) checkAnswer(out, encounter, *other.answer, charges);
    }
    return others;
}

}  // namespace cw::loops
