#include "claim/answers/reading/segment_stream.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace cw::answers {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t isaLength = 105;  ///< Without the terminator.

std::string_view withoutFront(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

/// Without blanks and line ends at either end.
std::string_view withoutBlanks(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool isSign(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != ' ' && c != '\0' && c != '-' && c != '.';
}

bool isTagged(std::string_view tag)
{
    return tag.size() >= 2 && tag.size() <= 3 &&
           std::all_of(tag.begin(), tag.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// Position of the sixteenth element separator; npos when there are fewer before `limit`.
std::size_t sixteenth(std::string_view isa)
{
    std::size_t at = 3;
    for (int i = 1; i < 16; ++i) {
        at = isa.find(isa[3], at + 1);
        if (at == std::string_view::npos || at > 250) return std::string_view::npos;
    }
    return at;
}

/// Whether what follows an ISA can stand there.
bool startsWell(std::string_view rest)
{
    rest = withoutFront(rest);
    return rest.empty() || rest.starts_with("GS") || rest.starts_with("TA1") || rest.starts_with("IEA") ||
           (rest.size() < 3 &&
            (std::string_view("TA1").starts_with(rest) || std::string_view("IEA").starts_with(rest)));
}

/// The separators that an ISA at the front of `rest` names.
bool findDelimiters(std::string_view rest, x12::Delimiters& found, std::size_t& length)
{
    if (rest.size() < 20 || !isSign(rest[3])) return false;
    const auto last = sixteenth(rest);
    if (last == std::string_view::npos || last + 2 >= rest.size()) return false;
    found.element = rest[3];
    found.component = rest[last + 1];
    found.segment = rest[last + 2];
    length = last + 2;
    found.repetition = last == isaLength - 2 ? rest[82] : '^';
    return isSign(found.component) && isSign(found.segment) && found.component != found.element &&
           found.segment != found.element && found.segment != found.component && startsWell(rest.substr(length + 1));
}

/// A file of lines of equal length: line ends stand anywhere, also in the ISA.
bool isWrapped(std::string_view text)
{
    if (!text.starts_with("ISA") || text.size() < 20) return false;
    const auto last = sixteenth(text);
    return last != std::string_view::npos && text.find_first_of("\r\n") < last;
}

}  // namespace

std::string_view Piece::element(std::size_t position) const noexcept
{
    return position < m_elements.size() ? m_elements[position] : std::string_view{};
}

std::string_view Piece::component(std::size_t position, std::size_t part) const noexcept
{
    auto value = element(position);
    for (; part > 1; --part) {
        const auto at = value.find(m_componentSeparator);
        if (at == std::string_view::npos) return {};
        value.remove_prefix(at + 1);
    }
    return text::trim(value.substr(0, value.find(m_componentSeparator)));
}

SegmentStream::SegmentStream(std::string_view bytes) : m_bytes(bytes)
{
    if (m_bytes.starts_with(byteOrderMark)) m_bytes.remove_prefix(byteOrderMark.size());
    m_bytes = withoutFront(m_bytes);
    if (isWrapped(m_bytes)) {
        m_unwrapped.reserve(m_bytes.size());
        std::copy_if(m_bytes.begin(), m_bytes.end(), std::back_inserter(m_unwrapped),
                     [](char c) { return c != '\r' && c != '\n'; });
        m_bytes = m_unwrapped;
    }
    m_rest = m_bytes;
}

bool SegmentStream::readIsa()
{
    std::size_t length = 0;
    if (!findDelimiters(m_rest, m_delimiters, length)) return false;
    m_unevenIsa = length != isaLength;
    m_piece.m_componentSeparator = m_delimiters.component;
    split(m_rest.substr(0, length));
    m_rest.remove_prefix(length + 1);
    return true;
}

void SegmentStream::split(std::string_view segment)
{
    m_piece.m_raw = segment;
    m_piece.m_elements.clear();
    ++m_piece.m_number;
    while (true) {
        const auto end = segment.find(m_delimiters.element);
        m_piece.m_elements.push_back(text::trim(segment.substr(0, end)));
        if (end == std::string_view::npos) return;
        segment.remove_prefix(end + 1);
    }
}

SegmentStream::Next SegmentStream::next()
{
    m_rest = withoutFront(m_rest);
    while (!m_isFirst && !m_rest.empty() && m_rest.front() == m_delimiters.segment) {
        m_rest.remove_prefix(1);  // An empty segment: a terminator too many says nothing.
        m_rest = withoutFront(m_rest);
    }
    if (m_rest.empty()) return m_isFirst ? Next::noIsa : Next::end;
    if (m_rest.starts_with("ISA")) {
        m_isFirst = false;
        return readIsa() ? Next::segment : Next::badIsa;
    }
    if (m_isFirst) return Next::noIsa;
    const auto length = m_rest.find(m_delimiters.segment);
    split(withoutBlanks(m_rest.substr(0, length)));
    m_rest.remove_prefix(length == std::string_view::npos ? m_rest.size() : length + 1);
    if (length == std::string_view::npos) return Next::cut;
    return isTagged(m_piece.tag()) ? Next::segment : Next::nameless;
}

bool SegmentStream::toNextInterchange()
{
    m_rest = withoutFront(m_rest);
    while (!m_rest.empty() && m_rest.front() == m_delimiters.segment) m_rest = withoutFront(m_rest.substr(1));
    m_skippedText = !m_rest.empty() && !m_rest.starts_with("ISA");
    if (!m_skippedText) return !m_rest.empty();
    for (auto isa = m_rest.find("ISA"); isa != std::string_view::npos; isa = m_rest.find("ISA", isa + 1)) {
        x12::Delimiters unused;
        std::size_t length = 0;
        if (!findDelimiters(m_rest.substr(isa), unused, length)) continue;
        m_rest.remove_prefix(isa);
        return true;
    }
    m_rest = {};
    return false;
}

}  // namespace cw::answers
