#pragma once

#include <QAccessible>
#include <QApplication>
#include <QStringList>
#include <QTest>
#include <QWidget>

#include <set>
#include <string>

namespace cw::ui {

/// "QLineEdit worklist.find": how a control is named in a complaint.
inline QString controlName(const QWidget* widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
}

/// What assistive technology reads out for the control.
inline QString spokenName(QWidget* widget)
{
    auto* accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

/// Every visible, enabled control below `root` that Tab should reach.
inline std::set<QWidget*> tabStops(QWidget* root)
{
    std::set<QWidget*> stops;
    for (auto* widget : root->findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy() && widget->window() == root->window())
            stops.insert(widget);
    return stops;
}

/// Walks the window by Tab alone, from where the focus is, and says what is wrong: a control without a name, a trap, a
/// circle that does not close, or a control that Tab never reaches. Empty when all is well.
inline std::string walkByTab(QWidget* root)
{
    QStringList problems;
    const auto told = [&problems] { return problems.join(QStringLiteral("; ")).toStdString(); };
    const auto stops = tabStops(root);
    for (auto* widget : stops)
        if (spokenName(widget).trimmed().isEmpty()) problems.append(QStringLiteral("no name: ") + controlName(widget));
    QWidget* first = QApplication::focusWidget();
    if (!first) {
        problems.append(QStringLiteral("nothing has the focus"));
        return told();
    }
    std::set<QWidget*> visited;
    for (std::size_t steps = 0; steps < stops.size() + 3; ++steps) {
        QWidget* before = QApplication::focusWidget();
        visited.insert(before);
        QTest::keyClick(before, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (!now || now == before) {
            problems.append(QStringLiteral("Tab does not leave ") + controlName(before));
            return told();
        }
        if (now == first) break;
    }
    if (QApplication::focusWidget() != first)
        problems.append(QStringLiteral("the Tab circle does not come back to ") + controlName(first));
    for (auto* widget : stops)
        if (!visited.count(widget)) problems.append(QStringLiteral("Tab never reaches ") + controlName(widget));
    return told();
}

}  // namespace cw::ui
