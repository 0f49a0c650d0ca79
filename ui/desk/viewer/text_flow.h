#pragma once

#include <QString>

#include <vector>

namespace cw::ui {

enum class FlowKind { heading, body, columns, rule, blank };

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

/// Paragraphs of text[begin, end) in order; with blank lines between they cover all of it. `width` is that of the lines that
/// were broken by hand (brokenWidth()). With `keepsLines` every line is `columns`.
std::vector<FlowParagraph> flowOf(const QString& text, int begin, int end, int width, bool keepsLines);

/// What the lines of a text have in common.
struct TextWidths {
    int broken = 0;   ///< Characters of the longest line of prose that was broken by hand.
    int columns = 0;  ///< Characters of the longest line with columns; with `keepsLines` of the longest line at all.
};
TextWidths widthsOf(const QString& text, int begin, int end, bool keepsLines);

}  // namespace cw::ui
