#pragma once

#include "ui/codes/outline_model.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/row_delegate.h"

namespace cw::ui {

/// Draws the first column of an outline: depth, triangle, code, text, muted rest. The other columns are ordinary cells.
class OutlineDelegate : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    /// Design pixels that the code takes at least, so that texts of one depth begin at one edge.
    void setLeadWidth(int pixels) { m_leadWidth = pixels; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintBranch(QPainter& painter, const QRectF& box, OutlineModel::Branch branch) const;
    int m_leadWidth = 0;
};

/// A list of an OutlineModel. Right opens a row or goes to the first below it, Left closes it or goes to the one above.
class OutlineTable final : public ListTable {
    Q_OBJECT

public:
    OutlineTable(Theme& theme, const QString& accessibleName, int rowHeight, QWidget* parent = nullptr);
    void setOutline(OutlineModel* model);
    OutlineDelegate* outlineDelegate() const { return m_delegate; }
    /// Id of the current row; 0 when none.
    std::int64_t currentId() const;
    bool selectId(std::int64_t id);
    void openOrEnter();
    void closeOrLeave();

private:
    OutlineModel* m_outline = nullptr;
    OutlineDelegate* m_delegate;
};

}  // namespace cw::ui
