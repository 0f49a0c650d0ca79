#include "ui/desk/cell_editor.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPersistentModelIndex>

namespace cw::ui {

namespace {

constexpr auto indexProperty = "cellIndex";

QString withoutError(const Status& status)
{
    return status ? QString() : QString::fromStdString(status.error().detail);
}

}  // namespace

CellEditor::CellEditor(Theme& theme, Commit commit, QObject* parent)
    : RowDelegate(theme, parent), m_commit(std::move(commit))
{}

QWidget* CellEditor::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* field = new QLineEdit(parent);
    const QString header = index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const QString code = index.siblingAtColumn(0).data().toString();
    field->setAccessibleName(header + QLatin1Char(' ') + code);
    field->setObjectName(QStringLiteral("cellEditor"));
    field->setProperty(indexProperty, QVariant::fromValue(QPersistentModelIndex(index)));
    field->setFont(m_theme.font(TextSize::work));
    field->setStyleSheet(QStringLiteral("padding: 0 3px; border-radius: 0;"));
    if (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) field->setAlignment(Qt::AlignRight);
    return field;
}

void CellEditor::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* field = qobject_cast<QLineEdit*>(editor);
    // A change elsewhere in the row must not take away what is being typed.
    if (!field || field->isModified()) return;
    field->setText(index.data(Qt::EditRole).toString());
    field->selectAll();
}

void CellEditor::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex&) const
{
    commit(editor);
}

bool CellEditor::commit(QWidget* editor) const
{
    auto* field = qobject_cast<QLineEdit*>(editor);
    if (!field || !field->isModified()) return true;
    const QModelIndex index = field->property(indexProperty).value<QPersistentModelIndex>();
    if (!index.isValid()) return true;
    field->setModified(false);
    const Status status = m_commit(index, field->text().trimmed());
    field->setAccessibleDescription(withoutError(status));
    if (status || status.error().kind == ErrorKind::conflict) return true;
    field->setModified(true);
    emit refused(status.error());
    return false;
}

void CellEditor::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    // Wide enough for a date range or four modifiers, whatever the column shows.
    QRect box = option.rect;
    const int width = m_theme.scaled(96);
    const auto* field = qobject_cast<QLineEdit*>(editor);
    if (box.width() < width && field && field->alignment().testFlag(Qt::AlignRight)) box.setLeft(box.right() - width);
    if (box.width() < width) box.setWidth(width);
    editor->setGeometry(box.adjusted(0, 0, 0, -1));
}

bool CellEditor::eventFilter(QObject* watched, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(watched);
    if (editor && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab) {
            if (commit(editor)) emit closeEditor(editor, NoHint);
            return true;
        }
        if (key == Qt::Key_Escape) {
            if (auto* field = qobject_cast<QLineEdit*>(editor)) field->setModified(false);
            emit closeEditor(editor, RevertModelCache);
            return true;
        }
    }
    return RowDelegate::eventFilter(watched, event);
}

}  // namespace cw::ui
