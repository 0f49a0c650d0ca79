#include "ui/codes/compare_view.h"

#include "ui/async/background.h"
#include "ui/codes/jump_field.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_table.h"
#include "ui/widgets/text.h"

#include <QComboBox>

#include <algorithm>
#include <map>

namespace cw::ui {

void CompareView::activate()
{
    (m_model->rowCount() > 0 ? static_cast<QWidget*>(m_table) : m_to)->setFocus();
    if (!m_isLoaded)
        reload();
    else
        showCurrent(false);
}

void CompareView::reload()
{
    m_isLoaded = true;
    m_context.page.lookup.run<std::vector<Release>>(
        this, [](app::Workspace& workspace) { return workspace.library().releases(); },
        [this](Result<std::vector<Release>> releases) { showReleases(releases); });
}

void CompareView::find()
{
    m_words->setFocus();
    m_words->selectAll();
}

std::vector<QWidget*> CompareView::panes() const
{
    return {m_system, m_table};
}

void CompareView::showReleases(const Result<std::vector<Release>>& releases)
{
    if (!releases) return m_state->showFailed(releases.error(), keyHint("go.reload"), QStringLiteral("try again"));
    m_releases = *releases;
    std::stable_sort(m_releases.begin(), m_releases.end(), [](const Release& left, const Release& right) {
        return left.inForce.first < right.inForce.first;
    });
    // A system that has two official tables comes first: there is something to compare.
    std::map<CodeSystem, int> tables;
    for (const auto& release : m_releases) ++tables[release.system];
    m_isFilling = true;
    m_system->clear();
    int most = 0;
    for (const auto& [system, count] : tables) {
        m_system->addItem(qs(displayName(system)), static_cast<int>(system));
        if (count > tables[static_cast<CodeSystem>(m_system->itemData(most).toInt())]) most = m_system->count() - 1;
    }
    m_system->setCurrentIndex(most);
    m_isFilling = false;
    chooseSystem();
}

void CompareView::chooseSystem()
{
    if (m_isFilling) return;
    m_isFilling = true;
    const auto system = static_cast<CodeSystem>(m_system->currentData().toInt());
    for (auto* box : {m_from, m_to}) {
        box->clear();
        for (const auto& release : m_releases)
            if (m_system->count() > 0 && release.system == system) box->addItem(qs(release.name));
    }
    m_to->setCurrentIndex(m_to->count() - 1);
    m_from->setCurrentIndex(std::max(0, m_from->count() - 2));
    m_isFilling = false;
    compare();
}

void CompareView::compare()
{
    if (m_isFilling) return;
    m_loader.forget();
    m_model->setComparison({});
    filter();
    if (m_from->count() < 2) {
        m_state->showEmpty(QStringLiteral("Two tables of a system can be compared; of this one fewer are installed. "
                                          "Admin > Code tables: import another year."),
                           keyHint("go.admin"), QStringLiteral("Admin"));
        return emit ready();
    }
    if (m_from->currentText() == m_to->currentText()) {
        m_state->showEmpty(QStringLiteral("Choose two different tables."));
        return emit ready();
    }
    m_state->showLoading(QStringLiteral("Comparing %1 with %2").arg(m_from->currentText(), m_to->currentText()));
    m_loader.ask([system = static_cast<CodeSystem>(m_system->currentData().toInt()), from = utf8(m_from->currentText()),
                  to = utf8(m_to->currentText())](
                     app::Workspace& workspace) { return app::LibraryDesk(workspace).diff(system, from, to); },
                 [this](Result<app::ReleaseComparison> comparison) { show(std::move(comparison)); });
}

void CompareView::show(Result<app::ReleaseComparison> comparison)
{
    if (!comparison) return m_state->showFailed(comparison.error());
    m_model->setComparison(std::move(*comparison));
    const auto& shown = m_model->comparison();
    const std::array<std::int64_t, 5> counts = {static_cast<std::int64_t>(shown.impact.codes.size()), shown.added,
                                                shown.deleted, shown.revised, m_model->touching()};
    static const std::array names = {"All", "Added", "Deleted", "Revised", "Used here"};
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        m_kinds[i]->setText(QStringLiteral("%1 %2").arg(QString::fromLatin1(names[i])).arg(counts[i]));
        m_kinds[i]->updateGeometry();
    }
    emit statusText(QStringLiteral("%1 to %2: %3 added, %4 deleted, %5 revised")
                        .arg(qs(shown.from.name), qs(shown.to.name))
                        .arg(shown.added)
                        .arg(shown.deleted)
                        .arg(shown.revised));
    filter();
    m_table->selectRow(0);
    if (isVisible() && (m_to->hasFocus() || m_from->hasFocus())) showCurrent(false);
    emit ready();
}

void CompareView::chooseFilter(std::size_t choice)
{
    m_kind = choice;
    for (std::size_t i = 0; i < m_kinds.size(); ++i) {
        m_kinds[i]->setChecked(i == choice);
        m_kinds[i]->setTone(i == choice ? Tone::accent : Tone::neutral);
    }
    filter();
}

void CompareView::filter()
{
    using K = app::CodeChangeKind;
    static const std::array<std::optional<K>, 5> kinds = {std::nullopt, K::added, K::deleted, K::revised, std::nullopt};
    ChangeFilter filter;
    filter.kind = kinds.at(m_kind);
    filter.touchingOnly = m_kind == 4;
    filter.words = m_words->text();
    m_model->setFilter(filter);
    if (m_model->comparison().impact.codes.empty()) {
        if (!m_model->comparison().to.name.empty()) m_state->showEmpty(QStringLiteral("The two tables are alike."));
        return;
    }
    m_table->selectRow(0);
    if (m_model->rowCount() == 0)
        m_state->showEmpty(m_kind == 4 ? QStringLiteral("No open encounter, code set or site term uses a changed code.")
                                       : QStringLiteral("No change has these words."),
                           keyHint("codes.find"), QStringLiteral("change the words"));
    else
        m_state->showNothing();
}

void CompareView::showCurrent(bool isOpened)
{
    if (!isVisible()) return;
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_model->rowCount()) return emit nothingShown();
    const auto& key = m_model->change(row).change.key;
    const auto target = targetOf(key.system, key.code);
    if (isOpened)
        emit targetOpened(target);
    else
        emit targetShown(target);
}

}  // namespace cw::ui
