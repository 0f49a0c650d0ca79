#include "support/case_builder.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>

namespace cw::test {

namespace {

/// What the first case of the text is refused with; empty when it is not.
std::string refusal(const std::string& text)
{
    const TemporaryFolder folder;
    const auto file = folder.write("new.case", text);
    try {
        for (const auto& one : readCases(file)) understood(one);
    } catch (const CaseError& error) {
        return error.what();
    }
    return {};
}

TEST(CaseFile, RefusalsNameFileAndLine)
{
    EXPECT_EQ("new.case:1: a key before the first \"case:\"", refusal("dx: I10\n"));
    EXPECT_EQ("new.case:2: not a \"key: value\" line", refusal("case: GL-1 one\nI10 and more\n"));
    EXPECT_THAT(refusal("case: GL-1 one\n\ndxx: I10\n"), testing::HasSubstr(":3: dxx: no such key"));
    EXPECT_THAT(refusal("case: GL-1 one\nfires: GL-999\n"), testing::HasSubstr(":2: fires: the catalogue has no rule"));
    EXPECT_THAT(refusal("case: GL-1 one\ndx: I10\nfires: GL-8 error dx2\n"), testing::HasSubstr("no row \"dx2\""));
    EXPECT_THAT(refusal("case: GL-1 one\ndate: 2024-02-30\n"), testing::HasSubstr(":2: date:"));
    EXPECT_THAT(refusal("case: GL-1 one\nline: 99213 colour=red\n"), testing::HasSubstr("\"colour\" is not known"));
}

TEST(CaseFile, KeysMayComeInAnyOrder)
{
    const TemporaryFolder folder;
    const auto file =
        folder.write("new.case", "case: GL-8 one\nfires: GL-8 error dx1,dx2\nline: 99213-25 x2 $80.50 ptr=2\n"
                                 "dx: I10; E11.9\npatient: M 40\ndate: 2024-07-04\n");
    const auto test = understood(readCases(file).at(0));
    const auto& encounter = test.encounter;
    EXPECT_EQ(40, encounter.patient.birthDate->ageOn(Date::of(2024, 7, 4)));
    ASSERT_EQ(2U, encounter.diagnoses.size());
    EXPECT_EQ("E119", encounter.diagnoses[1].code.text);
    ASSERT_EQ(1U, encounter.procedures.size());
    const auto& line = encounter.procedures[0];
    EXPECT_EQ("99213", line.code.text);
    EXPECT_THAT(line.modifiers, testing::ElementsAre("25"));
    EXPECT_EQ(Quantity::whole(2), line.units);
    EXPECT_EQ(Money::cents(8050), line.charge);
    EXPECT_EQ(Date::of(2024, 7, 4), line.serviceFrom);
    ASSERT_EQ(1U, test.fires.size());
    EXPECT_THAT(*test.fires[0].subjects, testing::ElementsAre(1, 2));
}

TEST(CaseFile, AgesAreAsWritten)
{
    const CaseKey key{"patient", "", "here"};
    const auto day = Date::of(2024, 3, 1);
    for (int years = 0; years < 120; ++years)
        EXPECT_EQ(years, birthOf(key, std::to_string(years), day).ageOn(day)) << years;
    EXPECT_EQ(3, birthOf(key, "3d", day).daysUntil(day));
    EXPECT_EQ(Date::of(1961, 4, 2), birthOf(key, "1961-04-02", day));
}

}  // namespace

}  // namespace cw::test
