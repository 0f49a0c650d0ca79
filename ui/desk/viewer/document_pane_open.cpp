// What DocumentPane does when a document comes.
#include "qt/pdf_reader.h"
#include "ui/desk/sources_list.h"
#include "ui/desk/viewer/document_finder.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer/page_renderer.h"
#include "ui/desk/viewer/paged_view.h"
#include "ui/desk/viewer/password_form.h"
#include "ui/desk/viewer/rendition_view.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/pane_header.h"
#include "ui/widgets/text.h"

#include <algorithm>
#include <utility>

namespace cw::ui {

namespace {

QString describe(const DocumentInfo& info, int pages)
{
    QStringList parts;
    if (!info.author.empty()) parts.append(qs(info.author));
    if (info.date) parts.append(qs(info.date->iso()));
    if (pages > 1) parts.append(DocumentPane::tr("%1 pages").arg(pages));
    parts.append(info.versionCount > 1 ? DocumentPane::tr("v%1 of %2").arg(info.versionNumber).arg(info.versionCount)
                                       : QStringLiteral("v%1").arg(info.versionNumber));
    return parts.join(QStringLiteral(", "));
}

/// What the source says about the document, where a reader must know: not that it is final, as nearly all are.
QString statusWords(const DocumentInfo& info)
{
    QString status = qs(info.status).trimmed().toLower();
    status.replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('_'), QLatin1Char(' '));
    static const QStringList plain = {QStringLiteral("final"),    QStringLiteral("current"),
                                      QStringLiteral("active"),   QStringLiteral("completed"),
                                      QStringLiteral("complete"), QStringLiteral("finished")};
    return plain.contains(status) ? QString() : status;
}

bool hasRecognised(const std::vector<PageText>& pages)
{
    return std::any_of(pages.begin(), pages.end(),
                       [](const PageText& page) { return page.source == TextSource::recognised; });
}

}  // namespace

void DocumentPane::showLoading(const DocumentInfo& info)
{
    // What is shown stays until the other document is there.
    m_toReveal.reset();
    if (!m_view) m_empty->showLoading(tr("Loading %1").arg(qs(info.title)));
}

void DocumentPane::showHeader()
{
    m_header->setTitle(qs(m_info->title));
    m_header->setDetail(describe(*m_info, std::max(m_pageCount, m_info->pages)));
    m_archivedChip->setVisible(m_info->isArchived);
    const QString status = statusWords(*m_info);
    m_statusChip->setText(status);
    m_statusChip->setTone(status.contains(QStringLiteral("error")) ? Tone::error : Tone::warning);
    m_statusChip->setVisible(!status.isEmpty());
    m_recognisedChip->setVisible(m_info->isRecognised || hasRecognised(m_pages));
}

bool DocumentPane::refreshInPlace(const app::OpenedDocument& document)
{
    if (shownVersion() != document.info.version || !m_info || m_info->digest != document.info.digest) return false;
    if (auto* paged = qobject_cast<PagedView*>(m_view)) {
        if (!document.bytes.empty() && m_bytes && document.bytes != *m_bytes) return false;
        paged->setPages(document.pages);
        m_finder->searchAgain();
    } else if (m_view->pageText(0) != DocumentText(document.rendition.text).text()) {
        return false;
    }
    m_info = document.info;
    m_pages = document.pages;
    return true;
}

void DocumentPane::showDocument(const app::OpenedDocument& document)
{
    m_suggestions.clear();
    const bool hasPages = isPaged(document.info.format);
    for (const auto& code : document.codes)
        // Labels such as SNOMED and LOINC would underline every line of a result.
        if (!hasPages && !code.span.isEmpty() && !code.isNegated && acceptableSystem(code))
            m_suggestions.push_back(
                {{document.info.version, 0, code.span.begin, code.span.end, {}}, MarkKind::suggestion});
    if (refreshInPlace(document)) {
        showHeader();
        applyHighlights();
        if (m_toReveal) reveal(*std::exchange(m_toReveal, std::nullopt));
        return;
    }
    keepPlace();
    dropOpening();
    m_password->hide();
    m_info = document.info;
    m_pages = document.pages;
    m_pageCount = document.info.pages;
    m_bytes = hasPages ? std::make_shared<const std::string>(document.bytes) : nullptr;
    if (hasPages) return openPaged(document.password);
    finishOpening(new RenditionView(m_theme, m_info->version, document.rendition, m_info->format, m_body));
    if (document.rendition.text.empty())
        m_empty->showEmpty(tr("This document is empty: there is nothing to read in it."));
}

void DocumentPane::showPageTexts(const app::OpenedDocument& document)
{
    if (refreshInPlace(document)) showHeader();
}

void DocumentPane::openPaged(const std::string& password)
{
    if (m_info->format == DocumentFormat::pdf) return openPdf(password);
    openPictures();
}

void DocumentPane::openPdf(const std::string& password)
{
    auto reader = PdfReader::open(*m_bytes, password);
    if (!reader) {
        fail(reader.error());
        if (reader.error().kind == ErrorKind::denied) askPassword(!password.empty());
        return;
    }
    PageSource source;
    for (int page = 0; page < (*reader)->pageCount(); ++page) source.sizes.push_back((*reader)->pageSize(page));
    source.pdf = std::move(*reader);
    source.renderer = new PageRenderer(DocumentFormat::pdf, m_bytes, password);
    finishOpening(new PagedView(m_theme, m_info->version, std::move(source), m_body));
}

void DocumentPane::openPictures()
{
    showHeader();
    m_opening = new PageRenderer(m_info->format, m_bytes, {});
    connect(m_opening, &PageRenderer::opened, this, [this](const std::vector<QSizeF>& sizes) {
        PageRenderer* renderer = std::exchange(m_opening, nullptr);
        renderer->disconnect(this);
        finishOpening(new PagedView(m_theme, m_info->version, {sizes, nullptr, renderer}, m_body));
    });
    connect(m_opening, &PageRenderer::failed, this, [this](const Error& error) {
        dropOpening();
        fail(error);
    });
}

void DocumentPane::dropOpening()
{
    if (m_opening) m_opening->retire();
    m_opening = nullptr;
}

void DocumentPane::finishOpening(DocumentView* view)
{
    view->setObjectName(QStringLiteral("documentView"));
    view->setAccessibleName(tr("Document %1").arg(qs(m_info->title)));
    m_pageCount = view->pageCount();
    if (auto* paged = qobject_cast<PagedView*>(view)) paged->setPages(m_pages);
    m_empty->showNothing();
    showHeader();
    if (hasRecognised(m_pages)) view->setAccessibleDescription(tr("OCR, unverified"));
    setView(view);
    restorePlace();
    if (m_toReveal && m_toReveal->version == m_info->version) {
        m_view->reveal(*m_toReveal);
        m_toReveal.reset();
    }
}

void DocumentPane::fail(const Error& error)
{
    setView(nullptr);
    showHeader();
    m_empty->showFailed(error);
}

void DocumentPane::showFailed(const DocumentInfo& info, const Error& error)
{
    keepPlace();
    dropOpening();
    m_info = info;
    m_bytes = nullptr;
    m_pages.clear();
    m_suggestions.clear();
    m_pageCount = info.pages;
    fail(error);
    m_password->hide();
    // Only a PDF asks for a password; another denial is about what the person may see.
    if (error.kind == ErrorKind::denied && info.format == DocumentFormat::pdf) askPassword(false);
}

void DocumentPane::askPassword(bool isWrong)
{
    m_empty->showNothing();
    m_password->ask(isWrong);
    if (std::exchange(m_wantsFocus, false) && isVisible()) m_password->focusField();
}

void DocumentPane::tryPassword(const QString& password)
{
    if (!m_info) return;
    const auto version = m_info->version;
    m_wantsFocus = true;
    if (m_bytes) {
        m_password->hide();
        openPdf(utf8(password));
        if (!m_view) return;
    }
    emit passwordEntered(version, password);
}

void DocumentPane::showEmpty(const QString& sentence)
{
    keepPlace();
    dropOpening();
    m_info.reset();
    m_bytes = nullptr;
    m_pages.clear();
    m_suggestions.clear();
    m_password->hide();
    setView(nullptr);
    m_header->setTitle(tr("Document"));
    m_header->setDetail({});
    for (auto* chip : {m_archivedChip, m_statusChip, m_recognisedChip}) chip->hide();
    m_empty->showEmpty(sentence);
}

}  // namespace cw::ui
