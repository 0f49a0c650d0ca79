#pragma once

#include "ui/search/found_codes.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace cw::ui {

/// Rows of a code search in rank order; codes not in force on the date come last. Headings cannot be current.
class HitListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { CodeRole = Qt::UserRole + 1, ReasonRole, SystemRole, StarterRole, FadedRole, HeadingRole, StarRole };
    using IsFavourite = std::function<bool(const CodeEntry&)>;

    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<FoundRow> rows);
    /// Asked while rows are shown; call updateStars() when its answers change.
    void setFavourites(IsFavourite isFavourite) { m_isFavourite = std::move(isFavourite); }
    void updateStars();
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    const FoundRow* at(int row) const;
    /// The next row in that direction that can be current; `row` when there is none.
    int walk(int row, int steps) const;
    int rowOf(const CodeEntry& entry) const;  ///< -1 when it is not listed.

private:
    std::vector<FoundRow> m_rows;
    IsFavourite m_isFavourite;
};

/// Code, title with the matched words marked, system; below the title why it is there.
class HitDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QRectF& row, const QModelIndex& index) const;
    QRectF paintEnds(QPainter& painter, const QRectF& row, const QModelIndex& index, const QColor& color) const;
    void paintTitle(QPainter& painter, const QRectF& box, const QModelIndex& index, const QColor& color) const;
};

}  // namespace cw::ui
