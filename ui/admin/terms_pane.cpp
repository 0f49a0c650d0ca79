#include "ui/admin/terms_pane.h"

#include "ui/async/background.h"
#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/shell/prompter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

TermsPane::TermsPane(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_header(new PaneHeader(context.theme, tr("Own search terms"), this)),
      m_model(new TermModel(this)),
      m_table(new ListTable(context.theme, tr("Own search terms"), 31, this)),
      m_state(new EmptyState(context.theme, m_table))
{
    m_header->addHint(keyHint("admin.new"), tr("new"));
    m_header->addHint(keyHint("admin.remove"), tr("remove"));
    m_table->setObjectName(QStringLiteral("terms.table"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({180, 0, 260, 230}, TermModel::words);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    column->addWidget(makeForm());
    connect(m_table, &ListTable::currentRowChanged, this, [this](int row) { showForm(m_model->at(row)); });
    connect(m_table, &ListTable::rowActivated, this, [this] { m_term->setFocus(); });
    bindCommand("admin.new", this, [this] { startNew(); });
    bindCommand("admin.remove", m_table, [this] { remove(); });
    showForm(nullptr);
}

QWidget* TermsPane::makeForm()
{
    auto* form = new QWidget(this);
    m_formHeader = new PaneHeader(m_context.theme, tr("New term"), form);
    m_formHeader->setTopLine(true);
    auto* grid = new QGridLayout;
    const int space = m_context.theme.scaled(10);
    grid->setContentsMargins(space, space, space, space);
    grid->setHorizontalSpacing(space);
    grid->setVerticalSpacing(m_context.theme.scaled(7));
    const auto add = [&](int row, const QString& text, const char* name, const QString& example) {
        auto* edit = new QLineEdit(form);
        auto* label = new QLabel(text, form);
        label->setProperty("role", QStringLiteral("muted"));
        label->setBuddy(edit);
        edit->setAccessibleName(text);
        edit->setObjectName(QString::fromLatin1(name));
        edit->setPlaceholderText(example);
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
        connect(edit, &QLineEdit::returnPressed, this, &TermsPane::keep);
        return edit;
    };
    m_term = add(0, tr("Term"), "terms.term", tr("as people here write it: DM2"));
    m_words = add(1, tr("Words"), "terms.words", tr("in the words of the tables: type 2 diabetes mellitus"));
    m_codes = add(2, tr("Codes"), "terms.codes", tr("best first: E11.9, E11.65; may be empty"));
    m_keep = new QPushButton(tr("Keep"), form);
    m_keep->setObjectName(QStringLiteral("terms.keep"));
    auto* fresh = new QPushButton(tr("New term"), form);
    fresh->setObjectName(QStringLiteral("terms.new"));
    auto* gone = new QPushButton(tr("Remove\u2026"), form);
    gone->setObjectName(QStringLiteral("terms.remove"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(m_context.theme.scaled(8));
    for (auto* button : {m_keep, fresh, gone}) buttons->addWidget(button);
    buttons->addStretch(1);
    grid->addLayout(buttons, 3, 1);
    grid->setColumnStretch(1, 1);
    connect(m_keep, &QPushButton::clicked, this, &TermsPane::keep);
    connect(fresh, &QPushButton::clicked, this, &TermsPane::startNew);
    connect(gone, &QPushButton::clicked, this, &TermsPane::remove);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_formHeader);
    column->addLayout(grid);
    return form;
}

void TermsPane::showForm(const SiteTerm* term)
{
    m_shown = term ? std::optional(*term) : std::nullopt;
    m_formHeader->setTitle(term ? tr("Change the term") : tr("New term"));
    m_term->setText(term ? qs(term->term) : QString());
    m_words->setText(term ? qs(term->words) : QString());
    QStringList codes;
    if (term)
        for (const auto& code : term->codes) codes.append(qs(code));
    m_codes->setText(codes.join(QStringLiteral(", ")));
}

void TermsPane::startNew()
{
    showForm(nullptr);
    m_term->setFocus();
}

void TermsPane::focusList()
{
    m_table->setFocus();
}

void TermsPane::load()
{
    using Rows = std::vector<TermRow>;
    m_context.work.run<Rows>(
        this,
        [](app::Workspace& workspace) -> Result<Rows> {
            CW_TRY(const auto terms, app::OwnTerms(workspace).list());
            Rows rows;
            for (const auto& term : terms) rows.push_back({term, qs(workspace.clock().localDateTime(term.addedAt))});
            return rows;
        },
        [this](Result<Rows> rows) {
            if (!rows) return m_state->showFailed(rows.error(), keyHint("go.reload"), tr("try again"));
            const int before = std::max(0, m_table->currentRow());
            m_model->setRows(std::move(*rows));
            m_header->setDetail(QString::number(m_model->rowCount()));
            if (m_model->rowCount() > 0) {
                m_state->showNothing();
                const int wanted = m_model->rowOf(m_wanted);
                m_table->selectRow(wanted >= 0 ? wanted : before);
            } else {
                m_state->showEmpty(tr("Words and abbreviations of this place can be added to the search."),
                                   keyHint("admin.new"), tr("add one"));
            }
            showForm(m_model->at(m_table->currentRow()));
        });
}

void TermsPane::keep()
{
    const auto term = utf8(m_term->text().trimmed());
    m_wanted = term;
    run(
        [term, words = utf8(m_words->text().trimmed()), codes = utf8(m_codes->text()),
         shown = m_shown](app::OwnTerms& terms) -> Status {
            CW_TRY(const auto kept, shown ? terms.change(*shown, term, words, codes) : terms.add(term, words, codes));
            (void)kept;
            return {};
        },
        tr("The term is kept"));
}

void TermsPane::remove()
{
    const auto* term = m_model->at(m_table->currentRow());
    if (!term) return;
    m_context.prompter.confirm(
        this, tr("Remove %1?").arg(qs(term->term)), tr("The search no longer knows it. Codes on encounters stay."),
        tr("Remove"), [this, seen = *term](bool yes) {
            if (!yes) return;
            run([seen](app::OwnTerms& terms) { return terms.remove(seen); }, tr("The term is removed"));
        });
}

void TermsPane::run(std::function<Status(app::OwnTerms&)> step, const QString& done)
{
    m_context.work.run<bool>(
        this,
        [step = std::move(step)](app::Workspace& workspace) -> Result<bool> {
            app::OwnTerms terms(workspace);
            CW_CHECK(step(terms));
            return true;
        },
        [this, done](Result<bool> result) {
            if (!result) return m_context.prompter.showError(this, result.error());
            emit statusText(done);
            load();
            emit termsChanged();
        });
}

}  // namespace cw::ui
