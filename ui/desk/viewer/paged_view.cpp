#include "ui/desk/viewer/paged_view.h"

#include "ui/desk/viewer/page_turn.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw::ui {

namespace {

constexpr double gap = 12;
constexpr double printedScale = 96.0 / 72.0;
constexpr double mostPixels = 12e6;  ///< Of one image; a larger page is drawn coarser.
constexpr double quickPixels = 3e6;  ///< What is larger is drawn in a quarter of the size first.
constexpr int boxMilliseconds = 15;

}  // namespace

PagedView::PagedView(Theme& theme, DocumentVersionId version, PageSource source, QWidget* parent)
    : DocumentView(theme, version, parent),
      m_source(std::move(source)),
      m_texts(std::move(m_source.pdf), static_cast<int>(m_source.sizes.size())),
      m_boxTimer(new QTimer(this))
{
    m_boxTimer->setSingleShot(true);
    connect(m_boxTimer, &QTimer::timeout, this, &PagedView::findBoxes);
    connect(m_source.renderer, &PageRenderer::rendered, this, &PagedView::take);
    layOut();
}

PagedView::~PagedView()
{
    m_source.renderer->retire();
}

void PagedView::setPages(const std::vector<PageText>& pages)
{
    m_texts.setPages(pages);
    if (m_selected) m_selected->words = m_texts.wordsIn(m_selected->page, boxOf(m_selected->parts));
    viewport()->update();
}

Span PagedView::spanOf(int page, int begin, int end) const
{
    return {version(), page, begin, end, {}};
}

std::pair<TextPosition, TextPosition> PagedView::rangeOf(const Span& span) const
{
    const int page = std::clamp(span.page, 0, std::max(0, pageCount() - 1));
    const auto size = static_cast<std::int64_t>(m_texts.text(page).size());
    const auto at = [&](std::int64_t offset) { return static_cast<int>(std::clamp<std::int64_t>(offset, 0, size)); };
    return {{page, at(span.begin)}, {page, at(span.end)}};
}

void PagedView::reveal(const Span& span)
{
    if (span.area.isEmpty()) return DocumentView::reveal(span);
    if (pageCount() == 0) return;
    setCaret({span.page, 0});
    scrollInto(areaBox(span));
}

ScrollAnchor PagedView::scrollAnchor() const
{
    if (pageCount() == 0 || scrollOffset().y() < 1) return {};
    const int page = pageAt(scrollOffset().y());
    const QRectF paper = pageBox(page);
    return {page, 0, (scrollOffset().y() - paper.top()) / std::max(1.0, paper.height())};
}

double PagedView::offsetOf(const ScrollAnchor& anchor) const
{
    if (pageCount() == 0) return 0;
    const QRectF paper = pageBox(std::clamp(anchor.page, 0, pageCount() - 1));
    return paper.top() + anchor.inside * paper.height();
}

void PagedView::setRotation(int quarterTurns)
{
    const int rotation = ((quarterTurns % 4) + 4) % 4;
    if (rotation == m_rotation) return;
    stopMarking();
    // The page that is read stays; where on it one was says nothing after a turn.
    const int page = pageCount() == 0 ? 0 : pageAt(scrollOffset().y() + viewport()->height() / 3.0);
    m_rotation = rotation;
    refresh();
    if (pageCount() > 0) setScrollY(page == 0 ? 0 : pageBox(page).top() - gap);
}

void PagedView::layOut()
{
    m_pages.clear();
    const double available = std::max(120.0, viewport()->width() - 2 * gap);
    double widest = available;
    double y = gap;
    for (const QSizeF& upright : m_source.sizes) {
        const QSizeF points = m_rotation % 2 == 0 ? upright : upright.transposed();
        const double scale =
            std::min(printedScale * theme().scale(), available / std::max(1.0, points.width())) * zoom();
        const QSizeF pixels(std::max(1.0, std::round(points.width() * scale)),
                            std::max(1.0, std::round(points.height() * scale)));
        m_pages.push_back({{0, y}, pixels});
        widest = std::max(widest, pixels.width());
        y += pixels.height() + gap;
    }
    m_size = {widest + 2 * gap, y};
    for (auto& page : m_pages) page.moveLeft(std::round((m_size.width() - page.width()) / 2));
}

int PagedView::pageAt(double y) const
{
    const auto below = std::lower_bound(m_pages.begin(), m_pages.end(), y,
                                        [](const QRectF& page, double at) { return page.bottom() + gap / 2 < at; });
    return static_cast<int>(std::min<std::ptrdiff_t>(below - m_pages.begin(), std::ssize(m_pages) - 1));
}

QRectF PagedView::pageBox(int page) const
{
    return page < 0 || page >= pageCount() ? QRectF() : m_pages[static_cast<std::size_t>(page)];
}

QRectF PagedView::toContent(int page, const QRectF& parts) const
{
    const QRectF paper = pageBox(page);
    const QRectF box = turned(parts, m_rotation);
    return {paper.left() + box.left() * paper.width(), paper.top() + box.top() * paper.height(),
            box.width() * paper.width(), box.height() * paper.height()};
}

QPointF PagedView::toParts(int page, QPointF content) const
{
    const QRectF paper = pageBox(page);
    return turned(QPointF((content.x() - paper.left()) / paper.width(), (content.y() - paper.top()) / paper.height()),
                  opposite(m_rotation));
}

QList<QRectF> PagedView::boxesOf(int page, int begin, int end) const
{
    QList<QRectF> boxes;
    for (const auto& box : m_texts.boxes(page, begin, end)) boxes.append(toContent(page, box));
    return boxes;
}

QList<QRectF> PagedView::boxesToPaint(int page, int begin, int end) const
{
    if (m_texts.knowsBoxes(page, begin, end)) return boxesOf(page, begin, end);
    m_boxesWanted.push_back({page, begin, end});
    m_boxTimer->start(0);
    return {};
}

void PagedView::findBoxes()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_boxesWanted.empty() && clock.elapsed() < boxMilliseconds) {
        const auto range = m_boxesWanted.back();
        m_boxesWanted.pop_back();
        m_texts.boxes(range.page, range.begin, range.end);
    }
    // Painting asks again for what is still missing.
    m_boxesWanted.clear();
    viewport()->update();
}

QRectF PagedView::caretBox(TextPosition position) const
{
    if (pageCount() == 0) return {};
    const auto size = static_cast<int>(m_texts.text(position.page).size());
    const auto edge = [&](const QRectF& box, bool isRight) {
        return toContent(position.page, {isRight ? box.right() : box.left(), box.top(), 0, box.height()});
    };
    // Before the character, or behind the one before it at the end of a line.
    if (position.offset < size) {
        const auto& box = m_texts.boxes(position.page, position.offset, position.offset + 1);
        if (!box.isEmpty()) return edge(box.first(), false);
    }
    for (int back = position.offset - 1; back >= 0 && back > position.offset - 8; --back) {
        const auto& box = m_texts.boxes(position.page, back, back + 1);
        if (!box.isEmpty()) return edge(box.last(), true);
    }
    const QRectF paper = pageBox(position.page);
    return {paper.left() + gap, paper.top() + gap, 0, 14};
}

TextPosition PagedView::positionAt(QPointF content) const
{
    if (m_pages.empty()) return {};
    const int page = pageAt(content.y());
    return {page, m_texts.indexAt(page, toParts(page, content))};
}

std::pair<TextPosition, TextPosition> PagedView::lineAround(TextPosition position) const
{
    const QString& text = m_texts.text(position.page);
    const auto isLineEnd = [&text](int at) {
        return text.at(at) == QLatin1Char('\n') || text.at(at) == QLatin1Char('\r');
    };
    int begin = position.offset;
    int end = position.offset;
    while (begin > 0 && !isLineEnd(begin - 1)) --begin;
    while (end < text.size() && !isLineEnd(end)) ++end;
    return {{position.page, begin}, {position.page, end}};
}

std::pair<TextPosition, TextPosition> PagedView::shownRange(const QRectF& visible) const
{
    if (m_pages.empty()) return {};
    return {{pageAt(visible.top()), 0}, {pageAt(visible.bottom()), std::numeric_limits<int>::max()}};
}

PageRequest PagedView::requestFor(int page) const
{
    const QSizeF pixels = pageBox(page).size() * devicePixelRatioF();
    const double shrink = std::min(1.0, std::sqrt(mostPixels / std::max(1.0, pixels.width() * pixels.height())));
    return {page, (pixels * shrink).toSize().expandedTo({1, 1}), m_rotation};
}

bool PagedView::isDrawn(int page) const
{
    return m_cache.exact(requestFor(page)) != nullptr;
}

void PagedView::wantPages(int first, int last)
{
    std::vector<PageRequest> wanted;
    const auto want = [&](int page, bool isShown) {
        if (page < 0 || page >= pageCount()) return;
        const auto request = requestFor(page);
        if (m_cache.exact(request)) return;
        const bool isLarge = static_cast<double>(request.pixels.width()) * request.pixels.height() > quickPixels;
        if (isShown && isLarge && !m_cache.any(page, m_rotation))
            wanted.push_back({page, (request.pixels / 4).expandedTo({1, 1}), m_rotation});
        if (isShown || !isLarge) wanted.push_back(request);
    };
    for (int page = first; page <= last; ++page) want(page, true);
    want(last + 1, false);
    want(first - 1, false);
    m_cache.use(first - 1, last + 1);
    if (wanted == m_wanted) return;
    m_wanted = wanted;
    m_source.renderer->want(std::move(wanted));
}

void PagedView::take(const PageRequest& request, const QImage& image)
{
    std::erase(m_wanted, request);
    m_cache.put(request, image);
    viewport()->update();
}

}  // namespace cw::ui
