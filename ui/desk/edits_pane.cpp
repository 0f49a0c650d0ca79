#include "ui/desk/edits_pane.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/desk/edit_list.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/pane_header.h"

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace cw::ui {

EditsPane::EditsPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, tr("Edits"), this)),
      m_errors(new Chip(theme, Tone::error, {}, this)),
      m_warnings(new Chip(theme, Tone::warning, {}, this)),
      m_model(new EditListModel(this)),
      m_list(new EditList(theme, *m_model, this))
{
    m_header->setTopLine(true);
    m_header->addLeft(m_errors);
    m_header->addLeft(m_warnings);
    m_header->addHint(keyHint("desk.nextEdit"), tr("next"));
    m_header->addHint(tr("Enter"), tr("go"));
    m_list->setObjectName(QStringLiteral("edits"));
    m_list->setAccessibleName(tr("Edits"));
    m_empty = new EmptyState(theme, m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this, &EditsPane::choose);
    connect(m_list, &EditList::partClicked, this, [this](const QModelIndex& index, EditPart part) {
        const auto* finding = m_model->at(index.row());
        if (!finding) return;
        const Finding chosen = *finding;
        if (part == EditPart::remedy) emit remedyWanted(chosen);
        if (part == EditPart::attest) emit attestWanted(chosen);
        if (part == EditPart::source) emit sourceWanted(chosen);
    });
    bindKeys();
    connect(&theme, &Theme::changed, m_list, [this] { m_list->doItemsLayout(); });
    showNothing();
}

void EditsPane::showReport(const EditReport& report)
{
    const auto* before = current();
    const auto key = before ? std::make_optional(before->key) : std::nullopt;
    const int row = m_list->currentIndex().row();
    m_model->setReport(report);
    if (row >= 0 && m_model->rowCount() > 0) {
        const int same = key ? m_model->rowOf(*key) : -1;
        const int near = std::min(row, m_model->rowCount() - 1);
        const int next = same >= 0 ? same : m_model->isHeading(near) ? m_model->step(near, 1) : near;
        m_list->setCurrentIndex(m_model->index(next));
    }
    showCounts(report);
    if (m_model->rowCount() == 0) {
        m_empty->showEmpty(tr("Nothing to mend."), m_nextKeys, m_nextMeaning);
    } else {
        m_empty->showNothing();
    }
}

void EditsPane::showCounts(const EditReport& report)
{
    const auto open = [&report](Severity severity) {
        return static_cast<int>(
            std::count_if(report.findings.begin(), report.findings.end(), [severity](const Finding& finding) {
                return finding.severity == severity && !finding.attested;
            }));
    };
    const int errors = open(Severity::error);
    const int warnings = open(Severity::warning);
    const int notes = open(Severity::note);
    m_errors->setText(errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors));
    m_errors->setVisible(errors > 0);
    m_warnings->setText(warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(warnings));
    m_warnings->setVisible(warnings > 0);
    const QString more = notes == 0 ? QString() : notes == 1 ? tr("1 note") : tr("%1 notes").arg(notes);
    m_header->setDetail(errors + warnings == 0 && more.isEmpty() ? tr("no errors") : more);
}

void EditsPane::setReadOnly(bool isReadOnly)
{
    m_model->setReadOnly(isReadOnly);
    m_list->doItemsLayout();
}

void EditsPane::showNothing()
{
    m_model->clear();
    m_errors->hide();
    m_warnings->hide();
    m_header->setDetail({});
    m_empty->showEmpty(tr("Edits show here as you code."));
}

QListView& EditsPane::list() const
{
    return *m_list;
}

const Finding* EditsPane::current() const
{
    return m_model->at(m_list->currentIndex().row());
}

const Finding* EditsPane::findingToFix() const
{
    const auto* chosen = current();
    if (chosen && !chosen->remedies.empty() && !chosen->attested) return chosen;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto* finding = m_model->at(row);
        if (finding && !finding->remedies.empty() && !finding->attested) return finding;
    }
    return nullptr;
}

void EditsPane::bindKeys()
{
    const auto bind = [this](const char* command, void (EditsPane::*wanted)(const Finding&)) {
        bindCommand(command, this, [this, wanted] {
            const auto* finding = current();
            if (!finding) return;
            const Finding chosen = *finding;
            emit(this->*wanted)(chosen);
        });
    };
    bind("edits.attest", &EditsPane::attestWanted);
    bind("edits.withdraw", &EditsPane::withdrawWanted);
    bind("edits.source", &EditsPane::sourceWanted);
}

void EditsPane::setNextStep(const char* command, const QString& meaning)
{
    m_nextKeys = keyHint(command);
    m_nextMeaning = meaning;
}

void EditsPane::walk(int direction)
{
    const int from = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (direction > 0 ? -1 : 0);
    m_list->setFocus(Qt::ShortcutFocusReason);
    const int next = m_model->step(from, direction);
    if (next >= 0) m_list->setCurrentIndex(m_model->index(next));
}

void EditsPane::focusFirstError()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    const int first = m_model->step(-1, 1);
    if (first >= 0) m_list->setCurrentIndex(m_model->index(first));
}

void EditsPane::choose(const QModelIndex& index)
{
    if (const auto* finding = m_model->at(index.row())) {
        const Finding chosen = *finding;
        emit findingChosen(chosen);
    } else {
        emit notCheckedChosen();
    }
}

}  // namespace cw::ui
