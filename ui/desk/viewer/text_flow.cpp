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

std::vector<Line> linesOf(const QString& text, int first, int last)
{
    std::vector<Line> lines;
    for (int begin = first; begin <= last;) {
        auto end = static_cast<int>(text.indexOf(QLatin1Char('\n'), begin));
        if (end < 0 || end > last) end = last;
        int size = end - begin;
        while (size > 0 && text.at(begin + size - 1).isSpace()) --size;
        lines.push_back({begin, text.mid(begin, size)});
        begin = end + 1;
    }
    return lines;
}

/// A tab or three spaces between two words.
bool hasColumns(const QString& line)
{
    int gap = 0;
    bool hasWord = false;
    for (const QChar c : line) {
        if (c.isSpace()) {
            gap += c == QLatin1Char('\t') ? 3 : 1;
            continue;
        }
        if (hasWord && gap >= 3) return true;
        hasWord = true;
        gap = 0;
    }
    return false;
}

bool isRule(const QString& line)
{
    static const QString signs = QStringLiteral("-=_*");
    const QString drawn = line.trimmed();
    return drawn.size() >= 5 && std::all_of(drawn.begin(), drawn.end(), [](QChar c) { return signs.contains(c); });
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

/// Joins the lines that go on with the paragraph; the answer is the last of them.
std::size_t appendContinued(FlowParagraph& paragraph, const std::vector<Line>& lines, std::size_t at, int width)
{
    const auto isApart = [&](std::size_t next) {
        const QString& line = lines[next].text;
        return hasColumns(line) || isRule(line) || isListItem(line) || isHeading(lines, next);
    };
    while (at + 1 < lines.size() && isContinued(lines[at], lines[at + 1], width) && !isApart(at + 1)) {
        const auto& next = lines[at + 1];
        paragraph.display.append(QLatin1Char(' '));
        paragraph.source.push_back(lines[at].begin + static_cast<int>(lines[at].text.size()));
        int indent = 0;
        while (next.text.at(indent).isSpace()) ++indent;
        append(paragraph, next, indent);
        ++at;
    }
    return at;
}

}  // namespace

TextWidths widthsOf(const QString& text, int begin, int end, bool keepsLines)
{
    TextWidths widths{narrowestBrokenLine, 0};
    for (const auto& line : linesOf(text, begin, end)) {
        const auto size = static_cast<int>(line.text.size());
        if (keepsLines || hasColumns(line.text))
            widths.columns = std::max(widths.columns, size);
        else if (!isRule(line.text))
            widths.broken = std::max(widths.broken, size);
    }
    return widths;
}

std::vector<FlowParagraph> flowOf(const QString& text, int begin, int end, int width, bool keepsLines)
{
    std::vector<FlowParagraph> paragraphs;
    const auto lines = linesOf(text, begin, end);
    for (std::size_t at = 0; at < lines.size(); ++at) {
        FlowParagraph paragraph;
        std::size_t last = at;
        if (lines[at].isBlank()) {
            paragraph.kind = FlowKind::blank;
        } else if (isRule(lines[at].text) && !keepsLines) {
            paragraph.kind = FlowKind::rule;
        } else if (keepsLines || hasColumns(lines[at].text)) {
            paragraph.kind = FlowKind::columns;
            paragraph.isStrong = !keepsLines && isShouted(lines[at].text);
            append(paragraph, lines[at], 0);
        } else {
            if (isHeading(lines, at)) paragraph.kind = FlowKind::heading;
            append(paragraph, lines[at], 0);
            if (paragraph.kind == FlowKind::body) last = appendContinued(paragraph, lines, at, width);
        }
        if (paragraph.source.empty()) paragraph.source.push_back(lines[at].begin);
        if (!paragraph.display.isEmpty() || paragraph.kind == FlowKind::rule)
            paragraph.source.push_back(lines[last].begin + static_cast<int>(lines[last].text.size()));
        if (paragraph.kind == FlowKind::rule) paragraph.display = QString(QLatin1Char(' '));
        paragraphs.push_back(std::move(paragraph));
        at = last;
    }
    return paragraphs;
}

}  // namespace cw::ui
