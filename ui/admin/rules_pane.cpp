#include "ui/admin/rules_pane.h"

#include "ui/admin/form_grid.h"
#include "ui/async/background.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

namespace {

const QStringList levelNames = {QStringLiteral("off"), QStringLiteral("note"), QStringLiteral("warning"),
                                QStringLiteral("error"), QStringLiteral("as the catalogue has it")};

std::optional<RuleLevel> levelOf(int row)
{
    return row >= 0 && row <= static_cast<int>(RuleLevel::error) ? std::optional(static_cast<RuleLevel>(row))
                                                                 : std::nullopt;
}

}  // namespace

RulesPane::RulesPane(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_header(new PaneHeader(context.theme, tr("Rules"), this)),
      m_find(new QLineEdit(this)),
      m_model(new RuleModel(this)),
      m_table(new ListTable(context.theme, tr("Rules"), 26, this)),
      m_state(new EmptyState(context.theme, m_table)),
      m_form(new FormGrid(context.theme, tr("Level"), this))
{
    m_find->setObjectName(QStringLiteral("rules.find"));
    m_find->setPlaceholderText(tr("Find a rule"));
    m_find->setAccessibleName(tr("Find a rule"));
    m_find->setClearButtonEnabled(true);
    m_find->setFixedWidth(context.theme.scaled(240));
    m_header->addHint(keyHint("admin.find"), tr("find"));
    m_header->addRight(m_find);
    m_table->setObjectName(QStringLiteral("rules.table"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({64, 0, 124, 150, 380}, RuleModel::title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    column->addWidget(m_form);
    makeForm();
    connect(m_find, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setFilter(words);
        m_table->selectRow(0);
        showForm();
    });
    connect(m_find, &QLineEdit::returnPressed, this, &RulesPane::focusList);
    connect(m_table, &ListTable::currentRowChanged, this, [this](int row) {
        const auto* setting = m_model->at(row);
        // A list that was loaded again tells its row anew; what is half entered for it stays.
        if (setting && !(isEntering() && setting->rule->id == m_shownRule)) showForm();
    });
    connect(m_table, &ListTable::rowActivated, this, [this] { m_level->setFocus(); });
    bindCommand("admin.find", this, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    showForm();
}

void RulesPane::makeForm()
{
    m_about = m_form->addText("rules.about");
    m_level = m_form->addChoice(tr("Level"), "rules.level", levelNames);
    m_payer = m_form->addLine(tr("For payer"), "rules.payer", tr("payer id; empty: every payer"));
    m_reason = m_form->addLine(tr("Reason"), "rules.reason", tr("kept with who and when"));
    m_history = m_form->addText("rules.history");
    auto* keep = m_form->addButton(tr("Keep"), "rules.keep");
    connect(keep, &QPushButton::clicked, this, &RulesPane::keep);
    connect(m_reason, &QLineEdit::returnPressed, this, &RulesPane::keep);
}

void RulesPane::showForm()
{
    const auto* setting = m_model->at(m_table->currentRow());
    m_history->clear();
    for (QWidget* field :
         {static_cast<QWidget*>(m_level), static_cast<QWidget*>(m_payer), static_cast<QWidget*>(m_reason)})
        field->setEnabled(setting && !setting->rule->isFixed);
    if (!setting) {
        m_form->setTitle(tr("Level"));
        m_about->clear();
        return;
    }
    const auto& rule = *setting->rule;
    m_form->setTitle(QStringLiteral("%1  %2").arg(qs(rule.id), qs(rule.title)));
    QString about = QStringLiteral("%1 %2.").arg(qs(rule.fix), qs(rule.source));
    if (rule.isFixed) about += tr(" It guards the claim file: its level cannot be changed.");
    if (rule.advisory) about += tr(" Advisory: nobody could check it against the official document.");
    m_about->setText(about);
    m_level->setCurrentIndex(setting->isDefault ? static_cast<int>(levelNames.size()) - 1
                                                : static_cast<int>(setting->level));
    m_shownLevel = m_level->currentIndex();
    m_shownRule = std::string(rule.id);
    showHistory(std::string(rule.id));
}

bool RulesPane::isEntering() const
{
    return m_level->currentIndex() != m_shownLevel || !m_reason->text().isEmpty();
}

void RulesPane::showHistory(const std::string& rule)
{
    const int request = ++m_request;
    m_context.work.run<QString>(
        this,
        [rule](app::Workspace& workspace) -> Result<QString> {
            CW_TRY(const auto changes, app::EditDesk(workspace).levelChanges(rule));
            QStringList lines;
            for (const auto& change : changes) {
                if (lines.size() == 3) break;
                const QString level = change.level ? qs(toString(*change.level)) : levelNames.back();
                const QString whom = change.payerId.empty() ? QString() : tr(" for %1").arg(qs(change.payerId));
                lines.append(QStringLiteral("%1  %2: %3%4. %5")
                                 .arg(qs(workspace.clock().localDateTime(change.when)), qs(change.who), level, whom,
                                      qs(change.why)));
            }
            return lines.join(QLatin1Char('\n'));
        },
        [this, request](Result<QString> text) {
            if (request == m_request && text) m_history->setText(*text);
        });
}

void RulesPane::focusList()
{
    m_table->setFocus();
}

void RulesPane::load()
{
    using Rows = std::vector<app::RuleSetting>;
    m_context.work.run<Rows>(
        this, [](app::Workspace& workspace) { return app::EditDesk(workspace).rules(); },
        [this](Result<Rows> rows) {
            if (!rows) return m_state->showFailed(rows.error(), keyHint("go.reload"), tr("try again"));
            const auto* before = m_model->at(m_table->currentRow());
            const std::string id = before ? std::string(before->rule->id) : std::string();
            // What is half entered stays in the form.
            const bool keepsForm = isEntering();
            m_model->setRows(std::move(*rows));
            m_header->setDetail(QString::number(m_model->all()));
            m_table->selectRow(std::max(0, m_model->rowOf(id)));
            if (!keepsForm) showForm();
        });
}

void RulesPane::keep()
{
    const auto* setting = m_model->at(m_table->currentRow());
    if (!setting || setting->rule->isFixed) return;
    m_context.work.run<bool>(
        this,
        [rule = std::string(setting->rule->id), level = levelOf(m_level->currentIndex()),
         payer = utf8(m_payer->text().trimmed()),
         reason = utf8(m_reason->text().trimmed())](app::Workspace& workspace) -> Result<bool> {
            CW_CHECK(app::EditDesk(workspace).setLevel(rule, payer, level, reason));
            return true;
        },
        [this](Result<bool> done) {
            if (!done) return m_context.prompter.showError(this, done.error());
            m_reason->clear();
            m_payer->clear();
            m_shownLevel = m_level->currentIndex();
            emit statusText(tr("The level is kept; it holds from the next check on"));
            load();
        });
}

}  // namespace cw::ui
