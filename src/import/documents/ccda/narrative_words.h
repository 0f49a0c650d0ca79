#pragma once

#include "chart/rendition.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cw::ccda {

/// The words of one paragraph, list item or cell while they are gathered, folded as RenditionWriter folds them, so that a
/// place in here is a place in the block.
class NarrativeWords {
public:
    void append(std::string_view words);
    /// White space between what was said and what comes.
    void space() { m_pending = std::max(m_pending, Pending::space); }
    /// Parts items of a list or table that is shown in one line: "; " when more words come.
    void separate() { m_pending = Pending::item; }

    /// Marks nest: each open() is closed once. `id` (may be empty) must outlive the text.
    std::size_t open(std::string_view id, bool isEmphasis);
    void close(std::size_t mark);

    struct Mark {
        std::string_view id;
        bool isEmphasis = false;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    const std::string& text() const noexcept { return m_text; }
    bool isEmpty() const noexcept { return m_text.empty(); }
    const std::vector<Mark>& marks() const noexcept { return m_marks; }
    /// Forgets words and marks.
    void clear();

private:
    enum class Pending { nothing, space, item };
    void takePending();

    std::string m_text;
    std::vector<Mark> m_marks;
    Pending m_pending = Pending::nothing;
};

}  // namespace cw::ccda
