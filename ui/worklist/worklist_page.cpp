#include "ui/worklist/worklist_page.h"

#include "app/intake.h"
#include "ui/async/background.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chip_row.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/keep_width.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/primary_button.h"
#include "ui/widgets/text.h"
#include "ui/worklist/worklist_filters.h"
#include "ui/worklist/worklist_model.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

namespace cw::ui {

WorklistPage::WorklistPage(PageContext context, QWidget* parent)
    : Page(std::move(context), parent),
      m_choices(filterChoices(m_context.user)),
      m_filter(new QComboBox(this)),
      m_text(new QLineEdit(this)),
      m_chips(new ChipRow(m_context.theme, this)),
      m_next(new PrimaryButton(m_context.theme, QStringLiteral("Next"), keyHint("worklist.next"), this)),
      m_table(new ListTable(m_context.theme, QStringLiteral("Worklist"), 31, this)),
      m_model(new WorklistModel(this)),
      m_empty(nullptr)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_table, 1);

    m_table->setObjectName(QStringLiteral("worklist.table"));
    m_model->setUser(m_context.user.name);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(WorklistModel::serviceDate, Qt::AscendingOrder);
    m_table->setColumnWidths({84, 190, 100, 140, 188, 90, 92, 96, 0}, WorklistModel::note);
    m_empty = new EmptyState(m_context.theme, m_table);

    connect(m_table, &ListTable::rowActivated, this, &WorklistPage::openRow);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &WorklistPage::load);
    connect(m_next, &QPushButton::clicked, this, &WorklistPage::openNext);
    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(120);
    connect(typing, &QTimer::timeout, this, &WorklistPage::load);
    connect(m_text, &QLineEdit::textChanged, typing, [typing] { typing->start(); });
    connect(m_text, &QLineEdit::returnPressed, m_table, [this] { m_table->setFocus(); });
    setTabOrder(m_next, m_table);
    bind();
}

QWidget* WorklistPage::makeBar()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    const auto& theme = m_context.theme;
    row->setContentsMargins(theme.scaled(14), theme.scaled(8), theme.scaled(14), theme.scaled(8));
    row->setSpacing(theme.scaled(8));
    auto* title = new QLabel(QStringLiteral("Worklist"), bar);
    title->setProperty("role", QStringLiteral("heading"));
    for (const auto& choice : m_choices) m_filter->addItem(choice.text);
    m_filter->setObjectName(QStringLiteral("worklist.filter"));
    m_filter->setAccessibleName(QStringLiteral("Filter"));
    m_filter->setMaxVisibleItems(20);
    m_text->setObjectName(QStringLiteral("worklist.find"));
    m_text->setAccessibleName(QStringLiteral("Find by visit, patient, record number or payer"));
    m_text->setPlaceholderText(QStringLiteral("Find  (%1)").arg(keyHint("worklist.find")));
    keepWidth(m_context.theme, *m_text, 112, 160);
    row->addWidget(title);
    row->addWidget(m_filter);
    row->addWidget(m_text);
    row->addWidget(m_chips, 1);
    row->addWidget(m_next);
    m_next->setObjectName(QStringLiteral("worklist.next"));
    m_next->setEnabled(allows(m_context.user.roles, Permission::code));
    return bar;
}

void WorklistPage::bind()
{
    if (m_next->isEnabled()) bindCommand("worklist.next", this, [this] { openNext(); });
    bindCommand("worklist.find", this, [this] {
        m_text->setFocus();
        m_text->selectAll();
    });
    bindCommand("worklist.filter", this, [this] {
        m_filter->setFocus();
        m_filter->showPopup();
    });
    bindCommand("worklist.list", this, [this] { m_table->setFocus(); });
    if (allows(m_context.user.roles, Permission::importEncounters))
        bindCommand("worklist.import", this, [this] { importFiles(); });
    if (allows(m_context.user.roles, Permission::assign)) bindCommand("worklist.assign", m_table, [this] { assign(); });
}

void WorklistPage::activate()
{
    m_table->setFocus();
    load();
}

WorklistFilter WorklistPage::filter() const
{
    WorklistFilter filter = m_choices.at(static_cast<std::size_t>(std::max(m_filter->currentIndex(), 0))).filter;
    filter.text = utf8(m_text->text().trimmed());
    return filter;
}

void WorklistPage::load()
{
    const int load = ++m_load;
    if (m_model->rowCount() == 0) m_empty->showLoading(QStringLiteral("Loading the worklist"));
    m_context.work.run<app::WorklistPage>(
        this, [filter = filter()](app::Workspace& workspace) { return app::Worklist(workspace).page(filter); },
        [this, load](Result<app::WorklistPage> page) {
            if (load != m_load) return;
            if (page) {
                fill(*page);
            } else {
                m_model->setRows({});
                m_empty->showFailed(page.error(), keyHint("go.reload"), QStringLiteral("try again"));
            }
            emit ready();
        });
}

void WorklistPage::fill(const app::WorklistPage& page)
{
    const int before = m_table->currentRow();
    const std::string current = before >= 0 ? m_model->row(before).summary.encounterId : std::string();
    m_model->setRows(page.rows);
    m_table->selectRow(std::max(m_model->indexOf(current), 0));
    showChips(page);
    const auto count = page.rows.size();
    const QString summary = QStringLiteral("%1 encounter%2, $%3, oldest %4 d")
                                .arg(count)
                                .arg(count == 1 ? QString() : QStringLiteral("s"))
                                .arg(qs(page.charges.grouped()))
                                .arg(page.oldestDays);
    m_chips->setTrailingText(count == 0 ? QString() : summary);
    emit statusText(count == 0 ? QStringLiteral("Nothing shown") : summary);
    if (count == 0)
        showEmpty();
    else
        m_empty->showNothing();
}

void WorklistPage::showChips(const app::WorklistPage& page)
{
    // Chips are kept by status, so that the one with the focus keeps it. What has left the office is in the filter only.
    for (const auto status : openStatuses()) {
        const auto found = page.counts.find(status);
        const int count = found == page.counts.end() ? 0 : found->second;
        const QString name = QStringLiteral("chip.") + qs(toString(status));
        auto* chip = findChild<Chip*>(name);
        if (!chip && count > 0) {
            chip = new Chip(m_context.theme, toneOf(status), {}, this);
            chip->setObjectName(name);
            chip->setClickable(true);
            m_chips->add(chip);
            connect(chip, &QAbstractButton::clicked, this, [this, status] { chooseStatus(status); });
        }
        if (!chip) continue;
        const QString text = QStringLiteral("%1 %2").arg(qs(displayName(status))).arg(count);
        chip->setText(text);
        chip->setAccessibleName(QStringLiteral("Show only: ") + text);
        m_chips->setShown(chip, count > 0);
        const auto chosen = filter().statuses;
        chip->setChecked(chosen.size() == 1 && chosen.front() == status);
    }
}

void WorklistPage::showEmpty()
{
    if (!m_text->text().trimmed().isEmpty())
        return m_empty->showEmpty(QStringLiteral("Nothing matches what you typed."), keyHint("worklist.find"),
                                  QStringLiteral("change it"));
    if (m_filter->currentIndex() == 0 && allows(m_context.user.roles, Permission::code))
        return m_empty->showEmpty(QStringLiteral("All done: nothing waits for you."), keyHint("worklist.filter"),
                                  QStringLiteral("see other work"));
    if (m_filter->currentText() == QStringLiteral("Everything"))
        return m_empty->showEmpty(QStringLiteral("There are no encounters in this workspace yet."),
                                  keyHint("worklist.import"), QStringLiteral("import some"));
    m_empty->showEmpty(QStringLiteral("No encounter stands there."), keyHint("worklist.filter"),
                       QStringLiteral("choose another filter"));
}

void WorklistPage::chooseStatus(EncounterStatus status)
{
    const auto chosen = filter().statuses;
    const bool isChosen = chosen.size() == 1 && chosen.front() == status;
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const auto& statuses = m_choices[i].filter.statuses;
        if (isChosen ? i == 0 : statuses.size() == 1 && statuses.front() == status) {
            m_filter->setCurrentIndex(static_cast<int>(i));
            return;
        }
    }
}

void WorklistPage::openRow(int row)
{
    const auto& summary = m_model->row(row).summary;
    const bool isForReview = summary.status == EncounterStatus::coded || summary.status == EncounterStatus::inReview;
    emit encounterRequested(qs(summary.encounterId), isForReview && allows(m_context.user.roles, Permission::review));
}

void WorklistPage::openNext()
{
    m_context.work.run<std::optional<std::string>>(
        this, [](app::Workspace& workspace) { return app::Worklist(workspace).next({}); },
        [this](Result<std::optional<std::string>> next) {
            if (!next) return m_context.prompter.showError(this, next.error());
            if (*next) return emit encounterRequested(qs(**next), false);
            m_context.prompter.showText(this, QStringLiteral("All done"),
                                        QStringLiteral("No encounter waits for you."));
        });
}

void WorklistPage::assign()
{
    if (m_table->currentRow() < 0) return;
    const auto& summary = m_model->row(m_table->currentRow()).summary;
    m_context.prompter.askText(this, QStringLiteral("Assign %1").arg(qs(summary.encounterId)),
                               QStringLiteral("Account name, or empty to make it free"), qs(summary.assignedTo),
                               [this, id = summary.encounterId](std::optional<QString> name) {
                                   if (!name) return;
                                   m_context.work.run<WorkflowState>(
                                       this,
                                       [id, user = utf8(name->trimmed())](app::Workspace& workspace) {
                                           return app::Worklist(workspace).assign(id, user);
                                       },
                                       [this](Result<WorkflowState> result) {
                                           if (!result) return m_context.prompter.showError(this, result.error());
                                           emit countsChanged();
                                           load();
                                       });
                               });
}

void WorklistPage::importFiles()
{
    m_context.prompter.pickFiles(
        this, QStringLiteral("Import encounters"), QStringLiteral("Encounters (*.json)"),
        [this](const QStringList& files) {
            if (files.isEmpty()) return;
            m_context.work.runJob<app::IntakeOutcome>(
                this, QStringLiteral("Importing encounters"),
                [files](app::Workspace& workspace, const Progress& progress) -> Result<app::IntakeOutcome> {
                    app::IntakeOutcome all;
                    for (const auto& file : files) {
                        CW_TRY(const auto one, app::Intake(workspace).importEncounters(utf8(file), progress));
                        all.encounters += one.encounters;
                        all.documents += one.documents;
                        all.rejected += one.rejected;
                        all.notes.insert(all.notes.end(), one.notes.begin(), one.notes.end());
                    }
                    return all;
                },
                [this](Result<app::IntakeOutcome> outcome) {
                    load();
                    emit countsChanged();
                    if (!outcome) return m_context.prompter.showError(this, outcome.error());
                    QString text = QStringLiteral("%1 encounters and %2 documents came in.")
                                       .arg(outcome->encounters)
                                       .arg(outcome->documents);
                    for (const auto& note : outcome->notes) text += QLatin1Char('\n') + qs(note);
                    m_context.prompter.showText(this, QStringLiteral("Import finished"), text);
                });
        });
}

}  // namespace cw::ui
