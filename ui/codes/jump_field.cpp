#include "ui/codes/jump_field.h"

#include "ui/widgets/list_table.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace cw::ui {

JumpField::JumpField(const QString& accessibleName, const QString& placeholder, QWidget* parent) : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setPlaceholderText(placeholder);
}

void JumpField::setList(ListTable* list, bool takesLetters)
{
    m_list = list;
    if (takesLetters) list->installEventFilter(this);
}

void JumpField::setCompact()
{
    setStyleSheet(QStringLiteral("QLineEdit { padding: 0px 7px; }"));
}

void JumpField::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (m_list && isPlain) switch (event->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return;
        case Qt::Key_Escape:
            if (!text().isEmpty()) return clear();
            break;
        default: break;
        }
    QLineEdit::keyPressEvent(event);
}

bool JumpField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~Qt::ShiftModifier);
        if (isPlain && key->text().size() == 1 && key->text().front().isLetterOrNumber()) {
            setFocus();
            setText(key->text());
            return true;
        }
    }
    return QLineEdit::eventFilter(watched, event);
}

}  // namespace cw::ui
