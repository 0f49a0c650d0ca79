#include "ui/async/background.h"

#include <chrono>

namespace cw::ui {

Background::Background(QObject* parent) : QObject(parent), m_runner(new QObject)
{
    m_runner->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_runner, &QObject::deleteLater);
    connect(
        this, &Background::jobFinished, this,
        [this] {
            if (!m_stops.empty()) m_stops.erase(m_stops.begin());  // Jobs end in the order in which they were given.
        },
        Qt::QueuedConnection);
    m_thread.start();
}

Background::~Background()
{
    m_isClosing = true;
    cancelJob();
    QMetaObject::invokeMethod(
        m_runner,
        [this] {
            m_workspace.reset();  // A connection is closed on the thread that opened it.
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void Background::open(Opener opener, QObject* context, std::function<void(Result<User>)> done)
{
    post([this, opener = std::move(opener), context = QPointer<QObject>(context), done = std::move(done)] {
        auto result = std::make_shared<Result<User>>(guarded<User>([this, &opener]() -> Result<User> {
            CW_TRY(auto workspace, opener());
            m_workspace = std::move(workspace);
            return m_workspace->user();
        }));
        deliver(context, [this, result, done] {
            if (*result) m_isOpen = true;
            done(std::move(*result));
        });
    });
}

void Background::cancelJob()
{
    for (auto& stop : m_stops) stop.request_stop();
}

void Background::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(
        m_runner,
        [this, task = std::move(task)] {
            if (!m_isClosing) task();
        },
        Qt::QueuedConnection);
}

void Background::deliver(const QPointer<QObject>& context, std::function<void()> done)
{
    // The pointer is looked at on this object's own thread only, where the context is destroyed as well.
    QMetaObject::invokeMethod(
        this,
        [context, done = std::move(done)] {
            if (context) done();
        },
        Qt::QueuedConnection);
}

std::stop_token Background::addStop()
{
    return m_stops.emplace_back().get_token();
}

Progress::Report Background::reporter()
{
    using Clock = std::chrono::steady_clock;
    return [this, last = Clock::time_point()](std::int64_t done, std::int64_t total, const std::string& what) mutable {
        const auto now = Clock::now();
        if (now - last < std::chrono::milliseconds(40) && done != total) return;
        last = now;
        emit jobProgress(done, total, QString::fromStdString(what));
    };
}

}  // namespace cw::ui
