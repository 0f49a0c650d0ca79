#pragma once

#include "ui/codes/outline_table.h"

namespace cw::ui {

/// An outline beside cells of codes: the current cell has a frame of its own.
class CellDelegate final : public OutlineDelegate {
    Q_OBJECT

public:
    using OutlineDelegate::OutlineDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace cw::ui
