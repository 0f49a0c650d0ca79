#pragma once

#include "chart/document.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace cw::ui {

/// The documents of a chart under headings by kind, newest first within one; a heading cannot be chosen.
class DocumentListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IsHeadingRole = Qt::UserRole + 1, DateRole, UnreadRole, ShownRole };

    using QAbstractListModel::QAbstractListModel;
    void setDocuments(std::vector<DocumentInfo> documents, Date service);
    void setShown(std::optional<DocumentVersionId> version);  ///< Marks it as the one in the viewer, and as read.
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    const DocumentInfo* at(int row) const;  ///< Null for a heading.
    int rowOf(DocumentVersionId version) const;
    int firstToRead() const;  ///< The first unread, else the first; -1 when there is none.
    int documentCount() const { return static_cast<int>(m_documents.size()); }
    int unreadCount() const;

private:
    struct Row {
        QString heading;
        std::size_t document = 0;
    };
    std::vector<DocumentInfo> m_documents;
    std::vector<Row> m_rows;
    std::optional<DocumentVersionId> m_shown;
    Date m_service = Date::of(2000, 1, 1);
};

/// Title at the left, date at the right; unread is semi-bold, the one shown in the viewer has a dot before it.
class DocumentDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace cw::ui
