#include "ui/desk/viewer/document_pane.h"

#include "qt/pdf_reader.h"
#include "ui/commands/command_table.h"
#include "ui/desk/viewer/document_finder.h"
#include "ui/desk/viewer/find_bar.h"
#include "ui/desk/viewer/pdf_document_view.h"
#include "ui/desk/viewer/text_document_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cw::ui {

namespace {

QString describe(const DocumentInfo& info, int pages)
{
    QStringList parts;
    if (!info.author.empty()) parts.append(qs(info.author));
    if (info.date) parts.append(qs(info.date->iso()));
    if (pages > 1) parts.append(DocumentPane::tr("%1 pages").arg(pages));
    parts.append(QStringLiteral("v%1").arg(info.versionNumber));
    return parts.join(QStringLiteral(", "));
}

}  // namespace

DocumentPane::DocumentPane(Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_header(new PaneHeader(theme, tr("Document"), this)),
      m_zoomLabel(new QLabel(this)),
      m_finder(new DocumentFinder(this)),
      m_body(new QWidget(this))
{
    m_findBar = new FindBar(theme, *m_finder, this);
    m_empty = new EmptyState(theme, m_body);
    m_body->setMinimumWidth(theme.scaled(280));
    m_zoomLabel->setProperty("role", QStringLiteral("muted"));
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
    connect(m_findBar, &FindBar::closed, this, &DocumentPane::focusDocument);
    showZoom();
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
        m_view->setHighlights(m_highlights);
        m_finder->setView(m_view);
        connect(m_view, &DocumentView::selectionChanged, this, &DocumentPane::selectionChanged);
        connect(m_view, &DocumentView::zoomRequested, this, &DocumentPane::zoomBy);
        // A document that arrives late must not take the focus from another page.
        const bool isWanted = std::exchange(m_wantsFocus, false) && isVisible();
        if (hadFocus || isWanted) m_view->setFocus();
    }
    emit selectionChanged();
}

void DocumentPane::showLoading(const DocumentInfo& info)
{
    // What is shown stays until the other document is there.
    m_toReveal.reset();
    if (!m_view) m_empty->showLoading(tr("Loading %1").arg(qs(info.title)));
}

void DocumentPane::showDocument(const DocumentInfo& info, const Result<std::string>& bytes)
{
    m_info = info;
    m_header->setTitle(qs(info.title));
    const auto fail = [&](const Error& error) {
        m_header->setDetail(describe(info, 0));
        setView(nullptr);
        m_empty->showFailed(error);
    };
    if (!bytes) return fail(bytes.error());
    int pages = 1;
    if (info.format == DocumentFormat::pdf) {
        auto reader = PdfReader::open(*bytes);
        if (!reader) return fail(reader.error());
        pages = (*reader)->pageCount();
        setView(new PdfDocumentView(m_theme, info.version, std::move(*reader), m_body));
    } else {
        setView(new TextDocumentView(m_theme, info.version, *bytes, m_body));
    }
    m_view->setObjectName(QStringLiteral("documentView"));
    m_view->setAccessibleName(tr("Document %1").arg(qs(info.title)));
    m_header->setDetail(describe(info, pages));
    if (bytes->empty()) {
        m_empty->showEmpty(tr("This document is empty (0 bytes)."));
    } else {
        m_empty->showNothing();
    }
    if (m_toReveal && m_toReveal->version == info.version) {
        m_view->reveal(*m_toReveal);
        m_toReveal.reset();
    }
}

void DocumentPane::showEmpty(const QString& sentence)
{
    m_info.reset();
    setView(nullptr);
    m_header->setTitle(tr("Document"));
    m_header->setDetail({});
    m_empty->showEmpty(sentence);
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
    if (m_view) m_view->setHighlights(m_highlights);
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

void DocumentPane::focusDocument()
{
    m_wantsFocus = !m_view;
    if (m_view) m_view->setFocus(Qt::ShortcutFocusReason);
}

void DocumentPane::find()
{
    if (!m_view) return;
    const auto selected = m_view->selectedSpan();
    m_findBar->open(selected && selected->quote.size() < 60 ? selected->quote : QString());
}

void DocumentPane::findStep(int direction)
{
    if (m_finder->hitCount() > 0) return m_finder->step(direction);
    find();
}

void DocumentPane::zoomBy(double factor)
{
    m_zoom = std::clamp(std::round(m_zoom * factor * 20) / 20, 0.5, 4.0);
    if (m_view) m_view->setZoom(m_zoom);
    showZoom();
}

void DocumentPane::resetZoom()
{
    m_zoom = 1.0;
    if (m_view) m_view->setZoom(m_zoom);
    showZoom();
}

void DocumentPane::showZoom()
{
    m_zoomLabel->setText(tr("%1 %").arg(qRound(m_zoom * 100)));
}

}  // namespace cw::ui
