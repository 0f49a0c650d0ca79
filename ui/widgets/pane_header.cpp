#include "ui/widgets/pane_header.h"

#include "ui/widgets/key_hint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace cw::ui {

PaneHeader::PaneHeader(Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new QLabel(title, this)),
      m_detail(new QLabel(this)),
      m_left(new QHBoxLayout),
      m_right(new QHBoxLayout)
{
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setMinimumWidth(0);
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_detail->setProperty("role", QStringLiteral("muted"));
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_title);
    row->addLayout(m_left);
    row->addWidget(m_detail, 1);
    row->addLayout(m_right);
    style();
    connect(&theme, &Theme::changed, this, &PaneHeader::style);
}

void PaneHeader::style()
{
    setFixedHeight(m_theme.scaled(30));
    QFont font = m_theme.font(TextSize::work, true);
    font.setPointSizeF(12.0 * m_theme.scale() * 0.75);
    m_title->setFont(font);
    font.setWeight(QFont::Normal);
    m_detail->setFont(font);
    layout()->setContentsMargins(m_theme.scaled(10), 0, m_theme.scaled(10), 1);
    layout()->setSpacing(m_theme.scaled(8));
    m_left->setSpacing(m_theme.scaled(6));
    m_right->setSpacing(m_theme.scaled(9));
    update();
}

void PaneHeader::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PaneHeader::setDetail(const QString& detail)
{
    m_detailText = detail;
    m_detail->setText(m_detail->fontMetrics().elidedText(detail, Qt::ElideRight, m_detail->width()));
    m_detail->setToolTip(detail);
    m_detail->setAccessibleName(detail);
}

void PaneHeader::addLeft(QWidget* widget)
{
    m_left->addWidget(widget);
}

void PaneHeader::addRight(QWidget* widget)
{
    m_right->addWidget(widget);
}

KeyHint* PaneHeader::addHint(const QString& keys, const QString& meaning)
{
    auto* hint = new KeyHint(m_theme, keys, meaning, this);
    m_right->addWidget(hint);
    return hint;
}

void PaneHeader::setTopLine(bool on)
{
    m_topLine = on;
    update();
}

void PaneHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().surface);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.tokens().line);
    if (m_topLine) painter.fillRect(0, 0, width(), 1, m_theme.tokens().line);
}

void PaneHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    setDetail(m_detailText);
}

}  // namespace cw::ui
