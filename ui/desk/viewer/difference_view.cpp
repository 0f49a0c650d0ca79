#include "ui/desk/viewer/difference_view.h"

#include "ui/commands/command_table.h"
#include "ui/desk/viewer/difference_canvas.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace cw::ui {

DifferenceView::DifferenceView(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_header(new PaneHeader(theme, tr("Differences"), this)),
      m_leftTitle(new QLabel(this)),
      m_rightTitle(new QLabel(this)),
      m_canvas(new DifferenceCanvas(theme, this))
{
    m_empty = new EmptyState(theme, m_canvas);
    setProperty("area", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setFocusProxy(m_canvas);
    m_canvas->setAccessibleName(tr("Two notes side by side"));
    m_header->addHint(keyHint("viewer.findNext"), tr("next"));
    m_header->addHint(tr("Esc"), tr("close"));
    auto* titles = new QHBoxLayout;
    titles->setContentsMargins(theme.scaled(24), theme.scaled(5), 0, theme.scaled(5));
    titles->setSpacing(theme.scaled(24));
    for (auto* title : {m_leftTitle, m_rightTitle}) {
        title->setTextFormat(Qt::PlainText);
        title->setProperty("role", QStringLiteral("strong"));
        title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        titles->addWidget(title, 1);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(titles);
    column->addWidget(m_canvas, 1);
}

void DifferenceView::showTexts(const QString& leftTitle, const std::string& left, const QString& rightTitle,
                               const std::string& right)
{
    showDifference(leftTitle, rightTitle, prepareDifference(left, right));
}

void DifferenceView::showDifference(const QString& leftTitle, const QString& rightTitle, PreparedDifference difference)
{
    m_leftTitle->setText(leftTitle);
    m_rightTitle->setText(rightTitle);
    m_leftTitle->setToolTip(leftTitle);
    m_rightTitle->setToolTip(rightTitle);
    m_empty->showNothing();
    const auto percent = static_cast<int>(std::floor(difference.shared * 100 + 1e-9));
    setProperty("shared", percent);
    m_canvas->setRows(std::move(difference.rows));
    if (m_canvas->count() == 0) m_empty->showEmpty(tr("Both say the same, word by word."));
    showCount();
}

void DifferenceView::showFailed(const Error& error)
{
    m_canvas->setRows({});
    m_leftTitle->clear();
    m_rightTitle->clear();
    m_header->setDetail({});
    m_empty->showFailed(error);
}

QString DifferenceView::summary() const
{
    const QString share = tr("%1 % of the words stand in both").arg(property("shared").toInt());
    const int count = m_canvas->count();
    if (count == 0) return share;
    const QString where = m_canvas->current() < 0 ? (count == 1 ? tr("1 difference") : tr("%1 differences").arg(count))
                                                  : tr("difference %1 of %2").arg(m_canvas->current() + 1).arg(count);
    return share + QStringLiteral(", ") + where;
}

void DifferenceView::showCount()
{
    m_header->setDetail(summary());
    m_canvas->setAccessibleDescription(summary());
}

void DifferenceView::step(int direction)
{
    m_canvas->step(direction);
    showCount();
}

int DifferenceView::current() const
{
    return m_canvas->current();
}

int DifferenceView::differenceCount() const
{
    return m_canvas->count();
}

bool DifferenceView::event(QEvent* event)
{
    // The page around has its own meaning for these keys.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_F3 || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void DifferenceView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_F3: return step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    case Qt::Key_Escape: emit closed(); return;
    default: QWidget::keyPressEvent(event);
    }
}

}  // namespace cw::ui
