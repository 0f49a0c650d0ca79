#include "ui/commands/bind.h"
#include "ui/search/details_view.h"
#include "ui/search/hit_list.h"
#include "ui/search/search_filters.h"
#include "ui/search/search_palette.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QTabBar>

#include <algorithm>

namespace cw::ui {

void SearchPalette::connectParts()
{
    connect(m_input, &QLineEdit::textEdited, this, [this] {
        m_comeBack.reset();
        m_message->hide();
        search();
    });
    connect(m_filter, &QTabBar::currentChanged, this, [this] { search(); });
    connect(m_billable, &QCheckBox::toggled, this, [this](bool on) {
        m_search.setBillableOnly(on);
        search();
    });
    connect(&m_search, &CodeSearch::found, this, &SearchPalette::showFound);
    connect(&m_search, &CodeSearch::failed, this, [this](const Error& error) { m_empty->showFailed(error); });
    connect(&m_search, &CodeSearch::detailsFound, this, [this](const app::CodeDetails& details) {
        m_details->showDetails(details, m_search.usedBefore(details.entry));
    });
    connect(&m_search, &CodeSearch::favouriteChanged, this, [this](const CodeEntry& entry, bool isFavourite) {
        const QString code = qs(entry.displayCode());
        showMessage(
            isFavourite ? tr("\u2605 %1 is a favourite").arg(code) : tr("%1 is no favourite any more").arg(code), true);
    });
    connect(&m_search, &CodeSearch::favouriteFailed, this,
            [this](const Error& error) { showProblem(sentenceFor(error)); });
    connect(&m_search, &CodeSearch::homeLoaded, m_model, &HitListModel::updateStars);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SearchPalette::showCurrent);
    connect(m_list, &QListView::activated, this, [this] { take(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        // Going on elsewhere on the page puts the search away; dialogs and other windows do not.
        if (isVisible() && now && now != this && !isAncestorOf(now) && parentWidget()->isAncestorOf(now))
            closePalette();
    });
    bindCommand("search.expand", this, [this] { expand(); });
    bindCommand("search.collapse", this, [this] { collapse(); });
    bindCommand("search.details", this, [this] { toggleDetails(); });
    bindCommand("search.detailsDown", this, [this] { m_details->scroll(1); });
    bindCommand("search.detailsUp", this, [this] { m_details->scroll(-1); });
    bindCommand("search.favourite", this, [this] { toggleFavourite(); });
    bindCommand("search.billable", this, [this] { m_billable->toggle(); });
}

void SearchPalette::toggleFavourite()
{
    const auto* row = m_model->at(m_list->currentIndex().row());
    if (row && row->kind == FoundRow::Kind::code) m_search.toggleFavourite(row->entry);
}

void SearchPalette::toggleDetails()
{
    m_details->setVisible(!m_details->isVisible());
}

void SearchPalette::move(int rows)
{
    if (m_model->rowCount() == 0) return;
    const auto index = m_model->index(m_model->walk(m_list->currentIndex().row(), rows));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    // A heading above the first row of its part cannot be current, but should be seen.
    if (index.row() == 1) m_list->scrollTo(m_model->index(0));
}

void SearchPalette::chooseFilter(int tab)
{
    const int count = m_filter->count();
    m_filter->setCurrentIndex((tab + count) % count);
}

bool SearchPalette::isFilterKey(const QKeyEvent& event) const
{
    return event.modifiers() == Qt::AltModifier &&
           std::any_of(searchFilters.begin(), searchFilters.end(),
                       [&event](const SearchFilter& filter) { return filter.letter == event.key(); });
}

bool SearchPalette::handleKey(QKeyEvent& event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    if (isFilterKey(event)) {
        for (std::size_t i = 0; i < searchFilters.size(); ++i)
            if (key == searchFilters[i].letter) chooseFilter(static_cast<int>(i));
        return true;
    }
    if (modifiers.testFlag(Qt::ControlModifier) && (key == Qt::Key_Tab || key == Qt::Key_Backtab)) {
        const bool isBack = key == Qt::Key_Backtab || modifiers.testFlag(Qt::ShiftModifier);
        return chooseFilter(m_filter->currentIndex() + (isBack ? -1 : 1)), true;
    }
    if (modifiers != Qt::NoModifier) return false;
    const bool isAtEnd = m_input->cursorPosition() == m_input->text().size() &&
                         (!m_input->hasSelectedText() || m_input->selectedText() == m_input->text());
    switch (key) {
    case Qt::Key_Down: return move(1), true;
    case Qt::Key_Up: return move(-1), true;
    case Qt::Key_PageDown: return move(10), true;
    case Qt::Key_PageUp: return move(-10), true;
    case Qt::Key_Return:
    case Qt::Key_Enter: return take(), true;
    case Qt::Key_Escape: return closePalette(), true;
    case Qt::Key_Right: return isAtEnd ? (expand(), true) : false;
    case Qt::Key_Left: return m_path.empty() ? false : (collapse(), true);
    default: return false;
    }
}

bool SearchPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) place();
    if (watched == m_input && event->type() == QEvent::KeyPress) return handleKey(*static_cast<QKeyEvent*>(event));
    if (watched == m_input && event->type() == QEvent::ShortcutOverride) {
        // Alt and a letter are the filters here, whatever they are elsewhere.
        const bool isFilter = isFilterKey(*static_cast<QKeyEvent*>(event));
        if (isFilter) event->accept();
        return isFilter;
    }
    return QWidget::eventFilter(watched, event);
}

void SearchPalette::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(*event)) QWidget::keyPressEvent(event);
}

void SearchPalette::mousePressEvent(QMouseEvent* event)
{
    if (!m_panel->geometry().contains(event->pos())) closePalette();
}

void SearchPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // A soft shadow that falls down a little, as in the drawings.
    for (int spread = 36; spread > 0; spread -= 3) {
        painter.setBrush(QColor(0, 0, 0, 5));
        painter.drawRoundedRect(QRectF(m_panel->geometry()).adjusted(-spread, -spread + 12, spread, spread + 12),
                                6 + spread, 6 + spread);
    }
    painter.setBrush(m_theme.tokens().surface);
    painter.setPen(m_theme.tokens().line);
    painter.drawRoundedRect(QRectF(m_panel->geometry()).adjusted(-0.5, -0.5, 0.5, 0.5), 6, 6);
}

}  // namespace cw::ui
