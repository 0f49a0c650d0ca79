#pragma once

#include "app/chart_desk.h"
#include "app/coding_desk.h"
#include "ui/desk/viewer/highlight.h"

#include <QWidget>

#include <optional>

class QSplitter;

namespace cw::ui {

class Background;
class ChartFindPane;
class CodesPane;
class DifferenceView;
class DocumentPane;
class DocumentsPane;
class EditsPane;
class Prompter;
class SourcesPane;
class Theme;

/// Documents, viewer, codes and edits of one chart side by side, for the desk and for review. Loads documents; marks
/// proof; walks from codes and edits to where they come from. What may be changed is not decided here.
class ChartPanes final : public QWidget {
    Q_OBJECT

public:
    /// Documents are loaded on `work`, words found on `lookup`.
    ChartPanes(Theme& theme, Background& work, Background& lookup, QWidget* parent);
    ~ChartPanes() override;

    /// A chart as it was opened; begins with the first unread document.
    void showChart(const app::OpenedChart& chart);
    void showCodes(const Encounter& encounter, const app::CodeTitles& titles);
    void showReport(const EditReport& report);
    /// `sentence` says why there is no chart.
    void showNothing(const QString& sentence);
    void showDocuments(const std::vector<DocumentInfo>& documents, Date service);
    /// What came or changed while the chart is open; nothing that is shown moves.
    void showNews(const app::ChartNews& news);
    void setLate(const std::vector<DocumentVersionId>& late);
    void showSources(const std::vector<DocumentRepository::StoredCode>& codes);

    CodesPane& codes() const { return *m_codes; }
    EditsPane& edits() const { return *m_edits; }
    DocumentPane& viewer() const { return *m_viewer; }
    DocumentsPane& documents() const { return *m_documents; }
    SourcesPane& sources() const { return *m_sources; }
    ChartFindPane& finder() const { return *m_find; }
    const std::vector<DocumentInfo>& documentList() const noexcept { return m_documentList; }
    std::optional<SelectedSpan> selectedSpan() const;
    /// The document's title, for evidence; empty when it is not of this chart.
    std::string titleOf(DocumentVersionId version) const;

    /// To the cell that a finding is about.
    void goTo(const Finding& finding);
    void focusDocuments();
    void focusSources();
    /// Opens the document next (1) or before (-1) the one shown.
    void stepDocument(int step);
    /// Shows this place, whatever document or version it stands in.
    void showPlace(const Span& span);
    void openVersion(DocumentVersionId version);
    void findInChart();
    void showBookmarks();
    /// Asks for a note and puts a bookmark on the selection.
    void addBookmark(Prompter& prompter);
    void toggleTag(char letter);
    /// Loads the texts of pages that have been read meanwhile.
    void refreshShown();
    /// To the next (1) or previous (-1) pane: documents, viewer, diagnoses, procedures, edits, sources.
    void focusPane(int direction);
    void showEvidence(const std::vector<Evidence>& evidence);
    /// Puts a widget over the codes, e.g. a queue.
    void addOnTop(QWidget* widget);

signals:
    void statusText(const QString& text);
    void documentFailed(const cw::Error& error);
    void documentShown();
    void documentNeedsReading(cw::DocumentVersionId version);  ///< Its pages have no stored text yet.
    void replacementWanted(const cw::DocumentInfo& document);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectDocuments();
    void openDocument(const DocumentInfo& info);
    void load(DocumentVersionId version, const DocumentInfo* known);
    void showLoaded(DocumentVersionId version, const Result<app::OpenedDocument>& opened);
    void loadTypeNames();
    void loadVersions(DocumentId document);
    void markUnread(const DocumentInfo& document);
    void compare(const DocumentInfo& first, const DocumentInfo& second);
    DifferenceView& openDifference();
    void closeDifference();
    void removeBookmark(qint64 id);
    void fitFinder();
    void markProof();
    void fitPanes();
    void watchFocus(QWidget* now);

    Theme& m_theme;
    Background& m_work;
    Background& m_lookup;
    QSplitter* m_splitter;
    QWidget* m_right;
    DocumentsPane* m_documents;
    DocumentPane* m_viewer;
    CodesPane* m_codes;
    EditsPane* m_edits;
    SourcesPane* m_sources;
    ChartFindPane* m_find;
    DifferenceView* m_difference = nullptr;  ///< While two documents are compared.
    EncounterRowId m_row;
    Date m_service = Date::of(2000, 1, 1);
    Encounter m_encounter;
    std::vector<DocumentInfo> m_documentList;
    int m_request = 0;  ///< Counts documents asked for: only the last one is shown.
    std::size_t m_evidenceTurn = 0;
    std::vector<Evidence> m_evidenceShown;
    bool m_hasLaidOut = false;
};

}  // namespace cw::ui
