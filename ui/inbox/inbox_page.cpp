#include "ui/inbox/inbox_page.h"

#include "app/chart_desk.h"

#include "base/text.h"
#include "ui/async/upkeep.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer_commands.h"
#include "ui/inbox/inbox_models.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/primary_button.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QStackedWidget>
#include <QTabBar>
#include <QUrl>

#include <algorithm>
#include <array>

namespace cw::ui {

/// What the page shows when it comes to the front.
struct InboxPage::Loaded {
    std::vector<UnmatchedItem> items;
    std::vector<PatientMerge> merges;
    std::filesystem::path folder;
    std::map<std::int64_t, std::string> times;  ///< Local times of all instants, by milliseconds.
};

void InboxPage::bind()
{
    bindCommand("inbox.waiting", this, [this] {
        m_tabs->setCurrentIndex(waitingTab);
        m_waiting->setFocus();
    });
    bindCommand("inbox.merges", this, [this] {
        m_tabs->setCurrentIndex(mergesTab);
        m_merges->setFocus();
    });
    bindCommand("inbox.patients", this, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    bindCommand("inbox.nextPane", this, [this] { focusPane(1); });
    bindCommand("inbox.previousPane", this, [this] { focusPane(-1); });
    bindCommand("inbox.attach", this, [this] { attach(); });
    bindCommand("inbox.remember", this, [this] { m_remember->toggle(); });
    bindCommand("inbox.import", this, [this] { chooseFiles(); });
    bindCommand("inbox.retry", this, [this] { retry(); });
    bindCommand("inbox.folder", this, [this] { watchFolder(); });
    bindCommand("inbox.discard", m_waiting, [this] { discard(); });
    bindCommand("inbox.undo", m_merges, [this] { undoMerge(); });
}

void InboxPage::focusPane(int direction)
{
    if (m_tabs->currentIndex() == mergesTab) return m_merges->setFocus();
    const std::array<QWidget*, 4> panes = {m_waiting, m_viewer, m_find, m_choices};
    const auto* focused = QApplication::focusWidget();
    const auto at = std::find_if(panes.begin(), panes.end(), [focused](const QWidget* pane) {
        return focused && (pane == focused || pane->isAncestorOf(focused));
    });
    const auto count = static_cast<int>(panes.size());
    const int current = at == panes.end() ? -direction : static_cast<int>(at - panes.begin());
    const auto next = static_cast<std::size_t>((current + direction + count) % count);
    if (panes[next] == m_viewer) return m_viewer->focusDocument();
    panes[next]->setFocus(Qt::ShortcutFocusReason);
}

void InboxPage::activate()
{
    if (m_tabs->currentIndex() == waitingTab) m_waiting->setFocus();
    load();
}

void InboxPage::load()
{
    const int load = ++m_load;
    m_context.work.run<Loaded>(
        this,
        [](app::Workspace& workspace) -> Result<Loaded> {
            Loaded loaded;
            CW_TRY(loaded.items, app::Inbox(workspace).list());
            CW_TRY(loaded.merges, app::Inbox(workspace).merges());
            CW_TRY(loaded.folder, app::IntakeFolder(workspace).folder());
            const auto& clock = workspace.clock();
            for (const auto& item : loaded.items)
                loaded.times[item.arrivedAt.milliseconds] = clock.localDateTime(item.arrivedAt);
            for (const auto& merge : loaded.merges) loaded.times[merge.at.milliseconds] = clock.localDateTime(merge.at);
            return loaded;
        },
        [this, load](const Result<Loaded>& loaded) {
            if (load != m_load) return;
            if (loaded)
                showLoaded(*loaded);
            else
                m_waitingEmpty->showFailed(loaded.error(), keyHint("go.reload"), tr("try again"));
            emit ready();
        });
}

void InboxPage::showLoaded(const Loaded& loaded)
{
    const auto local = [&loaded](Instant at) { return qs(loaded.times.at(at.milliseconds)); };
    const auto* before = m_model->at(m_waiting->currentRow());
    const std::int64_t current = before ? before->id : 0;
    const int row = std::max(0, m_waiting->currentRow());
    m_model->setItems(loaded.items, local);
    m_mergeModel->setMerges(loaded.merges, local);
    m_tabs->setTabText(waitingTab, tr("Waiting %1").arg(loaded.items.size()));
    m_tabs->setTabText(mergesTab, tr("Merged patients %1").arg(loaded.merges.size()));
    m_folder->setText(loaded.folder.empty() ? tr("No folder is watched  %1").arg(keyHint("inbox.folder"))
                                            : tr("Watched: %1").arg(qs(loaded.folder.string())));
    loaded.merges.empty() ? m_mergesEmpty->showEmpty(tr("No two records of a patient were merged."))
                          : m_mergesEmpty->showNothing();
    m_merges->selectRow(std::max(0, m_merges->currentRow()));
    if (loaded.items.empty()) {
        m_waitingEmpty->showEmpty(tr("Nothing waits: all that came in has found its chart."), keyHint("inbox.import"),
                                  tr("import files"));
        m_opened.reset();
        m_wanted = 0;
        m_viewer->showEmpty(tr("What waits is shown here."));
        showChoices({}, {});
        m_named->setText({});
    } else {
        m_waitingEmpty->showNothing();
        const int known = m_model->indexOf(current);
        m_waiting->selectRow(known >= 0 ? known : row);
        openItem(m_waiting->currentRow());
    }
    emit statusText(tr("%1 wait for a patient").arg(loaded.items.size()));
}

void InboxPage::openItem(int row)
{
    const auto* item = m_model->at(row);
    if (!item || m_wanted == item->id) return;
    m_wanted = item->id;
    // Until it is here nothing can be attached: a key that comes early must not meet the record before.
    m_opened.reset();
    m_remember->setChecked(false);
    {
        const QSignalBlocker quiet(m_find);
        m_find->clear();
    }
    showChoices({}, {});
    m_open.ask([id = item->id](app::Workspace& workspace) { return app::Inbox(workspace).open(id); },
               [this](const Result<app::OpenedUnmatched>& opened) {
                   if (opened) return showItem(*opened);
                   m_wanted = 0;
                   m_viewer->showEmpty(sentenceFor(opened.error()));
                   showChoices({}, {});
               });
}

void InboxPage::showItem(const app::OpenedUnmatched& opened)
{
    m_opened = opened;
    m_named->setText(tr("Named: %1\n%2")
                         .arg(opened.item.patientLabel.empty() ? tr("nobody") : qs(opened.item.patientLabel),
                              qs(sentence(opened.item.reason))));
    m_remember->setEnabled(!opened.patient.identifiers.empty());
    if (opened.documents.empty())
        m_viewer->showEmpty(tr("This %1 has no document to read.").arg(qs(opened.item.kind)));
    else
        showDocument(0);
    findPatients();  // Those that come near, or what was typed meanwhile.
}

void InboxPage::showDocument(std::size_t index)
{
    const auto& document = m_opened->documents[index].document;
    app::OpenedDocument shown;
    shown.info.title = document.title;
    shown.info.format = document.format;
    shown.info.type = document.type;
    shown.info.date = document.date;
    shown.info.author = document.author;
    shown.info.pages = document.pages;
    shown.info.status = document.status;
    // Nothing of it is stored: an id that no stored version has.
    shown.info.version = DocumentVersionId{-m_opened->item.id - static_cast<std::int64_t>(index)};
    if (isPaged(document.format))
        shown.bytes = document.bytes;
    else
        shown.rendition = document.rendition;
    shown.codes = m_opened->documents[index].codes;
    m_viewer->showDocument(shown);
}

void InboxPage::findPatients()
{
    const std::string words = utf8(m_find->text().trimmed());
    if (words.empty()) {
        m_search.forget();
        if (m_opened) showChoices(m_opened->candidates, m_opened->encounters);
        return;
    }
    using Found = std::pair<std::vector<KnownPatient>, std::vector<EncounterSummary>>;
    m_search.ask(
        [words](app::Workspace& workspace) -> Result<Found> {
            Found found;
            app::Inbox inbox(workspace);
            CW_TRY(found.first, inbox.findPatients(words));
            for (const auto& patient : found.first) {
                CW_TRY(auto encounters, inbox.encountersOf(patient.id));
                found.second.insert(found.second.end(), std::make_move_iterator(encounters.begin()),
                                    std::make_move_iterator(encounters.end()));
            }
            return found;
        },
        [this](const Result<Found>& found) {
            if (found)
                showChoices(found->first, found->second);
            else
                m_choiceEmpty->showFailed(found.error());
        });
}

void InboxPage::showChoices(const std::vector<KnownPatient>& patients, const std::vector<EncounterSummary>& encounters)
{
    m_choiceModel->setChoices(patients, encounters);
    m_choiceHeader->setDetail(patients.empty()       ? QString()
                              : patients.size() == 1 ? tr("1 patient")
                                                     : tr("%1 patients").arg(patients.size()));
    m_attach->setEnabled(m_opened.has_value() && !patients.empty());
    if (!m_opened && patients.empty()) return m_choiceEmpty->showNothing();
    if (!patients.empty()) {
        m_choiceEmpty->showNothing();
        // The first encounter, when there is one: that is where most of it belongs.
        m_choices->selectRow(m_choiceModel->at(1) && !m_choiceModel->at(1)->encounterId.empty() ? 1 : 0);
    } else if (m_find->text().trimmed().isEmpty()) {
        m_choiceEmpty->showEmpty(tr("No patient comes near."), keyHint("inbox.patients"), tr("find one"));
    } else {
        m_choiceEmpty->showEmpty(tr("No patient has that name, number or birth date."));
    }
}

void InboxPage::attach()
{
    const auto* choice = m_choiceModel->at(m_choices->currentRow());
    if (!m_opened || !choice) return;
    app::Inbox::Decision decision;
    if (choice->encounterId.empty())
        decision.patient = choice->patient;
    else
        decision.encounterId = choice->encounterId;
    decision.rememberNumber = m_remember->isEnabled() && m_remember->isChecked();
    m_attach->setEnabled(false);
    m_context.work.run<app::IntakeOutcome>(
        this,
        [id = m_opened->item.id, decision](app::Workspace& workspace) {
            return app::Inbox(workspace).resolve(id, decision);
        },
        [this](const Result<app::IntakeOutcome>& outcome) { afterAttach(outcome); });
}

void InboxPage::afterAttach(const Result<app::IntakeOutcome>& outcome)
{
    m_attach->setEnabled(true);
    if (!outcome) {
        m_context.prompter.showError(this, outcome.error());
        m_wanted = 0;
        return load();
    }
    m_opened.reset();
    m_wanted = 0;
    emit statusText(tr("Attached: %1").arg(summaryOf(*outcome)));
    m_waiting->setFocus();
    load();
    if (m_context.upkeep) m_context.upkeep->wake();
    emit countsChanged();
}

void InboxPage::discard()
{
    const auto* item = m_model->at(m_waiting->currentRow());
    if (!item) return;
    m_context.prompter.askText(this, tr("Discard this record"),
                               tr("Why does it belong to nobody here? It is kept with the reason."), {},
                               [this, id = item->id](const std::optional<QString>& reason) {
                                   if (!reason || reason->trimmed().isEmpty()) return;
                                   m_context.work.run<bool>(
                                       this,
                                       [id, text = utf8(reason->trimmed())](app::Workspace& workspace) -> Result<bool> {
                                           CW_CHECK(app::Inbox(workspace).discard(id, text));
                                           return true;
                                       },
                                       [this](const Result<bool>& done) {
                                           if (!done) m_context.prompter.showError(this, done.error());
                                           m_opened.reset();
                                           load();
                                           if (m_context.upkeep) m_context.upkeep->wake();
                                       });
                               });
}

void InboxPage::retry()
{
    m_context.work.runJob<app::IntakeOutcome>(
        this, tr("Matching again"),
        [](app::Workspace& workspace, const Progress& progress) { return app::Inbox(workspace).retry(true, progress); },
        [this](const Result<app::IntakeOutcome>& outcome) { showOutcome(tr("Matched again"), outcome); });
}

void InboxPage::chooseFiles()
{
    m_context.prompter.pickFiles(this, tr("Import files"), tr("All files (*)"), [this](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        for (const QString& file : files) paths.emplace_back(utf8(file));
        importPaths(std::move(paths));
    });
}

void InboxPage::importPaths(std::vector<std::filesystem::path> paths)
{
    if (paths.empty()) return;
    app::IntakeOptions options;
    options.mayMakeEncounters = true;
    const auto done = [this](const Result<app::IntakeOutcome>& outcome) { showOutcome(tr("Imported"), outcome); };
    if (m_context.upkeep) return m_context.upkeep->importFiles(this, std::move(paths), options, done);
    m_context.work.runJob<app::IntakeOutcome>(
        this, tr("Importing"),
        [paths = std::move(paths), options](app::Workspace& workspace, const Progress& progress) {
            return app::Intake(workspace).importFiles(paths, options, progress);
        },
        done);
}

void InboxPage::showOutcome(const QString& what, const Result<app::IntakeOutcome>& outcome)
{
    if (!outcome) {
        m_context.prompter.showError(this, outcome.error());
    } else {
        emit statusText(QStringLiteral("%1: %2").arg(what, summaryOf(*outcome)));
        if (!outcome->notes.empty())
            m_context.prompter.showText(this, QStringLiteral("%1: %2").arg(what, summaryOf(*outcome)),
                                        qs(text::join(outcome->notes, "\n")));
    }
    load();
    emit countsChanged();
}

void InboxPage::watchFolder()
{
    m_context.prompter.pickFolder(this, tr("Watch a folder for documents"), [this](const QString& folder) {
        if (folder.isEmpty()) return;
        m_context.work.run<bool>(
            this,
            [path = std::filesystem::path(utf8(folder))](app::Workspace& workspace) -> Result<bool> {
                CW_CHECK(app::IntakeFolder(workspace).setFolder(path));
                return true;
            },
            [this](const Result<bool>& done) {
                if (!done) m_context.prompter.showError(this, done.error());
                load();
                if (m_context.upkeep) m_context.upkeep->wake();
            });
    });
}

void InboxPage::undoMerge()
{
    const auto* merge = m_mergeModel->merge(m_merges->currentRow());
    if (!merge || merge->isUndone) return;
    m_context.prompter.confirm(this, tr("Undo this merge"),
                               tr("What was moved and is still there goes back to the first record."), tr("Undo"),
                               [this, id = merge->id](bool yes) {
                                   if (!yes) return;
                                   m_context.work.run<bool>(
                                       this,
                                       [id](app::Workspace& workspace) -> Result<bool> {
                                           CW_CHECK(app::Inbox(workspace).undoMerge(id));
                                           return true;
                                       },
                                       [this](const Result<bool>& done) {
                                           if (!done) m_context.prompter.showError(this, done.error());
                                           load();
                                       });
                               });
}

void InboxPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void InboxPage::dropEvent(QDropEvent* event)
{
    std::vector<std::filesystem::path> paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths.emplace_back(utf8(url.toLocalFile()));
    event->acceptProposedAction();
    importPaths(std::move(paths));
}

QString summaryOf(const app::IntakeOutcome& outcome)
{
    QStringList parts;
    const auto count = [&parts](int number, const QString& text) {
        if (number > 0) parts.append(text.arg(number));
    };
    count(outcome.encounters, InboxPage::tr("%1 encounters"));
    count(outcome.documents, InboxPage::tr("%1 documents"));
    count(outcome.versions, InboxPage::tr("%1 new versions"));
    count(outcome.codes, InboxPage::tr("%1 codes from the source"));
    count(outcome.updated, InboxPage::tr("%1 updated"));
    count(outcome.merged, InboxPage::tr("%1 merged"));
    count(outcome.known, InboxPage::tr("%1 known already"));
    count(outcome.unmatched, InboxPage::tr("%1 wait in the inbox"));
    count(outcome.rejected, InboxPage::tr("%1 refused"));
    return parts.isEmpty() ? InboxPage::tr("nothing") : parts.join(QStringLiteral(", "));
}

}  // namespace cw::ui
