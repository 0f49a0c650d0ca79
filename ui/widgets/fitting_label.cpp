#include "ui/widgets/fitting_label.h"

namespace cw::ui {

FittingLabel::FittingLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMinimumWidth(0);
}

void FittingLabel::setWholeText(const QString& text)
{
    m_whole = text;
    fit();
}

void FittingLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    fit();
}

void FittingLabel::fit()
{
    setText(fontMetrics().horizontalAdvance(m_whole) <= width() ? m_whole : QString());
}

}  // namespace cw::ui
