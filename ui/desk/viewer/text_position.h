#pragma once

#include <compare>

namespace cw::ui {

/// A gap between two characters of a document: page from 0, and UTF-16 offset in the text of the page.
struct TextPosition {
    int page = 0;
    int offset = 0;
    auto operator<=>(const TextPosition&) const = default;
};

}  // namespace cw::ui
