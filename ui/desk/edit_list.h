#pragma once

#include "edits/finding.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>

#include <vector>

namespace cw::ui {

/// Findings, worst first as the rules give them, then tables that were missing: one row each.
class EditListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { FixRole = Qt::UserRole + 1, SourceRole, SeverityRole };

    using QAbstractListModel::QAbstractListModel;
    void setReport(const EditReport& report);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const Finding* at(int row) const;  ///< Null for a missing table.
    int rowOf(const FindingKey& key) const;

private:
    EditReport m_report;
};

/// Severity by shape and colour, message semi-bold, what to do, rule and source muted; as high as its text.
class EditDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Parts {
        QRectF message;
        QRectF fix;
        QRectF source;
        double height = 0;
    };
    Parts layOut(const QModelIndex& index, double width) const;
};

}  // namespace cw::ui
