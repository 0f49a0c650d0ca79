#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace cw::ui {

/// Column names as the design has them: small, muted, aligned with their cells; the sorted one with a triangle.
class ListHeader final : public QHeaderView {
    Q_OBJECT

public:
    ListHeader(Theme& theme, QWidget* parent);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
};

}  // namespace cw::ui
