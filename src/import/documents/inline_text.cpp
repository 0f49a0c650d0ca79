#include "import/documents/inline_text.h"

#include "chart/rendition_text.h"

#include <algorithm>

namespace cw {

void InlineText::append(std::string_view text, bool isEmphasised)
{
    if (text.empty()) return;
    // Framed, so that folding tells of white space at the ends.
    std::string framed;
    framed.reserve(text.size() + 2);
    framed.append("x").append(text).append("x");
    const auto folded = foldedText(framed);
    auto words = std::string_view(folded).substr(1, folded.size() - 2);
    const bool beginsBlank = words.starts_with(' ');
    const bool endsBlank = words.ends_with(' ');
    if (beginsBlank) words.remove_prefix(1);
    if (words.ends_with(' ')) words.remove_suffix(1);
    if (words.empty()) {
        m_isSpacePending = m_isSpacePending || beginsBlank;
        return;
    }
    if ((m_isSpacePending || beginsBlank) && !m_text.empty()) m_text += ' ';
    const auto begin = static_cast<std::int64_t>(m_text.size());
    m_text += words;
    m_isSpacePending = endsBlank;
    if (!isEmphasised) return;
    const auto end = static_cast<std::int64_t>(m_text.size());
    if (!m_emphasis.empty() && m_emphasis.back().end + 1 >= begin)
        m_emphasis.back().end = end;
    else
        m_emphasis.push_back({begin, end});
}

void InlineText::append(const InlineText& other)
{
    if (other.isEmpty()) return;
    if (!m_text.empty()) m_text += ' ';
    const auto shift = static_cast<std::int64_t>(m_text.size());
    m_text += other.m_text;
    for (const auto& range : other.m_emphasis) m_emphasis.push_back({range.begin + shift, range.end + shift});
    m_isSpacePending = other.m_isSpacePending;
}

void InlineText::dropFront(std::size_t bytes)
{
    const auto dropped = std::min(m_text.find_first_not_of(' ', bytes), m_text.size());
    m_text.erase(0, dropped);
    const auto shift = static_cast<std::int64_t>(dropped);
    for (auto& range : m_emphasis)
        range = {std::max<std::int64_t>(range.begin - shift, 0), std::max<std::int64_t>(range.end - shift, 0)};
}

bool InlineText::isAllEmphasised() const noexcept
{
    return m_emphasis.size() == 1 && m_emphasis.front().begin == 0 &&
           m_emphasis.front().end == static_cast<std::int64_t>(m_text.size());
}

void InlineText::emphasiseIn(RenditionWriter& writer, TextRange written) const
{
    if (written.isEmpty()) return;
    for (const auto& range : m_emphasis) writer.emphasise({written.begin + range.begin, written.begin + range.end});
}

void InlineText::clear()
{
    m_text.clear();
    m_emphasis.clear();
    m_isSpacePending = false;
}

}  // namespace cw
