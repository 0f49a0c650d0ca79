#pragma once

#include "base/result.h"
#include "ui/widgets/row_delegate.h"

#include <functional>

namespace cw::ui {

/// Editing in the cell: Enter or Tab takes the text, Esc leaves it. What is refused stays in the editor and is said.
class CellEditor final : public RowDelegate {
    Q_OBJECT

public:
    using Commit = std::function<Status(const QModelIndex& index, const QString& text)>;

    CellEditor(Theme& theme, Commit commit, QObject* parent);
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

signals:
    void refused(const cw::Error& error) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool commit(QWidget* editor) const;
    Commit m_commit;
};

}  // namespace cw::ui
