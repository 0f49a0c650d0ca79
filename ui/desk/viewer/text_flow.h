#pragma once

#include <QString>

#include <vector>

namespace cw::ui {

enum class FlowKind { title, heading, body, columns, rule, blank };

/// One paragraph as it is drawn. Lines that were broken at a fixed width are joined again, so that a note reads well at
/// every zoom; columns made of spaces keep their spaces and are drawn in a fixed-width face, because a value under the
/// wrong heading is worse than a plain look. `source` keeps where each character stands in the text.
struct FlowParagraph {
    FlowKind kind = FlowKind::body;
    bool isStrong = false;  ///< Columns that are a heading.
    QString display;
    std::vector<int> source;  ///< Index in the text for each character of `display`, and one past the end.
    int begin() const { return source.front(); }
    int end() const { return source.back(); }
};

struct TextFlow {
    std::vector<FlowParagraph> paragraphs;  ///< In order, together covering the whole text.
    int columns = 60;                       ///< Width of the widest line with columns, in characters.
};

TextFlow flowOf(const QString& text);

}  // namespace cw::ui
