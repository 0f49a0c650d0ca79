#include "ui/desk/guideline_section.h"

#include <QRegularExpression>

namespace cw::ui {

namespace {

struct Line {
    int page;
    int begin;
    QString text;  ///< Trimmed.
    int size;
};

std::vector<Line> linesOf(const std::vector<QString>& pages)
{
    std::vector<Line> lines;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const QString& text = pages[page];
        for (qsizetype begin = 0; begin < text.size();) {
            auto end = text.indexOf(QLatin1Char('\n'), begin);
            if (end < 0) end = text.size();
            const QString line = text.mid(begin, end - begin);
            // Leaders belong to the table of contents.
            if (!line.trimmed().isEmpty() && !line.contains(QStringLiteral("....")))
                lines.push_back(
                    {static_cast<int>(page), static_cast<int>(begin), line.trimmed(), static_cast<int>(line.size())});
            begin = end + 1;
        }
    }
    return lines;
}

/// What the heading of each level begins with.
bool isHeading(const QString& line, const QStringList& parts, int level)
{
    const QString& part = parts[level];
    switch (level) {
    case 0: return line.startsWith(QStringLiteral("Section %1.").arg(part));
    case 1: return line.startsWith(part + QLatin1Char('.'));
    case 2:
        if (parts[1] == QStringLiteral("C") && parts[0] == QStringLiteral("I"))
            return line.startsWith(part + QLatin1Char('.')) && line.contains(QStringLiteral("Chapter %1").arg(part));
        return line.startsWith(part + QLatin1Char('.'));
    case 3: return line.startsWith(part + QLatin1Char('.'));
    default: return line.startsWith(part + QLatin1Char(')')) || line.startsWith(QStringLiteral("(%1)").arg(part));
    }
}

}  // namespace

QString sectionIn(const QString& source)
{
    static const QRegularExpression form(
        QStringLiteral("\\b(I{1,3}|IV)\\.[A-Z](\\.[0-9]{1,2}(\\.[a-z](\\.[0-9]{1,2}(\\.[a-z])?)?)?)?\\b"));
    return form.match(source).captured(0);
}

std::optional<GuidelinePlace> findSection(const std::vector<QString>& pages, const QString& section)
{
    const QStringList parts = section.split(QLatin1Char('.'), Qt::SkipEmptyParts);
    const auto lines = linesOf(pages);
    std::optional<GuidelinePlace> place;
    std::size_t from = 0;
    for (int level = 0; level < parts.size(); ++level) {
        std::size_t at = from;
        while (at < lines.size() && !isHeading(lines[at].text, parts, level)) ++at;
        if (at == lines.size()) break;
        place = GuidelinePlace{lines[at].page, lines[at].begin, lines[at].begin + lines[at].size};
        from = at + 1;
    }
    return place;
}

}  // namespace cw::ui
