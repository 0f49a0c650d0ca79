#include "ui/search/search_palette.h"

#include "ui/search/details_view.h"
#include "ui/search/hit_list.h"
#include "ui/search/search_filters.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTabBar>

#include <algorithm>

namespace cw::ui {

SearchPalette::SearchPalette(Theme& theme, Background& lookup, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_search(lookup, this),
      m_panel(new QWidget(this)),
      m_model(new HitListModel(this))
{
    m_model->setFavourites([this](const CodeEntry& entry) { return m_search.isFavourite(entry); });
    build();
    hide();
    parent->installEventFilter(this);
    connectParts();
}

SearchPalette::~SearchPalette()
{
    // Focus moves while the palette's parts go one by one.
    disconnect(qApp, nullptr, this, nullptr);
}

void SearchPalette::openWith(const PaletteRequest& request)
{
    if (!isVisible()) m_focusBefore = window()->focusWidget();
    m_on = request.on;
    m_mayTakeSets = request.mayTakeSets;
    m_search.begin(request.encounterId, request.on, request.setting, request.showsRecent);
    m_purpose->setMeaning(request.purpose);
    m_path.clear();
    m_comeBack.reset();
    m_model->setRows({});
    m_message->hide();
    place();
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
    if (request.showsRecent)
        m_input->clear();
    else if (!request.seed.isEmpty())
        m_input->setText(request.seed.simplified().left(120));
    m_input->selectAll();
    search();
}

void SearchPalette::closePalette()
{
    if (!isVisible()) return;
    m_search.forget();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    if (hadFocus && m_focusBefore) m_focusBefore->setFocus(Qt::ShortcutFocusReason);
    emit closed();
}

std::optional<CodeSystem> SearchPalette::system() const
{
    return searchFilters[static_cast<std::size_t>(std::max(0, m_filter->currentIndex()))].system;
}

void SearchPalette::search()
{
    m_path.clear();
    askRows();
}

void SearchPalette::askRows()
{
    if (m_path.empty())
        m_search.find(m_input->text(), system());
    else
        m_search.showUnder(m_path.back());
}

void SearchPalette::showCounts(const FoundCodes& codes)
{
    for (std::size_t i = 0; i < searchFilters.size(); ++i) {
        const auto& filter = searchFilters[i];
        const auto count = filter.system ? codes.counts.find(*filter.system) : codes.counts.end();
        const int hits = !filter.system ? codes.total : count == codes.counts.end() ? 0 : count->second;
        m_filter->setTabText(static_cast<int>(i),
                             QStringLiteral("%1 %2").arg(QString::fromLatin1(filter.name)).arg(hits));
    }
}

void SearchPalette::showFacts(const FoundCodes& codes)
{
    const QString date = m_on ? tr("valid on %1").arg(qs(m_on->iso())) : QString();
    if (codes.parent) {
        const QString code = qs(codes.parent->displayCode());
        m_facts->setText(codes.parent->validOnDate ? tr("below %1").arg(code) : tr("instead of %1").arg(code));
    } else {
        m_facts->setText(codes.query.isEmpty() ? date
                                               : tr("%1 \u00b7 %2 ms").arg(date).arg(codes.milliseconds, 0, 'f', 1));
    }
}

void SearchPalette::showFound(const FoundCodes& codes)
{
    if (codes.parent && codes.rows.empty()) {
        // Nothing to choose from there: what was on screen stays.
        const QString code = qs(codes.parent->displayCode());
        if (!m_path.empty()) m_path.pop_back();
        showMessage(codes.parent->validOnDate
                        ? tr("There is nothing below %1").arg(code)
                        : tr("%1 cannot be used on this day, and no code is named in its place").arg(code),
                    false);
        return;
    }
    const auto* before = m_model->at(m_list->currentIndex().row());
    const bool isHome = !codes.parent && codes.query.isEmpty();
    // What is offered before typing is loaded again when a code was added; the same row stays current.
    if (isHome && !m_comeBack && before && before->kind == FoundRow::Kind::code) m_comeBack = before->entry;
    m_model->setRows(codes.rows);
    showCounts(codes);
    showFacts(codes);
    if (m_model->rowCount() == 0) {
        m_details->showNothing();
        m_empty->showEmpty(codes.query.trimmed().isEmpty()
                               ? tr("Type a code or a few words, in any order.")
                               : tr("Nothing found. Fewer letters of each word find more."));
        return;
    }
    m_empty->showNothing();
    int row = m_comeBack ? m_model->rowOf(*m_comeBack) : -1;
    // The episode that the query names.
    if (row < 0 && codes.parent) row = m_model->rowOf(*codes.parent);
    if (row < 0) row = m_model->walk(0, 0);
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_model->index(row));
    m_comeBack.reset();
}

void SearchPalette::showCurrent(const QModelIndex& index)
{
    const auto* row = m_model->at(index.row());
    // The query keeps the focus: a screen reader is told through it what is current in the list.
    m_input->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
    if (row && row->kind == FoundRow::Kind::code) {
        m_details->showEntry(row->entry);
        m_search.wantDetails(row->entry);
    } else {
        m_details->showNothing();
    }
    m_list->viewport()->update();
}

void SearchPalette::take()
{
    const auto* current = m_model->at(m_list->currentIndex().row());
    if (!current || current->kind == FoundRow::Kind::heading) return;
    const FoundRow row = *current;
    if (row.kind == FoundRow::Kind::set) {
        if (m_mayTakeSets)
            emit setChosen(row.title, row.codes);
        else
            showMessage(tr("A set is added, it cannot take the place of one code"), false);
        return;
    }
    const QString code = qs(row.entry.displayCode());
    if (isUnknown(row.entry)) return showMessage(tr("%1 is in no installed table").arg(code), false);
    const bool isUsable = row.entry.validOnDate || !row.isChecked;
    if (!isUsable || !row.entry.billable) {
        expand();
        showMessage(isUsable ? tr("%1 is a header: choose a code below it").arg(code)
                             : tr("%1 is not in force on this day").arg(code),
                    false);
        return;
    }
    if (row.episodes > 1) {
        expand();
        showMessage(tr("Choose the episode of care"), false);
        return;
    }
    emit codeChosen(row.entry);
}

void SearchPalette::expand()
{
    const auto* current = m_model->at(m_list->currentIndex().row());
    if (!current || current->kind != FoundRow::Kind::code || isUnknown(current->entry)) return;
    // The same list again would only need another way back.
    if (!m_path.empty() && current->entry.validOnDate && current->entry.billable) return;
    m_message->hide();
    m_path.push_back(current->entry);
    askRows();
}

void SearchPalette::collapse()
{
    if (m_path.empty()) return;
    m_comeBack = m_path.back();
    m_path.pop_back();
    m_message->hide();
    askRows();
}

void SearchPalette::confirmTaken(const QString& text, const std::vector<CodeKey>& codes)
{
    m_search.noteUsed(codes);
    showMessage(QStringLiteral("\u2713 ") + text, true);
    m_input->setFocus();
    m_input->selectAll();
    // A code that the index gives with the one just taken is next.
    const int next = m_list->currentIndex().row() + 1;
    const auto* row = m_model->at(next);
    if (row && row->isCompanion) m_list->setCurrentIndex(m_model->index(next));
}

void SearchPalette::showProblem(const QString& text)
{
    showMessage(text, false);
}

void SearchPalette::showMessage(const QString& text, bool isGood)
{
    m_message->setTone(isGood ? Tone::done : Tone::warning);
    m_message->setText(text);
    m_message->setAccessibleName(text);
    m_message->updateGeometry();
    m_message->show();
}

}  // namespace cw::ui
