#include "ui/theme/style_sheet.h"

#include <QHash>

namespace cw::ui {

namespace {

// "@name" is a colour token, "#N#" a pixel of the design, "~N~" a text size in pixels of the design.
constexpr auto sheet = R"(
* { outline: 0; }
QWidget[area="surface"] { background: @surface; }
QWidget[area="window"] { background: @window; }
QWidget[area="line"] { background: @line; }
QLabel { background: transparent; }
QLabel[role="heading"] { font-size: ~15~; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="label"] { font-size: ~11.5~; color: @muted; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="error"] { color: @error; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="done"] { color: @done; }
QLabel[role="mono"] { font-family: "DejaVu Sans Mono"; font-size: ~12~; }

QPushButton { background: @surface; color: @text; border: 1px solid @line; border-radius: #4#; padding: #4# #11#; }
QPushButton:hover { background: @window; }
QPushButton:pressed { background: @accentTint; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @muted; background: @window; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 1px solid @text; }
QPushButton[primary="true"]:disabled { background: @window; color: @muted; border: 1px solid @line; }
QPushButton[flat="true"] { border: 1px solid transparent; background: transparent; color: @muted; }
QPushButton[flat="true"]:focus { border: 1px solid @accent; }

QPushButton[statusButton="true"] { font-size: ~11.5~; padding: 0 #2#; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit { background: @surface; color: @text; border: 1px solid @line;
  border-radius: #4#; padding: #4# #9#; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus { border: 1px solid @accent; }
QLineEdit[plain="true"], QPlainTextEdit[plain="true"], QTextEdit[plain="true"] { border: 1px solid transparent; border-radius: 0; }
QLineEdit[plain="true"]:focus, QPlainTextEdit[plain="true"]:focus, QTextEdit[plain="true"]:focus { border: 1px solid @accent; }
QLineEdit:disabled { color: @muted; background: @window; }

QComboBox { background: @surface; color: @text; border: 1px solid @line; border-radius: #4#; padding: #4# #9#; }
QComboBox:focus { border: 1px solid @accent; }
QComboBox::drop-down { border: 0; width: #22#; }
QComboBox::down-arrow { image: url(:/icons/@chevron.svg); width: #10#; height: #10#; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @line;
  selection-background-color: @accentTint; selection-color: @text; padding: #3#; }
QComboBox QAbstractItemView::item { min-height: #24#; }

QTableView, QTreeView, QListView { background: @surface; color: @text; border: 0; selection-background-color: @accentTint;
  selection-color: @text; }
QHeaderView { background: @surface; border: 0; }
QTableCornerButton::section { background: @surface; border: 0; }

QTabBar { background: @surface; }
QTabBar::tab { background: @surface; color: @muted; border: 0; border-bottom: 2px solid transparent;
  padding: #8# #2# #6# #2#; margin-right: #14#; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar:focus { border: 1px solid @accent; }

QScrollBar:vertical { background: transparent; width: #11#; margin: 0; }
QScrollBar:horizontal { background: transparent; height: #11#; margin: 0; }
QScrollBar::handle { background: @line; border-radius: #4#; margin: 2px; }
QScrollBar::handle:vertical { min-height: #26#; }
QScrollBar::handle:horizontal { min-width: #26#; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @surface; color: @text; border: 1px solid @line; padding: #4# 0; }
QMenu::item { padding: #4# #26# #4# #16#; }
QMenu::item:selected { background: @accentTint; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: #4# 0; }
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: #3#; }
QDialog { background: @surface; }
QProgressBar { background: @faintLine; border: 0; border-radius: #3#; max-height: #6#; }
QProgressBar::chunk { background: @accent; border-radius: #3#; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QCheckBox { spacing: #7#; }
QCheckBox::indicator { width: #13#; height: #13#; border: 1px solid @muted; border-radius: #3#; background: @surface; }
QCheckBox::indicator:checked { image: url(:/icons/@check.svg); background: @accent; border: 1px solid @accent; }
QCheckBox:focus { color: @accent; }
QCheckBox::indicator:focus { border: 1px solid @accent; }
QScrollArea { border: 0; background: transparent; }
)";

QHash<QString, QString> colours(const Tokens& t)
{
    const bool isDark = t.window.lightness() < 128;
    const auto icon = [isDark](const char* name) {
        return QString::fromLatin1(name) + (isDark ? QStringLiteral("-dark") : QStringLiteral("-light"));
    };
    return {
        {QStringLiteral("surface"), t.surface.name()},   {QStringLiteral("window"), t.window.name()},
        {QStringLiteral("line"), t.line.name()},         {QStringLiteral("faintLine"), t.faintLine.name()},
        {QStringLiteral("text"), t.text.name()},         {QStringLiteral("muted"), t.muted.name()},
        {QStringLiteral("accent"), t.accent.name()},     {QStringLiteral("accentTint"), t.accentTint.name()},
        {QStringLiteral("onAccent"), t.onAccent.name()}, {QStringLiteral("error"), t.error.name()},
        {QStringLiteral("warning"), t.warning.name()},   {QStringLiteral("done"), t.done.name()},
        {QStringLiteral("chevron"), icon("chevron")},    {QStringLiteral("check"), icon("check")},
    };
}

}  // namespace

QString styleSheet(const Tokens& tokens, double scale)
{
    const auto names = colours(tokens);
    const QString source = QString::fromLatin1(sheet);
    QString result;
    result.reserve(source.size() * 2);
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if (c == QLatin1Char('@')) {
            qsizetype end = i + 1;
            while (end < source.size() && source[end].isLetter()) ++end;
            result += names.value(source.mid(i + 1, end - i - 1));
            i = end - 1;
        } else if ((c == QLatin1Char('#') && source[i + 1].isDigit()) ||
                   (c == QLatin1Char('~') && source[i + 1].isDigit())) {
            const qsizetype end = source.indexOf(c, i + 1);
            const double pixels = source.mid(i + 1, end - i - 1).toDouble() * scale;
            result += c == QLatin1Char('#') ? QString::number(qRound(pixels)) + QStringLiteral("px")
                                            : QString::number(pixels * 0.75) + QStringLiteral("pt");
            i = end;
        } else {
            result += c;
        }
    }
    return result;
}

}  // namespace cw::ui
