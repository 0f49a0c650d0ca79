#include "base/text.h"
#include "import/documents/readers.h"
#include "import/documents/render.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace cw {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Encoding {
    std::string_view name;  ///< Lower case letters and digits of what people call it.
    const char* converter;  ///< Name for iconv; nullptr: handled here.
    int codePage;           ///< As Windows counts them; 0: none.
};

/// Only these: a name out of a file never reaches iconv.
constexpr std::array<Encoding, 37> encodings = {{
    {"utf8", nullptr, 65001},
    {"unicodeutf8", nullptr, 0},
    {"ascii", nullptr, 20127},
    {"usascii", nullptr, 0},
    {"iso88591", "WINDOWS-1252", 0},
    {"88591", "WINDOWS-1252", 28591},
    {"latin1", "WINDOWS-1252", 0},
    {"windows1252", "WINDOWS-1252", 1252},
    {"iso885915", "ISO-8859-15", 0},
    {"885915", "ISO-8859-15", 28605},
    {"iso88592", "ISO-8859-2", 0},
    {"88592", "ISO-8859-2", 28592},
    {"iso88593", "ISO-8859-3", 28593},
    {"88593", "ISO-8859-3", 0},
    {"iso88594", "ISO-8859-4", 28594},
    {"88594", "ISO-8859-4", 0},
    {"iso88595", "ISO-8859-5", 28595},
    {"88595", "ISO-8859-5", 0},
    {"iso88596", "ISO-8859-6", 28596},
    {"88596", "ISO-8859-6", 0},
    {"iso88597", "ISO-8859-7", 28597},
    {"88597", "ISO-8859-7", 0},
    {"iso88599", "ISO-8859-9", 28599},
    {"88599", "ISO-8859-9", 0},
    {"windows1250", "WINDOWS-1250", 1250},
    {"windows1251", "WINDOWS-1251", 1251},
    {"windows1253", "WINDOWS-1253", 1253},
    {"windows1254", "WINDOWS-1254", 1254},
    {"windows1257", "WINDOWS-1257", 1257},
    {"macintosh", "MACINTOSH", 10000},
    {"ibm437", "CP437", 437},
    {"ibm850", "CP850", 850},
    {"shiftjis", "CP932", 932},
    {"gb18030", "GB18030", 936},
    {"euckr", "CP949", 949},
    {"big5", "CP950", 950},
    {"windows1258", "WINDOWS-1258", 1258},
}};

std::string plainName(std::string_view name)
{
    std::string out;
    for (const char c : text::lowerAscii(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    if (out.starts_with("cp125")) out.replace(0, 2, "windows");
    return out;
}

std::string convert(std::string_view bytes, const char* from)
{
    const auto converter = iconv_open("UTF-8", from);
    if (converter == reinterpret_cast<iconv_t>(-1)) return text::fromCp1252(bytes);
    std::string out;
    std::array<char, 4096> buffer{};
    // iconv takes a pointer that is not const and does not write through it.
    char* in = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    while (left > 0) {
        char* to = buffer.data();
        std::size_t room = buffer.size();
        const auto done = iconv(converter, &in, &left, &to, &room);
        out.append(buffer.data(), buffer.size() - room);
        if (done != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
        out += replacement;
        ++in;
        --left;
    }
    iconv_close(converter);
    return out;
}

/// Valid sequences as they are, other bytes by Windows-1252: what programs write that say UTF-8 and paste bytes.
std::string repairedUtf8(std::string_view bytes)
{
    if (text::isUtf8(bytes)) return std::string(bytes);
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        const auto one = bytes.substr(at, length);
        const bool isWhole = text::isUtf8(one);
        out += isWhole ? std::string(one) : text::fromCp1252(bytes.substr(at, 1));
        at += isWhole ? one.size() : 1;
    }
    return out;
}

std::uint32_t unitAt(std::string_view bytes, std::size_t at, std::size_t width, bool isBigEndian)
{
    std::uint32_t unit = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const auto place = isBigEndian ? i : width - 1 - i;
        unit = unit << 8U | static_cast<unsigned char>(bytes[at + place]);
    }
    return unit;
}

std::string fromUtf32(std::string_view bytes, bool isBigEndian)
{
    std::string out;
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) appendCodePoint(out, unitAt(bytes, at, 4, isBigEndian));
    return out;
}

std::string fromUtf16(std::string_view bytes, bool isBigEndian)
{
    std::string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2) {
        const auto unit = unitAt(bytes, at, 2, isBigEndian);
        if ((unit & 0xFC00U) == 0xD800 && at + 4 <= bytes.size()) {
            const auto low = unitAt(bytes, at + 2, 2, isBigEndian);
            if ((low & 0xFC00U) == 0xDC00) {
                appendCodePoint(out, 0x10000 + ((unit & 0x3FFU) << 10U) + (low & 0x3FFU));
                at += 2;
                continue;
            }
        }
        appendCodePoint(out, unit);
    }
    return out;
}

/// By byte order mark, or by every other byte being zero.
std::optional<std::string> fromWide(std::string_view bytes)
{
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return fromUtf32(bytes.substr(4), false);
    if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return fromUtf32(bytes.substr(4), true);
    if (bytes.starts_with("\xFF\xFE")) return fromUtf16(bytes.substr(2), false);
    if (bytes.starts_with("\xFE\xFF")) return fromUtf16(bytes.substr(2), true);
    const auto head = bytes.substr(0, 64);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < head.size(); ++at)
        if (head[at] == '\0') ++zeros.at(at % 2);
    if (head.size() < 4 || (zeros[0] == 0) == (zeros[1] == 0) || (zeros[0] + zeros[1]) * 2 + 1 < head.size()) return {};
    return fromUtf16(bytes, zeros[0] > 0);
}

}  // namespace

void appendCodePoint(std::string& out, std::uint32_t point)
{
    if (point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = 0xFFFD;
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | point >> 6U);
        out += static_cast<char>(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | point >> 12U);
        out += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    } else {
        out += static_cast<char>(0xF0U | point >> 18U);
        out += static_cast<char>(0x80U | (point >> 12U & 0x3FU));
        out += static_cast<char>(0x80U | (point >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (point & 0x3FU));
    }
}

std::optional<std::string> decodeText(std::string_view bytes, std::string_view encoding)
{
    const auto name = plainName(encoding);
    for (const auto& known : encodings)
        if (known.name == name)
            return known.converter != nullptr ? convert(bytes, known.converter) : repairedUtf8(bytes);
    return {};
}

std::optional<std::string> decodeCodePage(std::string_view bytes, int codePage)
{
    if (codePage == 1252) return text::fromCp1252(bytes);
    for (const auto& known : encodings)
        if (known.codePage == codePage && codePage != 0) return decodeText(bytes, known.name);
    return {};
}

Result<std::string> toUtf8(std::string_view bytes, std::string_view declared, std::string_view record)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) return repairedUtf8(bytes.substr(3));
    if (auto wide = fromWide(bytes)) return std::move(*wide);
    const auto name = plainName(declared);
    // Said to be wide, but it is not: a program changed the bytes and not what the document says of itself.
    const bool isWideName = name.starts_with("utf16") || name.starts_with("utf32") || name.starts_with("ucs") ||
                            name == "unicode" || name == "iso10646";
    if (name.empty() || isWideName || name == "binary" || name == "unknown")
        return text::isUtf8(bytes) ? std::string(bytes) : text::fromCp1252(bytes);
    if (auto decoded = decodeText(bytes, declared)) return std::move(*decoded);
    return Error{ErrorKind::invalidInput, "IMPORT-203",
                 std::string(record) + ": the text is in an encoding that is not read; it has to be UTF-8, UTF-16, " +
                     "Windows-1252 or ISO 8859"};
}

}  // namespace cw
