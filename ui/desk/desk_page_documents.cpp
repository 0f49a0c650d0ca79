#include "app/audit_packet.h"
#include "base/text.h"
#include "ui/async/upkeep.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/desk/chart_panes.h"
#include "ui/desk/codes_pane.h"
#include "ui/desk/desk_page.h"
#include "ui/desk/documents_pane.h"
#include "ui/desk/packet_print.h"
#include "ui/desk/sources_pane.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/inbox/inbox_page.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

namespace cw::ui {

namespace {

/// Words of a document around a code, as it stands there.
std::string quoteOf(const Rendition& rendition, TextRange span)
{
    const auto size = static_cast<std::int64_t>(rendition.text.size());
    if (span.isEmpty() || span.begin < 0 || span.end > size) return {};
    return rendition.text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.end - span.begin));
}

}  // namespace

void DeskPage::connectDocuments()
{
    setAcceptDrops(true);
    m_holder->hide();
    m_lateChip->hide();
    m_lateChip->setObjectName(QStringLiteral("late"));
    m_lateChip->setClickable(true);
    connect(m_lateChip, &Chip::clicked, this, &DeskPage::lookAtLate);
    connect(&m_watch, &ChartWatch::news, this, &DeskPage::showNews);
    connect(&m_panes->sources(), &SourcesPane::accepted, this, &DeskPage::acceptSource);
    connect(m_panes, &ChartPanes::replacementWanted, this, &DeskPage::replaceDocument);
    if (!m_context.upkeep) return;
    connect(m_context.upkeep, &Upkeep::stored, &m_watch, &ChartWatch::refresh);
    connect(m_panes, &ChartPanes::documentNeedsReading, this, [this](DocumentVersionId version) {
        m_context.upkeep->readNow(this, version, [this](const Status& status) {
            if (status) m_panes->refreshShown();
        });
    });
}

void DeskPage::bindDocumentCommands()
{
    bindCommand("desk.addDocuments", this, [this] { addDocuments(); });
    bindCommand("desk.packet", this, [this] { exportPacket(); });
    bindCommand("desk.print", this, [this] { printPacket(); });
    bindCommand("desk.late", this, [this] { lookAtLate(); });
    bindCommand("desk.sources", this, [this] { m_panes->focusSources(); });
    bindCommand("documents.next", this, [this] { m_panes->stepDocument(1); });
    bindCommand("documents.previous", this, [this] { m_panes->stepDocument(-1); });
    bindCommandKeys("documents.tag", this, [this](int key) { m_panes->toggleTag(static_cast<char>('A' + key)); });
    bindCommand("chart.find", this, [this] { m_panes->findInChart(); });
    bindCommand("chart.bookmarks", this, [this] { m_panes->showBookmarks(); });
    bindCommand("viewer.bookmark", this, [this] { m_panes->addBookmark(m_context.prompter); });
}

void DeskPage::addDocuments()
{
    if (!m_session.isOpen()) return say(tr("No chart is open."));
    m_context.prompter.pickFiles(this, tr("Add documents"), tr("All files (*)"), [this](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        for (const QString& file : files) paths.emplace_back(utf8(file));
        importPaths(std::move(paths), {});
    });
}

void DeskPage::importPaths(std::vector<std::filesystem::path> paths, app::IntakeOptions options)
{
    if (paths.empty() || !m_session.isOpen()) return;
    if (!options.replaces) options.encounterId = m_session.encounter().encounterId;
    const auto done = [this, paths, options](const Result<app::IntakeOutcome>& outcome) {
        afterImport(paths, options, outcome);
    };
    if (m_context.upkeep) return m_context.upkeep->importFiles(this, paths, options, done);
    m_context.work.runJob<app::IntakeOutcome>(
        this, tr("Adding documents"),
        [paths, options](app::Workspace& workspace, const Progress& progress) {
            return app::Intake(workspace).importFiles(paths, options, progress);
        },
        done);
}

void DeskPage::afterImport(const std::vector<std::filesystem::path>&, const app::IntakeOptions& options,
                           const Result<app::IntakeOutcome>& outcome)
{
    if (!outcome) return m_context.prompter.showError(this, outcome.error());
    say(tr("Added: %1").arg(summaryOf(*outcome)));
    m_watch.look();
    if (!outcome->locked.empty()) {
        const QString file = qs(outcome->locked.front().filename().string());
        m_context.prompter.askPassword(
            this, options.password.empty() ? tr("Protected by a password") : tr("That password does not fit"),
            tr("Password of %1; it is kept inside the encrypted workspace").arg(file),
            [this, options, locked = outcome->locked](const std::optional<QString>& password) {
                if (!password || password->isEmpty()) return say(tr("Not added: the password is missing"));
                auto again = options;
                again.password = utf8(*password);
                importPaths(locked, again);
            });
        return;
    }
    if (!outcome->notes.empty())
        m_context.prompter.showText(
            this, outcome->rejectedAny() ? tr("Not all was added") : tr("Added: %1").arg(summaryOf(*outcome)),
            qs(text::join(outcome->notes, "\n")));
}

void DeskPage::replaceDocument(const DocumentInfo& document)
{
    m_context.prompter.pickFiles(this, tr("Corrected version"), tr("All files (*)"),
                                 [this, id = document.id](const QStringList& files) {
                                     if (files.isEmpty()) return;
                                     app::IntakeOptions options;
                                     options.replaces = id;
                                     importPaths({std::filesystem::path(utf8(files.front()))}, options);
                                 });
}

void DeskPage::acceptSource(const DocumentRepository::StoredCode& stored)
{
    const auto system = acceptableSystem(stored.code);
    if (!system) return;
    const auto finish = [this, stored, system = *system](const std::vector<Evidence>& evidence) {
        const QString code = qs(stored.code.code);
        Result<Change> change = [&]() -> Result<Change> {
            if (system == CodeSystem::icd10cm) {
                CW_TRY(const auto diagnosis, Icd10CmCode::parse(stored.code.code));
                return Change([this, diagnosis, evidence](Encounter e) {
                    return coding::addDiagnosis(std::move(e), diagnosis, DiagnosisRole::diagnosis, evidence,
                                                m_session.ids());
                });
            }
            CW_TRY(const auto procedure, ProcedureCode::parse(system, stored.code.code));
            return Change([this, procedure, evidence](Encounter e) {
                return coding::addProcedure(std::move(e), procedure, evidence, m_session.ids());
            });
        }();
        if (!change) return sayError(change.error());
        const Status status = m_session.apply(tr("Add %1 from the source").arg(code), *change);
        if (!status) return sayError(status.error());
        say(evidence.empty() ? tr("%1 added; no words of a document prove it yet").arg(code)
                             : tr("%1 added with its proof").arg(code));
    };
    if (!m_session.canCode()) return say(qs(m_session.chart().whyNot));
    if (!stored.version.isValid() || stored.code.span.isEmpty()) return finish({});
    m_context.work.run<app::OpenedDocument>(
        this, [version = stored.version](app::Workspace& workspace) { return app::ChartDesk(workspace).peek(version); },
        [this, stored, finish, row = m_session.encounter().row](const Result<app::OpenedDocument>& opened) {
            if (!m_session.isOpen() || m_session.encounter().row != row) return;
            if (!opened) return sayError(opened.error());
            const std::string quote = quoteOf(opened->rendition, stored.code.span);
            if (quote.empty()) return finish({});
            const Span span{stored.version, 0, stored.code.span.begin, stored.code.span.end, {}};
            finish({app::makeEvidence(span, quote, opened->info.title, m_session.ids())});
        });
}

void DeskPage::showNews(const app::ChartNews& news)
{
    const bool isMore = news.late.size() > m_late.size();
    const auto before = m_panes->documentList().size();
    m_late = news.late;
    m_panes->showNews(news);
    showLate(static_cast<int>(m_late.size()));
    showHolder(news.lock);
    if (isMore)
        say(tr("%1 arrived after coding had begun: %2 shows it").arg(tr("A document"), keyHint("desk.late")));
    else if (news.documents.size() > before)
        say(tr("%1 new documents in this chart").arg(news.documents.size() - before));
    m_context.lookup.run<std::vector<DocumentRepository::StoredCode>>(
        this,
        [row = m_session.encounter().row](app::Workspace& workspace) {
            return app::ChartDesk(workspace).sourceCodes(row);
        },
        [this](const Result<std::vector<DocumentRepository::StoredCode>>& codes) {
            if (codes && m_session.isOpen()) m_panes->showSources(*codes);
        });
}

void DeskPage::showLate(int count)
{
    if (count == 0) m_late.clear();
    m_lateChip->setText(count == 1 ? tr("1 late document") : tr("%1 late documents").arg(count));
    m_lateChip->setToolTip(tr("Arrived after coding had begun. %1").arg(keyHint("desk.late")));
    m_lateChip->setAccessibleName(m_lateChip->text());
    m_lateChip->setVisible(count > 0);
}

void DeskPage::showHolder(const std::optional<ChartLock>& lock)
{
    m_holder->setVisible(lock.has_value());
    if (!lock) return;
    m_holder->setText(tr("%1 (%2) has it open").arg(qs(lock->account), qs(lock->roles)));
    m_context.lookup.run<std::string>(
        this,
        [since = lock->since](app::Workspace& workspace) -> Result<std::string> {
            return workspace.clock().localTime(since);
        },
        [this, lock](const Result<std::string>& since) {
            if (!since) return;
            m_holder->setText(tr("%1 (%2) has it open since %3; you read only")
                                  .arg(qs(lock->account), qs(lock->roles), qs(since->substr(0, 5))));
        });
}

/// Shows the first late document; when it is the one shown already, what is late counts as looked at.
void DeskPage::lookAtLate()
{
    if (m_late.empty()) return say(tr("No document arrived late."));
    for (const auto version : m_late) {
        const auto* info = m_panes->documents().find(version);
        if (info && info->unread) return m_panes->openVersion(version);
    }
    m_context.work.run<bool>(
        this,
        [row = m_session.encounter().row](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::ChartDesk(workspace).acknowledgeLate(row));
            return true;
        },
        [this](const Result<bool>& done) {
            if (!done) return sayError(done.error());
            showLate(0);
            m_panes->setLate({});
            say(tr("The late documents are looked at; the codes stand as they are."));
        });
}

void DeskPage::exportPacket()
{
    if (!m_session.isOpen()) return say(tr("No chart is open."));
    m_context.prompter.pickFolder(this, tr("Folder for the audit packet"), [this](const QString& folder) {
        if (folder.isEmpty()) return;
        m_session.settle([this, folder](const Status&) {
            const std::string id = m_session.encounter().encounterId;
            const auto file = std::filesystem::path(utf8(folder)) / (id + "-audit-packet.pdf");
            m_context.work.runJob<bool>(
                this, tr("Making the audit packet"),
                [id, file](app::Workspace& workspace, const Progress&) -> Result<bool> {
                    CW_CHECK(app::exportAuditPacket(workspace, id, file));
                    return true;
                },
                [this, file](const Result<bool>& done) {
                    if (!done) return m_context.prompter.showError(this, done.error());
                    say(tr("Audit packet written: %1").arg(qs(file.filename().string())));
                });
        });
    });
}

void DeskPage::printPacket()
{
    if (!m_session.isOpen()) return say(tr("No chart is open."));
    m_session.settle([this](const Status&) {
        m_context.work.runJob<std::string>(
            this, tr("Making the audit packet"),
            [id = m_session.encounter().encounterId](app::Workspace& workspace,
                                                     const Progress&) -> Result<std::string> {
                CW_TRY(const auto packet, app::makeAuditPacket(workspace, id));
                return app::auditPacketPdf(packet);
            },
            [this](const Result<std::string>& pdf) {
                if (!pdf) return m_context.prompter.showError(this, pdf.error());
                printPdf(this, m_context.work, *pdf, [this](const Status& status) {
                    if (!status)
                        m_context.prompter.showError(this, status.error());
                    else
                        say(tr("Sent to the printer"));
                });
            });
    });
}

void DeskPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_session.isOpen() && event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void DeskPage::dropEvent(QDropEvent* event)
{
    std::vector<std::filesystem::path> paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths.emplace_back(utf8(url.toLocalFile()));
    event->acceptProposedAction();
    importPaths(std::move(paths), {});
}

}  // namespace cw::ui
