#include "ui/desk/viewer/document_pane.h"

#include "ui/commands/command_table.h"
#include "ui/desk/viewer/document_finder.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/desk/viewer/find_bar.h"
#include "ui/desk/viewer/password_form.h"
#include "ui/desk/viewer/pop_out_window.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cw::ui {

DocumentPane::DocumentPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, tr("Document"), this)),
      m_zoomLabel(new QLabel(this)),
      m_archivedChip(new Chip(theme, Tone::warning, tr("A newer version exists"), this)),
      m_statusChip(new Chip(theme, Tone::warning, {}, this)),
      m_recognisedChip(new Chip(theme, Tone::warning, tr("OCR, unverified"), this)),
      m_finder(new DocumentFinder(this)),
      m_body(new QWidget(this)),
      m_places(ReadingPlaces::ofApplication())
{
    m_findBar = new FindBar(theme, *m_finder, this);
    m_empty = new EmptyState(theme, m_body);
    m_password = new PasswordForm(theme, m_body);
    m_body->setMinimumWidth(theme.scaled(280));
    m_zoomLabel->setProperty("role", QStringLiteral("muted"));
    for (auto* chip : {m_archivedChip, m_statusChip, m_recognisedChip}) {
        m_header->addLeft(chip);
        chip->hide();
    }
    m_header->addRight(m_zoomLabel);
    m_header->addHint(keyHint("viewer.find"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_findBar);
    column->addWidget(m_body, 1);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_password);
    connect(m_findBar, &FindBar::closed, this, &DocumentPane::focusDocument);
    connect(m_password, &PasswordForm::entered, this, &DocumentPane::tryPassword);
    m_zoom = m_places->zoom();
    showZoom();
}

DocumentPane::~DocumentPane()
{
    keepPlace();
    dropOpening();
    // Nobody listens any more while the view goes.
    m_finder->setView(nullptr);
    delete std::exchange(m_view, nullptr);
}

void DocumentPane::setPlaces(std::unique_ptr<ReadingPlaces> places)
{
    m_places = std::move(places);
    setZoom(m_places->zoom());
}

void DocumentPane::setView(DocumentView* view)
{
    if (view == m_view) return;
    const bool hadFocus = m_view && m_view->hasFocus();
    m_finder->setView(nullptr);
    delete m_view;
    m_view = view;
    if (m_view) {
        m_body->layout()->addWidget(m_view);
        m_view->show();
        m_body->layout()->activate();
        m_view->setZoom(m_zoom);
        m_finder->setView(m_view);
        connect(m_view, &DocumentView::selectionChanged, this, &DocumentPane::selectionChanged);
        connect(m_view, &DocumentView::zoomRequested, this, &DocumentPane::zoomBy);
        // A document that arrives late must not take the focus from another page.
        const bool isWanted = std::exchange(m_wantsFocus, false) && isVisible();
        if (hadFocus || isWanted) m_view->setFocus();
    }
    applyHighlights();
    emit selectionChanged();
}

void DocumentPane::keepPlace()
{
    // What waits in the inbox is not stored yet and has no number that lasts.
    if (m_view && m_view->version().value > 0)
        m_places->keep(m_view->version(), {m_view->scrollAnchor(), m_view->caretPosition(), m_view->rotation()});
}

void DocumentPane::restorePlace()
{
    const auto place = m_places->find(m_view->version());
    if (!place) return;
    m_view->setRotation(place->rotation);
    m_view->setCaret(place->caret);
    m_view->scrollTo(place->scroll);
}

std::optional<SelectedSpan> DocumentPane::selectedSpan() const
{
    return m_view ? m_view->selectedSpan() : std::nullopt;
}

void DocumentPane::clearSelection()
{
    if (m_view) m_view->clearSelection();
}

void DocumentPane::setHighlights(std::vector<Highlight> highlights)
{
    m_highlights = std::move(highlights);
    applyHighlights();
}

void DocumentPane::applyHighlights()
{
    if (!m_view) return;
    std::vector<Highlight> marks = m_suggestions;
    for (auto mark : m_highlights) {
        const bool isOld = m_info && m_info->isArchived && mark.span.version == m_info->version;
        if (isOld && mark.kind == MarkKind::proof) mark.kind = MarkKind::archivedProof;
        marks.push_back(mark);
    }
    m_view->setHighlights(std::move(marks));
}

void DocumentPane::reveal(const Span& span)
{
    if (shownVersion() == span.version) {
        m_view->reveal(span);
    } else {
        m_toReveal = span;
    }
}

std::optional<DocumentVersionId> DocumentPane::shownVersion() const
{
    if (!m_view) return std::nullopt;
    return m_view->version();
}

DocumentFormat DocumentPane::shownFormat() const
{
    return m_view && m_info ? m_info->format : DocumentFormat::plainText;
}

void DocumentPane::focusDocument()
{
    m_wantsFocus = !m_view;
    if (m_popOut) m_popOut->activateWindow();
    if (m_view)
        m_view->setFocus(Qt::ShortcutFocusReason);
    else if (m_password->isVisible())
        m_password->focusField();
}

void DocumentPane::find()
{
    if (!m_view) return;
    const auto selected = m_view->selectedSpan();
    const bool isShort = selected && selected->span.area.isEmpty() && selected->quote.size() < 60;
    m_findBar->open(isShort ? selected->quote : QString());
}

void DocumentPane::findStep(int direction)
{
    if (m_finder->hitCount() > 0) return m_finder->step(direction);
    find();
}

void DocumentPane::zoomBy(double factor)
{
    setZoom(std::clamp(std::round(m_zoom * factor * 20) / 20, 0.5, 4.0));
}

void DocumentPane::resetZoom()
{
    setZoom(1.0);
}

void DocumentPane::setZoom(double zoom)
{
    m_zoom = zoom;
    m_places->keepZoom(zoom);
    if (m_view) m_view->setZoom(m_zoom);
    showZoom();
}

void DocumentPane::showZoom()
{
    m_zoomLabel->setText(tr("%1 %").arg(qRound(m_zoom * 100)));
}

void DocumentPane::rotate()
{
    if (!m_view) return;
    if (!m_view->canRotate()) return emit statusText(tr("Only documents with pages can be turned."));
    m_view->setRotation(m_view->rotation() + 1);
}

void DocumentPane::markArea()
{
    if (!m_view) return;
    emit statusText(
        m_view->startArea()
            ? tr("Arrows move the area, Shift resizes it, Ctrl makes larger steps; Enter selects, Esc leaves.")
            : tr("This document has no pages: select its words instead."));
}

PopOutWindow* DocumentPane::popOut() const
{
    return m_popOut;
}

void DocumentPane::togglePopOut()
{
    if (m_popOut) return m_popOut->bringBack();
    const bool hadFocus = m_view && m_view->hasFocus();
    m_popOut = new PopOutWindow(m_theme, this);
    connect(m_popOut, &PopOutWindow::broughtBack, this, [this] {
        m_popOut = nullptr;
        if (m_view) m_view->setFocus();
    });
    m_popOut->show();
    m_popOut->activateWindow();
    if (hadFocus) m_view->setFocus();
}

}  // namespace cw::ui
