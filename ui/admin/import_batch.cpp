#include "ui/admin/import_batch.h"

#include "ui/widgets/text.h"

#include <QFileInfo>

#include <algorithm>

namespace cw::ui {

QString stepText(ImportBatch::Step step)
{
    using Step = ImportBatch::Step;
    switch (step) {
    case Step::waiting: return ImportBatch::tr("waiting");
    case Step::reading: return ImportBatch::tr("reading");
    case Step::asking: return ImportBatch::tr("to decide");
    case Step::importing: return ImportBatch::tr("importing");
    case Step::imported: return ImportBatch::tr("imported");
    case Step::nothingNew: return ImportBatch::tr("nothing new");
    case Step::notNow: return ImportBatch::tr("not now");
    case Step::failed: return ImportBatch::tr("refused");
    }
    return {};
}

ImportBatch::ImportBatch(Background& work, QObject* parent) : QObject(parent), m_work(work) {}

const ImportBatch::Item* ImportBatch::current() const
{
    return m_current < 0 ? nullptr : &m_items[static_cast<std::size_t>(m_current)];
}

int ImportBatch::waiting() const
{
    return static_cast<int>(
        std::count_if(m_items.begin(), m_items.end(), [](const Item& one) { return one.step == Step::waiting; }));
}

bool ImportBatch::isAsking() const
{
    return m_current >= 0 && current()->step == Step::asking;
}

bool ImportBatch::isBusy() const
{
    return m_current >= 0 && !isAsking();
}

void ImportBatch::add(const QStringList& files)
{
    if (files.isEmpty()) return;
    if (m_current < 0) {
        m_items.clear();
        m_takesAll = false;
    }
    for (const QString& file : files) {
        Item item;
        item.path = file;
        item.name = QFileInfo(file).fileName();
        m_items.push_back(std::move(item));
    }
    emit changed();
    if (m_current < 0) next();
}

void ImportBatch::next()
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [](const Item& one) { return one.step == Step::waiting; });
    m_current = found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
    if (m_current >= 0) return read();
    emit changed();
    emit finished();
}

void ImportBatch::read()
{
    item()->step = Step::reading;
    emit changed();
    m_work.runJob<app::FileReport>(
        this, tr("Reading %1").arg(item()->name),
        [file = utf8(item()->path)](app::Workspace& workspace, const Progress& progress) {
            return app::LibraryDesk(workspace).preview(file, {}, progress);
        },
        [this](Result<app::FileReport> report) { finishRead(std::move(report)); });
}

void ImportBatch::finishRead(Result<app::FileReport> report)
{
    if (!report) return fail(report.error());
    const bool isNew = !report->changedNothing();
    item()->report = std::move(*report);
    if (!isNew) {
        item()->step = Step::nothingNew;
        return next();
    }
    // What a table would lose is asked about even when all the rest is taken.
    if (m_takesAll && item()->report->drops.empty()) return import();
    item()->step = Step::asking;
    emit changed();
    emit asked();
}

void ImportBatch::import()
{
    item()->step = Step::importing;
    emit changed();
    m_work.runJob<app::FileReport>(
        this, tr("Importing %1").arg(item()->name),
        [file = utf8(item()->path)](app::Workspace& workspace, const Progress& progress) {
            return app::LibraryDesk(workspace).import(file, {}, progress, true);
        },
        [this](Result<app::FileReport> report) { finishImport(std::move(report)); });
}

void ImportBatch::finishImport(Result<app::FileReport> report)
{
    if (!report) return fail(report.error());
    item()->step = Step::imported;
    const auto shown = std::move(item()->report);
    item()->report = *report;
    // The lines of the dry run say more than the counts of the import.
    for (std::size_t i = 0; shown && i < shown->releases.size() && i < report->releases.size(); ++i)
        item()->report->releases[i].lines = shown->releases[i].lines;
    emit imported(*item()->report);
    next();
}

void ImportBatch::fail(const Error& error)
{
    item()->step = error.kind == ErrorKind::cancelled ? Step::notNow : Step::failed;
    if (error.kind != ErrorKind::cancelled) item()->error = error;
    next();
}

void ImportBatch::accept()
{
    if (isAsking()) import();
}

void ImportBatch::acceptAll()
{
    m_takesAll = true;
    accept();
}

void ImportBatch::skip()
{
    if (!isAsking()) return;
    item()->step = Step::notNow;
    next();
}

void ImportBatch::cancel()
{
    for (auto& one : m_items)
        if (one.step == Step::waiting) one.step = Step::notNow;
    if (isAsking()) return skip();
    if (isBusy()) m_work.cancelJob();
    emit changed();
}

}  // namespace cw::ui
