#include "ui/desk/entry_text.h"

#include <gtest/gtest.h>

namespace cw::ui {
namespace {

std::string modifiersOf(const QString& text)
{
    const auto modifiers = parseModifiers(text);
    if (!modifiers) return std::string(modifiers.error().id);
    std::string joined;
    for (const auto& modifier : *modifiers) joined += std::string(modifier.text()) + " ";
    return joined;
}

TEST(EntryText, ReadsModifiersInAnySpacing)
{
    EXPECT_EQ("25 RT ", modifiersOf(QStringLiteral("25 rt")));
    EXPECT_EQ("25 RT ", modifiersOf(QStringLiteral("25,RT")));
    EXPECT_EQ("25 RT ", modifiersOf(QStringLiteral("25RT")));
    EXPECT_EQ("", modifiersOf(QStringLiteral("  ")));
    EXPECT_EQ("UI-020", modifiersOf(QStringLiteral("25 RT 59 76 77")));
    EXPECT_EQ("CODESET-007", modifiersOf(QStringLiteral("2")));
}

TEST(EntryText, ReadsChargesAsPeopleWriteThem)
{
    EXPECT_EQ(Money::cents(118600), **parseCharge(QStringLiteral("$1,186.00")));
    EXPECT_EQ(Money::cents(18600), **parseCharge(QStringLiteral("186")));
    EXPECT_FALSE(parseCharge(QString())->has_value());
    EXPECT_FALSE(parseCharge(QStringLiteral("1.234")));
}

TEST(EntryText, ReadsOneOrTwoDates)
{
    const Date service = Date::of(2025, 3, 18);
    EXPECT_EQ(std::make_pair(Date::of(2025, 3, 19), Date::of(2025, 3, 19)),
              *parseDates(QStringLiteral("03-19"), service));
    EXPECT_EQ(std::make_pair(Date::of(2025, 3, 17), Date::of(2025, 3, 19)),
              *parseDates(QStringLiteral("2025-03-17 to 03-19"), service));
    EXPECT_EQ("UI-021", parseDates(QStringLiteral("03-19 03-17"), service).error().id);
    EXPECT_EQ("UI-021", parseDates(QStringLiteral("yesterday"), service).error().id);
}

TEST(EntryText, ReadsDrugCodesFromPackages)
{
    const auto drug = parseDrugCode(QStringLiteral("0003-0293-05 2 ml"));
    ASSERT_TRUE(drug);
    EXPECT_EQ("00003029305", (*drug)->code);
    EXPECT_EQ("2", (*drug)->quantity.decimal());
    EXPECT_EQ("ML", (*drug)->unit);
    EXPECT_EQ(QStringLiteral("00003029305 2 ML"), drugCodeText(*drug));
    EXPECT_EQ("UI-022", parseDrugCode(QStringLiteral("12345 2 ML")).error().id);
    EXPECT_EQ("UI-022", parseDrugCode(QStringLiteral("00003029305 ML")).error().id);
    EXPECT_FALSE(parseDrugCode(QString())->has_value());
}

}  // namespace
}  // namespace cw::ui
