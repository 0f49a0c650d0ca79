#pragma once

#include "chart/document.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace cw::ui {

class Chip;
class DocumentListModel;
enum class DocumentOrder;
class EmptyState;
class PaneHeader;
class Theme;

/// The documents at the left of a chart. Collapsed it is a strip with the counts; focus opens it again.
class DocumentsPane final : public QWidget {
    Q_OBJECT

public:
    DocumentsPane(Theme& theme, QWidget* parent);
    /// Scroll position, current row, order and tag filter stay as they are.
    void showDocuments(const std::vector<DocumentInfo>& documents, Date service);
    void setTypeNames(std::map<DocumentType, QString> names);
    void setLate(std::set<DocumentVersionId> late);
    void setVersions(DocumentId document, std::vector<DocumentInfo> versions);
    void setOrder(DocumentOrder order);
    /// Another list or field below the documents, in the same column; hidden while collapsed.
    void addBelow(QWidget* widget);
    void setShown(std::optional<DocumentVersionId> version);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const noexcept { return m_isCollapsed; }
    /// The document to begin with; null when there is none.
    const DocumentInfo* firstToRead() const;
    /// The one that a key means: the current row while the list has the focus, else the one in the viewer.
    const DocumentInfo* meant() const;
    /// The next (1) or previous (-1) after the one shown; null at the end.
    const DocumentInfo* beside(int step) const;
    void toggleTag(DocumentId document, char letter);
    void setUnread(DocumentVersionId version, bool unread);
    const DocumentInfo* find(DocumentVersionId version) const;
    QListView& list() const { return *m_list; }

signals:
    void documentChosen(const cw::DocumentInfo& document);
    void expandRequested();
    void orderChanged(cw::ui::DocumentOrder order);
    void unreadWanted(const cw::DocumentInfo& document);
    void versionsWanted(cw::DocumentId document);
    void comparisonWanted(const cw::DocumentInfo& first, const cw::DocumentInfo& second);
    void replacementWanted(const cw::DocumentInfo& document);
    void statusText(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void bindCommands();
    void changeOrder();
    void changeTag();
    void toggleVersions();
    void compare();
    void keepCurrent(const std::function<void()>& change);
    void showCounts();
    void style();

    Theme& m_theme;
    PaneHeader* m_header;
    Chip* m_unread;
    Chip* m_tag;
    QLabel* m_order;
    QListView* m_list;
    QPushButton* m_strip;
    DocumentListModel* m_model;
    EmptyState* m_empty;
    QVBoxLayout* m_column;
    std::vector<QWidget*> m_below;
    std::optional<DocumentVersionId> m_shown;
    bool m_isCollapsed = false;
};

}  // namespace cw::ui
