#include "ui/admin/rule_files_pane.h"

#include "app/guidelines.h"
#include "base/file.h"
#include "ui/async/background.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace cw::ui {

RuleFilesPane::RuleFilesPane(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_header(new PaneHeader(context.theme, tr("Files of rules"), this)),
      m_files(new RuleFileModel(this)),
      m_table(new ListTable(context.theme, tr("Files of rules"), 26, this)),
      m_state(new EmptyState(context.theme, m_table)),
      m_checkHeader(new PaneHeader(context.theme, tr("Charts that are not billed, checked again"), this)),
      m_changes(new RecheckModel(this)),
      m_changeTable(new ListTable(context.theme, tr("What changed"), 26, this)),
      m_changeState(new EmptyState(context.theme, m_changeTable))
{
    const auto button = [this](PaneHeader* header, const QString& text, const char* name, auto run) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(QString::fromLatin1(name));
        made->setProperty("statusButton", true);
        header->addRight(made);
        connect(made, &QPushButton::clicked, this, run);
    };
    button(m_header, tr("Import\u2026"), "ruleFiles.import", [this] { importFile(); });
    button(m_header, tr("Withdraw\u2026"), "ruleFiles.withdraw", [this] { withdraw(); });
    button(m_header, tr("Guidelines\u2026"), "ruleFiles.guidelines", [this] { addGuidelines(); });
    button(m_checkHeader, tr("Check again"), "ruleFiles.recheck", [this] { recheck(); });
    m_header->addHint(keyHint("admin.new"), tr("import"));
    m_header->addHint(keyHint("admin.remove"), tr("withdraw"));
    m_checkHeader->addHint(keyHint("admin.recheck"), tr("check"));
    m_checkHeader->setTopLine(true);
    m_table->setObjectName(QStringLiteral("ruleFiles.table"));
    m_table->setModel(m_files);
    m_table->setColumnWidths({0, 90, 170, 110, 180}, RuleFileModel::name);
    m_changeTable->setObjectName(QStringLiteral("ruleFiles.changes"));
    m_changeTable->setModel(m_changes);
    m_changeTable->setColumnWidths({150, 110, 0, 130}, RecheckModel::change);
    m_changeState->showEmpty(tr("After an import of tables or rules: what would now be said otherwise."),
                             keyHint("admin.recheck"), tr("check again"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    column->addWidget(m_checkHeader);
    column->addWidget(m_changeTable, 1);
    bindCommand("admin.new", this, [this] { importFile(); });
    bindCommand("admin.remove", m_table, [this] { withdraw(); });
    bindCommand("admin.recheck", this, [this] { recheck(); });
    connect(m_changeTable, &ListTable::rowActivated, this,
            [this](int row) { emit encounterWanted(m_changes->encounterAt(row)); });
}

void RuleFilesPane::focusList()
{
    m_table->setFocus();
}

void RuleFilesPane::load()
{
    using Rows = std::vector<RuleFileModel::Row>;
    m_context.work.run<Rows>(
        this,
        [](app::Workspace& workspace) -> Result<Rows> {
            CW_TRY(const auto records, app::EditDesk(workspace).ruleFiles());
            Rows rows;
            for (const auto& record : records)
                rows.push_back({record, qs(workspace.clock().localDateTime(record.when))});
            return rows;
        },
        [this](Result<Rows> rows) {
            if (!rows) return m_state->showFailed(rows.error(), keyHint("go.reload"), tr("try again"));
            m_files->setRows(std::move(*rows));
            m_header->setDetail(QString::number(m_files->rowCount()));
            if (m_files->rowCount() > 0) {
                m_state->showNothing();
                m_table->selectRow(0);
            } else {
                m_state->showEmpty(
                    tr("The shipped files are in force. A corrected copy or a coverage policy is imported here."),
                    keyHint("admin.new"), tr("import a file"));
            }
        });
}

void RuleFilesPane::importFile()
{
    m_context.prompter.pickFiles(
        this, tr("Import a file of rules"), tr("Rules (*.tsv)"), [this](const QStringList& files) {
            if (files.isEmpty()) return;
            const std::filesystem::path path(files.front().toStdU16String());
            m_context.prompter.askText(
                this, tr("Which file of rules is it?"),
                tr("coverage.tsv, payers.tsv, payer_codes.tsv, coverage/NAME.tsv, lists/NAME.tsv or pairs/NAME.tsv"),
                qs(path.filename().string()), [this, path](std::optional<QString> name) {
                    if (!name) return;
                    m_context.work.run<edits::RuleFile>(
                        this,
                        [path, name = utf8(name->trimmed())](app::Workspace&) -> Result<edits::RuleFile> {
                            CW_TRY(auto text, readFile(path));
                            return edits::RuleFile{name, std::move(text)};
                        },
                        [this](Result<edits::RuleFile> file) {
                            if (!file) return m_context.prompter.showError(this, file.error());
                            preview(*file);
                        });
                });
        });
}

void RuleFilesPane::addGuidelines()
{
    m_context.prompter.pickFiles(
        this, tr("Add the Official Guidelines"), tr("PDF (*.pdf)"), [this](const QStringList& files) {
            if (files.isEmpty()) return;
            m_context.work.run<bool>(
                this,
                [path =
                     std::filesystem::path(files.front().toStdU16String())](app::Workspace& workspace) -> Result<bool> {
                    CW_TRY(const auto bytes, readFile(path));
                    CW_CHECK(app::Guidelines(workspace).add(path.filename().string(), bytes));
                    return true;
                },
                [this](Result<bool> done) {
                    if (!done) return m_context.prompter.showError(this, done.error());
                    emit statusText(tr("The guidelines are kept; S on an edit opens its section"));
                });
        });
}

void RuleFilesPane::preview(const edits::RuleFile& file)
{
    m_context.work.run<app::RuleFilePreview>(
        this, [file](app::Workspace& workspace) { return app::EditDesk(workspace).previewRuleFile(file); },
        [this, file](Result<app::RuleFilePreview> seen) {
            if (!seen) return m_context.prompter.showError(this, seen.error());
            QString text = tr("%1 rows; now there are %2.").arg(seen->rows).arg(seen->rowsBefore);
            if (seen->dropsMany) text += tr(" More than a tenth of the rows would go.");
            const auto list = [&text](const QString& title, const std::vector<std::string>& lines) {
                if (lines.empty()) return;
                text += QStringLiteral("\n\n") + title;
                for (std::size_t i = 0; i < lines.size() && i < 5; ++i)
                    text += QLatin1Char('\n') + qs(lines[i]).left(90).replace(QLatin1Char('\t'), QLatin1Char(' '));
            };
            list(tr("New:"), seen->added);
            list(tr("Gone:"), seen->dropped);
            m_context.prompter.confirm(this, tr("Use %1?").arg(qs(seen->name)), text, tr("Use it"),
                                       [this, file, drops = seen->dropsMany](bool yes) {
                                           if (yes) install(file, drops);
                                       });
        });
}

void RuleFilesPane::install(const edits::RuleFile& file, bool dropMany)
{
    m_context.work.run<app::RuleFilePreview>(
        this,
        [file, dropMany](app::Workspace& workspace) {
            return app::EditDesk(workspace).installRuleFile(file, dropMany);
        },
        [this](Result<app::RuleFilePreview> done) {
            if (!done) return m_context.prompter.showError(this, done.error());
            emit statusText(tr("%1 is in force from the next check on").arg(qs(done->name)));
            load();
        });
}

void RuleFilesPane::withdraw()
{
    const auto* record = m_files->at(m_table->currentRow());
    if (!record || !record->isInForce) return;
    m_context.prompter.confirm(this, tr("Withdraw %1?").arg(qs(record->name)),
                               tr("The shipped file of that name, if there is one, is in force again."), tr("Withdraw"),
                               [this, name = record->name](bool yes) {
                                   if (!yes) return;
                                   m_context.work.run<bool>(
                                       this,
                                       [name](app::Workspace& workspace) -> Result<bool> {
                                           CW_CHECK(app::EditDesk(workspace).withdrawRuleFile(name));
                                           return true;
                                       },
                                       [this](Result<bool> done) {
                                           if (!done) return m_context.prompter.showError(this, done.error());
                                           emit statusText(tr("The file is withdrawn"));
                                           load();
                                       });
                               });
}

void RuleFilesPane::recheck()
{
    m_context.work.runJob<app::RecheckReport>(
        this, tr("Checking charts again"),
        [](app::Workspace& workspace, const Progress& progress) { return app::EditDesk(workspace).recheck(progress); },
        [this](Result<app::RecheckReport> report) {
            if (!report) {
                if (report.error().kind != ErrorKind::cancelled) m_context.prompter.showError(this, report.error());
                return;
            }
            m_checkHeader->setDetail(
                (report->isStopped ? tr("%1 charts, %2 changed, then stopped") : tr("%1 charts, %2 changed"))
                    .arg(report->checked)
                    .arg(report->changes.size()));
            const bool isSame = report->changes.empty();
            const int first = report->first;
            m_changes->setReport(std::move(*report));
            if (!isSame) {
                m_changeState->showNothing();
                m_changeTable->selectRow(0);
                m_changeTable->setFocus();
            } else {
                m_changeState->showEmpty(
                    first > 0 ? tr("Nothing changed. %1 charts were checked for the first time.").arg(first)
                              : tr("Nothing changed."));
            }
        });
}

}  // namespace cw::ui
