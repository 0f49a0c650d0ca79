#pragma once

#include "base/result.h"
#include "ui/desk/viewer/highlight.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QStackedLayout;

namespace cw::ui {

class DocumentFinder;
class DocumentView;
class EmptyState;
class FindBar;
class PaneHeader;
class Theme;

/// The middle of the desk: title line, find bar and the document itself, or a sentence when there is none. Zoom is the
/// same for all documents.
class DocumentPane final : public QWidget {
    Q_OBJECT

public:
    DocumentPane(Theme& theme, QWidget* parent);

    void showLoading(const DocumentInfo& info);
    void showDocument(const DocumentInfo& info, const Result<std::string>& bytes);
    void showEmpty(const QString& sentence);

    std::optional<SelectedSpan> selectedSpan() const;
    void clearSelection();
    /// All proof of the chart; the view shows what belongs to its document.
    void setHighlights(std::vector<Highlight> highlights);
    /// Now, or as soon as its document is shown.
    void reveal(const Span& span);
    std::optional<DocumentVersionId> shownVersion() const;
    DocumentView* view() const noexcept { return m_view; }
    void focusDocument();  ///< At once, or as soon as there is one.

    void find();
    void findStep(int direction);
    void zoomBy(double factor);
    void resetZoom();

signals:
    void selectionChanged();

private:
    void setView(DocumentView* view);
    void showZoom();

    Theme& m_theme;
    PaneHeader* m_header;
    QLabel* m_zoomLabel;
    FindBar* m_findBar;
    DocumentFinder* m_finder;
    QWidget* m_body;
    EmptyState* m_empty;
    DocumentView* m_view = nullptr;
    std::optional<DocumentInfo> m_info;
    std::vector<Highlight> m_highlights;
    std::optional<Span> m_toReveal;
    bool m_wantsFocus = false;
    double m_zoom = 1.0;
};

}  // namespace cw::ui
