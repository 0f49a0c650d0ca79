#include "ui/async/upkeep.h"

#include "app/chart_desk.h"
#include "app/inbox.h"
#include "qt/page_reader.h"

#include <QPointer>

#include <chrono>
#include <utility>

namespace cw::ui {

namespace {

constexpr int restMilliseconds = 4000;
constexpr std::chrono::seconds betweenSweeps{10};

}  // namespace

struct Upkeep::Tools {
    std::unique_ptr<PageReader> reader;
    app::IntakeFolder::Seen seen;
    std::chrono::steady_clock::time_point sweptAt;

    PageReader& pages()
    {
        if (!reader) reader = makePageReader();
        return *reader;
    }
};

/// What one round of work brought.
struct Upkeep::Step {
    app::IntakeOutcome intake;
    bool isMore = false;
    bool hasStored = false;
    int waiting = 0;
};

Upkeep::Upkeep(QObject* parent) : QObject(parent), m_tools(std::make_shared<Tools>())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Upkeep::step);
}

Upkeep::~Upkeep()
{
    m_stop.request_stop();
}

void Upkeep::open(Background::Opener opener)
{
    m_background.open(std::move(opener), this, [this](const Result<User>& user) {
        m_isSettled = true;
        for (const auto& task : std::exchange(m_beforeOpen, {})) task();
        if (user && allows(user->roles, Permission::viewEncounters)) wake();
    });
}

void Upkeep::whenOpen(std::function<void()> task)
{
    if (m_isSettled)
        task();
    else
        m_beforeOpen.push_back(std::move(task));
}

void Upkeep::wake()
{
    if (!m_background.isOpen()) return;
    m_wantsStep = m_isRunning;
    if (m_isRunning)
        m_stop.request_stop();
    else
        m_timer.start(0);
}

void Upkeep::importFiles(QObject* context, std::vector<std::filesystem::path> paths, app::IntakeOptions options,
                         std::function<void(Result<app::IntakeOutcome>)> done)
{
    whenOpen([this, context = QPointer<QObject>(context), paths = std::move(paths), options = std::move(options),
              done = std::move(done)] {
        if (!context) return;
        m_stop.request_stop();
        m_background.runJob<app::IntakeOutcome>(
            context, tr("Importing documents"),
            [tools = m_tools, paths, options](app::Workspace& workspace, const Progress& progress) {
                auto withPages = options;
                withPages.pages = &tools->pages();
                return app::Intake(workspace).importFiles(paths, withPages, progress);
            },
            [this, done](Result<app::IntakeOutcome> outcome) {
                done(std::move(outcome));
                emit stored();
                wake();
            });
    });
}

void Upkeep::readNow(QObject* context, DocumentVersionId version, std::function<void(Status)> done)
{
    whenOpen([this, context = QPointer<QObject>(context), version, done = std::move(done)] {
        if (!context) return;
        m_stop.request_stop();
        m_background.run<bool>(
            context,
            [tools = m_tools, version](app::Workspace& workspace) -> Result<bool> {
                CW_CHECK(app::DocumentReading(workspace).readNow(tools->pages(), version));
                return true;
            },
            [done](const Result<bool>& result) { done(result ? Status() : Status(result.error())); });
    });
}

void Upkeep::step()
{
    if (m_isRunning || !m_background.isOpen()) return;
    m_isRunning = true;
    m_stop = std::stop_source();
    m_background.run<Step>(
        this,
        [tools = m_tools, progress = Progress({}, m_stop.get_token())](app::Workspace& workspace) -> Result<Step> {
            Step step;
            const auto now = std::chrono::steady_clock::now();
            const bool mayImport = allows(workspace.user().roles, Permission::importEncounters);
            if (mayImport && now - tools->sweptAt > betweenSweeps) {
                tools->sweptAt = now;
                auto swept = app::IntakeFolder(workspace).sweep(tools->seen, progress, &tools->pages());
                if (swept) step.intake = std::move(*swept);
            }
            // One document or scanned page a round: an import that a person asks for never waits long.
            const auto read = app::DocumentReading(workspace).readWaiting(tools->pages(), 1, progress);
            if (read) {
                step.isMore = read->isMore;
                step.hasStored = read->documents + read->pages + read->recognised > 0;
            }
            if (mayImport) {
                CW_TRY(step.waiting, app::Inbox(workspace).countWaiting());
            }
            return step;
        },
        [this](const Result<Step>& step) { finishStep(step); });
}

void Upkeep::finishStep(const Result<Step>& step)
{
    m_isRunning = false;
    const bool isAtOnce = std::exchange(m_wantsStep, false);
    if (!step) {
        m_timer.start(isAtOnce ? 0 : restMilliseconds);
        return;
    }
    setWaiting(step->waiting);
    const auto& intake = step->intake;
    if (intake.files > 0) emit arrived(intake);
    if (step->hasStored || intake.files > 0) emit stored();
    m_timer.start(step->isMore || isAtOnce ? 0 : restMilliseconds);
}

void Upkeep::setWaiting(int count)
{
    if (count == m_waiting) return;
    m_waiting = count;
    emit waitingChanged(count);
}

}  // namespace cw::ui
