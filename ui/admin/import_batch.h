#pragma once

#include "app/library_desk.h"
#include "ui/async/background.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace cw::ui {

/// Official files on their way into the library, one after another: each is read, shown as a dry run, and imported or left
/// when somebody has decided. What fails does not hold up the files behind it.
class ImportBatch final : public QObject {
    Q_OBJECT

public:
    enum class Step { waiting, reading, asking, importing, imported, nothingNew, notNow, failed };
    struct Item {
        QString path;
        QString name;  ///< Without folder.
        Step step = Step::waiting;
        std::optional<app::FileReport> report;  ///< Of the dry run, then of the import.
        std::optional<Error> error;
    };

    ImportBatch(Background& work, QObject* parent);
    /// Behind those that wait; begins at once when nothing is being read. Files that are done are forgotten first.
    void add(const QStringList& files);
    const std::vector<Item>& items() const noexcept { return m_items; }
    const Item* current() const;  ///< What is read, asked about or imported now; null when nothing is.
    int currentRow() const noexcept { return m_current; }
    int waiting() const;
    bool isAsking() const;
    bool isBusy() const;

    void accept();     ///< Imports what is asked about.
    void acceptAll();  ///< And all that follow, without asking.
    void skip();       ///< Not now.
    void cancel();     ///< Stops what runs; the rest is left.

signals:
    void changed();
    void asked();
    void imported(const cw::app::FileReport& report);
    void finished();

private:
    Item* item() { return m_current < 0 ? nullptr : &m_items[static_cast<std::size_t>(m_current)]; }
    void next();
    void read();
    void import();
    void fail(const Error& error);
    void finishRead(Result<app::FileReport> report);
    void finishImport(Result<app::FileReport> report);

    Background& m_work;
    std::vector<Item> m_items;
    int m_current = -1;
    bool m_takesAll = false;
};

/// "waiting", "reading", "imported" …
QString stepText(ImportBatch::Step step);

}  // namespace cw::ui
