#pragma once

#include <QList>
#include <QString>

#include <vector>

namespace cw::ui {

enum class FlowKind { title, heading, body, columns, rule, blank };

/// One paragraph as it is drawn. Lines that were broken at a fixed width are joined again and columns made of spaces
/// become tabs, so that a note reads well at every zoom; `source` keeps where each character stands in the text.
struct FlowParagraph {
    FlowKind kind = FlowKind::body;
    bool isStrong = false;    ///< Columns that are a heading.
    QString display;
    std::vector<int> source;  ///< Index in the text for each character of `display`, and one past the end.
    QList<int> tabColumns;    ///< Of `columns`: the character columns at which the parts begin.
    int begin() const { return source.front(); }
    int end() const { return source.back(); }
};

struct TextFlow {
    std::vector<FlowParagraph> paragraphs; ///< In order, together covering the whole text.
    int columns = 80;                      ///< Width of the widest line with columns, in characters.
};

TextFlow flowOf(const QString& text);

} // namespace cw::ui
