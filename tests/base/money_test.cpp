#include "base/money.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

TEST(MoneyParse, TakesUpToTwoDecimals)
{
    EXPECT_EQ(12500, Money::parse("125")->inCents());
    EXPECT_EQ(12550, Money::parse("125.5")->inCents());
    EXPECT_EQ(12505, Money::parse("125.05")->inCents());
    EXPECT_EQ(-320, Money::parse("-3.20")->inCents());
    EXPECT_EQ(99'999'999'999, Money::parse("999999999.99")->inCents());
    EXPECT_EQ(5, Money::parse(".05")->inCents());
}

TEST(MoneyParse, RefusesWhatIsNoAmount)
{
    for (const auto* text : {"", "-", ".", "1.", "1.234", "1,000.00", "$5", "1e3", "0x10", " 1", "1 ", "--1", "+1",
                             "1.-2", "1234567890", "NaN", "١"}) {
        const auto money = Money::parse(text);
        ASSERT_FALSE(money) << text;
        EXPECT_EQ("BASE-004", money.error().id);
    }
}

TEST(Money, IsExactWhereFloatsAreNot)
{
    Money sum;
    for (int i = 0; i < 1000; ++i) sum += *Money::parse("0.10");
    EXPECT_EQ("100.00", sum.decimal());
}

TEST(Money, WritesDecimal)
{
    EXPECT_EQ("0.00", Money{}.decimal());
    EXPECT_EQ("0.05", Money::cents(5).decimal());
    EXPECT_EQ("-0.05", Money::cents(-5).decimal());
    EXPECT_EQ("1904.50", Money::cents(190450).decimal());
}

TEST(Money, GroupsThousandsForPeople)
{
    EXPECT_EQ("999.00", Money::cents(99900).grouped());
    EXPECT_EQ("1,904.50", Money::cents(190450).grouped());
    EXPECT_EQ("-1,234,567.89", Money::cents(-123456789).grouped());
}

TEST(Money, WritesX12WithoutSuperfluousZeros)
{
    EXPECT_EQ("412", Money::cents(41200).x12());
    EXPECT_EQ("1904.5", Money::cents(190450).x12());
    EXPECT_EQ(".5", Money::cents(50).x12());
    EXPECT_EQ("0", Money{}.x12());
    EXPECT_EQ("-.05", Money::cents(-5).x12());
    EXPECT_EQ("100", Money::cents(10000).x12());
}

TEST(QuantityParse, TakesUpToThreeDecimals)
{
    EXPECT_EQ(1000, Quantity::parse("1")->inThousandths());
    EXPECT_EQ(500, Quantity::parse("0.5")->inThousandths());
    EXPECT_EQ(12125, Quantity::parse("12.125")->inThousandths());
}

TEST(QuantityParse, RefusesWhatIsNoQuantity)
{
    for (const auto* text : {"", "one", "1.2345", "1.", "1 2"}) {
        const auto quantity = Quantity::parse(text);
        ASSERT_FALSE(quantity) << text;
        EXPECT_EQ("BASE-005", quantity.error().id);
    }
}

TEST(Quantity, WritesBothForms)
{
    EXPECT_EQ("0.5", Quantity::thousandths(500).decimal());
    EXPECT_EQ(".5", Quantity::thousandths(500).x12());
    EXPECT_EQ("2", Quantity::whole(2).x12());
    EXPECT_EQ("10", Quantity::whole(10).decimal());
}

}  // namespace
}  // namespace cw
