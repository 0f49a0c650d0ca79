#include "encounter/encounter.h"
#include "encounter/timely_filing.h"

#include "tests/encounter/coding_fixture.h"

namespace cw {
namespace {

TEST_F(CodingTest, CodingDateIsTheFirstDayOfService)
{
    EXPECT_EQ(Date::of(2025, 1, 15), start.codingDate());
    start.setting = Setting::outpatient;
    EXPECT_EQ(Date::of(2025, 1, 15), start.codingDate());
}

TEST_F(CodingTest, CodingDateOfAnInpatientIsTheDischarge)
{
    start.setting = Setting::inpatient;
    EXPECT_EQ(Date::of(2025, 1, 16), start.codingDate());
    start.service.dischargedAt = LocalMinute{Date::of(2025, 10, 1), 600};
    EXPECT_EQ(Date::of(2025, 10, 1), start.codingDate());
    start.service.dischargedAt.reset();
    start.service.to.reset();
    EXPECT_EQ(Date::of(2025, 1, 15), start.codingDate());
}

TEST_F(CodingTest, ClaimPositionsCountClaimDiagnosesOnly)
{
    EXPECT_EQ(1, start.claimPosition(diabetes));
    EXPECT_EQ(0, start.claimPosition(reason));
    EXPECT_EQ(3, start.claimPosition(lipids));
    EXPECT_EQ(0, start.claimPosition(gone));
    EXPECT_EQ(3U, start.claimDiagnoses().size());
}

TEST_F(CodingTest, TotalChargesLeaveOutLinesWithoutCharge)
{
    start.procedures[0].charge = Money::cents(12550);
    EXPECT_EQ(Money::cents(12550), start.totalCharges());
}

TEST_F(CodingTest, CoverageIsFoundByRank)
{
    EXPECT_EQ(nullptr, start.coverage(CoverageRank::primary));
    start.coverages.resize(2);
    start.coverages[0].rank = CoverageRank::secondary;
    EXPECT_EQ(&start.coverages[1], start.coverage(CoverageRank::primary));
    EXPECT_EQ(&start.coverages[0], start.coverage(CoverageRank::secondary));
    EXPECT_EQ(nullptr, start.coverage(CoverageRank::tertiary));
}

TEST(DisplayNames, PutTheFamilyFirst)
{
    Person person;
    person.lastName = "Halloran";
    EXPECT_EQ("Halloran", displayName(person));
    person.firstName = "Miriam";
    person.middleName = "J";
    person.suffix = "Sr";
    EXPECT_EQ("Halloran Sr, Miriam J", displayName(person));
}

TEST(DisplayNames, OfAnOrganisationAreItsName)
{
    Provider provider;
    provider.lastName = "Okafor";
    provider.firstName = "Ife";
    EXPECT_EQ("Okafor, Ife", displayName(provider));
    provider.organization = "Elm Street Clinic";
    EXPECT_EQ("Elm Street Clinic", displayName(provider));
}

TEST(Settings, GoThereAndBack)
{
    for (const auto setting : {Setting::professional, Setting::outpatient, Setting::inpatient})
        EXPECT_EQ(setting, *parseSetting(toString(setting)));
    EXPECT_EQ("ENCOUNTER-001", parseSetting("office").error().id);
}

TEST(FilingDeadline, IsOneCalendarYearForMedicare)
{
    EXPECT_EQ(Date::of(2026, 1, 15), filingDeadline(Date::of(2025, 1, 15), "MB"));
    EXPECT_EQ(Date::of(2026, 1, 15), filingDeadline(Date::of(2025, 1, 15), "MA"));
}

TEST(FilingDeadline, OfALeapDayIsTheTwentyEighth)
{
    EXPECT_EQ(Date::of(2025, 2, 28), filingDeadline(Date::of(2024, 2, 29), "MB"));
}

TEST(FilingDeadline, OfTheDayBeforeALeapDayStaysTheTwentyEighth)
{
    EXPECT_EQ(Date::of(2024, 2, 28), filingDeadline(Date::of(2023, 2, 28), "MB"));
    EXPECT_EQ(Date::of(2025, 3, 1), filingDeadline(Date::of(2024, 3, 1), "MB"));
}

TEST(FilingDeadline, IsNotKnownForOtherPayers)
{
    for (const auto* code : {"CI", "12", "MC", "", "mb"})
        EXPECT_FALSE(filingDeadline(Date::of(2025, 1, 15), code)) << code;
}

}  // namespace
}  // namespace cw
