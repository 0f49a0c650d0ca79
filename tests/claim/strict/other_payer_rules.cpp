#include "tests/claim/strict/rules.h"

#include <map>

namespace cw::strict {

namespace {

/// The sum of a loop's CAS. Section 10: all reasons of a group on one segment, a second one only behind a full one; no
/// amount of zero; each reason with its amount.
std::int64_t adjustmentsOf(const Loop& claim, const Loop& loop, Faults& faults)
{
    std::int64_t sum = 0;
    std::map<std::string_view, const Seg*> last;
    for (const auto* cas : loop.all("CAS")) {
        if (const auto* before = last[cas->at(1)]; before != nullptr && before->at(17).empty())
            addFault(claim, cas->where() + ": a second CAS of a group whose first has room", faults);
        last[cas->at(1)] = cas;
        for (std::size_t i = 2; i + 1 <= 19; i += 3) {
            const auto reason = cas->at(i);
            const auto amount = cas->at(i + 1);
            if (reason.empty() != amount.empty())
                addFault(claim, cas->where() + ": a reason without its amount", faults);
            if (reason.empty()) {
                if (!cas->at(i + 2).empty()) addFault(claim, cas->where() + ": a quantity without a reason", faults);
                continue;
            }
            if (numberOf(amount) == 0) addFault(claim, cas->where() + ": an adjustment of zero", faults);
            sum += numberOf(amount);
        }
    }
    return sum;
}

struct Answer {
    const Loop& loop;
    std::string_view payer;
    bool hasPaid = false;
    bool hasDate = false;
    bool hasAdjustments = false;
    std::int64_t paid = 0;
    std::int64_t adjusted = 0;
};

Answer answerOf(const Loop& claim, const Loop& other, Faults& faults)
{
    Answer answer{.loop = other};
    const auto* amount = other.find("AMT", "D");
    answer.hasPaid = amount != nullptr;
    if (amount != nullptr) answer.paid = numberOf(amount->at(2));
    answer.hasAdjustments = other.find("CAS") != nullptr;
    answer.adjusted = adjustmentsOf(claim, other, faults);
    if (const auto* payer = other.loop("2330B")) {
        answer.payer = payer->find("NM1")->at(9);
        answer.hasDate = payer->find("DTP", "573") != nullptr;
    }
    return answer;
}

/// The lines this payer answered; returns how many, and adds their adjustments.
int checkLinesOf(const Loop& claim, Answer& answer, Faults& faults)
{
    int answered = 0;
    std::int64_t paid = 0;
    for (const auto* line : claim.allLoops("2400")) {
        const auto* sv1 = line->find("SV1");
        const auto* sv2 = line->find("SV2");
        const auto charge = sv1 != nullptr ? numberOf(sv1->at(2)) : sv2 != nullptr ? numberOf(sv2->at(3)) : 0;
        int ofThisPayer = 0;
        for (const auto* decided : line->allLoops("2430")) {
            const auto& svd = *decided->segments.front();
            if (svd.at(1) != answer.payer) continue;
            if (++ofThisPayer > 1) addFault(claim, svd.where() + ": a payer answers a line twice", faults);
            ++answered;
            const auto adjusted = adjustmentsOf(claim, *decided, faults);
            if (adjusted != 0 && answer.hasAdjustments)
                addFault(claim, svd.where() + ": adjustments on claim and line", faults);
            // Where the reasons stand on the claim, the line does not balance for itself.
            if (!answer.hasAdjustments && numberOf(svd.at(2)) + adjusted != charge)
                addFault(claim, svd.where() + ": the line does not balance", faults);
            answer.adjusted += adjusted;
            paid += numberOf(svd.at(2));
        }
    }
    if (answered > 0 && paid != answer.paid) addFault(claim, "the lines' payments are not AMT*D", faults);
    return answered;
}

}  // namespace

void checkOtherPayers(const Loop& claim, Faults& faults)
{
    std::set<std::string_view> payers;
    std::set<std::string_view> ranks;
    const auto* subscriber = claim.parent->name == "2000C" ? claim.parent->parent : claim.parent;
    const auto* sbr = subscriber->find("SBR");
    if (sbr != nullptr) ranks.insert(sbr->at(1));
    const auto total = numberOf(claim.segments.front()->at(2));
    for (const auto* other : claim.allLoops("2320")) {
        const auto name = other->segments.front()->where();
        auto answer = answerOf(claim, *other, faults);
        if (!payers.insert(answer.payer).second) addFault(claim, name + ": two other payers with one id", faults);
        if (!ranks.insert(other->segments.front()->at(1)).second)
            addFault(claim, name + ": a rank stands twice", faults);
        const int answered = checkLinesOf(claim, answer, faults);
        if (!answer.hasPaid) {
            if (answer.hasAdjustments || answered > 0 || answer.hasDate)
                addFault(claim, name + ": an answer without AMT*D", faults);
            continue;
        }
        if (!answer.hasDate && answered == 0) addFault(claim, name + ": DTP*573 is missing", faults);
        if (answer.hasDate && answered > 0) addFault(claim, name + ": DTP*573 on claim and line", faults);
        if (answer.paid + answer.adjusted != total) addFault(claim, name + ": the claim does not balance", faults);
        if (const auto* open = other->find("AMT", "EAF"); open != nullptr && open->at(2).starts_with('-'))
            addFault(claim, name + ": AMT*EAF is negative", faults);
    }
    if (sbr != nullptr && sbr->at(1) != "P" && !ranks.contains("P"))
        addFault(claim, "a later payer is billed and the primary one is not named", faults);
    for (const auto* line : claim.allLoops("2400"))
        for (const auto* decided : line->allLoops("2430"))
            if (!payers.contains(decided->segments.front()->at(1)))
                addFault(claim, decided->segments.front()->where() + ": SVD01 names no other payer", faults);
}

}  // namespace cw::strict
