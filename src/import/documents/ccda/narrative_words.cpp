#include "import/documents/ccda/narrative_words.h"

#include "chart/rendition_text.h"

#include <utility>

namespace cw::ccda {

namespace {

/// Bytes of the first character, by its lead byte.
std::size_t firstLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(length, text.size());
}

bool beginsAlike(std::string_view raw, std::string_view folded)
{
    return folded.starts_with(raw.substr(0, firstLength(raw)));
}

bool endsAlike(std::string_view raw, std::string_view folded)
{
    std::size_t length = 1;
    while (length < 4 && length < raw.size() && (static_cast<unsigned char>(raw[raw.size() - length]) & 0xC0) == 0x80)
        ++length;
    return folded.ends_with(raw.substr(raw.size() - length));
}

}  // namespace

void NarrativeWords::append(std::string_view words)
{
    if (words.empty()) return;
    const auto folded = foldedText(words);
    if (folded.empty()) {
        space();
        return;
    }
    if (!beginsAlike(words, folded)) space();
    takePending();
    m_text += folded;
    if (!endsAlike(words, folded)) space();
}

void NarrativeWords::takePending()
{
    const auto pending = std::exchange(m_pending, Pending::nothing);
    if (m_text.empty() || pending == Pending::nothing) return;
    if (pending == Pending::item && std::string_view(";:,.").find(m_text.back()) == std::string_view::npos)
        m_text += ';';
    m_text += ' ';
}

std::size_t NarrativeWords::open(std::string_view id, bool isEmphasis)
{
    m_marks.push_back({id, isEmphasis, m_text.size(), m_text.size()});
    return m_marks.size() - 1;
}

void NarrativeWords::close(std::size_t mark)
{
    auto& closed = m_marks[mark];
    // What parted it from the words before was written with its first word.
    if (m_text.compare(closed.begin, 2, "; ") == 0) ++closed.begin;
    if (m_text.compare(closed.begin, 1, " ") == 0) ++closed.begin;
    closed.end = std::max(closed.begin, m_text.size());
}

void NarrativeWords::clear()
{
    m_text.clear();
    m_marks.clear();
    m_pending = Pending::nothing;
}

}  // namespace cw::ccda
