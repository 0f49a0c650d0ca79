#pragma once

#include "app/chart_desk.h"
#include "ui/desk/viewer/highlight.h"
#include "ui/desk/viewer/reading_places.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLabel;

namespace cw::ui {

class Chip;
class DocumentFinder;
class DocumentView;
class EmptyState;
class FindBar;
class PageRenderer;
class PaneHeader;
class PasswordForm;
class PopOutWindow;
class Theme;

/// The middle of the desk: title line, find bar and the document itself, or a sentence when there is none. Zoom is the
/// same for all documents; place and rotation are kept for each version.
class DocumentPane final : public QWidget {
    Q_OBJECT

public:
    DocumentPane(Theme& theme, QWidget* parent);
    ~DocumentPane() override;
    /// Instead of those of the application.
    void setPlaces(std::unique_ptr<ReadingPlaces> places);

    void showLoading(const DocumentInfo& info);
    /// The version that is shown already is brought up to date in place: texts of pages, marks, header; scroll,
    /// selection and focus stay. Pictures are opened on another thread and appear a moment later.
    void showDocument(const app::OpenedDocument& document);
    /// Texts of pages that were read meanwhile; nothing unless it is the version that is shown.
    void showPageTexts(const app::OpenedDocument& document);
    /// When the error is `denied` because of a password, a field for it: see passwordEntered().
    void showFailed(const DocumentInfo& info, const Error& error);
    void showEmpty(const QString& sentence);

    std::optional<SelectedSpan> selectedSpan() const;
    void clearSelection();
    /// All proof of the chart; the view shows what belongs to its document. Codes from the source come with the document.
    void setHighlights(std::vector<Highlight> highlights);
    /// Now, or as soon as its document is shown.
    void reveal(const Span& span);
    std::optional<DocumentVersionId> shownVersion() const;
    DocumentFormat shownFormat() const;  ///< Plain text while nothing is shown.
    DocumentView* view() const noexcept { return m_view; }
    void focusDocument();  ///< At once, or as soon as there is one.

    void find();
    void findStep(int direction);
    void zoomBy(double factor);
    void resetZoom();
    double zoom() const noexcept { return m_zoom; }
    void rotate();  ///< A quarter turn to the right.
    void markArea();
    /// Into a window of its own, or back.
    void togglePopOut();
    PopOutWindow* popOut() const;

signals:
    void selectionChanged();
    /// A password was typed for the document. With its bytes at hand it opens them by itself first, and this says that it
    /// was the right one; without, the document is to be loaded with it.
    void passwordEntered(cw::DocumentVersionId version, const QString& password);
    void statusText(const QString& text);

private:
    void setView(DocumentView* view);
    void openPaged(const std::string& password);
    void openPdf(const std::string& password);
    void openPictures();
    void finishOpening(DocumentView* view);
    void fail(const Error& error);
    void dropOpening();
    void askPassword(bool isWrong);
    void tryPassword(const QString& password);
    bool refreshInPlace(const app::OpenedDocument& document);
    void showHeader();
    void keepPlace();
    void restorePlace();
    void applyHighlights();
    void setZoom(double zoom);
    void showZoom();

    Theme& m_theme;
    PaneHeader* m_header;
    QLabel* m_zoomLabel;
    Chip* m_archivedChip;
    Chip* m_statusChip;
    Chip* m_recognisedChip;
    FindBar* m_findBar;
    DocumentFinder* m_finder;
    QWidget* m_body;
    EmptyState* m_empty;
    PasswordForm* m_password;
    DocumentView* m_view = nullptr;
    QPointer<PageRenderer> m_opening;
    QPointer<PopOutWindow> m_popOut;
    std::unique_ptr<ReadingPlaces> m_places;
    std::optional<DocumentInfo> m_info;
    std::shared_ptr<const std::string> m_bytes;  ///< Of a paged document.
    std::vector<PageText> m_pages;
    int m_pageCount = 0;
    std::vector<Highlight> m_highlights;
    std::vector<Highlight> m_suggestions;
    std::optional<Span> m_toReveal;
    bool m_wantsFocus = false;
    double m_zoom = 1.0;
};

}  // namespace cw::ui
