#include "tests/claim/read_back/read_back.h"

#include "claim/x12/reader.h"
#include "tests/claim/read_back/ordering.h"
#include "tests/claim/read_back/reading.h"

#include <gtest/gtest.h>

namespace cw::read_back {

using strict::Loop;
using strict::Seg;

namespace {

ReadBack readOne(const Loop& billing, const Loop& subscriber, const Loop& claim, bool institutional)
{
    ReadBack one;
    readBilling(billing, one.encounter);
    readSubscriber(subscriber, claim, one);
    readClaim(claim, institutional, one);
    readLines(claim, institutional, one);
    readOtherPayers(claim, one);
    putInOrder(one);
    return one;
}

void readSet(const std::vector<Seg>& set, bool institutional, std::vector<ReadBack>& into)
{
    Loop root;
    strict::Faults faults;
    strict::buildTree(institutional ? strict::institutionalGuide() : strict::professionalGuide(), set, root, faults);
    for (const auto& fault : faults) ADD_FAILURE() << fault;
    if (!faults.empty()) return;
    for (const auto* claim : strict::everyLoop(root, "2300")) {
        const auto* subscriber = claim->parent->name == "2000C" ? claim->parent->parent : claim->parent;
        into.push_back(readOne(*subscriber->parent, *subscriber, *claim, institutional));
    }
}

}  // namespace

std::vector<ReadBack> readClaims(const std::string& file)
{
    std::vector<ReadBack> claims;
    const auto interchanges = x12::readInterchanges(file);
    EXPECT_TRUE(interchanges) << interchanges.error().detail;
    if (!interchanges) return claims;
    for (const auto& interchange : *interchanges) {
        const strict::Signs signs{.element = interchange.delimiters.element,
                                  .component = interchange.delimiters.component};
        bool institutional = false;
        std::vector<Seg> set;
        for (const auto& segment : interchange.segments) {
            if (segment.tag() == "ST") {
                set.clear();
                institutional = segment.element(3) == "005010X223A2";
            }
            if (segment.tag() == "SE")
                readSet(set, institutional, claims);
            else
                set.push_back(strict::segmentOf(segment.text(), segment.number(), signs));
        }
    }
    return claims;
}

}  // namespace cw::read_back
