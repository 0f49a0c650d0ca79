#pragma once

#include "app/intake.h"
#include "ui/async/background.h"

#include <QTimer>

#include <memory>
#include <stop_token>

namespace cw::ui {

/// What goes on beside the work of a person, on a thread and connection of its own: importing files, looking into the
/// watched folder, reading the text of pages and recognising that of scans. Opened after the window is usable.
class Upkeep final : public QObject {
    Q_OBJECT

public:
    explicit Upkeep(QObject* parent = nullptr);
    ~Upkeep() override;

    void open(Background::Opener opener);
    Background& background() noexcept { return m_background; }
    /// Files and folders; progress and cancel in the status line. `context` as for Background::run.
    void importFiles(QObject* context, std::vector<std::filesystem::path> paths, app::IntakeOptions options,
                     std::function<void(Result<app::IntakeOutcome>)> done);
    /// Reads this document's pages before anything else, for a person who has just opened it.
    void readNow(QObject* context, DocumentVersionId version, std::function<void(Status)> done);
    /// Looks at once for what there is to do: the text of a PDF goes before recognising a scan that has begun.
    void wake();
    int waiting() const noexcept { return m_waiting; }  ///< In the unmatched list.

signals:
    /// Something was stored: documents, encounters, or texts of pages.
    void stored();
    void waitingChanged(int count);
    /// The watched folder brought something in, or something that it could not use.
    void arrived(const cw::app::IntakeOutcome& outcome);

private:
    struct Step;
    struct Tools;
    void whenOpen(std::function<void()> task);
    void step();
    void finishStep(const Result<Step>& step);
    void setWaiting(int count);

    std::stop_source m_stop;  ///< Of the round that runs: recognising a page takes seconds, and nobody waits for it.
    Background m_background;
    std::shared_ptr<Tools> m_tools;  ///< Used on the background thread only.
    QTimer m_timer;
    std::vector<std::function<void()>> m_beforeOpen;  ///< Asked for before the connection was there.
    bool m_isSettled = false;                         ///< Opened, or failed to.
    int m_waiting = 0;
    bool m_isRunning = false;
    bool m_wantsStep = false;  ///< Something came while a round was running.
};

}  // namespace cw::ui
