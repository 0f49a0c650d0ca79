#pragma once

#include "app/coding_desk.h"
#include "ui/desk/viewer/highlight.h"

#include <QWidget>

#include <optional>

class QSplitter;

namespace cw::ui {

class Background;
class CodesPane;
class DocumentPane;
class DocumentsPane;
class EditsPane;
class Theme;

/// Documents, viewer, codes and edits of one chart side by side, for the desk and for review. Loads documents; marks
/// proof; walks from codes and edits to where they come from. What may be changed is not decided here.
class ChartPanes final : public QWidget {
    Q_OBJECT

public:
    ChartPanes(Theme& theme, Background& work, QWidget* parent);
    ~ChartPanes() override;

    /// A chart as it was opened; begins with the first unread document.
    void showChart(const app::OpenedChart& chart);
    void showCodes(const Encounter& encounter, const app::CodeTitles& titles);
    void showReport(const EditReport& report);
    /// `sentence` says why there is no chart.
    void showNothing(const QString& sentence);
    void showDocuments(const std::vector<DocumentInfo>& documents, Date service);

    CodesPane& codes() const { return *m_codes; }
    EditsPane& edits() const { return *m_edits; }
    DocumentPane& viewer() const { return *m_viewer; }
    DocumentsPane& documents() const { return *m_documents; }
    const std::vector<DocumentInfo>& documentList() const noexcept { return m_documentList; }
    std::optional<SelectedSpan> selectedSpan() const;
    /// The document's title, for evidence; empty when it is not of this chart.
    std::string titleOf(DocumentVersionId version) const;

    void focusDocuments();
    /// To the next (1) or previous (-1) pane: documents, viewer, diagnoses, procedures, edits.
    void focusPane(int direction);
    void showEvidence(const std::vector<Evidence>& evidence);
    /// Puts a widget over the codes, e.g. a queue.
    void addOnTop(QWidget* widget);

signals:
    void statusText(const QString& text);
    void documentFailed(const cw::Error& error);
    void documentShown();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void openDocument(const DocumentInfo& info);
    void markProof();
    void goTo(const Finding& finding);
    void fitPanes();
    void watchFocus(QWidget* now);

    Theme& m_theme;
    Background& m_work;
    QSplitter* m_splitter;
    QWidget* m_right;
    DocumentsPane* m_documents;
    DocumentPane* m_viewer;
    CodesPane* m_codes;
    EditsPane* m_edits;
    Encounter m_encounter;
    std::vector<DocumentInfo> m_documentList;
    int m_request = 0;  ///< Counts documents asked for: only the last one is shown.
    std::size_t m_evidenceTurn = 0;
    std::vector<Evidence> m_evidenceShown;
    bool m_hasLaidOut = false;
};

}  // namespace cw::ui
