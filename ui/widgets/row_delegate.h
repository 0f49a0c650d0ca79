#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace cw::ui {

/// What a model says about a cell besides its text.
enum ItemRole {
    ChipRole = Qt::UserRole + 100,  ///< int of Tone: the text is drawn as a chip.
    MutedRole,                      ///< bool
    StrongRole,                     ///< bool: semi-bold, for codes and names.
    TabularRole,                    ///< bool: digits in equal cells; codes, dates, money. Right alignment implies it.
    ToneRole,                       ///< int of Tone: the text in that tone's colour.
    SecondLineRole                  ///< QString: small muted line below the text (rows of double height).
};

/// Draws rows as the design has them: no grid, a faint line below, tint and a 3 px accent bar for the current row, a
/// 1 px accent outline around it while the list has the focus.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowDelegate(Theme& theme, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Background, line, bar and outline of a cell; for delegates that draw their own content.
    static void paintRow(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option,
                         const QModelIndex& index);

protected:
    Theme& m_theme;
};

}  // namespace cw::ui
