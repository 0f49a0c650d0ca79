#pragma once

#include "ui/widgets/row_delegate.h"

namespace cw::ui {

/// Ordinary cells, but the words that a search matched stand on a tint (FoundModel::MarksRole).
class MarkedDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace cw::ui
