#include "ui/search/found_codes.h"

#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace cw::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FoundCodes", text);
}

QString joined(const QString& first, const QString& second)
{
    if (first.isEmpty() || second.isEmpty()) return first + second;
    return first + QStringLiteral(" \u00b7 ") + second;
}

}  // namespace

QString titleOfCode(const CodeEntry& entry)
{
    return qs(entry.longTitle.empty() ? entry.shortTitle : entry.longTitle);
}

bool isUnknown(const CodeEntry& entry)
{
    return entry.releaseName.empty() && entry.longTitle.empty() && entry.shortTitle.empty();
}

QString obstacleOf(const CodeEntry& entry, const std::optional<Date>& on, const std::vector<CodeEntry>& successors)
{
    if (isUnknown(entry)) return tr("in no installed table");
    if (entry.validOnDate) {
        if (entry.billable || entry.isModifier) return {};
        return tr("header, not billable: Enter shows the codes below it");
    }
    QString text = on ? tr("not in force on %1").arg(qs(on->iso())) : tr("not in force");
    if (entry.valid.last && (!on || *entry.valid.last < *on))
        text += tr(", last day %1").arg(qs(entry.valid.last->iso()));
    else if (entry.valid.first)
        text += tr(", first day %1").arg(qs(entry.valid.first->iso()));
    QStringList names;
    for (const auto& successor : successors) names.append(qs(successor.displayCode()));
    if (!names.isEmpty()) text += tr(", now %1").arg(names.join(QStringLiteral(", ")));
    return text;
}

QString whyFound(const search::Hit& hit)
{
    using search::MatchKind;
    using search::PhraseKind;
    if (hit.match == MatchKind::code || hit.match == MatchKind::codePrefix) return {};
    QStringList parts;
    if (hit.match == MatchKind::partial) parts.append(tr("only some of the words"));
    if (!hit.correction.empty())
        parts.append(
            (hit.match == MatchKind::corrected ? tr("spelling read as %1") : tr("read as %1")).arg(qs(hit.correction)));
    const bool isTitle = hit.phrase == PhraseKind::title || hit.phrase == PhraseKind::shortTitle;
    if (!isTitle && hit.phraseText.empty()) parts.append(qs(displayName(hit.phrase)));
    if (!isTitle && !hit.phraseText.empty())
        parts.append(QStringLiteral("%1: %2").arg(qs(displayName(hit.phrase)), qs(hit.phraseText)));
    return parts.join(QStringLiteral("; "));
}

std::vector<std::pair<int, int>> marksOf(const std::string& text, const std::vector<search::TextRange>& ranges)
{
    const auto place = [&text](std::size_t bytes) {
        return static_cast<int>(qs(std::string_view(text).substr(0, bytes)).size());
    };
    std::vector<std::pair<int, int>> marks;
    marks.reserve(ranges.size());
    for (const auto& range : ranges) marks.emplace_back(place(range.begin), place(range.begin + range.size));
    return marks;
}

FoundRow headingRow(const QString& text)
{
    FoundRow row;
    row.kind = FoundRow::Kind::heading;
    row.title = text;
    return row;
}

FoundRow codeRow(const CodeEntry& entry, const std::optional<Date>& on, const std::vector<CodeEntry>& successors)
{
    FoundRow row;
    row.entry = entry;
    row.title = titleOfCode(entry);
    row.reason = obstacleOf(entry, on, successors);
    return row;
}

FoundRow hitRow(const search::Hit& hit, const std::optional<Date>& on, const std::vector<CodeEntry>& successors,
                std::vector<std::pair<int, int>> marks)
{
    FoundRow row = codeRow(hit.entry, on, successors);
    row.marks = std::move(marks);
    row.episodes = hit.episodes;
    row.isChecked = hit.isChecked;
    if (!hit.isChecked && on)
        row.reason = hit.entry.valid.last ? tr("no table covers %1; in force until %2 as far as known")
                                                .arg(qs(on->iso()), qs(hit.entry.valid.last->iso()))
                                          : tr("no table covers %1").arg(qs(on->iso()));
    if (hit.episodes > 1 && hit.entry.validOnDate)
        row.reason = joined(row.reason, tr("one of %1 episodes of care: Enter lists them").arg(hit.episodes));
    row.reason = joined(row.reason, whyFound(hit));
    return row;
}

}  // namespace cw::ui
