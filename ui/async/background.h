#pragma once

#include "app/workspace.h"
#include "base/progress.h"
#include "base/result.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace cw::ui {

/// One thread that owns one opened workspace. The window gives it work as functions and gets results back on its own
/// thread; it never touches a store, file or parser itself. Work runs in the order in which it was given.
class Background final : public QObject {
    Q_OBJECT

public:
    using Opener = std::function<Result<std::unique_ptr<app::Workspace>>()>;

    explicit Background(QObject* parent = nullptr);
    /// Asks running work to stop and waits for it; work that has not begun is dropped.
    ~Background() override;

    /// Opens the workspace on the thread; `done` gets the signed-in user.
    void open(Opener opener, QObject* context, std::function<void(Result<User>)> done);

    /// `work` runs on the thread; `done` on the caller's, unless `context` is gone by then.
    template <class T>
    void run(QObject* context, std::function<Result<T>(app::Workspace&)> work, std::function<void(Result<T>)> done)
    {
        post([this, context = QPointer<QObject>(context), work = std::move(work), done = std::move(done)] {
            auto result = std::make_shared<Result<T>>(call<T>(work));
            deliver(context, [done, result] { done(std::move(*result)); });
        });
    }

    /// The same with progress in the status line and a cancel button there; `title` says what, without patient data.
    template <class T>
    void runJob(QObject* context, const QString& title, std::function<Result<T>(app::Workspace&, const Progress&)> work,
                std::function<void(Result<T>)> done)
    {
        startJob<T>(
            context, title,
            [this, work = std::move(work)](const Progress& progress) {
                return call<T>([&work, &progress](app::Workspace& workspace) { return work(workspace, progress); });
            },
            std::move(done));
    }

    /// A job that needs no opened workspace: making one, reading its sign-in page.
    template <class T>
    void runApart(QObject* context, const QString& title, std::function<Result<T>(const Progress&)> work,
                  std::function<void(Result<T>)> done)
    {
        startJob<T>(
            context, title,
            [work = std::move(work)](const Progress& progress) {
                return guarded<T>([&work, &progress] { return work(progress); });
            },
            std::move(done));
    }

    void cancelJob();
    bool isOpen() const noexcept { return m_isOpen; }

signals:
    void jobStarted(const QString& title);
    void jobProgress(qint64 done, qint64 total, const QString& what);
    void jobFinished();

private:
    template <class T>
    void startJob(QObject* context, const QString& title, std::function<Result<T>(const Progress&)> work,
                  std::function<void(Result<T>)> done)
    {
        const std::stop_token stop = addStop();
        emit jobStarted(title);
        post([this, context = QPointer<QObject>(context), work = std::move(work), done = std::move(done), stop] {
            auto result = std::make_shared<Result<T>>(work(Progress(reporter(), stop)));
            emit jobFinished();
            deliver(context, [done, result] { done(std::move(*result)); });
        });
    }
    template <class T>
    Result<T> call(const std::function<Result<T>(app::Workspace&)>& work)
    {
        if (!m_workspace) return Error{ErrorKind::io, "UI-001", "the workspace is not open"};
        return guarded<T>([this, &work] { return work(*m_workspace); });
    }
    template <class T>
    static Result<T> guarded(const std::function<Result<T>()>& work)
    {
        try {
            return work();
        } catch (const std::exception&) {
            // what() may quote data; the type of failure is enough for a person to report it.
            return Error{ErrorKind::io, "UI-002", "an unexpected fault stopped this step; nothing was stored"};
        }
    }
    void post(std::function<void()> task);
    void deliver(const QPointer<QObject>& context, std::function<void()> done);
    std::stop_token addStop();
    Progress::Report reporter();  ///< Emits jobProgress at most every 40 ms.

    QThread m_thread;
    QObject* m_runner = nullptr;                  ///< Lives on m_thread.
    std::unique_ptr<app::Workspace> m_workspace;  ///< Touched on m_thread only.
    std::vector<std::stop_source> m_stops;        ///< Of the jobs that were given and may still run.
    std::atomic<bool> m_isClosing = false;
    bool m_isOpen = false;
};

}  // namespace cw::ui
