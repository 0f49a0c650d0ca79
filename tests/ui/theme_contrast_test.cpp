#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tabular.h"
#include "ui/widgets/tone.h"

#include <gtest/gtest.h>

#include <QFontInfo>

#include <cmath>

namespace cw::ui {
namespace {

/// WCAG 2.1 relative luminance and contrast ratio.
double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

class Contrast : public testing::TestWithParam<ThemeMode> {
protected:
    Tokens t = tokensOf(GetParam());
    static void expectReadable(const QColor& ink, const QColor& ground, const char* what)
    {
        EXPECT_GE(contrast(ink, ground), 4.5)
            << what << ": " << ink.name().toStdString() << " on " << ground.name().toStdString();
    }
};

TEST_P(Contrast, TextReadsOnEveryGround)
{
    for (const auto& ground : {t.window, t.rail, t.surface, t.accentTint, t.proof, t.searchHit})
        expectReadable(t.text, ground, "text");
    for (const auto& ground : {t.window, t.rail, t.surface, t.accentTint, t.faintLine})
        expectReadable(t.muted, ground, "muted");
    expectReadable(t.paperText, t.paper, "paper");
    expectReadable(t.paperText, t.proof, "proof");
    expectReadable(t.paperText, t.searchHit, "search hit");
    expectReadable(t.onAccent, t.accent, "primary button");
    expectReadable(t.accent, t.surface, "current page");
    expectReadable(t.suggestion, t.paper, "suggestion");
}

TEST_P(Contrast, ChipsReadOnTheirTints)
{
    for (const auto tone : {Tone::neutral, Tone::accent, Tone::warning, Tone::error, Tone::done}) {
        const auto colours = coloursOf(tone, t);
        expectReadable(colours.text, colours.tint, "chip");
        expectReadable(colours.text, t.surface, "word on the surface");
        expectReadable(colours.text, t.accentTint, "word on the current row");
    }
}

INSTANTIATE_TEST_SUITE_P(Both, Contrast, testing::Values(ThemeMode::light, ThemeMode::dark));

TEST(StyleSheet, KnowsEveryTokenItNames)
{
    for (const auto mode : {ThemeMode::light, ThemeMode::dark}) {
        const QString sheet = styleSheet(tokensOf(mode), 1.0);
        EXPECT_FALSE(sheet.contains(QLatin1Char('@')));
        EXPECT_FALSE(sheet.contains(QLatin1Char('~')));
        EXPECT_FALSE(sheet.contains(QStringLiteral(": ;")));
        EXPECT_FALSE(sheet.contains(QStringLiteral("solid ;")));
    }
}

TEST(Theme, ScalesSizesAndFonts)
{
    Theme theme;
    EXPECT_EQ(31, theme.scaled(31));
    const double before = theme.font(TextSize::work).pointSizeF();
    theme.setScale(2.0);
    EXPECT_EQ(62, theme.scaled(31));
    EXPECT_NEAR(2 * before, theme.font(TextSize::work).pointSizeF(), 0.01);
    theme.setScale(9.0);
    EXPECT_DOUBLE_EQ(2.0, theme.scale());
}

TEST(Tabular, GivesEveryDigitTheSameWidth)
{
    Theme theme;
    for (const bool semiBold : {false, true}) {
        const QFontMetricsF metrics(theme.font(TextSize::work, semiBold));
        EXPECT_DOUBLE_EQ(tabularWidth(metrics, QStringLiteral("1,111.11")),
                         tabularWidth(metrics, QStringLiteral("8,888.88")));
        EXPECT_LT(tabularWidth(metrics, QStringLiteral("111")), tabularWidth(metrics, QStringLiteral("1111")));
    }
}

}  // namespace
}  // namespace cw::ui
