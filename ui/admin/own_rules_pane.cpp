#include "ui/admin/own_rules_pane.h"

#include "app/edit_desk.h"
#include "base/file.h"
#include "ui/admin/condition_rows.h"
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
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace cw::ui {

namespace {

constexpr int sampleSize = 1000;
constexpr std::array<Scopes, 4> scopes = {scope::all, scope::professional, scope::outpatient, scope::inpatient};

}  // namespace

OwnRulesPane::OwnRulesPane(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_header(new PaneHeader(context.theme, tr("Own rules"), this)),
      m_model(new OwnRuleModel(this)),
      m_table(new ListTable(context.theme, tr("Own rules"), 26, this)),
      m_state(new EmptyState(context.theme, m_table)),
      m_form(new FormGrid(context.theme, tr("New rule"), this))
{
    m_header->addHint(keyHint("admin.new"), tr("new"));
    m_table->setObjectName(QStringLiteral("ownRules.table"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({84, 0, 90, 160, 240}, OwnRuleModel::title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    column->addWidget(m_form);
    makeForm();
    connect(m_table, &ListTable::currentRowChanged, this, [this](int row) {
        // What is half written stays; Enter on a row takes that row instead.
        if (const auto* rule = m_model->at(row); rule && entered() == m_untouched) showForm(rule);
    });
    connect(m_table, &ListTable::rowActivated, this, [this](int row) {
        if (const auto* rule = m_model->at(row); rule && (!m_shown || m_shown->id != rule->id)) showForm(rule);
        m_title->setFocus();
    });
    bindCommand("admin.new", this, [this] {
        showForm(nullptr);
        m_title->setFocus();
    });
    showForm(nullptr);
}

void OwnRulesPane::makeForm()
{
    m_title = m_form->addLine(tr("Title"), "ownRules.title", tr("what it looks for"));
    m_when = new ConditionRows(m_context.theme, m_form);
    m_form->addWide(tr("When"), m_when);
    m_message = m_form->addLine(tr("Message"), "ownRules.message", tr("one sentence: what is wrong"));
    m_fix = m_form->addLine(tr("Fix"), "ownRules.fix", tr("one sentence: what to do"));
    m_source = m_form->addLine(tr("Whose rule"), "ownRules.source", tr("contract, letter, decision"));
    m_level = m_form->addChoice(tr("Level"), "ownRules.level", {tr("note"), tr("warning"), tr("error")});
    m_scope = m_form->addChoice(tr("For"), "ownRules.scope",
                                {tr("every setting"), tr("professional"), tr("outpatient"), tr("inpatient")});
    m_payer = m_form->addLine(tr("Payer id"), "ownRules.payer", tr("empty: every payer"));
    m_trial = m_form->addText("ownRules.trial");
    const auto button = [this](const QString& text, const char* name, auto&& run) {
        connect(m_form->addButton(text, name), &QPushButton::clicked, this, run);
    };
    button(tr("And another condition"), "ownRules.addCondition", [this] { m_when->addLine(); });
    button(tr("Try on the newest charts"), "ownRules.try", [this] { tryOut(); });
    button(tr("Keep and use"), "ownRules.use", [this] { keep(true); });
    button(tr("Keep, not in use"), "ownRules.keep", [this] { keep(false); });
    button(tr("Import\u2026"), "ownRules.import", [this] { importFile(); });
    button(tr("Export\u2026"), "ownRules.export", [this] { exportFile(); });
}

void OwnRulesPane::showForm(const SiteRule* rule)
{
    m_shown = rule ? std::optional(*rule) : std::nullopt;
    const SiteRule shown = rule ? *rule : SiteRule{};
    m_form->setTitle(rule ? tr("%1, version %2").arg(qs(rule->id)).arg(rule->version) : tr("New rule"));
    m_title->setText(qs(shown.title));
    m_when->show(shown.when);
    m_message->setText(qs(shown.message));
    m_fix->setText(qs(shown.fix));
    m_source->setText(qs(shown.source));
    m_level->setCurrentIndex(std::max(0, static_cast<int>(shown.level) - 1));
    const auto found = std::find(scopes.begin(), scopes.end(), shown.scope);
    m_scope->setCurrentIndex(found == scopes.end() ? 0 : static_cast<int>(found - scopes.begin()));
    m_payer->setText(qs(shown.payerId));
    m_trial->clear();
    m_untouched = entered();
}

SiteRule OwnRulesPane::entered() const
{
    SiteRule rule = m_shown.value_or(SiteRule{});
    rule.title = utf8(m_title->text().trimmed());
    if (auto when = m_when->condition()) rule.when = std::move(*when);
    rule.message = utf8(m_message->text().trimmed());
    rule.fix = utf8(m_fix->text().trimmed());
    rule.source = utf8(m_source->text().trimmed());
    rule.level = static_cast<RuleLevel>(m_level->currentIndex() + 1);
    rule.scope = scopes.at(static_cast<std::size_t>(m_scope->currentIndex()));
    rule.payerId = utf8(m_payer->text().trimmed());
    return rule;
}

std::optional<SiteRule> OwnRulesPane::formRule()
{
    auto rule = entered();
    const Status status = validate(rule);
    if (status) return rule;
    m_context.prompter.showError(this, status.error());
    return std::nullopt;
}

void OwnRulesPane::keep(bool isActive)
{
    auto rule = formRule();
    if (!rule) return;
    rule->isActive = isActive;
    m_context.work.run<SiteRule>(
        this, [rule = *rule](app::Workspace& workspace) { return app::EditDesk(workspace).saveSiteRule(rule); },
        [this](Result<SiteRule> kept) {
            if (!kept) return m_context.prompter.showError(this, kept.error());
            m_wanted = kept->id;
            m_untouched = entered();
            emit statusText(kept->isActive ? tr("%1 is in use from the next check on").arg(qs(kept->id))
                                           : tr("%1 is kept and not in use").arg(qs(kept->id)));
            load();
        });
}

void OwnRulesPane::tryOut()
{
    const auto rule = formRule();
    if (!rule) return;
    m_context.work.runJob<app::SiteTrial>(
        this, tr("Trying the rule"),
        [rule = *rule](app::Workspace& workspace, const Progress& progress) {
            return app::EditDesk(workspace).trySiteRule(rule, sampleSize, progress);
        },
        [this](Result<app::SiteTrial> trial) {
            if (!trial) return m_context.prompter.showError(this, trial.error());
            QStringList names;
            for (const auto& hit : trial->hits) {
                if (names.size() == 12) break;
                names.append(qs(hit));
            }
            const int hits = trial->met;
            m_trial->setText(hits == 0 ? tr("Tried on %1 charts: it would fire on none.").arg(trial->checked)
                                       : tr("Tried on %1 charts: it would fire on %2 (%3).")
                                             .arg(trial->checked)
                                             .arg(hits)
                                             .arg(names.join(QStringLiteral(", "))));
        });
}

void OwnRulesPane::importFile()
{
    m_context.prompter.pickFiles(this, tr("Import own rules"), tr("Rules (*.json)"), [this](const QStringList& files) {
        if (files.isEmpty()) return;
        m_context.work.run<int>(
            this,
            [path = std::filesystem::path(files.front().toStdU16String())](app::Workspace& workspace) -> Result<int> {
                CW_TRY(const auto bytes, readFile(path));
                return app::EditDesk(workspace).importSiteRules(bytes);
            },
            [this](Result<int> taken) {
                if (!taken) return m_context.prompter.showError(this, taken.error());
                emit statusText(*taken == 1 ? tr("1 rule imported") : tr("%1 rules imported").arg(*taken));
                load();
            });
    });
}

void OwnRulesPane::exportFile()
{
    m_context.prompter.pickFolder(this, tr("Export own rules into"), [this](const QString& folder) {
        if (folder.isEmpty()) return;
        m_context.work.run<bool>(
            this,
            [path = std::filesystem::path(folder.toStdU16String()) /
                    "site-rules.json"](app::Workspace& workspace) -> Result<bool> {
                CW_TRY(const auto rules, app::EditDesk(workspace).siteRules());
                CW_CHECK(writeFileAtomically(path, writeSiteRules(rules)));
                return true;
            },
            [this](Result<bool> done) {
                if (!done) return m_context.prompter.showError(this, done.error());
                emit statusText(tr("site-rules.json is written"));
            });
    });
}

void OwnRulesPane::focusList()
{
    m_table->setFocus();
}

void OwnRulesPane::load()
{
    using Rows = std::vector<SiteRule>;
    m_context.work.run<Rows>(
        this, [](app::Workspace& workspace) { return app::EditDesk(workspace).siteRules(); },
        [this](Result<Rows> rows) {
            if (!rows) return m_state->showFailed(rows.error(), keyHint("go.reload"), tr("try again"));
            // What is half written stays in the form.
            const bool isWriting = !(entered() == m_untouched);
            const QSignalBlocker quiet(isWriting ? m_table : nullptr);
            m_model->setRows(std::move(*rows));
            m_header->setDetail(QString::number(m_model->rowCount()));
            if (isWriting) {
                m_state->showNothing();
                m_table->selectRow(std::max(0, m_model->rowOf(m_shown ? m_shown->id : std::string())));
                return;
            }
            if (m_model->rowCount() == 0) {
                m_state->showEmpty(tr("Rules of this place and of its payers: written here, tried, then used."),
                                   keyHint("admin.new"), tr("write one"));
                return showForm(nullptr);
            }
            m_state->showNothing();
            m_table->selectRow(std::max(0, m_model->rowOf(m_wanted)));
            showForm(m_model->at(m_table->currentRow()));
        });
}

}  // namespace cw::ui
