#pragma once

#include "chart/document.h"

#include <QWidget>

#include <optional>
#include <vector>

class QListView;
class QPushButton;

namespace cw::ui {

class Chip;
class DocumentListModel;
class EmptyState;
class PaneHeader;
class Theme;

/// The documents at the left of a chart. Collapsed it is a strip with the counts; focus opens it again.
class DocumentsPane final : public QWidget {
    Q_OBJECT

public:
    DocumentsPane(Theme& theme, QWidget* parent);
    void showDocuments(const std::vector<DocumentInfo>& documents, Date service);
    void setShown(std::optional<DocumentVersionId> version);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const noexcept { return m_isCollapsed; }
    /// The document to begin with; null when there is none.
    const DocumentInfo* firstToRead() const;
    const DocumentInfo* find(DocumentVersionId version) const;
    QListView& list() const { return *m_list; }

signals:
    void documentChosen(const cw::DocumentInfo& document);
    void expandRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void showCounts();
    void style();

    Theme& m_theme;
    PaneHeader* m_header;
    Chip* m_unread;
    QListView* m_list;
    QPushButton* m_strip;
    DocumentListModel* m_model;
    EmptyState* m_empty;
    bool m_isCollapsed = false;
};

}  // namespace cw::ui
