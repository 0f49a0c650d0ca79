#include "ui/billing/answer_import.h"

#include "ui/billing/queue_load.h"
#include "ui/commands/command_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text.h"

#include <QStringList>

namespace cw::ui {

namespace {

constexpr std::size_t mostWarnings = 5;

QStringList partsOf(const app::AnswerOutcome& outcome)
{
    QStringList parts;
    const auto add = [&parts](int count, const char* what) {
        if (count > 0) parts.append(QStringLiteral("%1 %2").arg(countText(count), QString::fromLatin1(what)));
    };
    add(outcome.accepted, "accepted");
    add(outcome.rejected, "rejected");
    add(outcome.paid, "paid");
    add(outcome.denied, "denied");
    add(outcome.reversed, "taken back");
    add(outcome.waiting, "waiting for you");
    if (outcome.paidAmount != Money()) parts.append(QStringLiteral("$%1").arg(qs(outcome.paidAmount.grouped())));
    return parts;
}

void addFile(QStringList& lines, const app::AnswerOutcome& outcome)
{
    const QString name = qs(outcome.name);
    if (outcome.error) {
        lines.append(QStringLiteral("\u2715 %1 was not used: %2 (%3)")
                         .arg(name, sentenceFor(*outcome.error), qs(outcome.error->id)));
    } else if (outcome.isKnown) {
        lines.append(QStringLiteral("%1 was imported before; nothing changed.").arg(name));
    } else {
        const auto parts = partsOf(outcome);
        lines.append(QStringLiteral("%1, %2: %3")
                         .arg(name, qs(outcome.kinds).toUpper(),
                              parts.isEmpty() ? QStringLiteral("no claim changed") : parts.join(QStringLiteral(", "))));
    }
    for (std::size_t i = 0; i < outcome.warnings.size() && i < mostWarnings; ++i)
        lines.append(QStringLiteral("    ") + qs(outcome.warnings[i]));
    if (outcome.warnings.size() > mostWarnings)
        lines.append(
            QStringLiteral("    and %1 more warnings, with the file").arg(outcome.warnings.size() - mostWarnings));
}

}  // namespace

QString answersSummary(const std::vector<app::AnswerOutcome>& outcomes)
{
    if (outcomes.empty()) return QStringLiteral("There was no new file.");
    QStringList lines;
    int rejected = 0, denied = 0, waiting = 0;
    for (const auto& outcome : outcomes) {
        addFile(lines, outcome);
        rejected += outcome.rejected;
        denied += outcome.denied;
        waiting += outcome.waiting;
    }
    QStringList next;
    if (rejected > 0) next.append(QStringLiteral("%1 shows what is rejected").arg(keyHint("billing.rejected")));
    if (denied > 0) next.append(QStringLiteral("%1 what is denied").arg(keyHint("billing.denied")));
    if (waiting > 0) next.append(QStringLiteral("%1 what waits").arg(keyHint("billing.waiting")));
    if (!next.isEmpty()) lines.append(QString()), lines.append(next.join(QStringLiteral(", ")) + QLatin1Char('.'));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace cw::ui
