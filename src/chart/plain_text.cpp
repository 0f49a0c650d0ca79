#include "chart/rendition.h"

#include "base/text.h"

#include <algorithm>

namespace cw {

namespace {

constexpr std::size_t headingLimit = 60;  ///< Bytes.

struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< Without the line end and trailing blanks.
    bool isBlank() const noexcept { return begin == end; }
};

std::vector<Line> linesOf(std::string_view text)
{
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto lineFeed = std::min(text.find('\n', at), text.size());
        const auto trimmed = text.substr(at, lineFeed - at).find_last_not_of(" \t\r\f\v");
        lines.push_back({at, trimmed == std::string_view::npos ? at : at + trimmed + 1});
        at = lineFeed + 1;
    }
    return lines;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isCapitals(std::string_view line)
{
    const auto letters = std::count_if(line.begin(), line.end(), isLetter);
    const auto small = std::count_if(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters >= 3 && small == 0;
}

/// A line of its own that reads like the name of what follows. `isFirst`: a blank line or nothing stands before it.
bool isHeading(std::string_view line, bool isFirst)
{
    line = text::trim(line);
    if (line.size() > headingLimit || line.empty() || !isLetter(line.front())) return false;
    if (line.ends_with(':')) return isFirst || isCapitals(line);
    return isFirst && isCapitals(line) && !line.ends_with('.') && !line.ends_with(',');
}

TextBlock block(BlockKind kind, const Line& first, const Line& last)
{
    const TextRange range{static_cast<std::int64_t>(first.begin), static_cast<std::int64_t>(last.end)};
    return {kind, kind == BlockKind::heading ? 2 : 0, 0, range, {}};
}

}  // namespace

Rendition plainTextRendition(std::string text)
{
    Rendition rendition;
    const auto lines = linesOf(text);
    const auto textOf = [&text](const Line& line) {
        return std::string_view(text).substr(line.begin, line.end - line.begin);
    };
    for (std::size_t at = 0; at < lines.size();) {
        if (lines[at].isBlank()) {
            ++at;
            continue;
        }
        const bool isFirst = at == 0 || lines[at - 1].isBlank();
        if (isHeading(textOf(lines[at]), isFirst)) {
            rendition.blocks.push_back(block(BlockKind::heading, lines[at], lines[at]));
            ++at;
            continue;
        }
        const auto first = at++;
        while (at < lines.size() && !lines[at].isBlank() && !isHeading(textOf(lines[at]), false)) ++at;
        rendition.blocks.push_back(block(BlockKind::preformatted, lines[first], lines[at - 1]));
    }
    rendition.text = std::move(text);
    return rendition;
}

}  // namespace cw
