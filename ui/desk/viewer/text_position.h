#pragma once

#include <utility>

#include <compare>  // Not first: moc reads it wrongly before any other header of the library.

namespace cw::ui {

/// A gap between two characters of a document: page from 0, and UTF-16 offset in the text of the page.
struct TextPosition {
    int page = 0;
    int offset = 0;
    auto operator<=>(const TextPosition&) const = default;
};

/// Characters [begin, end) of a page's text.
struct FoundRange {
    int page = 0;
    int begin = 0;
    int end = 0;
    bool operator==(const FoundRange&) const = default;
};

/// What stands at the top of a view, whatever its size and zoom. Paged documents: `inside` is the part of the page's height
/// above the edge. Others: pixels at 100 % below the top of the line with `offset`.
struct ScrollAnchor {
    int page = 0;
    int offset = 0;
    double inside = 0;
    bool operator==(const ScrollAnchor&) const = default;
};

}  // namespace cw::ui
