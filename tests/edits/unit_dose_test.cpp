#include "edits/rules/codes/cv_procedure_text.h"

#include <gtest/gtest.h>

namespace cw::edits {

namespace {

using Kind = UnitDose::Kind;

struct DoseCase {
    const char* title;
    Kind kind;
    std::int64_t amount;
};

class UnitDoseOf : public testing::TestWithParam<DoseCase> {};

TEST_P(UnitDoseOf, Title)
{
    const auto dose = unitDose(GetParam().title);
    ASSERT_TRUE(dose) << GetParam().title;
    EXPECT_EQ(dose->kind, GetParam().kind) << GetParam().title;
    EXPECT_EQ(dose->amount, GetParam().amount) << GetParam().title;
}

INSTANTIATE_TEST_SUITE_P(
    Titles, UnitDoseOf,
    testing::Values(DoseCase{"Injection, ceftriaxone sodium, per 250 mg", Kind::mass, 250000},
                    DoseCase{"Injection, ranibizumab, 0.1 mg", Kind::mass, 100},
                    DoseCase{"Injection, levothyroxine sodium, not otherwise specified, 10 mcg", Kind::mass, 10},
                    DoseCase{"Injection, vancomycin hcl, 1 gm", Kind::mass, 1000000},
                    DoseCase{"Infusion, normal saline solution, 250 cc", Kind::volume, 250000},
                    DoseCase{"Injection, penicillin g benzathine, 100,000 units", Kind::count, 100000000},
                    DoseCase{"Factor viii (antihemophilic factor, human) per i.u.", Kind::count, 1000},
                    DoseCase{"Injection, triamcinolone acetonide, 10mg", Kind::mass, 10000}));

TEST(UnitDose, NoneOrMoreThanOneAmount)
{
    EXPECT_FALSE(unitDose(""));
    EXPECT_FALSE(unitDose("Unclassified drugs"));
    EXPECT_FALSE(unitDose("Injection, imipenem, 250 mg and cilastatin, 250 mg"));
    EXPECT_FALSE(unitDose("5% dextrose/normal saline (500 ml = 1 unit)"));
    EXPECT_FALSE(unitDose("Injection, nothing, 0 mg"));
    EXPECT_FALSE(unitDose("Level 3 emergency visit"));
}

}  // namespace

}  // namespace cw::edits
