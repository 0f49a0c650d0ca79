#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cw {
namespace {

/// Visits with a random set of optional parts; the same seed gives the same visits everywhere, as std::mt19937 does.
class RandomVisits {
public:
    explicit RandomVisits(std::uint32_t seed) : m_random(seed) {}

    Encounter next(const std::string& encounterId)
    {
        auto e = coin() ? sample::injuredChild() : sample::officeVisit();
        e.encounterId = encounterId;
        if (coin()) e.providers.billing->contactName.clear();
        if (coin()) e.providers.billing->taxonomy.clear();
        if (coin()) e.providers.rendering.reset();
        if (coin()) e.providers.referring.reset();
        if (coin()) e.providers.supervising.reset();
        if (coin()) e.providers.ordering.reset();
        if (coin()) e.providers.facility.reset();
        if (coin()) e.coverages[0].payer.address = {};
        if (coin()) e.coverages[0].groupNumber.clear();
        if (coin()) e.claim.accident = {};
        if (coin()) e.claim.onsetDate.reset();
        if (coin()) e.claim.lastMenstrualPeriod.reset();
        if (coin()) e.claim.hospitalizedFrom.reset();
        if (coin()) e.claim.patientPaid = {};
        if (coin()) e.claim.note.clear();
        if (coin()) e.claim.cliaNumber.clear();
        if (coin()) e.claim.frequencyCode = "1", e.claim.originalReferenceNumber.clear();
        while (e.diagnoses.size() < 12 && coin())
            e.diagnoses.push_back(sample::diagnosis(static_cast<std::int64_t>(100 + number()), "E119"));
        while (e.procedures.size() < 50 && coin(8)) {
            auto copy = e.procedures[number() % e.procedures.size()];
            if (coin()) copy.ndc.reset();
            if (coin()) copy.note.clear();
            if (coin()) copy.modifiers.clear();
            e.procedures.push_back(copy);
        }
        return e;
    }

private:
    /// True in `of - 1` of `of` cases.
    bool coin(std::uint32_t of = 2) { return m_random() % of != 0; }
    std::size_t number() { return m_random() % 1000; }

    std::mt19937 m_random;
};

/// Counts by the plain text, without the reader.
int segmentsFromStToSe(const std::string& bytes)
{
    const auto first = bytes.find("\nST*") + 1;
    const auto last = bytes.find('\n', bytes.find("\nSE*") + 1);
    return static_cast<int>(std::count(bytes.begin() + static_cast<std::ptrdiff_t>(first),
                                       bytes.begin() + static_cast<std::ptrdiff_t>(last), '~'));
}

TEST(Claim837pRandom, CountsBalancesAndNestsWhateverPartsThereAre)
{
    RandomVisits visits(20250318);
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        std::vector<Encounter> encounters;
        for (int i = 0; i <= round % 4; ++i) encounters.push_back(visits.next("V-" + std::to_string(i)));
        std::vector<const Encounter*> pointers;
        for (const auto& encounter : encounters) pointers.push_back(&encounter);
        const auto wanted = [&] {
            auto request = sample::request(pointers);
            request.partner = partnerFrom(sample::officeVisit(), CoverageRank::primary);
            return request;
        }();
        const auto written = write837(wanted);
        ASSERT_TRUE(written) << written.error().detail;
        ASSERT_TRUE(written->refused.empty()) << written->refused.front().error.detail;
        const auto file = sample::readBack(written->bytes);
        ASSERT_FALSE(file.segments.empty());
        EXPECT_EQ(std::to_string(segmentsFromStToSe(written->bytes)), sample::find(file, "SE").at(0).element(1));

        int level = 0;
        for (const auto& hl : sample::find(file, "HL")) {
            EXPECT_EQ(std::to_string(++level), hl.element(1));
            EXPECT_EQ(hl.element(3) == "20", hl.element(2).empty());
        }
        Money charges;
        for (const auto& line : sample::find(file, "SV1")) charges += Money::parse(line.element(2)).value();
        for (const auto& claim : sample::find(file, "CLM")) charges = charges - Money::parse(claim.element(2)).value();
        EXPECT_EQ(Money{}, charges);
        for (const auto& segment : file.segments) {
            if (segment.tag() == "ISA") continue;  // Fixed width, with blanks, and ends in ":".
            for (std::size_t i = 1; i <= segment.elementCount(); ++i)
                EXPECT_FALSE(segment.element(i).starts_with(' ') || segment.element(i).ends_with(' ') ||
                             segment.element(i).ends_with(':'))
                    << segment.text();
            EXPECT_FALSE(segment.element(segment.elementCount()).empty()) << segment.text();
        }
    }
}

class Claim837pLines : public testing::TestWithParam<int> {};

TEST_P(Claim837pLines, AreNumberedAndCounted)
{
    auto visit = sample::officeVisit();
    visit.procedures.resize(static_cast<std::size_t>(GetParam()), visit.procedures[0]);
    const auto written = write837(sample::request({&visit}));
    ASSERT_TRUE(written) << written.error().detail;
    const auto file = sample::readBack(written->bytes);
    const auto lines = sample::find(file, "LX");
    ASSERT_EQ(visit.procedures.size(), lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(std::to_string(i + 1), lines[i].element(1));
    // 24 segments stand around the lines, each line has four.
    EXPECT_EQ(std::to_string(24 + 4 * GetParam()), sample::find(file, "SE").at(0).element(1));
}

INSTANTIATE_TEST_SUITE_P(Counts, Claim837pLines, testing::Values(1, 2, 50));

}  // namespace
}  // namespace cw
