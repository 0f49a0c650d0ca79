#include "ui/shell/rail.h"

#include "ui/shell/icon.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace cw::ui {

namespace {

QFont railFont(const Theme& theme, double pixels, bool semiBold)
{
    QFont font = theme.font(TextSize::label, semiBold);
    font.setPointSizeF(pixels * 0.75 * theme.scale());
    return font;
}

}  // namespace

RailButton::RailButton(Theme& theme, const QString& icon, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RailButton::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? QStringLiteral("%1, %2 open").arg(text()).arg(count) : text());
    update();
}

QSize RailButton::sizeHint() const
{
    return {m_theme.scaled(75), m_theme.scaled(55)};
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = isChecked() ? t.accent : t.muted;
    if (isChecked()) {
        painter.fillRect(rect(), t.surface);
        painter.fillRect(0, 0, 3, height(), t.accent);
    }
    const int size = m_theme.scaled(20);
    painter.drawPixmap(QPointF((width() + 2 - size) / 2.0, m_theme.scaled(8)),
                       iconPixmap(m_icon, size, colour, devicePixelRatioF()));

    const QFont font = railFont(m_theme, 11, isChecked());
    const QFont small = railFont(m_theme, 10, true);
    const QString count = m_count > 999 ? QStringLiteral("999+") : QString::number(m_count);
    const double words = QFontMetricsF(font).horizontalAdvance(text());
    const double badge = m_count > 0 ? QFontMetricsF(small).horizontalAdvance(count) + m_theme.scaled(8) : 0;
    const double gap = m_count > 0 ? m_theme.scaled(3) : 0;
    const double lineTop = m_theme.scaled(31);
    const double lineHeight = m_theme.scaled(16);
    // A wide count goes to the upper right corner of the icon instead of pushing the word out.
    const bool isBeside = words + gap + badge <= width() - 8;
    double x = (width() + 2 - words - (isBeside ? gap + badge : 0)) / 2.0;
    painter.setPen(colour);
    painter.setFont(font);
    painter.drawText(QRectF(x, lineTop, words + 2, lineHeight), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_count > 0) {
        const QRectF pill = isBeside ? QRectF(x + words + gap, lineTop + 1, badge, lineHeight - 2)
                                     : QRectF(width() - badge - 5, m_theme.scaled(5), badge, lineHeight - 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter.setPen(t.onAccent);
        painter.setFont(small);
        painter.drawText(pill, Qt::AlignCenter, count);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(t.accent);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -1.5, -0.5));
    }
}

void RailButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        event->ignore();  // For the rail.
    else
        QAbstractButton::keyPressEvent(event);
}

Rail::Rail(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QVBoxLayout(this)),
      m_menu(new RailButton(theme, QStringLiteral("menu"), QStringLiteral("Menu"), this))
{
    m_column->setContentsMargins(0, theme.scaled(10), 1, theme.scaled(4));
    m_column->setSpacing(2);
    m_column->addStretch();
    m_column->addWidget(m_menu);
    m_menu->setToolTip(QStringLiteral("Menu (F10)"));
    setFixedWidth(theme.scaled(76));
    connect(&theme, &Theme::changed, this, [this] { setFixedWidth(m_theme.scaled(76)); });
}

void Rail::addPage(const QString& id, const QString& icon, const QString& title, const QString& keys)
{
    auto* button = new RailButton(m_theme, icon, title, this);
    button->setObjectName(QStringLiteral("rail.") + id);
    button->setCheckable(true);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(title, keys));
    m_column->insertWidget(static_cast<int>(m_buttons.size()), button);
    button->setFocusPolicy(m_buttons.empty() ? Qt::StrongFocus : Qt::ClickFocus);
    m_buttons.emplace_back(id, button);
    connect(button, &QAbstractButton::clicked, this, [this, id, button] {
        button->setChecked(!button->isChecked());  // A click does not say that the page has come; setCurrent() does.
        emit pageChosen(id);
    });
}

void Rail::setCurrent(const QString& id)
{
    for (const auto& [each, button] : m_buttons) {
        button->setChecked(each == id);
        button->setFocusPolicy(each == id ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void Rail::setCount(const QString& id, int count)
{
    if (auto* button = find(id)) button->setCount(count);
}

RailButton* Rail::find(const QString& id) const
{
    for (const auto& [each, button] : m_buttons)
        if (each == id) return button;
    return nullptr;
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    for (std::size_t i = 0; step != 0 && i < m_buttons.size(); ++i) {
        if (!m_buttons[i].second->hasFocus()) continue;
        const auto to = i + static_cast<std::size_t>(step);  // Before the first it wraps round to a huge number.
        if (to < m_buttons.size()) m_buttons[to].second->setFocus();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().rail);
    painter.fillRect(width() - 1, 0, 1, height(), m_theme.tokens().line);
}

}  // namespace cw::ui
