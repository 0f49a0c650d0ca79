#include "edits/tables/list_tables.h"

#include <gtest/gtest.h>

namespace cw::edits {

namespace {

TEST(ListTables, FeeScheduleByCodeAndModifier)
{
    FeeSchedule schedule;
    for (const auto& [code, modifier] : {std::pair("71046", "TC"), {"71046", ""}, {"00100", ""}, {"71046", "26"}}) {
        auto& row = schedule.rows.emplace_back();
        row.code = code;
        row.modifier = modifier;
    }
    const FeeScheduleTable table(std::move(schedule));
    ASSERT_NE(table.find("71046"), nullptr);
    EXPECT_EQ(table.find("71046")->modifier, "");
    ASSERT_NE(table.find("71046", "26"), nullptr);
    EXPECT_EQ(table.find("71046", "26")->modifier, "26");
    EXPECT_EQ(table.find("00100", "26"), nullptr);
    EXPECT_EQ(table.find("99999"), nullptr);
}

TEST(ListTables, MueByCode)
{
    const MueTable table({{{"J7190", 22000, '1', "x"}, {"11042", 1, '2', "y"}}});
    ASSERT_NE(table.find("11042"), nullptr);
    EXPECT_EQ(table.find("11042")->adjudication, '2');
    EXPECT_EQ(table.find("J7190")->units, 22000);
    EXPECT_EQ(table.find("1104"), nullptr);
}

TEST(ListTables, AddOnRowsInTheOrderOfTheFile)
{
    const AddOnTable table(
        {{{"22614", "22633", '1', {}, {}}, {"11045", "11042", '1', {}, {}}, {"22614", "22600", '1', {}, {}}}});
    const auto rows = table.rowsOf("22614");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].primary, "22633");
    EXPECT_EQ(rows[1].primary, "22600");
    EXPECT_TRUE(table.rowsOf("11042").empty());
}

TEST(ListTables, FlagsBySystemAndCode)
{
    const FlagTable table({{{CodeSystem::icd10cm, "O80", "sex", "female"},
                            {CodeSystem::icd10cm, "O80", "age", "maternity"},
                            {CodeSystem::icd10pcs, "O80", "sex", "male"}}});
    ASSERT_EQ(table.flagsOf(CodeSystem::icd10cm, "O80").size(), 2U);
    EXPECT_EQ(table.flagsOf(CodeSystem::icd10cm, "O80")[0].flag, "sex");
    EXPECT_EQ(table.value(CodeSystem::icd10cm, "O80", "age"), "maternity");
    EXPECT_EQ(table.value(CodeSystem::icd10pcs, "O80", "age"), std::nullopt);
    EXPECT_TRUE(table.has(CodeSystem::icd10pcs, "O80", "sex"));
    EXPECT_FALSE(table.has(CodeSystem::icd10cm, "O81", "sex"));
    EXPECT_TRUE(table.knowsFlag("age"));
    EXPECT_FALSE(table.knowsFlag("manifestation"));
}

}  // namespace

}  // namespace cw::edits
