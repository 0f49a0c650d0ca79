#include "import/documents/hl7/message.h"

#include "base/text.h"
#include "import/documents/hl7/character_set.h"

#include <algorithm>
#include <cctype>

namespace cw::hl7 {

namespace {

constexpr std::size_t longestHeader = 4096;

std::string place(const RawMessage& raw)
{
    return "message " + std::to_string(raw.number) + ", segment 1 (MSH), line " +
           std::to_string(raw.segments.front().line) + ": ";
}

bool isDelimiter(char c)
{
    return c > ' ' && c < '\x7F' && std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '"';
}

Result<Delimiters> readDelimiters(const RawMessage& raw)
{
    const std::string_view header = raw.segments.front().bytes;
    if (header.size() < 9 || header.size() > longestHeader)
        return Error{ErrorKind::invalidInput, "IMPORT-273",
                     place(raw) + (header.size() < 9 ? "the header is cut off" : "the header is longer than 4 KB")};
    Delimiters found;
    found.field = header[3];
    if (!isDelimiter(found.field))
        return Error{ErrorKind::invalidInput, "IMPORT-274", place(raw) + "MSH-1 is no separator; expected |"};
    auto set = header.substr(4, header.find(found.field, 4) - 4);
    std::string seen(1, found.field);
    for (const char c : set)
        if (isDelimiter(c) && seen.find(c) == seen.npos) seen += c;
    if ((set.size() != 4 && set.size() != 5) || seen.size() != set.size() + 1)
        return Error{ErrorKind::invalidInput, "IMPORT-275",
                     place(raw) + "MSH-2 must hold four or five different encoding characters, as ^~\\&"};
    found.component = set[0];
    found.repetition = set[1];
    found.escape = set[2];
    found.subcomponent = set[3];
    found.truncation = set.size() == 5 ? set[4] : '\0';
    return found;
}

}  // namespace

Field Field::part(char separator, int number) const
{
    auto rest = m_text;
    for (; number > 1; --number) {
        const auto at = rest.find(separator);
        if (at == rest.npos) return {{}, *m_delimiters};
        rest.remove_prefix(at + 1);
    }
    return {rest.substr(0, rest.find(separator)), *m_delimiters};
}

std::vector<Field> Field::parts(char separator) const
{
    std::vector<Field> all;
    if (isEmpty()) return all;
    for (const auto text : text::split(m_text, separator)) all.emplace_back(text, *m_delimiters);
    return all;
}

std::vector<Field> Field::repetitions() const
{
    return parts(m_delimiters->repetition);
}

std::vector<Field> Field::components() const
{
    return parts(m_delimiters->component);
}

Field Field::component(int number) const
{
    return part(m_delimiters->component, number);
}

Field Field::subcomponent(int number) const
{
    return part(m_delimiters->subcomponent, number);
}

std::string Field::text() const
{
    return std::string(text::trim(verbatim()));
}

std::string Field::text(int component, int subcomponent) const
{
    return this->component(component).subcomponent(subcomponent).text();
}

std::string Field::verbatim() const
{
    return isNull() ? std::string() : unescape(m_text, *m_delimiters);
}

Segment::Segment(std::string_view text, int number, int line, const Delimiters& delimiters)
    : m_text(text),
      m_fields(text::split(text, delimiters.field)),
      m_delimiters(&delimiters),
      m_number(number),
      m_line(line)
{
    // MSH-1 is the separator behind the segment id itself.
    if (id() == "MSH") m_fields.insert(m_fields.begin() + 1, text.substr(3, 1));
}

Field Segment::field(int number) const
{
    const auto at = static_cast<std::size_t>(number);
    return {at < m_fields.size() ? m_fields[at] : std::string_view(), *m_delimiters};
}

Field Segment::first(int number) const
{
    const auto all = field(number);
    return {all.raw().substr(0, all.raw().find(m_delimiters->repetition)), *m_delimiters};
}

Result<Message> Message::parse(const RawMessage& raw, std::vector<std::string>& notes)
{
    Message message;
    CW_TRY(const auto delimiters, readDelimiters(raw));
    message.m_raw = &raw;
    message.m_delimiters = std::make_shared<const Delimiters>(delimiters);
    message.m_text = std::make_shared<std::vector<std::string>>(decodeSegments(raw, delimiters.field, notes));
    int number = 0;
    for (const auto& text : *message.m_text) {
        const auto line = raw.segments[static_cast<std::size_t>(number)].line;
        message.m_segments.emplace_back(text, ++number, line, *message.m_delimiters);
    }
    message.m_type = text::upperAscii(message.header().text(9));
    message.m_event = text::upperAscii(message.header().text(9, 2));
    if (message.m_type.empty())
        return Error{ErrorKind::invalidInput, "IMPORT-276",
                     place(raw) + "MSH-9 names no message type; expected one such as ADT^A01"};
    for (const auto& segment : message.m_segments)
        if (message.m_event.empty() && segment.id() == "EVN") message.m_event = text::upperAscii(segment.text(1));
    return message;
}

std::string Message::bytesOf(const std::vector<const Segment*>& segments) const
{
    std::string bytes;
    for (const auto* segment : segments) {
        bytes += m_raw->segments[static_cast<std::size_t>(segment->number() - 1)].bytes;
        bytes += '\r';
    }
    return bytes;
}

}  // namespace cw::hl7
