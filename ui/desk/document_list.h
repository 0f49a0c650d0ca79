#pragma once

#include "chart/document.h"
#include "ui/widgets/row_delegate.h"

#include <QAbstractListModel>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace cw::ui {

/// How the documents of a chart stand in their list.
enum class DocumentOrder { byType, byTitle, newestFirst, oldestFirst };
QString toString(DocumentOrder order);  ///< "type", "title", "newest", "oldest": shown, and kept in the settings.
DocumentOrder documentOrderOf(const QString& text);

/// The documents of a chart: under headings by kind, newest first within one, or as one flat list. A heading cannot be
/// chosen. Archived versions stand below their document when they are asked for.
class DocumentListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IsHeadingRole = Qt::UserRole + 1,
        DateRole,
        UnreadRole,
        ShownRole,
        TagsRole,
        NoteRole,  ///< "archived", "OCR", "late": one word, muted.
        IndentRole,
        MarkedRole  ///< Marked for comparison.
    };

    using QAbstractListModel::QAbstractListModel;
    void setDocuments(std::vector<DocumentInfo> documents, Date service);
    void setTypeNames(std::map<DocumentType, QString> names);
    void setOrder(DocumentOrder order);
    DocumentOrder order() const noexcept { return m_order; }
    /// Only documents with this tag; 0 for all.
    void setTag(char tag);
    char tag() const noexcept { return m_tag; }
    /// The next tag that a document has, in turn; 0 after the last.
    char nextTag() const;
    void setLate(std::set<DocumentVersionId> late);
    void setMarked(std::optional<DocumentVersionId> version);
    std::optional<DocumentVersionId> marked() const noexcept { return m_marked; }
    /// All versions of a document, shown below it; without any they are hidden again.
    void setVersions(DocumentId document, std::vector<DocumentInfo> versions);
    bool showsVersions(DocumentId document) const { return m_versions.contains(document); }
    void setShown(std::optional<DocumentVersionId> version);  ///< Marks it as the one in the viewer, and as read.
    void setUnread(DocumentVersionId version, bool unread);
    void toggleTag(DocumentId document, char letter);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    const DocumentInfo* at(int row) const;  ///< Null for a heading.
    const DocumentInfo* find(DocumentVersionId version) const;
    int rowOf(DocumentVersionId version) const;
    /// The row `step` documents further, headings passed over; -1 when there is none.
    int rowBeside(int row, int step) const;
    int firstToRead() const;  ///< The first unread, else the first; -1 when there is none.
    int documentCount() const { return static_cast<int>(m_documents.size()); }
    int unreadCount() const;

private:
    struct Row {
        QString heading;
        DocumentInfo info;  ///< Of no meaning for a heading.
        bool isVersion = false;
    };
    void rebuild();
    void sort();
    QString headingOf(const DocumentInfo& info) const;
    QString noteOf(const DocumentInfo& info) const;
    void refreshRows();

    std::vector<DocumentInfo> m_documents;
    std::vector<Row> m_rows;
    std::map<DocumentType, QString> m_typeNames;
    std::map<DocumentId, std::vector<DocumentInfo>> m_versions;
    std::set<DocumentVersionId> m_late;
    std::optional<DocumentVersionId> m_shown;
    std::optional<DocumentVersionId> m_marked;
    Date m_service = Date::of(2000, 1, 1);
    DocumentOrder m_order = DocumentOrder::byType;
    char m_tag = 0;
};

/// Title at the left, tags and date at the right; unread is semi-bold, the one shown in the viewer has a dot before it, the
/// one marked for comparison a diamond.
class DocumentDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QRectF& box, const QModelIndex& index) const;
    double paintRight(QPainter& painter, const QRectF& box, const QModelIndex& index) const;
};

}  // namespace cw::ui
