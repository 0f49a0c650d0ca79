#include "ui/desk/viewer/find_bar.h"

#include "ui/commands/command_table.h"
#include "ui/desk/viewer/document_finder.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_hint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace cw::ui {

FindBar::FindBar(Theme& theme, DocumentFinder& finder, QWidget* parent)
    : QWidget(parent), m_finder(finder), m_field(new QLineEdit(this)), m_count(new QLabel(this))
{
    setProperty("area", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    m_field->setAccessibleName(tr("Find in the document"));
    m_field->setPlaceholderText(tr("Find in the document"));
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->installEventFilter(this);
    m_count->setProperty("role", QStringLiteral("muted"));
    m_count->setObjectName(QStringLiteral("findCount"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    row->addWidget(new KeyHint(theme, keyHint("viewer.findNext"), tr("next"), this));
    row->addWidget(new KeyHint(theme, tr("Esc"), {}, this));
    connect(m_field, &QLineEdit::textChanged, &m_finder, &DocumentFinder::setQuery);
    connect(&m_finder, &DocumentFinder::changed, this, &FindBar::showCount);
    hide();
}

void FindBar::open(const QString& words)
{
    show();
    if (!words.isEmpty()) m_field->setText(words);
    m_finder.setQuery(m_field->text());
    m_field->setFocus();
    m_field->selectAll();
    showCount();
}

void FindBar::closeBar()
{
    if (!isVisible()) return;
    hide();
    m_finder.selectCurrent();
    m_finder.clear();
    emit closed();
}

void FindBar::showCount()
{
    if (m_field->text().trimmed().isEmpty()) {
        m_count->clear();
    } else if (m_finder.hitCount() == 0) {
        m_count->setText(m_finder.isSearching() ? tr("searching") : tr("not found"));
    } else {
        m_count->setText(tr("%1 of %2%3")
                             .arg(m_finder.current() + 1)
                             .arg(m_finder.hitCount())
                             .arg(m_finder.isSearching() ? QStringLiteral("+") : QString()));
    }
    m_count->setAccessibleName(m_count->text());
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        closeBar();
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_finder.step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace cw::ui
