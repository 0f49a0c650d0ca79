#include "tests/ui/support/test_prompter.h"
#include "tests/ui/support/test_workspace.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QThread>

#include <stdexcept>
#include <thread>

namespace cw::ui {
namespace {

TEST(Background, RefusesWorkBeforeItIsOpen)
{
    Background background;
    QObject context;
    std::optional<Result<int>> answer;
    background.run<int>(
        &context, [](app::Workspace&) -> Result<int> { return 1; },
        [&answer](Result<int> result) { answer.emplace(std::move(result)); });
    ASSERT_TRUE(waitUntil([&answer] { return answer.has_value(); }));
    EXPECT_EQ("UI-001", answer->error().id);
}

TEST(Background, WorksOnItsThreadAndAnswersOnOurs)
{
    TestWorkspace workspace;
    TestPrompter prompter;
    SignedIn signedIn(workspace, "office", prompter);
    QObject context;
    QThread* worker = nullptr;
    QThread* answered = nullptr;
    signedIn.work.run<int>(
        &context,
        [&worker](app::Workspace&) -> Result<int> {
            worker = QThread::currentThread();
            return 7;
        },
        [&answered](Result<int> result) {
            EXPECT_EQ(7, *result);
            answered = QThread::currentThread();
        });
    ASSERT_TRUE(waitUntil([&answered] { return answered != nullptr; }));
    EXPECT_NE(QThread::currentThread(), worker);
    EXPECT_EQ(QThread::currentThread(), answered);
}

TEST(Background, TurnsAFaultIntoAnErrorWithoutItsWords)
{
    Background background;
    QObject context;
    std::optional<Result<int>> answer;
    background.runApart<int>(
        &context, {}, [](const Progress&) -> Result<int> { throw std::runtime_error("Halloran, Miriam"); },
        [&answer](Result<int> result) { answer.emplace(std::move(result)); });
    ASSERT_TRUE(waitUntil([&answer] { return answer.has_value(); }));
    EXPECT_EQ("UI-002", answer->error().id);
    EXPECT_EQ(std::string::npos, answer->error().detail.find("Halloran"));
}

TEST(Background, DropsAnswersForAContextThatIsGone)
{
    Background background;
    auto context = std::make_unique<QObject>();
    bool called = false;
    background.runApart<int>(
        context.get(), {}, [](const Progress&) -> Result<int> { return 1; }, [&called](Result<int>) { called = true; });
    context.reset();
    QObject other;
    bool later = false;
    background.runApart<int>(
        &other, {}, [](const Progress&) -> Result<int> { return 1; }, [&later](Result<int>) { later = true; });
    ASSERT_TRUE(waitUntil([&later] { return later; }));
    EXPECT_FALSE(called);
}

TEST(Background, TellsProgressAndStopsWhenAsked)
{
    Background background;
    QObject context;
    QSignalSpy started(&background, &Background::jobStarted);
    QSignalSpy progressed(&background, &Background::jobProgress);
    QSignalSpy finished(&background, &Background::jobFinished);
    std::optional<Result<int>> answer;
    background.runApart<int>(
        &context, QStringLiteral("Counting"),
        [](const Progress& progress) -> Result<int> {
            for (int i = 0; i < 100000; ++i) {
                progress.report(i, 100000, "counting");
                if (progress.isCancelled()) return Error{ErrorKind::cancelled, "TEST-002", "stopped"};
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            return 1;
        },
        [&answer](Result<int> result) { answer.emplace(std::move(result)); });
    EXPECT_EQ(1, started.size());
    ASSERT_TRUE(waitUntil([&progressed] { return progressed.size() > 1; }));
    background.cancelJob();
    ASSERT_TRUE(waitUntil([&answer] { return answer.has_value(); }));
    EXPECT_EQ(ErrorKind::cancelled, answer->error().kind);
    EXPECT_EQ(1, finished.size());
}

TEST(Background, EndsWhileAJobRuns)
{
    std::atomic<bool> stopped = false;
    {
        Background background;
        QObject context;
        std::atomic<bool> running = false;
        background.runApart<int>(
            &context, {},
            [&stopped, &running](const Progress& progress) -> Result<int> {
                running = true;
                while (!progress.isCancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                stopped = true;
                return 1;
            },
            [](Result<int>) {});
        while (!running) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_TRUE(stopped);
}

}  // namespace
}  // namespace cw::ui
