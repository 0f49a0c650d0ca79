#include "claim/x12/segment_writer.h"

#include "base/text.h"
#include "claim/x12/segment_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace cw::x12 {

SegmentWriter::SegmentWriter(const Style& style) : m_style(style), m_signs(style.delimiters, style.extended) {}

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
    assert(isSendable(value) && value.front() != ' ' && value.back() != ' ');
    separate();
    m_bytes += value;
    return *this;
}

SegmentWriter& SegmentWriter::number(std::int64_t value)
{
    ShortText text;
    text.addNumber(value);
    return code(text.view());
}

SegmentWriter& SegmentWriter::amount(Money money)
{
    return code(decimalText(money.inCents(), 100).view());
}

SegmentWriter& SegmentWriter::amount(Quantity quantity)
{
    return code(decimalText(quantity.inThousandths(), 1000).view());
}

SegmentWriter& SegmentWriter::day(Date date)
{
    return code(dayText(date).view());
}

SegmentWriter& SegmentWriter::days(Date from, Date to)
{
    auto text = dayText(from);
    text.add('-');
    text.add(dayText(to).view());
    return code(text.view());
}

SegmentWriter& SegmentWriter::minute(const LocalMinute& when)
{
    auto text = dayText(when.date);
    text.addPadded(static_cast<std::uint32_t>(when.minuteOfDay / 60 * 100 + when.minuteOfDay % 60), 4);
    return code(text.view());
}

SegmentWriter& SegmentWriter::time(int minuteOfDay)
{
    ShortText text;
    text.addPadded(static_cast<std::uint32_t>(minuteOfDay / 60 * 100 + minuteOfDay % 60), 4);
    return code(text.view());
}

SegmentWriter& SegmentWriter::text(std::string_view value, std::size_t max, Need need)
{
    return text(value, 1, max, need);
}

SegmentWriter& SegmentWriter::text(std::string_view value, std::size_t min, std::size_t max, Need need)
{
    advance();
    value = text::trim(value);
    std::string cleaned;
    if (!isSendable(value)) {
        cleaned = replaced(value);
        value = cleaned;
    }
    if (isMissing(value, need)) return *this;
    if (value.size() < min) refuse("CLAIM-010", place(), fmt::format("must have at least {} characters", min));
    if (value.size() > max)
        refuse("CLAIM-002", place(), fmt::format("{} characters, at most {} can be sent", value.size(), max));
    put(value);
    return *this;
}

std::string SegmentWriter::replaced(std::string_view value)
{
    std::vector<Replacement> found;
    auto cleaned = toSendable(value, found, m_signs);
    for (const auto& [from, to] : found) {
        const std::string_view with = to == " " ? "blank" : to.empty() ? std::string_view("nothing") : to;
        m_replacements.push_back(fmt::format("{} {}: {} replaced by {}", m_subject, place(), from, with));
    }
    return cleaned;
}

SegmentWriter& SegmentWriter::id(std::string_view value, std::size_t min, std::size_t max, Need need)
{
    advance();
    value = text::trim(value);
    if (isMissing(value, need)) return *this;
    if (value.size() < min || value.size() > max)
        refuse("CLAIM-004", place(),
               fmt::format("identifier of {} characters, must be {} to {}", value.size(), min, max));
    if (!isSendable(value)) refuse("CLAIM-003", place(), "identifier with a character that cannot be sent");
    put(value);
    return *this;
}

SegmentWriter& SegmentWriter::word(std::string_view value, std::size_t min, std::size_t max, Need need)
{
    id(value, min, max, need);
    value = text::trim(value);
    const auto isPlain = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    if (!std::all_of(value.begin(), value.end(), isPlain))
        refuse("CLAIM-011", place(), "must be of letters and digits");
    return *this;
}

SegmentWriter& SegmentWriter::digits(std::string_view value, std::size_t count, Need need)
{
    advance();
    value = text::trim(value);
    if (isMissing(value, need)) return *this;
    if (value.size() != count || !text::isDigits(value))
        refuse("CLAIM-005", place(), fmt::format("must be {} digits", count));
    put(value);
    return *this;
}

SegmentWriter& SegmentWriter::choice(std::string_view value, std::string_view choices, Need need)
{
    advance();
    if (isMissing(value, need)) return *this;
    bool isKnown = false;
    for (auto rest = choices; !isKnown && !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        isKnown = rest.substr(0, end) == value;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!isKnown) refuse("CLAIM-006", place(), fmt::format("must be one of {}", choices));
    put(value);
    return *this;
}

SegmentWriter& SegmentWriter::open()
{
    assert(m_failure || !m_inComposite);
    advance();
    m_inComposite = true;
    return *this;
}

SegmentWriter& SegmentWriter::close()
{
    assert(m_failure || m_inComposite);
    m_inComposite = false;
    return *this;
}

void SegmentWriter::end()
{
    assert(m_failure || (!m_inComposite && m_writtenElement > 0));
    m_inComposite = false;
    endLine();
}

void SegmentWriter::fixed(std::string_view segment)
{
    m_bytes += segment;
    endLine();
}

void SegmentWriter::endLine()
{
    m_bytes += m_style.delimiters.segment;
    if (m_style.lineFeeds) m_bytes += '\n';
    ++m_count;
}

void SegmentWriter::refuse(std::string_view errorId, std::string_view element, std::string_view why)
{
    if (m_failure) return;
    m_failure =
        Error{ErrorKind::invalidInput, errorId, fmt::format("{}: loop {}, {}: {}", m_subject, m_loop, element, why)};
}

void SegmentWriter::tell(std::string_view element, std::string_view what)
{
    m_replacements.push_back(fmt::format("{} {}: {}", m_subject, element, what));
}

void SegmentWriter::rollBack(const Mark& mark)
{
    m_bytes.resize(mark.bytes);
    m_replacements.resize(mark.replacements);
    m_count = mark.count;
    m_failure.reset();
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
        m_bytes.append(static_cast<std::size_t>(m_element - m_writtenElement), m_style.delimiters.element);
        m_writtenComponent = 1;
    }
    if (m_component > m_writtenComponent)
        m_bytes.append(static_cast<std::size_t>(m_component - m_writtenComponent), m_style.delimiters.component);
    m_writtenElement = m_element;
    m_writtenComponent = m_component;
}

void SegmentWriter::put(std::string_view value)
{
    separate();
    const auto start = m_bytes.size();
    m_bytes += value;
    for (auto at = start; at < m_bytes.size(); ++at)
        if (m_bytes[at] >= 'a' && m_bytes[at] <= 'z') m_bytes[at] = static_cast<char>(m_bytes[at] - 'a' + 'A');
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

bool SegmentWriter::isSendable(std::string_view text) const noexcept
{
    return std::all_of(text.begin(), text.end(), [this](char c) { return m_signs.sent(c) != 0; });
}

}  // namespace cw::x12
