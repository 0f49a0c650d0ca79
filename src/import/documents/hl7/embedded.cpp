#include "import/documents/hl7/embedded.h"

#include "base/text.h"
#include "import/documents/readers.h"

#include <algorithm>
#include <charconv>

namespace cw::hl7 {

namespace {

Result<std::string> decodeHex(std::string_view text, const std::string& record)
{
    std::string bytes;
    std::string digits;
    for (const char c : text)
        if (c != ' ' && c != '\n' && c != '\t') digits += c;
    bytes.reserve(digits.size() / 2);
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        unsigned value = 0;
        const auto* end = digits.data() + std::min(i + 2, digits.size());
        const auto [at, fault] = std::from_chars(digits.data() + i, end, value, 16);
        if (fault != std::errc() || at != digits.data() + i + 2)
            return Error{ErrorKind::invalidInput, "IMPORT-278",
                         record + ": the embedded document is no hexadecimal text"};
        bytes += static_cast<char>(value);
    }
    return bytes;
}

/// Only tells kinds of text apart; what the bytes are is told by themselves.
std::string mediaType(const Field& ed)
{
    const auto subtype = text::lowerAscii(ed.text(3));
    if (subtype.find('/') != subtype.npos) return subtype;
    if (subtype == "html" || subtype == "htm" || subtype == "x-hl7-cda-level-one" || subtype == "xml")
        return subtype == "htm" ? "text/html" : "text/" + subtype;
    if (subtype == "rtf" || subtype == "rft") return "application/rtf";
    if (subtype == "pdf") return "application/pdf";
    if (subtype == "tiff" || subtype == "jpeg" || subtype == "png" || subtype == "gif") return "image/" + subtype;
    return "text/plain";
}

}  // namespace

Result<NewDocument> readEncapsulated(const Field& ed, const std::string& title, const std::string& record)
{
    const auto encoding = text::lowerAscii(ed.text(4));
    auto data = ed.component(5).verbatim();
    if (text::trim(data).empty())
        return Error{ErrorKind::invalidInput, "IMPORT-277", record + ": the embedded document has no data"};
    if (encoding == "base64" || encoding.empty()) {
        CW_TRY(auto bytes, decodeBase64(data, record));
        return readEmbedded(std::move(bytes), mediaType(ed), title, record);
    }
    if (encoding == "hex") {
        CW_TRY(auto bytes, decodeHex(data, record));
        return readEmbedded(std::move(bytes), mediaType(ed), title, record);
    }
    return readEmbedded(std::move(data), mediaType(ed), title, record);
}

}  // namespace cw::hl7
