#include "ui/desk/viewer/page_texts.h"

#include "ui/desk/viewer/page_turn.h"
#include "ui/widgets/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cw::ui {

namespace {

constexpr std::size_t manyBoxes = 20'000;
constexpr std::size_t fewLines = 2;  ///< Each costs some look-ups in the PDF.

/// The part of a word's box that characters [begin, end) take.
QRectF partOf(const RecognisedWord& word, int begin, int end)
{
    const QRectF box = boxOf(word.area);
    const double size = std::max(1, word.end - word.begin);
    const double from = (std::max(begin, word.begin) - word.begin) / size;
    const double to = (std::min(end, word.end) - word.begin) / size;
    return {box.left() + from * box.width(), box.top(), (to - from) * box.width(), box.height()};
}

double distance(const QRectF& box, QPointF point)
{
    const double dx = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
    const double dy = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
    return dx + 4 * dy;  // A margin beside a line belongs to that line.
}

}  // namespace

PageTexts::PageTexts(std::unique_ptr<PdfReader> pdf, int pageCount)
    : m_pdf(std::move(pdf)), m_pages(static_cast<std::size_t>(std::max(0, pageCount)))
{}

void PageTexts::setPages(const std::vector<PageText>& pages)
{
    for (std::size_t i = 0; i < m_pages.size() && i < pages.size(); ++i) {
        if (m_pages[i].stored == pages[i]) continue;
        m_pages[i] = {std::nullopt, pages[i]};
        const auto page = static_cast<int>(i);
        m_boxes.erase(m_boxes.lower_bound({page, -1, -1}), m_boxes.lower_bound({page + 1, -1, -1}));
    }
}

const QString& PageTexts::text(int page)
{
    static const QString none;
    if (page < 0 || page >= static_cast<int>(m_pages.size())) return none;
    auto& known = m_pages[static_cast<std::size_t>(page)];
    if (!known.text) known.text = known.stored ? qs(known.stored->text) : m_pdf ? m_pdf->text(page).text : QString();
    return *known.text;
}

const std::vector<RecognisedWord>* PageTexts::words(int page) const
{
    if (!isRecognised(page)) return nullptr;
    return &m_pages[static_cast<std::size_t>(page)].stored->words;
}

bool PageTexts::isRecognised(int page) const
{
    if (page < 0 || page >= static_cast<int>(m_pages.size())) return false;
    const auto& stored = m_pages[static_cast<std::size_t>(page)].stored;
    return stored && stored->source == TextSource::recognised;
}

QSizeF PageTexts::sizeOf(int page) const
{
    const QSizeF size = m_pdf->pageSize(page);
    return size.isEmpty() ? QSizeF(1, 1) : size;
}

bool PageTexts::knowsBoxes(int page, int begin, int end) const
{
    return isRecognised(page) || m_boxes.contains({page, begin, end});
}

const QList<QRectF>& PageTexts::boxes(int page, int begin, int end)
{
    const auto key = std::make_tuple(page, begin, end);
    if (const auto known = m_boxes.find(key); known != m_boxes.end()) return known->second;
    if (m_boxes.size() > manyBoxes) m_boxes.clear();
    QList<QRectF> found;
    if (const auto* recognised = words(page)) {
        for (const auto& word : *recognised)
            if (word.begin < end && word.end > begin) found.append(partOf(word, begin, end));
        found = mergedByLine(found);
    } else if (m_pdf && begin < end && !text(page).isEmpty()) {
        const QSizeF size = sizeOf(page);
        for (const auto& box : m_pdf->boxes(page, {begin, end}))
            found.append({box.left() / size.width(), box.top() / size.height(), box.width() / size.width(),
                          box.height() / size.height()});
    }
    return m_boxes.emplace(key, std::move(found)).first->second;
}

int PageTexts::indexAt(int page, QPointF point)
{
    if (const auto* recognised = words(page)) {
        const RecognisedWord* nearest = nullptr;
        double least = std::numeric_limits<double>::max();
        for (const auto& word : *recognised) {
            const double away = distance(boxOf(word.area), point);
            if (away < least) least = away, nearest = &word;
        }
        if (!nearest) return 0;
        const QRectF box = boxOf(nearest->area);
        const double part = box.width() > 0 ? std::clamp((point.x() - box.left()) / box.width(), 0.0, 1.0) : 0;
        return nearest->begin + static_cast<int>(std::lround(part * (nearest->end - nearest->begin)));
    }
    if (!m_pdf || text(page).isEmpty()) return 0;
    const QSizeF size = sizeOf(page);
    return std::min(m_pdf->indexAt(page, {point.x() * size.width(), point.y() * size.height()}),
                    static_cast<int>(text(page).size()));
}

QString PageTexts::wordsIn(int page, const QRectF& area)
{
    QStringList found;
    if (const auto* recognised = words(page)) {
        for (const auto& word : *recognised)
            if (area.contains(boxOf(word.area).center()))
                found.append(text(page).mid(word.begin, word.end - word.begin));
        return found.join(QLatin1Char(' ')).simplified();
    }
    if (!m_pdf || text(page).isEmpty()) return {};
    const QSizeF size = sizeOf(page);
    const QRectF points(area.left() * size.width(), area.top() * size.height(), area.width() * size.width(),
                        area.height() * size.height());
    QList<QRectF> lines;
    bool isWhole = true;
    for (const auto& run : m_pdf->text(page).runs) {
        if (run.center().y() < points.top() || run.center().y() > points.bottom()) continue;
        isWhole = isWhole && run.left() >= points.left() && run.right() <= points.right();
        if (run.right() > points.left() && run.left() < points.right()) lines.append(run.intersected(points));
    }
    if (lines.isEmpty() || (!isWhole && lines.size() > static_cast<qsizetype>(fewLines))) return {};
    const auto between = [&](const QRectF& first, const QRectF& last) {
        const int begin = m_pdf->indexAt(page, {first.left() + 1, first.center().y()});
        const int end = m_pdf->indexAt(page, {last.right() - 1, last.center().y()});
        return text(page).mid(begin, std::max(0, end - begin));
    };
    if (isWhole) return between(lines.front(), lines.back()).simplified();
    for (const auto& line : lines) found.append(between(line, line));
    return found.join(QLatin1Char(' ')).simplified();
}

}  // namespace cw::ui
