#include "ui/desk/viewer/page_cache.h"

#include <algorithm>
#include <numeric>

namespace cw::ui {

namespace {

constexpr qint64 mostBytes = qint64{64} << 20;

}  // namespace

void PageCache::put(const PageRequest& request, const QImage& image)
{
    // One image of a page: the one that was wanted last.
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.request.page == request.page; });
    m_entries.push_back({request, image, m_turn});
    while (m_entries.size() > 1 && bytes() > mostBytes) {
        const auto oldest = std::min_element(m_entries.begin(), m_entries.end() - 1,
                                             [](const Entry& a, const Entry& b) { return a.usedAt < b.usedAt; });
        m_entries.erase(oldest);
    }
}

const QImage* PageCache::exact(const PageRequest& request) const
{
    for (const auto& entry : m_entries)
        if (entry.request == request) return &entry.image;
    return nullptr;
}

const QImage* PageCache::any(int page, int rotation) const
{
    for (const auto& entry : m_entries)
        if (entry.request.page == page && entry.request.rotation == rotation) return &entry.image;
    return nullptr;
}

void PageCache::use(int firstPage, int lastPage)
{
    ++m_turn;
    for (auto& entry : m_entries)
        if (entry.request.page >= firstPage && entry.request.page <= lastPage) entry.usedAt = m_turn;
}

qint64 PageCache::bytes() const
{
    return std::accumulate(m_entries.begin(), m_entries.end(), qint64{0},
                           [](qint64 sum, const Entry& entry) { return sum + entry.image.sizeInBytes(); });
}

}  // namespace cw::ui
