#include "claim/x12/reader.h"

#include "base/text.h"
#include "claim/x12/envelope_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace cw::x12 {

namespace {

constexpr std::size_t isaLength = 105;  ///< Without the terminator.
/// Where, from 0, an ISA has its element separators.
constexpr std::array<std::size_t, 16> isaSeparators = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};

Error unreadable(std::string_view id, int segment, std::string_view why)
{
    return Error{ErrorKind::invalidInput, id, fmt::format("X12 segment {}: {}", segment, why)};
}

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

/// What is wrong with the width of an ISA; empty when nothing is.
std::string isaDefect(std::string_view rest)
{
    if (rest.size() <= isaLength) return "ISA is shorter than 106 characters";
    for (std::size_t i = 0; i < isaSeparators.size(); ++i)
        if (rest[isaSeparators[i]] != rest[3]) return fmt::format("ISA{:02} does not have its fixed width", i);
    const auto isa = rest.substr(0, isaLength);
    if (static_cast<std::size_t>(std::count(isa.begin(), isa.end(), rest[3])) != isaSeparators.size())
        return "ISA has more than 16 elements";
    if (isa.find(rest[isaLength]) != std::string_view::npos) return "ISA ends before its 106th character";
    return {};
}

/// ISA11 is not judged: older senders have a "U" there, which repeats nothing.
bool areDelimiters(const Delimiters& found)
{
    const std::array<char, 3> used = {found.element, found.component, found.segment};
    return std::all_of(used.begin(), used.end(), [&used](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) == 0 && c != ' ' &&
               std::count(used.begin(), used.end(), c) == 1;
    });
}

/// The delimiters of the ISA at the front of `rest`.
Result<Delimiters> readDelimiters(std::string_view rest, int segment)
{
    if (!rest.starts_with("ISA")) return unreadable("CLAIM-101", segment, "an interchange starts with ISA");
    if (const auto defect = isaDefect(rest); !defect.empty()) return unreadable("CLAIM-102", segment, defect);
    const Delimiters found{
        .element = rest[3], .repetition = rest[82], .component = rest[104], .segment = rest[isaLength]};
    if (!areDelimiters(found))
        return unreadable("CLAIM-103", segment, "ISA names delimiters that are letters, digits, blanks or the same");
    return found;
}

/// Without the blanks and line ends at its front.
std::string_view skipBlanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

bool isTag(std::string_view tag)
{
    return tag.size() >= 2 && tag.size() <= 3 &&
           std::all_of(tag.begin(), tag.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

std::string_view part(std::string_view text, char separator, std::size_t position)
{
    for (; position > 1; --position) {
        const auto at = text.find(separator);
        if (at == std::string_view::npos) return {};
        text.remove_prefix(at + 1);
    }
    return text.substr(0, text.find(separator));
}

}  // namespace

Segment::Segment(std::string_view text, int number, const Delimiters& delimiters)
    : m_text(text),
      m_elements(text::split(text, delimiters.element)),
      m_number(number),
      m_componentSeparator(delimiters.component)
{}

std::string_view Segment::element(std::size_t position) const noexcept
{
    return position < m_elements.size() ? m_elements[position] : std::string_view{};
}

std::string_view Segment::component(std::size_t position, std::size_t part) const noexcept
{
    return x12::part(element(position), m_componentSeparator, part);
}

std::size_t Segment::componentCount(std::size_t position) const noexcept
{
    const auto value = element(position);
    if (value.empty()) return 0;
    return static_cast<std::size_t>(std::count(value.begin(), value.end(), m_componentSeparator)) + 1;
}

Result<std::vector<Interchange>> readInterchanges(std::string bytes)
{
    const auto owned = std::make_shared<const std::string>(std::move(bytes));
    std::string_view rest = skipBlanks(*owned);
    std::vector<Interchange> interchanges;
    int number = 1;
    do {
        CW_TRY(const auto delimiters, readDelimiters(rest, number));
        Interchange interchange{.bytes = owned, .delimiters = delimiters};
        EnvelopeCheck envelope;
        while (!envelope.isClosed()) {
            if (rest.empty()) return unreadable("CLAIM-110", number - 1, "the file ends before IEA");
            const auto length = rest.find(delimiters.segment);
            if (length == std::string_view::npos) return unreadable("CLAIM-104", number, "the file ends within it");
            const Segment segment(rest.substr(0, length), number, delimiters);
            if (!isTag(segment.tag()) || segment.elementCount() == 0)
                return unreadable("CLAIM-105", number, "no segment name of two or three letters, or nothing after it");
            CW_CHECK(envelope.add(segment));
            interchange.segments.push_back(segment);
            rest.remove_prefix(length + 1);
            while (!rest.empty() && isLineEnd(rest.front())) rest.remove_prefix(1);
            ++number;
        }
        interchanges.push_back(std::move(interchange));
        rest = skipBlanks(rest);
    } while (!rest.empty());
    return interchanges;
}

}  // namespace cw::x12
