#include "ui/codes/details_html.h"

#include "ui/codes/code_text.h"
#include "ui/widgets/text.h"

namespace cw::ui {

namespace {

constexpr std::size_t mostChildren = 40;

QString entryLine(const Html& html, const CodeEntry& entry)
{
    return html.codeLink(entry.system, entry.code, qs(entry.displayCode()));
}

QString head(const Html& html, const QString& name, const QString& title, bool isFavourite)
{
    const QString star =
        isFavourite ? QStringLiteral("&nbsp; ") + html.muted(QStringLiteral("\u2605 favourite")) : QString();
    return QStringLiteral("<p style=\"margin:0 0 2px 0\"><span style=\"font-size:%1;font-weight:600\">%2</span>%3</p>"
                          "<p style=\"margin:0 0 6px 0\">%4</p>")
        .arg(html.points(15), name.toHtmlEscaped(), star, title.toHtmlEscaped());
}

QString chips(const Html& html, const app::CodeDetails& details)
{
    const auto& t = html.tokens();
    const auto& entry = details.entry;
    QString line;
    if (entry.isModifier)
        line += html.chip(QStringLiteral("modifier"), t.muted, t.faintLine);
    else if (entry.billable)
        line += html.chip(QStringLiteral("billable"), t.done, t.doneTint);
    else
        line += html.chip(QStringLiteral("not billable: choose a code below it"), t.warning, t.warningTint);
    line += html.chip(validityText(entry.valid), t.muted, t.faintLine);
    if (!entry.validOnDate) line += html.chip(QStringLiteral("not in force on the date"), t.error, t.errorTint);
    if (entry.kind == ReleaseKind::starter) line += html.chip(QStringLiteral("starter table"), t.muted, t.faintLine);
    return html.paragraph(line);
}

/// "1 of 2": the other codes of the same index entry, to be taken in order.
QString sequence(const Html& html, const CodeTarget& target)
{
    if (target.codes.size() < 2) return {};
    QStringList codes;
    for (std::size_t i = 0; i < target.codes.size(); ++i) {
        const auto& link = target.codes[i];
        const QString shown = shownCode(link.system, link.code);
        codes.append(i == target.at ? QStringLiteral("<b>%1</b>").arg(shown.toHtmlEscaped())
                                    : html.link(QStringLiteral("step:%1").arg(i), shown));
    }
    return html.paragraph(
        html.muted(
            QStringLiteral("Code %1 of %2, to be coded in this order: ").arg(target.at + 1).arg(target.codes.size())) +
        codes.join(QStringLiteral(", then ")));
}

QString entryRows(const Html& html, const QString& heading, const std::vector<CodeEntry>& entries)
{
    if (entries.empty()) return {};
    std::vector<std::pair<QString, QString>> rows;
    for (std::size_t i = 0; i < entries.size() && i < mostChildren; ++i)
        rows.emplace_back(entryLine(html, entries[i]), qs(titleOf(entries[i])).toHtmlEscaped());
    QString text = html.heading(heading) + html.rows(rows);
    if (entries.size() > mostChildren)
        text += html.paragraph(html.muted(QStringLiteral("and %1 more").arg(entries.size() - mostChildren)));
    return text;
}

QString seventhRows(const Html& html, const std::vector<app::SeventhChoice>& choices)
{
    if (choices.empty()) return {};
    std::vector<std::pair<QString, QString>> rows;
    for (const auto& choice : choices)
        rows.emplace_back(entryLine(html, choice.entry), qs(choice.character.meaning).toHtmlEscaped());
    return html.heading(QStringLiteral("Seventh character: complete codes")) + html.rows(rows);
}

QString mapName(const std::string& map)
{
    return map == "icd10-icd9" ? QStringLiteral("ICD-9-CM, general equivalence mapping") : qs(map);
}

QString mapRows(const Html& html, const std::vector<CodeMap>& maps)
{
    if (maps.empty()) return {};
    std::vector<std::pair<QString, QString>> rows;
    for (const auto& map : maps)
        rows.emplace_back(
            qs(map.to.empty() ? std::string("no match") : map.to).toHtmlEscaped(),
            html.muted(mapName(map.map) + (map.flags.empty() ? QString() : QStringLiteral(", ") + qs(map.flags))));
    return html.heading(QStringLiteral("Maps to")) + html.rows(rows);
}

QString termRows(const Html& html, const std::vector<app::IndexTrail>& trails)
{
    if (trails.empty()) return {};
    QString text = html.heading(QStringLiteral("Index terms that lead here"));
    for (const auto& trail : trails) {
        if (trail.path.empty()) continue;
        const auto& term = trail.path.back();
        text += html.paragraph(
            html.link(QStringLiteral("term:%1:%2").arg(qs(toString(term.kind))).arg(term.id), trailText(trail.path)));
    }
    return text;
}

QString codeHtml(const Html& html, const DetailsPage& page)
{
    const auto& details = *page.details;
    const auto& entry = details.entry;
    const auto& t = html.tokens();
    QString text = head(html, qs(entry.displayCode()), qs(titleOf(entry)), page.isFavourite) + chips(html, details);
    if (const auto* target = std::get_if<CodeTarget>(&page.target)) text += sequence(html, *target);
    text += entryRows(html, QStringLiteral("Came in its place"), details.successors);
    text += seventhRows(html, details.seventh);
    if (details.seventh.empty())
        text += entryRows(html, QStringLiteral("Below it, %1").arg(details.children.size()), details.children);
    text += factsHtml(html, details.facts);
    if (details.place) {
        if (details.place->isOlderThanCodes)
            text += html.heading(QStringLiteral("Notes")) +
                    html.paragraph(html.chip(
                        QStringLiteral("notes of %1, older than the code table").arg(qs(details.place->release)),
                        t.warning, t.warningTint));
        text += notesHtml(html, details.place->levels);
    }
    text += mapRows(html, details.maps);
    text += termRows(html, details.indexTerms);
    text += entryRows(html, QStringLiteral("Stands under"), details.ancestors);
    text += html.heading(QStringLiteral("Table")) +
            html.paragraph(
                QStringLiteral("%1, %2").arg(qs(displayName(entry.system)), qs(entry.releaseName)).toHtmlEscaped());
    if (!entry.shortTitle.empty() && entry.shortTitle != titleOf(entry))
        text += html.heading(QStringLiteral("Short title")) + html.paragraph(qs(entry.shortTitle).toHtmlEscaped());
    return text;
}

QString nodeHtml(const Html& html, const DetailsPage& page)
{
    if (page.levels.empty()) return {};
    const auto& entry = page.levels.back().entry;
    const QString name = entry.level == TabularLevel::chapter ? QStringLiteral("Chapter ") + qs(entry.name)
                         : entry.level == TabularLevel::block ? QStringLiteral("Block ") + qs(entry.name)
                                                              : qs(entry.name);
    QString text = head(html, name, qs(entry.title), false);
    if (entry.level == TabularLevel::code)
        text += html.paragraph(html.chip(QStringLiteral("in the Tabular List, but in no code table"),
                                         html.tokens().warning, html.tokens().warningTint));
    const QString notes = notesHtml(html, page.levels);
    return text + (notes.isEmpty() ? html.paragraph(html.muted(QStringLiteral("No notes stand here."))) : notes);
}

}  // namespace

QString detailsHtml(const DetailsPage& page, const Tokens& tokens, double scale)
{
    const Html html(tokens, scale);
    if (const auto* pcs = std::get_if<PcsTarget>(&page.target)) return pcsHtml(html, pcs->step);
    return page.details ? codeHtml(html, page) : nodeHtml(html, page);
}

}  // namespace cw::ui
