#include "ui/desk/viewer/page_renderer.h"

#include "qt/page_images.h"

#include <QCoreApplication>
#include <QTransform>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace cw::ui {

namespace {

QImage turned(QImage image, int rotation)
{
    return rotation % 4 == 0 ? image : image.transformed(QTransform().rotate(90.0 * rotation));
}

}  // namespace

struct PageRenderer::Shared {
    PageRenderer* owner = nullptr;
    DocumentFormat format = DocumentFormat::pdf;
    std::shared_ptr<const std::string> bytes;
    std::string password;
    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<PageRequest> wanted;
    std::jthread thread;  ///< Last: ends before the rest goes.

    template <class Deliver>
    void post(Deliver deliver)
    {
        QMetaObject::invokeMethod(owner, std::move(deliver), Qt::QueuedConnection);
    }
    void run(const std::stop_token& stop);
    void renderAll(PageImages& images, const std::stop_token& stop);
};

void PageRenderer::Shared::run(const std::stop_token& stop)
{
    try {
        auto images = PageImages::open(format, *bytes, password);
        if (!images) {
            post([to = owner, error = images.error()] { emit to->failed(error); });
        } else {
            std::vector<QSizeF> sizes;
            for (int page = 0; page < (*images)->pageCount() && !stop.stop_requested(); ++page)
                sizes.push_back((*images)->pageSize(page));
            post([to = owner, sizes = std::move(sizes)] { emit to->opened(sizes); });
            renderAll(**images, stop);
        }
    } catch (const std::exception&) {
        post([to = owner] {
            emit to->failed({ErrorKind::io, "UI-030", "an unexpected fault stopped the drawing of pages"});
        });
    }
}

void PageRenderer::Shared::renderAll(PageImages& images, const std::stop_token& stop)
{
    while (true) {
        PageRequest request;
        {
            std::unique_lock lock(mutex);
            if (!changed.wait(lock, stop, [this] { return !wanted.empty(); })) return;
            request = wanted.front();
            wanted.pop_front();
        }
        const bool isOnSide = request.rotation % 2 != 0;
        QImage image = turned(images.render(request.page, isOnSide ? request.pixels.transposed() : request.pixels),
                              request.rotation);
        if (stop.stop_requested()) return;
        post([to = owner, request, image = std::move(image)] { emit to->rendered(request, image); });
    }
}

PageRenderer::PageRenderer(DocumentFormat format, std::shared_ptr<const std::string> bytes, std::string password)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->owner = this;
    m_shared->format = format;
    m_shared->bytes = std::move(bytes);
    m_shared->password = std::move(password);
    m_shared->thread = std::jthread([shared = m_shared.get()](const std::stop_token& stop) {
        shared->run(stop);
        shared->post([to = shared->owner] { to->end(); });
    });
}

PageRenderer::~PageRenderer()
{
    m_shared->thread.request_stop();
    if (m_shared->thread.joinable()) m_shared->thread.join();
}

void PageRenderer::want(std::vector<PageRequest> requests)
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->wanted.assign(requests.begin(), requests.end());
    }
    m_shared->changed.notify_all();
}

void PageRenderer::retire()
{
    disconnect();
    m_isRetired = true;
    if (m_hasEnded) return deleteLater();
    // If the program ends first, the application deletes it and waits.
    setParent(QCoreApplication::instance());
    m_shared->thread.request_stop();
}

void PageRenderer::end()
{
    m_hasEnded = true;
    if (m_isRetired) deleteLater();
}

}  // namespace cw::ui
