#include "ui/desk/chart_panes.h"

#include "ui/async/background.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/documents_pane.h"
#include "ui/desk/edits_pane.h"
#include "ui/desk/find/chart_find_pane.h"
#include "ui/desk/sources_pane.h"
#include "ui/desk/viewer/difference_view.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace cw::ui {

namespace {

// Design pixels.
constexpr int documentsWidth = 208;
constexpr int codesWidth = 500;
constexpr int narrow = 1300;  ///< Below it the documents become a strip.

}  // namespace

ChartPanes::ChartPanes(Theme& theme, Background& work, Background& lookup, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_work(work),
      m_lookup(lookup),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_right(new QWidget(m_splitter)),
      m_documents(new DocumentsPane(theme, m_splitter)),
      m_viewer(new DocumentPane(theme, m_splitter)),
      m_codes(new CodesPane(theme, m_right)),
      m_edits(new EditsPane(theme, m_right)),
      m_sources(new SourcesPane(theme, m_right)),
      m_find(new ChartFindPane(theme, lookup, this))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_documents);
    m_splitter->addWidget(m_viewer);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    auto* right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_codes);
    right->addSpacing(theme.scaled(8));
    right->addWidget(m_edits, 1);
    right->addWidget(m_sources);
    m_documents->addBelow(m_find);
    m_right->setProperty("area", QStringLiteral("surface"));
    m_right->setAttribute(Qt::WA_StyledBackground);
    m_right->setMinimumWidth(theme.scaled(380));
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);

    connectDocuments();
    connect(m_codes, &CodesPane::evidenceWanted, this, &ChartPanes::showEvidence);
    connect(m_codes, &CodesPane::currentChanged, this, &ChartPanes::markProof);
    connect(m_edits, &EditsPane::findingChosen, this, &ChartPanes::goTo);
    connect(m_edits, &EditsPane::notCheckedChosen, this,
            [this] { emit statusText(tr("A code table is missing for this day: an administrator can import it.")); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { watchFocus(now); });
    connect(&theme, &Theme::changed, this, [this] {
        m_right->setMinimumWidth(m_theme.scaled(380));
        m_hasLaidOut = false;
        fitPanes();
    });
}

ChartPanes::~ChartPanes()
{
    // Focus moves while the panes go one by one.
    disconnect(qApp, nullptr, this, nullptr);
}

void ChartPanes::showChart(const app::OpenedChart& chart)
{
    ++m_request;
    m_evidenceShown.clear();
    m_row = chart.stored.encounter.row;
    showDocuments(chart.documents, chart.stored.encounter.service.from);
    showCodes(chart.stored.encounter, chart.titles);
    m_codes->diagnoses().selectRow(0);
    m_codes->procedures().selectRow(0);
    showReport(chart.report);
    setLate(chart.lateDocuments);
    showSources(chart.sourceCodes);
    loadTypeNames();
    m_documents->setShown(std::nullopt);
    if (const auto* first = m_documents->firstToRead()) {
        openDocument(*first);
    } else {
        m_viewer->showEmpty(
            tr("No document yet. Documents come with the encounter or are added on the left; codes can be "
               "entered without."));
    }
}

void ChartPanes::showDocuments(const std::vector<DocumentInfo>& documents, Date service)
{
    m_documentList = documents;
    m_service = service;
    m_documents->showDocuments(documents, service);
    m_documents->setShown(m_viewer->shownVersion());
    m_find->setChart(m_row, documents, service);
}

void ChartPanes::showCodes(const Encounter& encounter, const app::CodeTitles& titles)
{
    m_encounter = encounter;
    m_codes->showCodes(encounter, titles, m_documentList);
    m_sources->showAssigned(encounter);
    markProof();
}

void ChartPanes::showReport(const EditReport& report)
{
    m_edits->showReport(report);
}

void ChartPanes::showNothing(const QString& sentence)
{
    ++m_request;
    closeDifference();
    m_row = {};
    m_documentList.clear();
    m_documents->showDocuments({}, Date::of(2000, 1, 1));
    m_find->close();
    m_sources->showCodes({});
    m_viewer->showEmpty(sentence);
    showCodes({}, {});
    m_edits->showNothing();
}

std::optional<SelectedSpan> ChartPanes::selectedSpan() const
{
    return m_viewer->selectedSpan();
}

void ChartPanes::markProof()
{
    std::vector<Highlight> marks;
    const auto mark = [&marks](const std::vector<Evidence>& evidence, bool isCurrent) {
        for (const auto& item : evidence) {
            marks.push_back({item.span, isCurrent ? MarkKind::currentProof : MarkKind::proof});
        }
    };
    const bool inLines = m_codes->isProceduresCurrent();
    const auto diagnosis = m_codes->currentDiagnosis();
    const auto line = m_codes->currentProcedure();
    for (const auto& item : m_encounter.diagnoses) mark(item.evidence, !inLines && diagnosis == item.id);
    for (const auto& item : m_encounter.procedures) mark(item.evidence, inLines && line == item.id);
    // The current one last, over the others where they stand on the same words.
    std::stable_partition(marks.begin(), marks.end(), [](const Highlight& h) { return h.kind == MarkKind::proof; });
    m_viewer->setHighlights(std::move(marks));
}

void ChartPanes::showEvidence(const std::vector<Evidence>& evidence)
{
    if (evidence.empty()) {
        emit statusText(tr("This row has no proof yet: select the words in the document and attach them."));
        return;
    }
    // Again on the same row: the next piece of proof.
    m_evidenceTurn = evidence == m_evidenceShown ? (m_evidenceTurn + 1) % evidence.size() : 0;
    m_evidenceShown = evidence;
    const auto& shown = evidence[m_evidenceTurn];
    emit statusText(tr("Proof %1 of %2, %3").arg(m_evidenceTurn + 1).arg(evidence.size()).arg(qs(shown.documentTitle)));
    showPlace(shown.span);
}

void ChartPanes::goTo(const Finding& finding)
{
    if (m_codes->goTo(finding)) {
        emit statusText(qs(finding.fix));
        return;
    }
    emit statusText(tr("%1: this stands in the data that came with the encounter, not on this page. %2")
                        .arg(qs(finding.key.rule), qs(finding.fix)));
}

void ChartPanes::focusDocuments()
{
    if (m_documents->isCollapsed()) {
        m_documents->setCollapsed(false);
        auto sizes = m_splitter->sizes();
        sizes[1] -= m_theme.scaled(documentsWidth) - sizes[0];
        sizes[0] = m_theme.scaled(documentsWidth);
        m_splitter->setSizes(sizes);
    }
    m_documents->list().setFocus(Qt::ShortcutFocusReason);
}

void ChartPanes::focusSources()
{
    if (m_sources->isEmpty()) {
        emit statusText(tr("No document of this chart carries codes."));
        return;
    }
    m_sources->list().setFocus(Qt::ShortcutFocusReason);
}

void ChartPanes::focusPane(int direction)
{
    const auto* focused = QApplication::focusWidget();
    const std::array<const QWidget*, 6> panes = {m_documents, m_viewer, &m_codes->diagnoses(), &m_codes->procedures(),
                                                 m_edits,     m_sources};
    const auto at = std::find_if(panes.begin(), panes.end(), [focused](const QWidget* pane) {
        return focused && (pane == focused || pane->isAncestorOf(focused));
    });
    const auto count = static_cast<int>(panes.size());
    const int current = at == panes.end() ? (direction > 0 ? 0 : 2) : static_cast<int>(at - panes.begin());
    int next = (current + direction + count) % count;
    if (next == 5 && m_sources->isEmpty()) next = (next + direction + count) % count;
    if (next == 1 && !m_viewer->view()) next = (next + direction + count) % count;
    switch (next) {
    case 0: focusDocuments(); break;
    case 1: m_viewer->focusDocument(); break;
    case 2: m_codes->focusDiagnoses(); break;
    case 3: m_codes->focusProcedures(); break;
    case 4: m_edits->list().setFocus(Qt::ShortcutFocusReason); break;
    default: focusSources(); break;
    }
}

void ChartPanes::addOnTop(QWidget* widget)
{
    static_cast<QVBoxLayout*>(m_right->layout())->insertWidget(0, widget);
}

void ChartPanes::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitPanes();
    if (m_difference) m_difference->setGeometry(rect());
}

void ChartPanes::fitPanes()
{
    const bool isNarrow = width() < m_theme.scaled(narrow);
    const bool isUsed = m_documents->list().hasFocus();
    if (m_hasLaidOut && m_documents->isCollapsed() == isNarrow) return;
    m_hasLaidOut = true;
    m_documents->setCollapsed(isNarrow && !isUsed);
    const int left = m_documents->isCollapsed() ? m_documents->maximumWidth() : m_theme.scaled(documentsWidth);
    const int right = std::min(m_theme.scaled(codesWidth), width() / 2);
    m_splitter->setSizes({left, std::max(1, width() - left - right - 2), right});
}

void ChartPanes::watchFocus(QWidget* now)
{
    // An expanded pane in a narrow window folds up again when one goes on working elsewhere in the chart.
    const bool isElsewhere = now && isAncestorOf(now) && !m_documents->isAncestorOf(now);
    if (isElsewhere && !m_documents->isCollapsed() && width() < m_theme.scaled(narrow)) {
        m_hasLaidOut = false;
        fitPanes();
    }
}

}  // namespace cw::ui
