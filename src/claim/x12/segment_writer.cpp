#include "claim/x12/segment_writer.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace cw::x12 {

namespace {

constexpr Delimiters ours;

bool isUpToDate(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return sendable(c) == c; });
}

}  // namespace

SegmentWriter& SegmentWriter::begin(std::string_view tag)
{
    m_tag = tag;
    m_element = m_component = m_writtenElement = m_writtenComponent = 0;
    m_inComposite = false;
    m_bytes += tag;
    return *this;
}

SegmentWriter& SegmentWriter::skip(int count)
{
    for (; count > 0; --count) advance();
    return *this;
}

SegmentWriter& SegmentWriter::code(std::string_view value)
{
    advance();
    if (value.empty()) return *this;
    assert(isUpToDate(value) && value.front() != ' ' && value.back() != ' ');
    separate();
    m_bytes += value;
    return *this;
}

SegmentWriter& SegmentWriter::text(std::string_view value, std::size_t max, Need need)
{
    advance();
    std::string cleaned;
    value = text::trim(value);
    if (!isUpToDate(value)) {
        std::vector<Replacement> replaced;
        cleaned = toSendable(value, replaced);
        value = cleaned;
        for (const auto& [from, to] : replaced) {
            const std::string_view with = to == " " ? "blank" : to.empty() ? std::string_view("nothing") : to;
            m_replacements.push_back(fmt::format("{} {}: {} replaced by {}", m_subject, place(), from, with));
        }
    }
    if (isMissing(value, need)) return *this;
    if (value.size() > max)
        refuse("CLAIM-002", place(), fmt::format("{} characters, at most {} can be sent", value.size(), max));
    separate();
    m_bytes += value;
    return *this;
}

SegmentWriter& SegmentWriter::id(std::string_view value, std::size_t min, std::size_t max, Need need)
{
    advance();
    value = text::trim(value);
    if (isMissing(value, need)) return *this;
    if (value.size() < min || value.size() > max)
        refuse("CLAIM-004", place(),
               fmt::format("identifier of {} characters, must be {} to {}", value.size(), min, max));
    separate();
    for (const char c : value) {
        const char sent = sendable(c);
        if (sent == 0) refuse("CLAIM-003", place(), "identifier with a character that cannot be sent");
        m_bytes += sent;
    }
    return *this;
}

SegmentWriter& SegmentWriter::digits(std::string_view value, std::size_t count, Need need)
{
    advance();
    value = text::trim(value);
    if (isMissing(value, need)) return *this;
    if (value.size() != count || !text::isDigits(value))
        refuse("CLAIM-005", place(), fmt::format("must be {} digits", count));
    separate();
    m_bytes += value;
    return *this;
}

SegmentWriter& SegmentWriter::choice(std::string_view value, std::string_view choices)
{
    advance();
    if (isMissing(value, Need::required)) return *this;
    const auto allowed = text::split(choices, ' ');
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
        refuse("CLAIM-006", place(), fmt::format("must be one of {}", choices));
    separate();
    m_bytes += value;
    return *this;
}

SegmentWriter& SegmentWriter::open()
{
    assert(!m_inComposite);
    advance();
    m_inComposite = true;
    return *this;
}

SegmentWriter& SegmentWriter::close()
{
    assert(m_inComposite);
    m_inComposite = false;
    return *this;
}

void SegmentWriter::end()
{
    assert(!m_inComposite);
    assert(m_failure || m_writtenElement > 0);
    m_bytes += ours.segment;
    m_bytes += '\n';
    ++m_count;
}

void SegmentWriter::fixed(std::string_view segment)
{
    m_bytes += segment;
    m_bytes += ours.segment;
    m_bytes += '\n';
    ++m_count;
}

void SegmentWriter::refuse(std::string_view errorId, std::string_view element, std::string_view why)
{
    if (m_failure) return;
    m_failure =
        Error{ErrorKind::invalidInput, errorId, fmt::format("{}: loop {}, {}: {}", m_subject, m_loop, element, why)};
}

void SegmentWriter::advance() noexcept
{
    if (m_inComposite) {
        ++m_component;
    } else {
        ++m_element;
        m_component = 0;
    }
}

void SegmentWriter::separate()
{
    // Outside a composite the component is 0, within it counts from 1: neither wants a ":" before the first.
    if (m_element != m_writtenElement) {
        m_bytes.append(static_cast<std::size_t>(m_element - m_writtenElement), ours.element);
        m_writtenComponent = 1;
    }
    if (m_component > m_writtenComponent)
        m_bytes.append(static_cast<std::size_t>(m_component - m_writtenComponent), ours.component);
    m_writtenElement = m_element;
    m_writtenComponent = m_component;
}

std::string SegmentWriter::place() const
{
    const std::string element = fmt::format("{}{:02}", m_tag, m_element);
    return m_component == 0 ? element : fmt::format("{}-{}", element, m_component);
}

bool SegmentWriter::isMissing(std::string_view value, Need need)
{
    if (!value.empty()) return false;
    if (need == Need::required) refuse("CLAIM-001", place(), "required, but empty");
    return true;
}

}  // namespace cw::x12
