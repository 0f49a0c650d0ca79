#include "ui/desk/viewer/document_finder.h"

#include "ui/desk/viewer/document_view.h"

#include <QElapsedTimer>
#include <QRegularExpression>

namespace cw::ui {

namespace {

constexpr int sliceMilliseconds = 8;

/// The words with any white space between them, whatever signs they contain.
QRegularExpression patternOf(const QString& query)
{
    QStringList words;
    for (const QString& word : query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        words.append(QRegularExpression::escape(word));
    }
    return QRegularExpression(words.join(QStringLiteral("\\s+")), QRegularExpression::CaseInsensitiveOption |
                                                                      QRegularExpression::UseUnicodePropertiesOption);
}

}  // namespace

DocumentFinder::DocumentFinder(QObject* parent) : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &DocumentFinder::searchSome);
}

void DocumentFinder::setView(DocumentView* view)
{
    m_view = view;
    restart();
}

void DocumentFinder::setQuery(const QString& query)
{
    if (query == m_query) return;
    m_query = query;
    restart();
}

void DocumentFinder::selectCurrent()
{
    if (!m_view || m_current < 0) return;
    const auto& hit = m_hits[static_cast<std::size_t>(m_current)];
    m_view->setCaret({hit.page, hit.begin});
    m_view->setCaret({hit.page, hit.end}, true);
}

void DocumentFinder::clear()
{
    m_query.clear();
    restart();
}

void DocumentFinder::searchAgain()
{
    if (!m_view || m_query.trimmed().isEmpty()) return;
    m_hits.clear();
    m_current = -1;
    m_nextPage = 0;
    m_mayScroll = false;
    m_timer.start(0);
}

void DocumentFinder::restart()
{
    m_timer.stop();
    m_hits.clear();
    m_current = -1;
    m_nextPage = 0;
    m_mayScroll = true;
    if (m_view) m_view->setSearchHits({}, -1);
    if (m_view && !m_query.trimmed().isEmpty()) {
        m_timer.start(0);
        searchSome();
    } else {
        emit changed();
    }
}

void DocumentFinder::searchSome()
{
    QElapsedTimer clock;
    clock.start();
    const bool hadHit = m_current >= 0;
    while (m_nextPage < m_view->pageCount() && clock.elapsed() < sliceMilliseconds) searchPage(m_nextPage++);
    if (m_nextPage >= m_view->pageCount()) m_timer.stop();
    if (!hadHit && !m_hits.empty()) {
        // The first hit from where the person is reading.
        const auto caret = m_view->caretPosition();
        int first = -1;
        for (std::size_t i = 0; first < 0 && i < m_hits.size(); ++i) {
            if (TextPosition{m_hits[i].page, m_hits[i].begin} >= caret) first = static_cast<int>(i);
        }
        if (first >= 0) return goTo(first);
        if (!m_timer.isActive()) return goTo(0);
    }
    showHits();
}

void DocumentFinder::searchPage(int page)
{
    auto matches = patternOf(m_query).globalMatch(m_view->pageText(page));
    while (matches.hasNext()) {
        const auto match = matches.next();
        m_hits.push_back({page, static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedEnd())});
    }
}

void DocumentFinder::step(int direction)
{
    if (m_hits.empty()) return;
    const int count = hitCount();
    goTo(((m_current < 0 ? (direction > 0 ? -1 : 0) : m_current) + direction + count) % count);
}

void DocumentFinder::goTo(int index)
{
    m_current = index;
    if (m_mayScroll) m_view->reveal(m_hits[static_cast<std::size_t>(index)]);
    m_mayScroll = true;
    showHits();
}

void DocumentFinder::showHits()
{
    m_view->setSearchHits(m_hits, m_current);
    emit changed();
}

}  // namespace cw::ui
