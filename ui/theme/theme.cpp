#include "ui/theme/theme.h"

#include "ui/theme/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

/// The macro must stand outside every namespace; without it the linker drops the icons of a static library.
static void initResources()
{
    Q_INIT_RESOURCE(chartwright);
}

namespace cw::ui {

namespace {

QColor hex(unsigned rgb)
{
    return QColor::fromRgb(rgb);
}

QPalette paletteOf(const Tokens& t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.window);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ToolTipBase, t.surface);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText})
        palette.setColor(role, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    for (const auto role : {QPalette::Light, QPalette::Midlight, QPalette::Mid, QPalette::Dark, QPalette::Shadow})
        palette.setColor(role, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

double pixelsOf(TextSize size)
{
    switch (size) {
    case TextSize::heading: return 15.0;
    case TextSize::work:
    case TextSize::code: return 13.0;
    case TextSize::label: return 11.5;
    }
    return 13.0;
}

}  // namespace

Tokens tokensOf(ThemeMode mode)
{
    Tokens t;
    if (mode == ThemeMode::light) {
        t.window = hex(0xf4f5f7), t.rail = hex(0xeceef1), t.surface = hex(0xffffff);
        t.line = hex(0xdfe3e8), t.faintLine = hex(0xeceff2);
        t.text = hex(0x1b1f24), t.muted = hex(0x5b6572);
        t.accent = hex(0x0b5cc4), t.accentTint = hex(0xe5effc), t.onAccent = hex(0xffffff);
        t.error = hex(0xb42318), t.errorTint = hex(0xfdecea);
        t.warning = hex(0x8a5a00), t.warningTint = hex(0xfff4dc);
        t.done = hex(0x187533), t.doneTint = hex(0xe6f4ea);
        t.proof = hex(0xffe9a8), t.proofLine = hex(0xc99700);
        t.suggestion = hex(0x6e56cf), t.searchHit = hex(0xffd3b0);
        t.paper = hex(0xffffff), t.paperText = hex(0x22262b);
        return t;
    }
    t.window = hex(0x131619), t.rail = hex(0x0f1214), t.surface = hex(0x1a1e22);
    t.line = hex(0x2e343a), t.faintLine = hex(0x252a30);
    t.text = hex(0xe7eaed), t.muted = hex(0x9ba5b0);
    t.accent = hex(0x6aaeff), t.accentTint = hex(0x1d334d), t.onAccent = hex(0x0d1117);
    t.error = hex(0xff8a7d), t.errorTint = hex(0x3b1f1d);
    t.warning = hex(0xf0b849), t.warningTint = hex(0x382c14);
    t.done = hex(0x6fcf8a), t.doneTint = hex(0x18301f);
    t.proof = hex(0x5b4a12), t.proofLine = hex(0xe0b63c);
    t.suggestion = hex(0xb3a1ff), t.searchHit = hex(0x6b3f1d);
    t.paper = hex(0x20252a), t.paperText = hex(0xe1e5e8);
    return t;
}

Theme::Theme(QObject* parent) : QObject(parent), m_tokens(tokensOf(m_mode))
{
    initResources();
}

QFont Theme::font(TextSize size, bool semiBold) const
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    // Points, because a pixel size of 11.5 would be rounded. Qt 6 scales by device pixel ratio, not by logical dpi.
    font.setPointSizeF(pixelsOf(size) * m_scale * 0.75);
    font.setWeight(semiBold ? QFont::DemiBold : QFont::Normal);
    return font;
}

int Theme::scaled(int pixels) const noexcept
{
    return static_cast<int>(std::lround(pixels * m_scale));
}

void Theme::setMode(ThemeMode mode)
{
    if (mode == m_mode) return;
    m_mode = mode;
    m_tokens = tokensOf(mode);
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) applyTo(*application);
    emit changed();
}

void Theme::setScale(double scale)
{
    scale = std::clamp(scale, 0.8, 2.0);
    if (std::abs(scale - m_scale) < 0.001) return;
    m_scale = scale;
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance())) applyTo(*application);
    emit changed();
}

void Theme::applyTo(QApplication& application)
{
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(paletteOf(m_tokens));
    application.setFont(font(TextSize::work));
    application.setStyleSheet(styleSheet(m_tokens, m_scale));
}

}  // namespace cw::ui
