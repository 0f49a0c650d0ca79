#pragma once

#include "chart/rendition.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// The words of a paragraph or cell while it is read piece by piece: folded as RenditionWriter folds, so that places
/// in it are places in what the writer keeps.
class InlineText {
public:
    void append(std::string_view text, bool isEmphasised);
    /// After a space.
    void append(const InlineText& other);
    bool isEmpty() const noexcept { return m_text.empty(); }
    const std::string& text() const noexcept { return m_text; }
    /// Leaves out the first bytes and the space after them: a bullet that the reader shows in its own way.
    void dropFront(std::size_t bytes);
    bool isAllEmphasised() const noexcept;
    /// Marks in `writer` what is emphasised here; `written` is where the writer has put the text.
    void emphasiseIn(RenditionWriter& writer, TextRange written) const;
    void clear();

private:
    std::string m_text;
    std::vector<TextRange> m_emphasis;
    bool m_isSpacePending = false;
};

}  // namespace cw
