#include "ui/async/background.h"
#include "ui/commands/command_table.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/document_list.h"
#include "ui/desk/documents_pane.h"
#include "ui/desk/find/chart_find_pane.h"
#include "ui/desk/sources_pane.h"
#include "ui/desk/viewer/difference_view.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QListView>
#include <QSettings>

#include <algorithm>

namespace cw::ui {

namespace {

const QString orderKey = QStringLiteral("documents/order");

QString differenceTitle(const DocumentInfo& info)
{
    QStringList words = {qs(info.title.empty() ? info.sourceName : info.title)};
    if (info.date) words.append(qs(info.date->iso()));
    words.append(QStringLiteral("v%1").arg(info.versionNumber));
    return words.join(QStringLiteral(", "));
}

}  // namespace

void ChartPanes::connectDocuments()
{
    connect(m_documents, &DocumentsPane::documentChosen, this, &ChartPanes::openDocument);
    connect(m_documents, &DocumentsPane::expandRequested, this, &ChartPanes::focusDocuments);
    connect(m_documents, &DocumentsPane::statusText, this, &ChartPanes::statusText);
    connect(m_documents, &DocumentsPane::versionsWanted, this, &ChartPanes::loadVersions);
    connect(m_documents, &DocumentsPane::unreadWanted, this, &ChartPanes::markUnread);
    connect(m_documents, &DocumentsPane::comparisonWanted, this, &ChartPanes::compare);
    connect(m_documents, &DocumentsPane::replacementWanted, this, &ChartPanes::replacementWanted);
    connect(m_documents, &DocumentsPane::orderChanged, this,
            [](DocumentOrder order) { QSettings().setValue(orderKey, toString(order)); });
    m_documents->setOrder(documentOrderOf(QSettings().value(orderKey).toString()));
    connect(m_viewer, &DocumentPane::statusText, this, &ChartPanes::statusText);
    connect(m_find, &ChartFindPane::placeChosen, this, &ChartPanes::showPlace);
    connect(m_find, &ChartFindPane::bookmarkRemovalWanted, this, &ChartPanes::removeBookmark);
    connect(m_find, &ChartFindPane::left, this, [this] { m_viewer->focusDocument(); });
    connect(m_find, &ChartFindPane::used, this, &ChartPanes::fitFinder);
    connect(m_sources, &SourcesPane::statusText, this, &ChartPanes::statusText);
    connect(m_sources, &SourcesPane::placeWanted, this, [this](const DocumentRepository::StoredCode& stored) {
        if (!stored.version.isValid() || stored.code.span.isEmpty())
            emit statusText(tr("This code came with a message; no document says where it stands."));
        else
            showPlace({stored.version, 0, stored.code.span.begin, stored.code.span.end, {}});
    });
}

void ChartPanes::showNews(const app::ChartNews& news)
{
    showDocuments(news.documents, m_service);
    setLate(news.late);
    refreshShown();
}

void ChartPanes::setLate(const std::vector<DocumentVersionId>& late)
{
    m_documents->setLate({late.begin(), late.end()});
}

void ChartPanes::showSources(const std::vector<DocumentRepository::StoredCode>& codes)
{
    m_sources->showCodes(codes);
    m_sources->showAssigned(m_encounter);
}

std::string ChartPanes::titleOf(DocumentVersionId version) const
{
    const auto* document = m_documents->find(version);
    return document ? document->title : std::string();
}

void ChartPanes::openDocument(const DocumentInfo& info)
{
    load(info.version, &info);
}

void ChartPanes::openVersion(DocumentVersionId version)
{
    load(version, m_documents->find(version));
}

void ChartPanes::load(DocumentVersionId version, const DocumentInfo* known)
{
    const int request = ++m_request;
    if (known) m_viewer->showLoading(*known);
    m_work.run<app::OpenedDocument>(
        this, [version](app::Workspace& workspace) { return app::ChartDesk(workspace).document(version); },
        [this, request, version](const Result<app::OpenedDocument>& opened) {
            if (request == m_request) showLoaded(version, opened);
        });
}

void ChartPanes::showLoaded(DocumentVersionId version, const Result<app::OpenedDocument>& opened)
{
    if (!opened) {
        const auto* known = m_documents->find(version);
        m_viewer->showFailed(known ? *known : DocumentInfo(), opened.error());
        emit documentFailed(opened.error());
        emit documentShown();
        return;
    }
    m_viewer->showDocument(*opened);
    markProof();
    m_documents->setShown(version);
    for (auto& document : m_documentList)
        if (document.version == version) document.unread = false;
    if (opened->info.needsReading) emit documentNeedsReading(version);
    emit documentShown();
}

void ChartPanes::refreshShown()
{
    const auto version = m_viewer->shownVersion();
    if (!version || !isPaged(m_viewer->shownFormat())) return;
    m_work.run<app::OpenedDocument>(
        this, [version = *version](app::Workspace& workspace) { return app::ChartDesk(workspace).peek(version); },
        [this, version](const Result<app::OpenedDocument>& opened) {
            if (opened && m_viewer->shownVersion() == version) m_viewer->showPageTexts(*opened);
        });
}

void ChartPanes::showPlace(const Span& span)
{
    if (m_viewer->shownVersion() != span.version) openVersion(span.version);
    m_viewer->reveal(span);
}

void ChartPanes::stepDocument(int step)
{
    if (const auto* next = m_documents->beside(step))
        openDocument(DocumentInfo(*next));
    else
        emit statusText(step > 0 ? tr("This is the last document.") : tr("This is the first document."));
}

void ChartPanes::loadTypeNames()
{
    m_lookup.run<std::vector<app::DocumentTypeRule>>(
        this, [](app::Workspace& workspace) { return app::documentTypeRules(workspace); },
        [this](const Result<std::vector<app::DocumentTypeRule>>& rules) {
            if (!rules) return;
            std::map<DocumentType, QString> names;
            for (const auto& rule : *rules)
                if (!rule.name.empty()) names[rule.type] = qs(rule.name);
            m_documents->setTypeNames(std::move(names));
        });
}

void ChartPanes::loadVersions(DocumentId document)
{
    m_work.run<std::vector<DocumentInfo>>(
        this, [document](app::Workspace& workspace) { return app::ChartDesk(workspace).versions(document); },
        [this, document](Result<std::vector<DocumentInfo>> versions) {
            if (versions)
                m_documents->setVersions(document, std::move(*versions));
            else
                emit statusText(sentenceFor(versions.error()));
        });
}

void ChartPanes::markUnread(const DocumentInfo& document)
{
    m_work.run<bool>(
        this,
        [version = document.version](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::ChartDesk(workspace).markUnread(version));
            return true;
        },
        [this, version = document.version](const Result<bool>& done) {
            if (!done) return emit statusText(sentenceFor(done.error()));
            m_documents->setUnread(version, true);
            emit statusText(tr("Marked as unread"));
        });
}

void ChartPanes::toggleTag(char letter)
{
    const auto* meant = m_documents->meant();
    if (!meant) return emit statusText(tr("No document is shown."));
    m_work.run<bool>(
        this,
        [id = meant->id, letter](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::ChartDesk(workspace).toggleTag(id, letter));
            return true;
        },
        [this, id = meant->id, letter](const Result<bool>& done) {
            if (!done) return emit statusText(sentenceFor(done.error()));
            m_documents->toggleTag(id, letter);
            emit statusText(tr("Tag %1; %2 in the list of documents shows those with one tag only")
                                .arg(QLatin1Char(letter))
                                .arg(keyHint("documents.filter")));
        });
}

void ChartPanes::findInChart()
{
    if (!m_row.isValid()) return emit statusText(tr("No chart is open."));
    const auto selected = m_viewer->selectedSpan();
    m_find->find(selected && selected->quote.size() < 60 ? selected->quote : QString());
}

void ChartPanes::showBookmarks()
{
    m_find->showBookmarks();
}

void ChartPanes::addBookmark(Prompter& prompter)
{
    const auto selected = m_viewer->selectedSpan();
    if (!selected) return emit statusText(tr("Select the words first; then a bookmark can stand there."));
    prompter.askText(this, tr("Bookmark"),
                     tr("Note for everybody who opens this chart; a \u201c-\u201d before it keeps it to yourself"), {},
                     [this, selected](const std::optional<QString>& text) {
                         if (!text) return;
                         const bool isPrivate = text->startsWith(QLatin1Char('-'));
                         const QString note = isPrivate ? text->mid(1).trimmed() : text->trimmed();
                         m_work.run<std::int64_t>(
                             this,
                             [span = selected->span, quote = utf8(selected->quote), note = utf8(note),
                              isPrivate](app::Workspace& workspace) {
                                 return app::ChartDesk(workspace).addBookmark(span, quote, note, isPrivate);
                             },
                             [this](const Result<std::int64_t>& id) {
                                 emit statusText(id ? tr("Bookmarked; %1 lists all").arg(keyHint("chart.bookmarks"))
                                                    : sentenceFor(id.error()));
                             });
                     });
}

void ChartPanes::removeBookmark(qint64 id)
{
    m_work.run<bool>(
        this,
        [id](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::ChartDesk(workspace).removeBookmark(id));
            return true;
        },
        [this](const Result<bool>& done) {
            emit statusText(done ? tr("Bookmark removed") : sentenceFor(done.error()));
            m_find->showBookmarks();
        });
}

void ChartPanes::compare(const DocumentInfo& first, const DocumentInfo& second)
{
    // The older one stands at the left.
    const bool isInOrder = first.id == second.id       ? first.versionNumber < second.versionNumber
                           : first.date != second.date ? first.date < second.date
                                                       : first.addedAt <= second.addedAt;
    const DocumentInfo& left = isInOrder ? first : second;
    const DocumentInfo& right = isInOrder ? second : first;
    m_work.run<PreparedDifference>(
        this,
        [left = left.version, right = right.version](app::Workspace& workspace) -> Result<PreparedDifference> {
            app::ChartDesk desk(workspace);
            CW_TRY(const auto before, desk.plainText(left));
            CW_TRY(const auto after, desk.plainText(right));
            return prepareDifference(before, after);
        },
        [this, titles = std::pair(differenceTitle(left), differenceTitle(right))](Result<PreparedDifference> prepared) {
            auto& view = openDifference();
            if (prepared)
                view.showDifference(titles.first, titles.second, std::move(*prepared));
            else
                view.showFailed(prepared.error());
        });
}

DifferenceView& ChartPanes::openDifference()
{
    if (!m_difference) {
        m_difference = new DifferenceView(m_theme, this);
        m_difference->setObjectName(QStringLiteral("difference"));
        connect(m_difference, &DifferenceView::closed, this, &ChartPanes::closeDifference);
    }
    m_difference->setGeometry(rect());
    m_difference->show();
    m_difference->raise();
    m_difference->setFocus(Qt::ShortcutFocusReason);
    return *m_difference;
}

void ChartPanes::closeDifference()
{
    if (!m_difference) return;
    m_difference->hide();
    m_difference->deleteLater();
    m_difference = nullptr;
    m_documents->list().setFocus(Qt::ShortcutFocusReason);
}

void ChartPanes::fitFinder()
{
    if (m_documents->isCollapsed()) focusDocuments();
}

}  // namespace cw::ui
