#include "ui/admin/report_text.h"

#include "ui/widgets/interval_text.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr std::size_t rejectionsShown = 10;

QString tr(const char* text)
{
    return QCoreApplication::translate("ReportText", text);
}

QString grouped(std::int64_t count)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(count));
}

void addSource(QStringList& lines, const QString& what, const DateInterval& inForce, std::int64_t rows,
               const std::string& digest)
{
    lines.append(tr("%1: %2 rows, in force %3").arg(what, grouped(rows), intervalText(inForce)));
    if (!digest.empty()) lines.append(QStringLiteral("  SHA-256 %1").arg(qs(digest)));
}

void addRejections(QStringList& lines, std::int64_t count, const std::vector<std::string>& rejections)
{
    if (count == 0) return;
    lines.append(tr("  %1 rows are left out:").arg(grouped(count)));
    for (std::size_t i = 0; i < std::min(rejections.size(), rejectionsShown); ++i)
        lines.append(QStringLiteral("    %1").arg(qs(rejections[i])));
}

}  // namespace

QString reportText(const app::FileReport& report)
{
    QStringList lines;
    for (const auto& line : linesOf(report)) lines.append(qs(line));
    lines.append({QString(), report.isDryRun ? tr("Nothing is changed yet. The file holds:") : tr("The file holds:")});
    for (const auto& [summary, changes] : report.releases) {
        const auto& release = summary.release;
        addSource(lines, QStringLiteral("%1 %2").arg(qs(displayName(release.system)), qs(release.name)),
                  release.inForce, summary.read, release.sourceDigest);
        addRejections(lines, summary.rejected, summary.rejections);
    }
    for (const auto& [summary] : report.lists) {
        const auto& list = summary.list;
        addSource(lines, QStringLiteral("%1 %2").arg(qs(displayName(list.kind)), qs(list.name)), list.inForce,
                  list.rows, list.sourceDigest);
        addRejections(lines, summary.rejected, summary.rejections);
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace cw::ui
