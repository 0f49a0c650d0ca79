#include "ui/desk/viewer/text_flow.h"

#include <QRegularExpression>

#include <algorithm>

namespace cw::ui {

namespace {

constexpr int widestBrokenLine = 120;  ///< Longer lines were not broken by hand.
constexpr int narrowestBrokenLine = 50;

struct Line {
    int begin = 0;
    QString text;  ///< Without line end and trailing spaces.
    bool isBlank() const { return text.isEmpty(); }
};

std::vector<Line> linesOf(const QString& text)
{
    std::vector<Line> lines;
    int begin = 0;
    while (begin <= text.size()) {
        auto end = static_cast<int>(text.indexOf(QLatin1Char('\n'), begin));
        if (end < 0) end = static_cast<int>(text.size());
        QString line = text.mid(begin, end - begin);
        while (!line.isEmpty() && line.back().isSpace()) line.chop(1);
        lines.push_back({begin, line});
        begin = end + 1;
    }
    return lines;
}

bool hasColumns(const QString& line)
{
    static const QRegularExpression gap(QStringLiteral("\\S(\\s{3,}|\\t+)\\S"));
    return gap.match(line).hasMatch();
}

bool isRule(const QString& line)
{
    static const QRegularExpression rule(QStringLiteral("^\\s*[-=_*]{5,}$"));
    return rule.match(line).hasMatch();
}

bool isListItem(const QString& line)
{
    static const QRegularExpression item(QStringLiteral("^\\s*(\\d{1,2}[.)]|[-*\\x{2022}])\\s"));
    return item.match(line).hasMatch();
}

bool isShouted(const QString& line)
{
    int letters = 0;
    for (const QChar c : line) {
        if (c.isLower()) return false;
        if (c.isLetter()) ++letters;
    }
    return letters >= 3;
}

bool isHeading(const std::vector<Line>& lines, std::size_t at)
{
    const QString line = lines[at].text.trimmed();
    if (line.size() > 60 || isListItem(line)) return false;
    if (isShouted(line)) return true;
    if (line.size() <= 40 && line.endsWith(QLatin1Char(':'))) return true;
    const bool isAlone = (at == 0 || lines[at - 1].isBlank()) && at + 1 < lines.size() && !lines[at + 1].isBlank();
    static const QRegularExpression sentenceEnd(QStringLiteral("[.,;!?)]$"));
    return isAlone && line.size() <= 40 && line.front().isUpper() && !line.contains(QLatin1Char(':')) &&
           !sentenceEnd.match(line).hasMatch();
}

void append(FlowParagraph& paragraph, const Line& line, int from)
{
    for (int i = from; i < line.text.size(); ++i) {
        const QChar c = line.text.at(i);
        paragraph.display.append(c == QLatin1Char('\t') ? QLatin1Char(' ') : c);
        paragraph.source.push_back(line.begin + i);
    }
}

/// True when `next` goes on with the sentence of `line`, which ends only because it was full.
bool isContinued(const Line& line, const Line& next, int width)
{
    if (width > widestBrokenLine || next.isBlank()) return false;
    const QString word = next.text.trimmed().section(QLatin1Char(' '), 0, 0);
    return line.text.size() + 1 + word.size() > width - 4;
}

}  // namespace

TextFlow flowOf(const QString& text)
{
    TextFlow flow;
    const auto lines = linesOf(text);
    int width = narrowestBrokenLine;
    for (const auto& line : lines) {
        const auto size = static_cast<int>(line.text.size());
        if (hasColumns(line.text)) {
            flow.columns = std::max(flow.columns, std::min(size, 2 * widestBrokenLine));
        } else if (!isRule(line.text)) {
            width = std::max(width, size);
        }
    }
    bool hasTitle = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        FlowParagraph paragraph;
        std::size_t last = at;
        if (lines[at].isBlank()) {
            paragraph.kind = FlowKind::blank;
        } else if (isRule(lines[at].text)) {
            paragraph.kind = FlowKind::rule;
        } else if (hasColumns(lines[at].text)) {
            paragraph.kind = FlowKind::columns;
            paragraph.isStrong = isShouted(lines[at].text);
            append(paragraph, lines[at], 0);
        } else if (isHeading(lines, at)) {
            paragraph.kind = hasTitle ? FlowKind::heading : FlowKind::title;
            append(paragraph, lines[at], 0);
        } else {
            append(paragraph, lines[at], 0);
            while (last + 1 < lines.size() && isContinued(lines[last], lines[last + 1], width) &&
                   !hasColumns(lines[last + 1].text) && !isRule(lines[last + 1].text) &&
                   !isListItem(lines[last + 1].text) && !isHeading(lines, last + 1)) {
                const auto& next = lines[++last];
                paragraph.display.append(QLatin1Char(' '));
                paragraph.source.push_back(lines[last - 1].begin + static_cast<int>(lines[last - 1].text.size()));
                int indent = 0;
                while (next.text.at(indent).isSpace()) ++indent;
                append(paragraph, next, indent);
            }
        }
        hasTitle = hasTitle || paragraph.kind != FlowKind::blank;
        if (paragraph.source.empty()) paragraph.source.push_back(lines[at].begin);
        if (!paragraph.display.isEmpty() || paragraph.kind == FlowKind::rule) {
            const int end = lines[last].begin + static_cast<int>(lines[last].text.size());
            paragraph.source.push_back(end);
        }
        if (paragraph.kind == FlowKind::rule) paragraph.display = QString(QLatin1Char(' '));
        flow.paragraphs.push_back(std::move(paragraph));
        at = last;
    }
    return flow;
}

}  // namespace cw::ui
