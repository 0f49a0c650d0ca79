#pragma once

#include "ui/desk/viewer/page_renderer.h"

#include <QImage>

#include <vector>

namespace cw::ui {

/// Images of the pages looked at last, at most 64 MB of them.
class PageCache {
public:
    void put(const PageRequest& request, const QImage& image);
    /// The image as wanted, or null.
    const QImage* exact(const PageRequest& request) const;
    /// The best of that page and rotation, of another size; or null.
    const QImage* any(int page, int rotation) const;
    /// Marks the pages in use: they go last.
    void use(int firstPage, int lastPage);
    qint64 bytes() const;

private:
    struct Entry {
        PageRequest request;
        QImage image;
        int usedAt = 0;
    };
    std::vector<Entry> m_entries;
    int m_turn = 0;
};

}  // namespace cw::ui
