#include "ui/desk/viewer/document_text.h"

#include <algorithm>

namespace cw::ui {

DocumentText::DocumentText(std::string_view bytes)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    const auto start = bytes.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    const auto body = bytes.substr(start);
    m_text = QString::fromUtf8(body.data(), static_cast<qsizetype>(body.size()));
    auto at = static_cast<std::int64_t>(start);
    m_bytes.reserve(static_cast<std::size_t>(m_text.size()) + 1);
    for (const QChar unit : m_text) {
        m_bytes.push_back(at);
        if (unit.isHighSurrogate()) continue;
        at += unit.isLowSurrogate() ? 4 : unit.unicode() < 0x80 ? 1 : unit.unicode() < 0x800 ? 2 : 3;
    }
    m_bytes.push_back(at);
    if (at == static_cast<std::int64_t>(bytes.size())) return;
    m_text = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    m_bytes.clear();
    for (std::int64_t byte = 0; byte <= static_cast<std::int64_t>(bytes.size()); ++byte) m_bytes.push_back(byte);
}

std::int64_t DocumentText::byteOf(int index) const
{
    if (m_bytes.empty()) return 0;
    return m_bytes[static_cast<std::size_t>(std::clamp<qsizetype>(index, 0, m_text.size()))];
}

int DocumentText::indexOf(std::int64_t byte) const
{
    const auto after = std::upper_bound(m_bytes.begin(), m_bytes.end(), byte);
    if (after == m_bytes.begin()) return 0;
    if (after == m_bytes.end()) return static_cast<int>(m_text.size());
    // Both halves of a surrogate pair stand at one byte: the first is meant.
    return static_cast<int>(std::lower_bound(m_bytes.begin(), m_bytes.end(), *(after - 1)) - m_bytes.begin());
}

}  // namespace cw::ui
