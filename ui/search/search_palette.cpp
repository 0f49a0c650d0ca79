#include "ui/search/search_palette.h"

#include "ui/commands/bind.h"
#include "ui/commands/command_table.h"
#include "ui/search/details_view.h"
#include "ui/search/hit_list.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/text.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QTabBar>

#include <algorithm>
#include <array>

namespace cw::ui {

namespace {

struct Filter {
    const char* name;
    std::optional<CodeSystem> system;
    Qt::Key letter;  ///< With Alt.
};
constexpr std::array<Filter, 5> filters = {{{"All", std::nullopt, Qt::Key_A},
                                            {"ICD-10-CM", CodeSystem::icd10cm, Qt::Key_I},
                                            {"PCS", CodeSystem::icd10pcs, Qt::Key_P},
                                            {"CPT", CodeSystem::cpt, Qt::Key_C},
                                            {"HCPCS", CodeSystem::hcpcs, Qt::Key_H}}};

}  // namespace

SearchPalette::SearchPalette(Theme& theme, Background& lookup, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_search(lookup, this),
      m_panel(new QWidget(this)),
      m_model(new HitListModel(this))
{
    build();
    hide();
    parent->installEventFilter(this);
    connect(m_input, &QLineEdit::textEdited, this, [this] {
        m_codeBefore.clear();
        m_message->hide();
        search();
    });
    connect(m_filter, &QTabBar::currentChanged, this, [this] { search(); });
    connect(&m_search, &CodeSearch::found, this, &SearchPalette::showFound);
    connect(&m_search, &CodeSearch::failed, this, [this](const Error& error) { m_empty->showFailed(error); });
    connect(&m_search, &CodeSearch::detailsFound, m_details, &DetailsView::showDetails);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (const auto* entry = m_model->at(index.row())) {
            m_details->showEntry(*entry);
            m_search.wantDetails(*entry);
        } else {
            m_details->showNothing();
        }
        m_list->viewport()->update();
    });
    connect(m_list, &QListView::activated, this, [this] { take(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        // Going on elsewhere on the page puts the search away; dialogs and other windows do not.
        if (isVisible() && now && now != this && !isAncestorOf(now) && parentWidget()->isAncestorOf(now))
            closePalette();
    });
    bindCommand("search.expand", this, [this] { expand(); });
    bindCommand("search.collapse", this, [this] { collapse(); });
    bindCommand("search.details", this, [this] { toggleDetails(); });
}

SearchPalette::~SearchPalette()
{
    // Focus moves while the palette's parts go one by one.
    disconnect(qApp, nullptr, this, nullptr);
}

void SearchPalette::openWith(const QString& seed, std::optional<Date> on, const QString& purpose)
{
    if (!isVisible()) m_focusBefore = window()->focusWidget();
    m_on = on;
    m_search.setDate(on);
    m_purpose->setMeaning(purpose);
    m_below.reset();
    m_message->hide();
    place();
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
    if (!seed.isEmpty()) m_input->setText(seed.simplified().left(120));
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
    return filters[static_cast<std::size_t>(std::max(0, m_filter->currentIndex()))].system;
}

void SearchPalette::search()
{
    if (m_below) m_below.reset();
    m_search.find(m_input->text(), system());
}

void SearchPalette::showFound(const FoundCodes& codes)
{
    m_model->setHits(codes.hits, codes.query);
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const auto& filter = filters[i];
        const auto count = filter.system ? codes.counts.find(*filter.system) : codes.counts.end();
        const int hits = !filter.system ? codes.total : count == codes.counts.end() ? 0 : count->second;
        m_filter->setTabText(static_cast<int>(i),
                             QStringLiteral("%1 %2").arg(QString::fromLatin1(filter.name)).arg(hits));
    }
    const QString date = m_on ? tr("valid on %1").arg(qs(m_on->iso())) : QString();
    if (codes.parent) {
        m_facts->setText(tr("below %1").arg(qs(codes.parent->displayCode())));
    } else {
        m_facts->setText(codes.query.isEmpty() ? date
                                               : tr("%1 \u00b7 %2 ms").arg(date).arg(codes.milliseconds, 0, 'f', 1));
    }
    if (m_model->rowCount() > 0) {
        m_empty->showNothing();
        int row = 0;
        for (int i = 0; !m_below && i < m_model->rowCount(); ++i) {
            if (qs(m_model->at(i)->code) == m_codeBefore) row = i;
        }
        m_list->setCurrentIndex(m_model->index(row));
    } else {
        m_details->showNothing();
        m_empty->showEmpty(codes.parent            ? tr("No installed table has codes below this one.")
                           : codes.query.isEmpty() ? tr("Type a code or a few words, in any order.")
                                                   : tr("Nothing found. Fewer letters of each word find more."));
    }
    if (!m_below) m_codeBefore.clear();
}

void SearchPalette::take()
{
    const auto* current = m_model->at(m_list->currentIndex().row());
    if (!current) return;
    const CodeEntry entry = *current;
    if (!entry.billable && entry.validOnDate) {
        expand();
        showMessage(tr("%1 is a header: choose a code below it").arg(qs(entry.displayCode())), false);
        return;
    }
    emit codeChosen(entry);
}

void SearchPalette::expand()
{
    const auto* current = m_model->at(m_list->currentIndex().row());
    if (!current) return;
    if (!m_below) m_codeBefore = qs(current->code);
    m_below = *current;
    m_search.showBelow(*m_below);
}

void SearchPalette::collapse()
{
    if (!m_below) return;
    m_below.reset();
    m_message->hide();
    m_search.find(m_input->text(), system());
}

void SearchPalette::confirmTaken(const QString& text)
{
    showMessage(QStringLiteral("\u2713 ") + text, true);
    m_input->setFocus();
    m_input->selectAll();
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

void SearchPalette::move(int rows)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0) return;
    const auto index = m_model->index(std::clamp(m_list->currentIndex().row() + rows, 0, last));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void SearchPalette::chooseFilter(int tab)
{
    const int count = m_filter->count();
    m_filter->setCurrentIndex((tab + count) % count);
}

bool SearchPalette::handleKey(QKeyEvent& event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    if (modifiers == Qt::AltModifier) {
        for (std::size_t i = 0; i < filters.size(); ++i) {
            if (key == filters[i].letter) return chooseFilter(static_cast<int>(i)), true;
        }
        return false;
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
    case Qt::Key_Left: return m_below ? (collapse(), true) : false;
    default: return false;
    }
}

bool SearchPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) place();
    if (watched == m_input && event->type() == QEvent::KeyPress) return handleKey(*static_cast<QKeyEvent*>(event));
    if (watched == m_input && event->type() == QEvent::ShortcutOverride) {
        // Alt and a letter are the filters here, whatever they are elsewhere.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isFilter =
            key->modifiers() == Qt::AltModifier &&
            std::any_of(filters.begin(), filters.end(), [key](auto& f) { return f.letter == key->key(); });
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
