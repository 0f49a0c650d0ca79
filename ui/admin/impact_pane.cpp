#include "ui/admin/impact_pane.h"

#include "ui/admin/impact_model.h"
#include "ui/async/background.h"
#include "ui/commands/command_table.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace cw::ui {

std::vector<ImpactChoice> impactChoices(const std::vector<Release>& releases, Date today)
{
    std::vector<ImpactChoice> choices;
    std::set<Date> ends;
    auto sorted = releases;
    std::erase_if(sorted, [](const Release& release) { return release.kind == ReleaseKind::starter; });
    std::stable_sort(sorted.begin(), sorted.end(), [](const Release& a, const Release& b) {
        if (a.system != b.system) return a.system < b.system;
        return a.inForce.first > b.inForce.first;
    });
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto& to = sorted[i];
        if (to.inForce.last && *to.inForce.last >= today) ends.insert(*to.inForce.last);
        if (i + 1 == sorted.size() || sorted[i + 1].system != to.system) continue;
        const auto& from = sorted[i + 1];
        choices.push_back({ImpactPane::tr("%1, %2 to %3").arg(qs(displayName(to.system)), qs(from.name), qs(to.name)),
                           to.system, from.name, to.name, std::nullopt});
    }
    for (const auto day : ends)
        choices.push_back(
            {ImpactPane::tr("Codes in use that end on %1").arg(qs(day.iso())), std::nullopt, {}, {}, day});
    return choices;
}

ImpactPane::ImpactPane(PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_header(new PaneHeader(context.theme, tr("What a change touches"), this)),
      m_choice(new QComboBox(this)),
      m_usedOnly(new QCheckBox(tr("Only codes in use"), this)),
      m_model(new ImpactModel(this)),
      m_table(new ListTable(context.theme, tr("Changed codes"), 26, this)),
      m_state(new EmptyState(context.theme, m_table))
{
    m_choice->setObjectName(QStringLiteral("impact.choice"));
    m_choice->setAccessibleName(tr("Which change"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_usedOnly->setObjectName(QStringLiteral("impact.usedOnly"));
    m_usedOnly->setChecked(true);
    m_header->addLeft(m_choice);
    m_header->addLeft(m_usedOnly);
    m_header->addHint(tr("Enter"), tr("open the encounter"));
    m_table->setObjectName(QStringLiteral("impact.table"));
    m_table->setModel(m_model);
    m_table->setColumnWidths({90, 84, 0, 130, 190, 170, 110}, ImpactModel::title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    connect(m_choice, &QComboBox::activated, this, [this](int row) {
        if (row >= 0 && row < static_cast<int>(m_choices.size())) choose(m_choices[static_cast<std::size_t>(row)]);
    });
    connect(m_usedOnly, &QCheckBox::toggled, this, [this](bool on) {
        m_model->setUsedOnly(on);
        showCount();
    });
    connect(m_table, &ListTable::rowActivated, this, [this](int row) {
        const auto* impact = m_model->at(row);
        if (impact && !impact->encounters.empty()) emit encounterWanted(qs(impact->encounters.front().encounterId));
    });
}

void ImpactPane::focusList()
{
    if (m_model->rowCount() > 0)
        m_table->setFocus();
    else
        m_choice->setFocus();
}

void ImpactPane::load()
{
    using Choices = std::vector<ImpactChoice>;
    m_context.work.run<Choices>(
        this,
        [](app::Workspace& workspace) -> Result<Choices> {
            CW_TRY(const auto releases, workspace.library().releases());
            return impactChoices(releases, workspace.clock().today());
        },
        [this](Result<Choices> choices) {
            if (!choices) return m_state->showFailed(choices.error(), keyHint("go.reload"), tr("try again"));
            showChoices(std::move(*choices));
        });
}

void ImpactPane::showChoices(std::vector<ImpactChoice> choices)
{
    m_choices = std::move(choices);
    m_choice->clear();
    for (const auto& choice : m_choices) m_choice->addItem(choice.text);
    m_choice->setEnabled(!m_choices.empty());
    if (m_choices.empty()) {
        m_shown.reset();
        m_model->setReport({});
        m_header->setDetail({});
        return m_state->showEmpty(tr("Two releases of a code system are needed to compare; so far there are not."),
                                  keyHint("admin.import"), tr("import one"));
    }
    const auto known = m_shown ? std::find(m_choices.begin(), m_choices.end(), *m_shown) : m_choices.end();
    const auto row = known == m_choices.end() ? m_choices.begin() : known;
    m_choice->setCurrentIndex(static_cast<int>(row - m_choices.begin()));
    choose(*row);
}

void ImpactPane::show(CodeSystem system, const std::string& from, const std::string& to)
{
    ImpactChoice choice;
    choice.text = tr("%1, %2 to %3").arg(qs(displayName(system)), qs(from), qs(to));
    choice.system = system;
    choice.from = from;
    choice.to = to;
    m_shown = choice;
    load();
}

void ImpactPane::choose(const ImpactChoice& choice)
{
    m_shown = choice;
    m_state->showLoading(tr("Looking through encounters and code sets"));
    m_context.work.run<app::ImpactReport>(
        this,
        [choice](app::Workspace& workspace) {
            app::UpdateCentre centre(workspace);
            return choice.lastDay ? centre.expiring(*choice.lastDay)
                                  : centre.impact(*choice.system, choice.from, choice.to);
        },
        [this, choice, turn = ++m_turn](Result<app::ImpactReport> report) {
            if (turn == m_turn) showReport(choice, std::move(report));
        });
}

void ImpactPane::showReport(const ImpactChoice& choice, Result<app::ImpactReport> report)
{
    if (!report) return m_state->showFailed(report.error(), keyHint("go.reload"), tr("try again"));
    m_sums = {{}, report->encounters, report->sets, report->siteTerms};
    m_changes = report->codes.size();
    m_model->setReport(std::move(*report));
    showCount();
    emit told(tr("%1 touches %2").arg(choice.text, impactText(m_sums)));
}

void ImpactPane::showCount()
{
    m_header->setDetail(tr("%1 codes, %2").arg(m_changes).arg(impactText(m_sums)));
    m_table->selectRow(0);
    if (m_model->rowCount() > 0) return m_state->showNothing();
    m_state->showEmpty(m_changes == 0 ? tr("No code changes.") : tr("Nothing of yours uses a code that changes."));
}

}  // namespace cw::ui
