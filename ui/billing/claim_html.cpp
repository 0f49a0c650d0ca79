#include "claim/answers/plain_words.h"
#include "ui/billing/claim_sheet.h"
#include "ui/billing/queue_load.h"
#include "ui/codes/details_html.h"
#include "ui/widgets/text.h"

#include <QStringList>

namespace cw::ui {

namespace {

QString dollars(Money money)
{
    return QStringLiteral("$%1").arg(qs(money.grouped()));
}

QString chipOf(const Html& html, ClaimStatus status)
{
    const auto& t = html.tokens();
    switch (status) {
    case ClaimStatus::rejected:
    case ClaimStatus::denied: return html.chip(displayName(status), t.error, t.errorTint);
    case ClaimStatus::accepted:
    case ClaimStatus::paid: return html.chip(displayName(status), t.done, t.doneTint);
    default: return html.chip(displayName(status), t.muted, t.faintLine);
    }
}

QString daysChip(const Html& html, const ClaimSheet& sheet, const std::optional<Date>& due, const QString& what)
{
    if (!due) return {};
    const int days = sheet.today.daysUntil(*due);
    const auto& t = html.tokens();
    if (days < 0) return html.chip(QStringLiteral("%1 days past %2").arg(-days).arg(what), t.error, t.errorTint);
    const QString text = QStringLiteral("%1 days to %2").arg(days).arg(what);
    return days <= 30 ? html.chip(text, t.warning, t.warningTint) : html.chip(text, t.muted, t.faintLine);
}

/// Columns: text at the left, amounts at the right.
QString amounts(const Html& html, const QStringList& cells, bool isMuted)
{
    const QString colour = isMuted ? html.tokens().muted.name() : html.tokens().text.name();
    QString row = QStringLiteral("<tr><td width=\"70%\" style=\"color:%1;padding:1px 8px 1px %2px\">%3</td>")
                      .arg(colour)
                      .arg(isMuted ? 14 : 0)
                      .arg(cells.value(0).toHtmlEscaped());
    for (const auto& cell : cells.mid(1))
        row += QStringLiteral("<td align=\"right\" style=\"color:%1;padding:1px 0 1px 8px\">%2</td>")
                   .arg(colour, cell.toHtmlEscaped());
    return row + QStringLiteral("</tr>");
}

QString facts(const Html& html, const ClaimSheet& sheet)
{
    const auto& claim = sheet.file.claim;
    const auto& t = html.tokens();
    QString chips = chipOf(html, claim.status);
    const bool isDenied = claim.status == ClaimStatus::denied;
    if (claim.status != ClaimStatus::paid)
        chips += daysChip(html, sheet, claim.dueOn, isDenied ? QStringLiteral("appeal") : QStringLiteral("file"));
    if (claim.frequency == "7") chips += html.chip(QStringLiteral("replacement"), t.muted, t.faintLine);
    if (claim.frequency == "8") chips += html.chip(QStringLiteral("void"), t.muted, t.faintLine);
    if (claim.billed != CoverageRank::primary) chips += html.chip(rankText(claim.billed), t.muted, t.faintLine);
    if (sheet.file.next)
        chips += html.chip(QStringLiteral("%1 coverage can be billed").arg(rankText(*sheet.file.next)), t.accent,
                           t.accentTint);
    std::vector<std::pair<QString, QString>> rows = {
        {html.muted(QStringLiteral("Patient")),
         QStringLiteral("%1, %2").arg(qs(claim.patientName), qs(claim.serviceFrom.iso())).toHtmlEscaped()},
        {html.muted(QStringLiteral("Payer")),
         QStringLiteral("%1 (%2)").arg(qs(claim.payerName), qs(claim.payerId)).toHtmlEscaped()},
        {html.muted(QStringLiteral("Charges")),
         QStringLiteral("%1, paid %2, the patient's share %3")
             .arg(dollars(claim.charges), dollars(claim.paid), dollars(claim.patientShare))}};
    if (!claim.payerControlNumber.empty())
        rows.emplace_back(html.muted(QStringLiteral("Payer's number")), qs(claim.payerControlNumber).toHtmlEscaped());
    return html.paragraph(chips) + html.rows(rows);
}

QString complaints(const Html& html, const ClaimSheet& sheet)
{
    if (sheet.complaints.empty()) return {};
    QString text = html.heading(QStringLiteral("What is wrong"));
    QStringList said;
    for (const auto& one : sheet.complaints) {
        // Two lines with the same fault are told once here; the work item below has them all.
        const QString key = qs(one.sentence + "|" + one.pointer + "|" + one.segment);
        if (said.contains(key)) continue;
        said.append(key);
        text += html.paragraph(qs(one.sentence).toHtmlEscaped());
        QString below;
        if (!one.pointer.empty())
            below += html.link(QStringLiteral("field:") + qs(one.pointer), qs(one.label)) + QStringLiteral(" &nbsp; ");
        if (!one.desk.empty()) below += html.muted(QStringLiteral("for the %1").arg(qs(one.desk)));
        if (!below.isEmpty()) text += html.paragraph(below);
        if (!one.segment.empty())
            text += QStringLiteral("<p style=\"margin:1px 0 5px 0;font-family:'DejaVu Sans Mono';font-size:%1\">%2</p>")
                        .arg(html.points(11.5), qs(one.segment).toHtmlEscaped());
    }
    return text;
}

QString codes(const Html& html, const WorkItem& item)
{
    const auto& t = html.tokens();
    QString text;
    for (const auto& code : item.codes) {
        QString line = html.chip(qs(code.code), t.error, t.errorTint) + qs(code.sentence).toHtmlEscaped();
        if (code.line > 0) line += html.muted(QStringLiteral(" Line %1.").arg(code.line));
        if (code.amount != Money()) line += html.muted(QStringLiteral(" %1.").arg(dollars(code.amount)));
        text += html.paragraph(line);
        if (!code.rules.empty()) {
            QStringList rules;
            for (const auto& rule : code.rules) rules.append(qs(rule));
            text += html.paragraph(
                html.muted(QStringLiteral("Our edit for it: %1.").arg(rules.join(QStringLiteral(", ")))));
        } else if (!code.proposal.empty()) {
            text +=
                html.paragraph(html.muted(QStringLiteral("No edit of ours looks for it. %1").arg(qs(code.proposal))));
        }
    }
    return text;
}

QString workItem(const Html& html, const ClaimSheet& sheet, const ClaimSheet::Item& one)
{
    const auto& item = one.item;
    const bool isDenial = item.kind == WorkItemKind::denial;
    QString title = isDenial ? QStringLiteral("Denial") : QStringLiteral("Rejection");
    title += item.outcome == WorkItemOutcome::open ? QStringLiteral(", open")
                                                   : QStringLiteral(", closed: ") + qs(toString(item.outcome));
    std::vector<std::pair<QString, QString>> rows;
    const auto add = [&](const char* name, const QString& value) {
        if (!value.isEmpty()) rows.emplace_back(html.muted(QString::fromLatin1(name)), value.toHtmlEscaped());
    };
    add("In question", dollars(item.amount));
    add("Opened", item.openedOn ? qs(item.openedOn->iso()) : QString());
    add(isDenial ? "Appeal by" : "File by", item.dueOn ? qs(item.dueOn->iso()) : QString());
    add("Desk",
        item.assignedTo.empty() ? qs(item.desk) : QStringLiteral("%1, %2").arg(qs(item.desk), qs(item.assignedTo)));
    if (item.level > 0) add("Appeal level", QString::number(item.level));
    add("Root cause", qs(item.rootCause));
    if (item.recovered != Money()) add("Recovered", dollars(item.recovered));
    QString text = html.heading(title) + codes(html, item) + html.rows(rows);
    std::vector<std::pair<QString, QString>> steps;
    for (const auto& [step, when] : one.steps) {
        QString what = qs(step.action);
        if (step.level > 0) what += QStringLiteral(", level %1").arg(step.level);
        if (!step.note.empty()) what += QStringLiteral(": ") + qs(step.note);
        steps.emplace_back(html.muted(when),
                           QStringLiteral("%1 %2").arg(what.toHtmlEscaped(), html.muted(qs(step.by))));
    }
    if (!steps.empty()) text += html.heading(QStringLiteral("What was done")) + html.rows(steps);
    Q_UNUSED(sheet)
    return text;
}

QString adjustments(const Html& html, const std::vector<Adjustment>& all)
{
    QString rows;
    for (const auto& one : all)
        rows += amounts(html,
                        {qs(answers::wordsOfAdjustment(one.group, one.reason)), QString(),
                         QStringLiteral("\u2212%1").arg(qs(one.amount.grouped()))},
                        true);
    return rows;
}

QString payment(const Html& html, const ClaimPayment& payment)
{
    const auto& said = payment.content;
    QString title = said.isReversal() ? QStringLiteral("Taken back") : QStringLiteral("Payment");
    if (payment.paidOn) title += QStringLiteral(" of ") + qs(payment.paidOn->iso());
    title += QStringLiteral(", %1, trace %2").arg(qs(payment.payerName), qs(payment.traceNumber));
    QString table = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">");
    table += amounts(html, {QString(), QStringLiteral("Charge"), QStringLiteral("Paid")}, true);
    table += amounts(html,
                     {qs(answers::wordsOfClaimStatus(said.status)), qs(said.charge.grouped()), qs(said.paid.grouped())},
                     false);
    table += adjustments(html, said.adjustments);
    for (const auto& line : said.lines) {
        QString code = qs(line.code.empty() ? line.revenueCode : line.code);
        for (const auto& modifier : line.modifiers) code += QLatin1Char('-') + qs(modifier);
        if (!line.billedCode.empty() && line.billedCode != line.code)
            code += QStringLiteral(" (billed as %1)").arg(qs(line.billedCode));
        if (line.allowed) code += QStringLiteral(", allowed %1").arg(qs(line.allowed->grouped()));
        table += amounts(html, {code, qs(line.charge.grouped()), qs(line.paid.grouped())}, false);
        table += adjustments(html, line.adjustments);
        for (const auto& remark : line.remarks) table += amounts(html, {qs(answers::wordsOfRemark(remark))}, true);
    }
    for (const auto& remark : said.remarks) table += amounts(html, {qs(answers::wordsOfRemark(remark))}, true);
    return html.heading(title) + table + QStringLiteral("</table>");
}

}  // namespace

QString claimSheetHtml(const ClaimSheet& sheet, const Tokens& tokens, double scale)
{
    const Html html(tokens, scale);
    QString text = facts(html, sheet) + complaints(html, sheet);
    for (auto item = sheet.items.rbegin(); item != sheet.items.rend(); ++item) text += workItem(html, sheet, *item);
    for (auto one = sheet.file.payments.rbegin(); one != sheet.file.payments.rend(); ++one) text += payment(html, *one);
    return text;
}

}  // namespace cw::ui
