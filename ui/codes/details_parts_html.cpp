#include "ui/codes/details_html.h"
#include "ui/widgets/text.h"

namespace cw::ui {

namespace {

QString levelText(const TabularEntry& entry)
{
    const char* const word = entry.level == TabularLevel::chapter ? "Chapter "
                             : entry.level == TabularLevel::block ? "Block "
                                                                  : "";
    return QString::fromLatin1(word) + qs(entry.name) + QStringLiteral("  ") + qs(entry.title);
}

QString firstUpper(QString text)
{
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

}  // namespace

QString notesHtml(const Html& html, const std::vector<NotesAtLevel>& levels)
{
    QString text;
    // The nearest first: what stands at the code is read before what holds for its whole chapter.
    for (auto at = levels.rbegin(); at != levels.rend(); ++at) {
        const auto& level = *at;
        if (level.notes.empty()) continue;
        text += html.heading(levelText(level.entry));
        std::vector<std::pair<QString, QString>> rows;
        for (std::size_t i = 0; i < level.notes.size(); ++i) {
            const auto& note = level.notes[i];
            const QString line = html.noted(note.text);
            if (i > 0 && level.notes[i - 1].kind == note.kind)
                rows.back().second += QStringLiteral("<br>") + line;
            else
                rows.emplace_back(
                    QStringLiteral("<b>%1</b>").arg(firstUpper(qs(displayName(note.kind))).toHtmlEscaped()), line);
        }
        text += html.rows(rows);
    }
    return text;
}

namespace {

/// One code stands in many HCC models: they share a row.
bool isHcc(const CodeFact& fact)
{
    return fact.kind == ListKind::hcc && fact.name.starts_with("HCC (") && fact.name.ends_with(")");
}

QString factRows(const std::vector<const CodeFact*>& facts, const Html& html)
{
    std::vector<std::pair<QString, QString>> rows;
    for (const auto* fact : facts) {
        const QString value = qs(fact->value).toHtmlEscaped();
        if (!isHcc(*fact)) {
            rows.emplace_back(qs(fact->name).toHtmlEscaped(), value);
            continue;
        }
        const QString model = qs(fact->name).mid(5).chopped(1).toHtmlEscaped();
        const QString both = QStringLiteral("%1 <b>%2</b>").arg(model, value);
        if (!rows.empty() && rows.back().first == QStringLiteral("HCC"))
            rows.back().second += QStringLiteral(" \u00b7 ") + both;
        else
            rows.emplace_back(QStringLiteral("HCC"), both);
    }
    QString text = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"0\" width=\"100%\">");
    for (const auto& [name, value] : rows)
        text += QStringLiteral("<tr><td width=\"%1%\" style=\"padding:1px 10px 1px 0;color:%2\">%3</td>"
                               "<td style=\"padding:1px 0\">%4</td></tr>")
                    .arg(name == QStringLiteral("HCC") ? 12 : 40)
                    .arg(html.tokens().text.name(), name, value);
    return text + QStringLiteral("</table>");
}

}  // namespace

QString factsHtml(const Html& html, const std::vector<CodeFact>& facts)
{
    QString text;
    std::vector<const CodeFact*> ofList;
    const auto isSameList = [](const CodeFact& left, const CodeFact& right) {
        return left.kind == right.kind && left.release == right.release && left.coversDate == right.coversDate;
    };
    for (std::size_t i = 0; i < facts.size(); ++i) {
        ofList.push_back(&facts[i]);
        if (i + 1 < facts.size() && isSameList(facts[i], facts[i + 1])) continue;
        const QString period = facts[i].coversDate ? QString()
                                                   : QStringLiteral("&nbsp; ") +
                                                         html.chip(QStringLiteral("of another period"),
                                                                   html.tokens().warning, html.tokens().warningTint);
        text += html.headingHtml(
            QStringLiteral("%1 %2").arg(qs(displayName(facts[i].kind)), qs(facts[i].release)).toHtmlEscaped() + period);
        text += factRows(ofList, html);
        ofList.clear();
    }
    return text;
}

QString pcsHtml(const Html& html, const app::PcsStep& step)
{
    QString text;
    if (!step.chosen.empty()) {
        std::vector<std::pair<QString, QString>> rows;
        for (const auto& value : step.chosen)
            rows.emplace_back(QStringLiteral("<b>%1</b>").arg(QLatin1Char(value.character)),
                              qs(value.label).toHtmlEscaped());
        text += html.heading(QStringLiteral("Chosen")) + html.rows(rows);
    }
    for (const auto& definition : step.definitions) {
        text += html.heading(firstUpper(qs(definition.axisTitle).toLower()));
        text += html.paragraph(QStringLiteral("<b>%1</b>").arg(qs(definition.term).toHtmlEscaped()));
        if (!definition.definition.empty()) text += html.paragraph(qs(definition.definition).toHtmlEscaped());
        if (!definition.explanation.empty())
            text += html.paragraph(html.muted(QStringLiteral("Explanation: ")) +
                                   qs(definition.explanation).toHtmlEscaped());
        if (!definition.includes.empty())
            text += html.paragraph(html.muted(QStringLiteral("Includes: ")) + qs(definition.includes).toHtmlEscaped());
    }
    if (!step.isFromTables && !step.choices.empty())
        text += html.heading(QStringLiteral("Tables")) +
                html.paragraph(QStringLiteral("No ICD-10-PCS tables are installed: the values are read off the code "
                                              "table and have no names."));
    return text;
}

}  // namespace cw::ui
