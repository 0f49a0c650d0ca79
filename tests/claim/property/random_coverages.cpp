#include "tests/claim/property/random_claims.h"

#include <algorithm>

namespace cw::property {

namespace {

/// Splits the charge into what was paid and why not the rest.
std::vector<Adjustment> split(Dice& dice, Money charge, Money& paid)
{
    std::vector<Adjustment> all;
    auto rest = charge;
    const auto reasons = dice.below(9);
    for (std::size_t i = 0; i < reasons && rest > Money::cents(2); ++i) {
        auto amount =
            Money::cents(1 + static_cast<std::int64_t>(dice.below(static_cast<std::size_t>(rest.inCents()) - 1)));
        rest = rest - amount;
        Adjustment one{.group = dice.pick(std::vector<std::string>{"CO", "PR", "OA"}),
                       .reason = std::to_string(dice.from(1, 253)),
                       .amount = amount,
                       .quantity = {}};
        if (dice.once(5)) one.quantity = Quantity::whole(dice.from(1, 9));
        all.push_back(one);
        // Payers send zeros; nobody takes them.
        if (dice.once(8)) all.push_back({.group = "CO", .reason = "97", .amount = {}, .quantity = {}});
    }
    paid = rest;
    return all;
}

std::string answerFor(Dice& dice, const Encounter& encounter)
{
    PayerAnswer answer;
    answer.date = firstDay().plusDays(60);
    if (dice.coin()) answer.claimControlNumber = dice.id(5, 30);
    Money charges;
    for (const auto& line : encounter.procedures)
        if (line.system != CodeSystem::icd10pcs) charges += line.charge.value_or(Money{});
    if (dice.coin()) {
        answer.adjustments = split(dice, charges, answer.paid);
        return writePayerAnswer(answer);
    }
    int number = 0;
    for (const auto& line : encounter.procedures) {
        ++number;
        if (line.system == CodeSystem::icd10pcs) continue;
        LineAnswer one{.line = number, .units = line.units};
        one.adjustments = split(dice, *line.charge, one.paid);
        answer.paid += one.paid;
        answer.lines.push_back(std::move(one));
    }
    if (dice.coin()) std::reverse(answer.lines.begin(), answer.lines.end());
    return writePayerAnswer(answer);
}

Coverage randomCoverage(Dice& dice, CoverageRank rank)
{
    static const std::vector<std::string> filings = {"CI", "BL", "MC", "HM", "12", "CH"};
    Coverage coverage;
    coverage.rank = rank;
    // Each payer of a claim has an id of its own: SVD01 leads back by it.
    coverage.payer.name = "Payer & Sons";
    coverage.payer.payerId = dice.id(3, 10) + std::to_string(static_cast<int>(rank));
    coverage.payer.claimFilingCode = dice.pick(filings);
    if (dice.once(3)) coverage.payer.address = randomAddress(dice, false);
    coverage.memberId = dice.id(6, 14);
    if (dice.coin()) coverage.groupNumber = dice.id(2, 12);
    if (dice.coin()) coverage.groupName = "Group " + dice.id(1, 5);
    if (dice.once(4)) coverage.providerNumber = dice.id(4, 12);
    if (dice.once(4)) coverage.caseNumber = dice.id(4, 12);
    using R = Relationship;
    coverage.relationship = dice.coin()
                                ? R::self
                                : dice.pick(std::vector<R>{R::spouse, R::child, R::other, R::employee, R::unknown,
                                                           R::organDonor, R::cadaverDonor, R::lifePartner});
    if (coverage.relationship != R::self) coverage.subscriber = randomPerson(dice);
    if (dice.once(4)) {
        coverage.payer.claimFilingCode = "MB";
        if (rank != CoverageRank::primary)
            coverage.insuranceType = dice.pick(std::vector<std::string>{"12", "13", "43", "47"});
    }
    return coverage;
}

}  // namespace

void addCoverages(Dice& dice, RandomClaim& claim)
{
    auto& e = claim.encounter;
    static const std::vector<CoverageRank> ranks = {CoverageRank::primary, CoverageRank::secondary,
                                                    CoverageRank::tertiary};
    const auto count = dice.once(3) ? 2 + dice.below(2) : 1;
    for (std::size_t i = 0; i < count; ++i) e.coverages.push_back(randomCoverage(dice, ranks[i]));
    claim.billed = ranks[dice.below(count)];
    for (auto& coverage : e.coverages)
        if (coverage.rank < claim.billed || dice.once(5)) coverage.adjudication = answerFor(dice, e);
    if (dice.coin()) std::reverse(e.coverages.begin(), e.coverages.end());
}

}  // namespace cw::property
