#pragma once

#include "ui/desk/edit_rows.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>
#include <QListView>

#include <optional>
#include <set>
#include <vector>

namespace cw::ui {

/// Findings in groups, then tables that were missing.
class EditListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        FixRole = Qt::UserRole + 1,
        SourceRole,
        SeverityRole,
        HeadingRole,
        NewRole,
        RemedyRole,
        AttestRole,
        LinkRole
    };

    using QAbstractListModel::QAbstractListModel;
    /// Findings that the report before did not have are marked as new; not after clear().
    void setReport(const EditReport& report);
    void clear();
    /// Without fixes and attestations: a chart that is only read.
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    const Finding* at(int row) const;  ///< Null for a heading or a missing table.
    bool isHeading(int row) const;
    int rowOf(const FindingKey& key) const;
    /// The next row (1) or the one before (-1) that is no heading, around the end; -1 when there is none.
    int step(int row, int direction) const;

private:
    QVariant findingData(const EditRow& row, int role) const;
    QVariant missingData(const std::vector<NotChecked>& missing, int role) const;

    std::vector<EditRow> m_rows;
    std::set<FindingKey> m_before;
    bool m_hasBefore = false;
    bool m_isReadOnly = false;
};

/// What a click on a finding meets.
enum class EditPart { none, source, remedy, attest };

/// Severity by shape and colour, message semi-bold, what to do; below it rule and source, the fix and the attestation as
/// links with their keys. As high as its text.
class EditDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// `point` relative to the top left of the row.
    EditPart partAt(const QModelIndex& index, double width, QPointF point) const;

private:
    struct Parts {
        QRectF message;
        QRectF fix;
        QRectF source;
        QRectF remedy;
        QRectF attest;
        double height = 0;
    };
    Parts layOut(const QModelIndex& index, double width) const;
    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintMark(QPainter& painter, const QRectF& box, int severity) const;
    void paintLinks(QPainter& painter, const Parts& parts, const QModelIndex& index) const;
};

/// The list itself: no type-ahead, headings are passed over, links can be clicked.
class EditList final : public QListView {
    Q_OBJECT

public:
    EditList(Theme& theme, EditListModel& model, QWidget* parent);
    void keyboardSearch(const QString&) override {}

signals:
    void partClicked(const QModelIndex& index, cw::ui::EditPart part);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    EditListModel& m_rows;
    EditDelegate* m_delegate;
};

}  // namespace cw::ui
