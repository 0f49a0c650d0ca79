#include "tests/claim/read_back/reading.h"

#include <algorithm>

namespace cw::read_back {

using strict::Loop;

void readBilling(const Loop& level, Encounter& into)
{
    const auto* named = level.loop("2010AA");
    auto billing = providerOf(*named);
    if (const auto* prv = level.find("PRV", "BI")) billing.taxonomy = prv->at(3);
    for (const char* kind : {"EI", "SY"})
        if (const auto* ref = named->find("REF", kind)) billing.taxId = ref->at(2), billing.taxIdType = kind;
    if (const auto* per = named->find("PER")) billing.contactName = per->at(2), billing.phone = per->at(4);
    // "9375550122x7": the extension has a pair of its own.
    if (const auto* per = named->find("PER"); per != nullptr && per->at(5) == "EX")
        billing.phone += "x" + std::string(per->at(6));
    into.providers.billing = billing;
    if (const auto* payTo = level.loop("2010AB")) into.providers.payTo = Provider{.address = addressOf(*payTo)};
}

namespace {

Payer payerOf(const Loop& loop, std::string_view filing)
{
    const auto& name = *loop.find("NM1");
    Payer payer;
    payer.name = name.at(3);
    payer.payerId = name.at(9);
    payer.claimFilingCode = filing;
    payer.address = addressOf(loop);
    return payer;
}

Coverage coverageOf(const strict::Seg& sbr)
{
    Coverage coverage;
    coverage.rank = rankOf(sbr.at(1)).value_or(CoverageRank::primary);
    coverage.groupNumber = sbr.at(3);
    coverage.groupName = sbr.at(4);
    coverage.insuranceType = sbr.at(5);
    return coverage;
}

}  // namespace

void readSubscriber(const Loop& level, const Loop& claim, ReadBack& into)
{
    const auto& sbr = *level.find("SBR");
    auto coverage = coverageOf(sbr);
    const auto& member = *level.loop("2010BA");
    const auto& payer = *level.loop("2010BB");
    coverage.payer = payerOf(payer, sbr.at(9));
    coverage.memberId = member.find("NM1")->at(9);
    if (const auto* ref = payer.find("REF", "G2")) coverage.providerNumber = ref->at(2);
    if (const auto* ref = payer.find("REF", "LU"))
        into.encounter.providers.billing->references.push_back({"LU", std::string(ref->at(2))});
    if (const auto* ref = member.find("REF", "SY"))
        into.encounter.claim.references.push_back({"SY", std::string(ref->at(2))});
    if (const auto* ref = member.find("REF", "Y4")) coverage.caseNumber = ref->at(2);
    into.billed = coverage.rank;
    if (claim.parent->name == "2000C") {
        coverage.relationship = relationshipOf(claim.parent->find("PAT")->at(1));
        coverage.subscriber = personOf(member);
        const auto& patient = *claim.parent->loop("2010CA");
        into.encounter.patient = personOf(patient);
        if (const auto* ref = patient.find("REF", "Y4")) coverage.caseNumber = ref->at(2);
    } else {
        coverage.relationship = relationshipOf(sbr.at(2));
        into.encounter.patient = personOf(member);
    }
    into.encounter.coverages.push_back(std::move(coverage));
}

namespace {

/// Lines that the payer answered; gives the day where the lines say it.
std::optional<Date> readLineAnswers(const Loop& claim, std::string_view payer, PayerAnswer& answer)
{
    std::optional<Date> day;
    int number = 0;
    for (const auto* line : claim.allLoops("2400")) {
        ++number;
        for (const auto* decided : line->allLoops("2430")) {
            const auto& svd = *decided->find("SVD");
            if (svd.at(1) != payer) continue;
            answer.lines.push_back({.line = number,
                                    .paid = moneyOf(svd.at(2)),
                                    .units = quantityOf(svd.at(5)),
                                    .adjustments = adjustmentsOf(*decided)});
            if (const auto* dtp = decided->find("DTP", "573")) day = dayOf(dtp->at(3));
        }
    }
    return day;
}

}  // namespace

void readOtherPayers(const Loop& claim, ReadBack& into)
{
    for (const auto* other : claim.allLoops("2320")) {
        const auto& sbr = *other->find("SBR");
        auto coverage = coverageOf(sbr);
        const auto& member = *other->loop("2330A");
        const auto& payer = *other->loop("2330B");
        coverage.relationship = relationshipOf(sbr.at(2));
        coverage.payer = payerOf(payer, sbr.at(9));
        coverage.memberId = member.find("NM1")->at(9);
        if (coverage.relationship != Relationship::self) coverage.subscriber = personOf(member);
        if (const auto* paid = other->find("AMT", "D")) {
            PayerAnswer answer{.paid = moneyOf(paid->at(2)), .adjustments = adjustmentsOf(*other)};
            answer.date = readLineAnswers(claim, coverage.payer.payerId, answer);
            if (const auto* dtp = payer.find("DTP", "573")) answer.date = dayOf(dtp->at(3));
            if (const auto* ref = payer.find("REF", "F8")) answer.claimControlNumber = ref->at(2);
            into.answers[coverage.rank] = std::move(answer);
        }
        into.encounter.coverages.push_back(std::move(coverage));
    }
    auto& all = into.encounter.coverages;
    std::stable_sort(all.begin(), all.end(), [](const Coverage& a, const Coverage& b) { return a.rank < b.rank; });
}

}  // namespace cw::read_back
