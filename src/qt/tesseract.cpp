#include "qt/tesseract.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>

#include <sys/resource.h>
#include <algorithm>

namespace cw {

namespace {

constexpr int patienceMilliseconds = 120'000;

int inTenThousandths(double part, double whole)
{
    return std::clamp(static_cast<int>(part * 10'000 / std::max(1.0, whole) + 0.5), 0, 10'000);
}

/// One row of the TSV: level page block paragraph line word left top width height confidence text.
struct Row {
    int paragraphKey = 0;
    int line = 0;
    QRectF box;
    int confidence = 0;
    QString word;
};

std::optional<Row> wordRow(const QByteArray& line)
{
    const auto cells = line.split('\t');
    if (cells.size() < 12 || cells[0] != "5") return std::nullopt;
    Row row;
    row.word = QString::fromUtf8(cells[11]).trimmed();
    row.confidence = static_cast<int>(cells[10].toDouble());
    if (row.word.isEmpty() || row.confidence < 0) return std::nullopt;
    row.paragraphKey = cells[2].toInt() * 10'000 + cells[3].toInt();
    row.line = cells[4].toInt();
    row.box = {cells[6].toDouble(), cells[7].toDouble(), cells[8].toDouble(), cells[9].toDouble()};
    return row;
}

void beKind()
{
    // The coder's own work comes first.
    setpriority(PRIO_PROCESS, 0, 10);
}

}  // namespace

PageText pageTextOf(const QByteArray& tsv, QSize page)
{
    PageText result;
    result.source = TextSource::recognised;
    QString text;
    std::optional<Row> before;
    for (const auto& line : tsv.split('\n')) {
        auto row = wordRow(line);
        if (!row) continue;
        if (before) {
            const bool isSameParagraph = row->paragraphKey == before->paragraphKey;
            text += !isSameParagraph            ? QStringLiteral("\n\n")
                    : row->line != before->line ? QStringLiteral("\n")
                                                : QStringLiteral(" ");
        }
        RecognisedWord word;
        word.begin = static_cast<int>(text.size());
        text += row->word;
        word.end = static_cast<int>(text.size());
        word.confidence = std::min(row->confidence, 100);
        word.area = {inTenThousandths(row->box.left(), page.width()), inTenThousandths(row->box.top(), page.height()),
                     inTenThousandths(row->box.width(), page.width()),
                     inTenThousandths(row->box.height(), page.height())};
        result.words.push_back(word);
        before = std::move(row);
    }
    result.text = text.toStdString();
    return result;
}

Tesseract Tesseract::find()
{
    Tesseract found;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("tesseract"));
    if (program.isEmpty()) return found;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);  // Where the list goes differs by version.
    process.start(program, {QStringLiteral("--list-langs")});
    if (process.waitForFinished(5000) && process.readAll().split('\n').contains("eng")) found.m_program = program;
    return found;
}

Result<PageText> Tesseract::recognise(const QImage& page, const Progress& progress) const
{
    if (!isThere()) return Error{ErrorKind::unsupported, "QT-040", "tesseract with its English model is not installed"};
    QByteArray picture;
    QBuffer buffer(&picture);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "PPM");
    QProcess process;
    process.setChildProcessModifier(beKind);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OMP_THREAD_LIMIT"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(m_program, {QStringLiteral("stdin"), QStringLiteral("stdout"), QStringLiteral("-l"),
                              QStringLiteral("eng"), QStringLiteral("--psm"), QStringLiteral("3"),
                              QStringLiteral("--dpi"), QStringLiteral("300"), QStringLiteral("tsv")});
    process.write(picture);
    process.closeWriteChannel();
    QElapsedTimer timer;
    timer.start();
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(100)) {
        const bool isCancelled = progress.isCancelled();
        if (!isCancelled && timer.elapsed() < patienceMilliseconds) continue;
        process.kill();
        process.waitForFinished(1000);
        if (isCancelled) return Error{ErrorKind::cancelled, "QT-041", "text recognition was cancelled"};
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return Error{ErrorKind::io, "QT-042", "tesseract could not read the page"};
    return pageTextOf(process.readAllStandardOutput(), page.size());
}

}  // namespace cw
