#include "ui/codes/pcs_slots.h"

#include "ui/widgets/tabular.h"
#include "ui/widgets/text.h"

#include <QPainter>

namespace cw::ui {

namespace {

/// Of section 0; other sections call some of them otherwise, which is known when the axis is reached.
constexpr std::array axisNames = {"Section",  "Body system", "Operation", "Body part",
                                  "Approach", "Device",      "Qualifier"};

}  // namespace

PcsSlots::PcsSlots(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    for (std::size_t i = 0; i < m_places.size(); ++i) m_places[i].axis = QString::fromLatin1(axisNames[i]);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PcsSlots::showStep(const app::PcsStep& step)
{
    QStringList spoken;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        auto& place = m_places[i];
        const bool isChosen = i < step.chosen.size();
        place.character = isChosen ? QString(QLatin1Char(step.chosen[i].character)) : QString();
        place.label = isChosen ? qs(step.chosen[i].label) : QString();
        if (!isChosen) place.axis = QString::fromLatin1(axisNames[i]);
        if (static_cast<int>(i) + 1 == step.axis && !step.axisTitle.empty()) place.axis = qs(step.axisTitle);
        if (isChosen) spoken.append(place.character);
    }
    m_next = step.axis - 1;
    setAccessibleName(spoken.isEmpty() ? QStringLiteral("ICD-10-PCS code, nothing chosen")
                                       : QStringLiteral("ICD-10-PCS code so far: ") + spoken.join(QLatin1Char(' ')));
    update();
}

QSize PcsSlots::sizeHint() const
{
    return {m_theme.scaled(7 * 110), m_theme.scaled(118)};
}

void PcsSlots::paintPlace(QPainter& painter, const QRectF& box, const Place& place, bool isNext) const
{
    const auto& t = m_theme.tokens();
    if (isNext) painter.fillRect(box, t.accentTint);
    const QRectF inner = box.adjusted(m_theme.scaled(10), m_theme.scaled(7), -m_theme.scaled(6), -m_theme.scaled(4));
    painter.setFont(m_theme.font(TextSize::label));
    painter.setPen(t.muted);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft,
                     QFontMetricsF(painter.font()).elidedText(place.axis, Qt::ElideRight, inner.width()));
    QFont large = m_theme.font(TextSize::heading, true);
    large.setPointSizeF(26 * 0.75 * m_theme.scale());
    painter.setFont(large);
    const QRectF figure(inner.left(), inner.top() + m_theme.scaled(16), inner.width(), m_theme.scaled(36));
    painter.setPen(place.character.isEmpty() ? t.muted : t.text);
    drawTabular(painter, figure, Qt::AlignLeft, place.character.isEmpty() ? QStringLiteral("\u2013") : place.character);
    painter.setFont(m_theme.font(TextSize::label));
    painter.setPen(t.text);
    const QRectF below(inner.left(), figure.bottom() + 1, inner.width(), inner.bottom() - figure.bottom());
    painter.drawText(below, Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, place.label);
    if (isNext) painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 3), t.accent);
}

void PcsSlots::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.tokens().surface);
    const double width = this->width() / static_cast<double>(m_places.size());
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const QRectF box(std::round(static_cast<double>(i) * width), 0, std::round(width), height() - 1);
        painter.save();
        painter.setClipRect(box);
        paintPlace(painter, box, m_places[i], static_cast<int>(i) == m_next);
        painter.restore();
        if (i > 0) painter.fillRect(QRectF(box.left(), 0, 1, height()), m_theme.tokens().faintLine);
    }
}

}  // namespace cw::ui
