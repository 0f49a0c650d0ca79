#pragma once

#include "base/result.h"
#include "chart/document.h"

#include <QImage>
#include <QObject>
#include <QSizeF>

#include <memory>
#include <string>
#include <vector>

namespace cw::ui {

/// A page image as wanted: turned by quarter turns to the right, `pixels` large after that.
struct PageRequest {
    int page = 0;
    QSize pixels;
    int rotation = 0;
    bool operator==(const PageRequest&) const = default;
};

/// Draws pages on a thread of its own, because a scan can take longer than a window may stand still. Opened on that thread
/// too. Lives on the window's thread.
class PageRenderer final : public QObject {
    Q_OBJECT

public:
    PageRenderer(DocumentFormat format, std::shared_ptr<const std::string> bytes, std::string password);
    /// Waits for the page that is being drawn; retire() does not.
    ~PageRenderer() override;
    /// Draws these, the first one first; what was wanted before and has not begun is dropped.
    void want(std::vector<PageRequest> requests);
    /// Deletes itself as soon as its thread has ended; no signal comes any more.
    void retire();

signals:
    void opened(const std::vector<QSizeF>& pageSizes);  ///< Points.
    void failed(const cw::Error& error);
    void rendered(const cw::ui::PageRequest& request, const QImage& image);

private:
    struct Shared;
    void end();
    std::shared_ptr<Shared> m_shared;
    bool m_isRetired = false;
    bool m_hasEnded = false;
};

}  // namespace cw::ui
