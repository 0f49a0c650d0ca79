#include "claim/loops/segments.h"

#include "base/text.h"

#include <algorithm>

namespace cw::loops {

using x12::Need;
using x12::SegmentWriter;

std::string without(std::string_view punctuation, std::string_view text)
{
    std::string out;
    for (const char c : text::trim(text))
        if (punctuation.find(c) == std::string_view::npos) out += c;
    return out;
}

void writeAddress(SegmentWriter& out, const Address& address, Zip zip)
{
    out.begin("N3").text(address.line1, 55, Need::required).text(address.line2, 55).end();
    const auto postalCode = without("- ", address.postalCode);
    const std::size_t digits = zip == Zip::nine || postalCode.size() > 5 ? 9 : 5;
    out.begin("N4").text(address.city, 2, 30, Need::required).word(address.state, 2, 2, Need::required);
    out.digits(postalCode, digits, Need::required).end();
}

void writeDay(SegmentWriter& out, std::string_view qualifier, std::optional<Date> day)
{
    if (day) out.begin("DTP").code(qualifier).code("D8").day(*day).end();
}

void writeDays(SegmentWriter& out, std::string_view qualifier, Date from, Date to)
{
    if (from == to)
        out.begin("DTP").code(qualifier).code("D8").day(from).end();
    else
        out.begin("DTP").code(qualifier).code("RD8").days(from, to).end();
}

void writeReference(SegmentWriter& out, std::string_view qualifier, std::string_view value)
{
    if (!text::trim(value).empty()) out.begin("REF").code(qualifier).id(value, 1, 50).end();
}

void writeNote(SegmentWriter& out, std::string_view code, std::string_view note)
{
    if (!text::trim(note).empty()) out.begin("NTE").code(code).text(note, 80, Need::required).end();
}

namespace {

constexpr std::string_view phonePunctuation = "()-. +/";

/// What follows the mark of an extension ("x22", "ext. 22"); not set when that is no number.
std::optional<std::string> extensionOf(std::string_view text)
{
    const auto lower = text::lowerAscii(text);
    for (const std::string_view mark : {"extension", "ext", "x"}) {
        if (!lower.starts_with(mark)) continue;
        auto digits = without(phonePunctuation, text.substr(mark.size()));
        if (digits.empty() || digits.size() > 20 || !text::isDigits(digits)) return std::nullopt;
        return digits;
    }
    return std::nullopt;
}

bool isMail(const SegmentWriter& out, std::string_view email)
{
    return email.size() >= 3 && email.size() <= 256 &&
           std::all_of(email.begin(), email.end(), [&out](char c) { return out.signs().sent(c) != 0; });
}

}  // namespace

std::optional<Phone> phoneOf(std::string_view text)
{
    text = text::trim(text);
    const auto mark =
        std::find_if(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    const auto length = static_cast<std::size_t>(mark - text.begin());
    Phone phone{.number = without(phonePunctuation, text.substr(0, length)), .extension = {}};
    if (phone.number.size() == 11 && phone.number.front() == '1') phone.number.erase(0, 1);
    if (phone.number.size() != 10 || !text::isDigits(phone.number)) return std::nullopt;
    if (mark == text.end()) return phone;
    auto extension = extensionOf(text.substr(length));
    if (!extension) return std::nullopt;
    phone.extension = std::move(*extension);
    return phone;
}

void writeContact(SegmentWriter& out, std::string_view name, std::string_view phone, std::string_view email)
{
    email = text::trim(email);
    const auto number = phoneOf(phone);
    const auto asWritten = without(phonePunctuation, phone);
    if (number && !email.empty() && !isMail(out, email)) {
        out.tell("PER", "the e-mail address cannot be sent in this file and is left out");
        email = {};
    }
    out.begin("PER").code("IC").text(name, 60);
    if (number)
        out.code("TE").digits(number->number, 10);
    else if (!asWritten.empty() || email.empty())
        out.code("TE").digits(asWritten, 10, Need::required);
    if (number && !number->extension.empty()) out.code("EX").id(number->extension, 1, 20);
    if (!email.empty()) out.code("EM").id(email, 3, 256);
    out.end();
}

void writeTaxonomy(SegmentWriter& out, std::string_view role, std::string_view taxonomy)
{
    if (text::trim(taxonomy).empty()) return;
    out.begin("PRV").code(role).code("PXC").word(taxonomy, 10, 10).end();
}

}  // namespace cw::loops
