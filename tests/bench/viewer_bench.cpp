// The viewer on the person's thread: first page of a 300-page PDF (300 ms), turning a page (50 ms), finding words in 300 pages
// (first hit 100 ms, all 1 s), memory with ten documents open (300 MB), and the longest time for which the window stands
// still while 1,000 files are imported (50 ms). Run with QT_QPA_PLATFORM=offscreen.
#include "app/intake.h"
#include "qt/page_reader.h"
#include "ui/async/upkeep.h"
#include "ui/desk/viewer/document_finder.h"
#include "ui/desk/viewer/document_pane.h"
#include "ui/desk/viewer/document_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell_view.h"
#include "ui/theme/theme.h"
#include "wiring/workspace_factory.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

namespace cw::ui {
namespace {

namespace fs = std::filesystem;

std::string longPdf(int pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    QPainter painter(&writer);
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 9));
    for (int page = 0; page < pages; ++page) {
        if (page > 0) writer.newPage();
        for (int line = 0; line < 45; ++line)
            painter.drawText(
                20, 30 + line * 15,
                QStringLiteral("Page %1 line %2: patient returns with chronic kidney disease, stage three, "
                               "continue losartan%3")
                    .arg(page + 1)
                    .arg(line + 1)
                    .arg(line == 20 ? QStringLiteral(" zoster") : QString()));
    }
    painter.end();
    return bytes.toStdString();
}

app::OpenedDocument opened(const std::string& pdf, int id)
{
    app::OpenedDocument document;
    document.info.version = DocumentVersionId{id};
    document.info.format = DocumentFormat::pdf;
    document.info.title = "Long record";
    document.bytes = pdf;
    document.pages = makePageReader()->readText(DocumentFormat::pdf, pdf, {}, {}).value();
    document.info.pages = static_cast<int>(document.pages.size());
    return document;
}

/// Print on the paper: dark pixels of the middle of the view.
bool showsPrint(DocumentPane& pane)
{
    const QImage image = pane.grab().toImage();
    int dark = 0;
    for (int y = image.height() / 3; y < image.height() * 2 / 3; y += 2)
        for (int x = image.width() / 4; x < image.width() * 3 / 4; ++x) dark += qGray(image.pixel(x, y)) < 110 ? 1 : 0;
    return dark > 200;
}

/// Milliseconds until it holds, events running; looking itself is not counted.
template <class Condition>
double until(Condition holds)
{
    QElapsedTimer timer;
    QElapsedTimer all;
    all.start();
    double waited = 0;
    while (all.elapsed() < 60'000) {
        timer.start();
        QApplication::processEvents(QEventLoop::AllEvents, 5);
        waited += static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (holds()) return waited;
    }
    return -1;
}

void rest(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    until([&] { return timer.elapsed() > milliseconds; });
}

void report(const char* what, double value, const char* unit, double bar)
{
    std::cout << what << ": " << value << ' ' << unit << " (bar " << bar << ", ratio " << value / bar << ")"
              << std::endl;
}

long residentMegabytes()
{
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("VmRSS:")) return std::stol(line.substr(6)) / 1024;
    return 0;
}

/// The longest time between two ticks of a timer: for so long the window stood still.
class Stillness {
public:
    Stillness()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(2);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_clock.start();
        });
        m_clock.start();
        m_timer.start();
    }
    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

void measurePages(Theme& theme)
{
    const auto document = opened(longPdf(300), 1);
    DocumentPane pane(theme, nullptr);
    pane.resize(760, 820);
    pane.show();
    QApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    pane.showDocument(document);
    const double called = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    report("first page of 300", called + until([&] { return showsPrint(pane); }), "ms", 300);

    std::vector<double> turns;
    auto* bar = pane.view()->verticalScrollBar();
    for (int turn = 1; turn <= 60; ++turn) {
        timer.start();
        bar->setValue(static_cast<int>(static_cast<double>(bar->maximum()) * turn / 300));
        const double scrolled = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        turns.push_back(scrolled + until([&] { return showsPrint(pane); }));
        rest(60);  // A person reads for a moment.
    }
    std::sort(turns.begin(), turns.end());
    report("page turn, median", turns[turns.size() / 2], "ms", 50);
    report("page turn, longest", turns.back(), "ms", 50);

    DocumentFinder finder;
    finder.setView(pane.view());
    timer.start();
    finder.setQuery(QStringLiteral("zoster"));
    until([&] { return finder.hitCount() > 0; });
    report("find, first hit", static_cast<double>(timer.nsecsElapsed()) / 1e6, "ms", 100);
    until([&] { return !finder.isSearching(); });
    report("find, all of 300 pages", static_cast<double>(timer.nsecsElapsed()) / 1e6, "ms", 1000);
    std::cout << "  hits " << finder.hitCount() << "\n";
}

void measureMemory(Theme& theme)
{
    const auto pdf = longPdf(60);
    std::vector<std::unique_ptr<DocumentPane>> panes;
    for (int i = 0; i < 10; ++i) {
        panes.push_back(std::make_unique<DocumentPane>(theme, nullptr));
        panes.back()->resize(760, 820);
        panes.back()->show();
        panes.back()->showDocument(opened(pdf, 100 + i));
        until([&] { return showsPrint(*panes.back()); });
    }
    report("memory, ten PDFs of 60 pages open", static_cast<double>(residentMegabytes()), "MB", 300);
}

void measureImport(Theme& theme)
{
    const fs::path folder = fs::path(CW_BINARY_DIR) / "bench-viewer";
    fs::remove_all(folder);
    fs::create_directories(folder / "in");
    ::setenv("CHARTWRIGHT_DATA", CW_SOURCE_DIR "/data", 1);  // NOLINT(concurrency-mt-unsafe): one thread.
    const SystemClock clock;
    wiring::InitRequest request;
    request.folder = folder / "workspace";
    request.demo = true;
    if (!wiring::initialise(request, clock)) return;
    std::mt19937 random(7);
    for (int i = 0; i < 1000; ++i) {
        std::ofstream note(folder / "in" / ("note" + std::to_string(i) + ".txt"));
        for (int line = 0; line < 60; ++line) note << "Line " << random() << " of a note about a knee\n";
    }
    WorkspaceAccess access;
    access.folder = request.folder;
    access.exists = [] { return true; };
    access.demoAccounts = [] { return std::vector<ShownAccount>(); };
    access.open = [&](const std::string& user, const std::string& password) {
        return wiring::openWorkspace(request.folder, user, password, clock, wiring::codeIndexOf(request.folder, clock));
    };
    MainWindow window(theme, access);
    window.resize(1366, 768);
    window.show();
    window.signIn(QStringLiteral("office"), QStringLiteral("demo-office"));
    until([&] { return window.shell() != nullptr; });
    window.shell()->openEncounter(QStringLiteral("V-10441"), false);
    rest(1500);
    Upkeep upkeep;
    upkeep.open([&] { return access.open("office", "demo-office"); });
    until([&] { return upkeep.background().isOpen(); });
    std::optional<app::IntakeOutcome> outcome;
    app::IntakeOptions options;
    options.encounterId = "V-10441";
    QElapsedTimer timer;
    timer.start();
    const Stillness stillness;
    upkeep.importFiles(&window, {folder / "in"}, options,
                       [&](Result<app::IntakeOutcome> result) { outcome = result ? *result : app::IntakeOutcome(); });
    until([&] { return outcome.has_value(); });
    std::cout << "import of " << outcome->documents << " files: " << timer.elapsed() << " ms\n";
    report("window still, longest while importing", stillness.longest(), "ms", 50);
    window.signOut();
    rest(500);
}

}  // namespace
}  // namespace cw::ui

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    cw::ui::Theme theme;
    theme.applyTo(application);
    cw::ui::measurePages(theme);
    cw::ui::measureMemory(theme);
    cw::ui::measureImport(theme);
    return 0;
}
