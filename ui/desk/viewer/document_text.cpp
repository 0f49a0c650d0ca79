#include "ui/desk/viewer/document_text.h"

#include <algorithm>

namespace cw::ui {

namespace {

constexpr qsizetype step = 256;

std::int64_t bytesOf(QChar unit)
{
    // Of a surrogate pair the second half counts for both.
    if (unit.isHighSurrogate()) return 0;
    return unit.isLowSurrogate() ? 4 : unit.unicode() < 0x80 ? 1 : unit.unicode() < 0x800 ? 2 : 3;
}

}  // namespace

DocumentText::DocumentText(std::string_view bytes)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    const auto start = bytes.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    const auto body = bytes.substr(start);
    m_text = QString::fromUtf8(body.data(), static_cast<qsizetype>(body.size()));
    markBytes(static_cast<std::int64_t>(start));
    if (m_end == static_cast<std::int64_t>(bytes.size())) return;
    m_text = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    m_marks.clear();
}

void DocumentText::markBytes(std::int64_t start)
{
    m_marks.reserve(static_cast<std::size_t>(m_text.size() / step + 1));
    m_end = start;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (i % step == 0) m_marks.push_back(m_end);
        m_end += bytesOf(m_text.at(i));
    }
}

std::int64_t DocumentText::byteOf(int index) const
{
    const auto at = std::clamp<qsizetype>(index, 0, m_text.size());
    if (m_marks.empty()) return at;
    if (at == m_text.size()) return m_end;
    std::int64_t byte = m_marks[static_cast<std::size_t>(at / step)];
    for (qsizetype i = at / step * step; i < at; ++i) byte += bytesOf(m_text.at(i));
    return byte;
}

int DocumentText::indexOf(std::int64_t byte) const
{
    if (m_marks.empty()) return static_cast<int>(std::clamp<std::int64_t>(byte, 0, m_text.size()));
    if (byte >= m_end) return static_cast<int>(m_text.size());
    const auto after = std::upper_bound(m_marks.begin(), m_marks.end(), byte);
    if (after == m_marks.begin()) return 0;
    qsizetype at = (after - m_marks.begin() - 1) * step;
    std::int64_t next = *(after - 1);
    while (at < m_text.size()) {
        next += bytesOf(m_text.at(at));
        if (next > byte) break;
        ++at;
    }
    // Both halves of a surrogate pair stand at one byte: the first is meant.
    while (at > 0 && at < m_text.size() && byteOf(static_cast<int>(at - 1)) == byteOf(static_cast<int>(at))) --at;
    return static_cast<int>(at);
}

}  // namespace cw::ui
