#pragma once

#include "ui/theme/theme.h"

#include <QTableView>

namespace cw::ui {

/// A list worked by keyboard: one current row, no grid, Tab leaves it, typing letters is free for shortcuts. Arrows,
/// Home, End and Page keys move; Enter and double click emit rowActivated.
class ListTable : public QTableView {
    Q_OBJECT

public:
    /// `accessibleName` says what the list holds ("Worklist"); `rowHeight` is 26 (desk) or 31 (lists) design pixels.
    ListTable(Theme& theme, const QString& accessibleName, int rowHeight = 31, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    int currentRow() const;   ///< -1 when none.
    void selectRow(int row);  ///< Makes it current, scrolled into view; clamped; nothing when the list is empty.
    /// Design pixels; the column keeps that width and grows with the text size. One column takes what is left, but never
    /// less than 140 or its own number: then the list scrolls sideways.
    void setColumnWidths(const std::vector<int>& widths, int stretchColumn);
    void keyboardSearch(const QString& search) override;

signals:
    void rowActivated(int row);
    void currentRowChanged(int row);  ///< Also -1.

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void stretchColumn();
    void style();
    Theme& m_theme;
    int m_rowHeight;
    std::vector<int> m_widths;
    int m_stretch = -1;
};

}  // namespace cw::ui
