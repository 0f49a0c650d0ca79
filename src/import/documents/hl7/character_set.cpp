#include "import/documents/hl7/character_set.h"

#include "base/text.h"
#include "import/documents/readers.h"

#include <utility>

namespace cw::hl7 {

namespace {

/// MSH-18 of the header's bytes: ASCII in every set that HL7 names.
std::string declaredSet(std::string_view header, char separator)
{
    const auto fields = text::split(header, separator);
    if (fields.size() < 18) return {};
    return text::upperAscii(text::trim(fields[17].substr(0, fields[17].find('~'))));
}

bool isUnicode(std::string_view set)
{
    return set.starts_with("UNICODE") || set.starts_with("UTF");
}

/// The name by which `toUtf8` knows it: table 0211 writes 8859/1 for ISO-8859-1.
std::string encodingName(const std::string& set)
{
    return set.starts_with("8859/") ? "ISO-8859-" + set.substr(5) : set;
}

}  // namespace

std::vector<std::string> decodeSegments(const RawMessage& raw, char separator, std::vector<std::string>& notes)
{
    const auto set = declaredSet(raw.segments.front().bytes, separator);
    const auto record = "message " + std::to_string(raw.number);
    const bool isKnown = set.empty() || set == "ASCII" || isUnicode(set) || toUtf8("", encodingName(set), record);
    const bool isOneByte = isKnown && !set.empty() && set != "ASCII" && !isUnicode(set);
    bool isUtf8Undeclared = false;
    bool isGuessed = false;
    std::vector<std::string> decoded;
    decoded.reserve(raw.segments.size());
    for (const auto& segment : raw.segments) {
        const auto& bytes = segment.bytes;
        if (text::isUtf8(bytes)) {
            isUtf8Undeclared = isUtf8Undeclared || (!isUnicode(set) && !text::isAscii(bytes));
            decoded.push_back(bytes);
            continue;
        }
        auto converted =
            isOneByte ? toUtf8(bytes, encodingName(set), record) : Result<std::string>(text::fromCp1252(bytes));
        isGuessed = isGuessed || !isOneByte;
        decoded.push_back(converted ? std::move(*converted) : text::fromCp1252(bytes));
    }
    if (!isKnown) notes.push_back(record + ": MSH-18 names a character set that is not read");
    if (isUtf8Undeclared) notes.push_back(record + ": the text is UTF-8, which MSH-18 does not say");
    if (isGuessed) notes.push_back(record + ": the text is not in the character set of MSH-18; read as Windows-1252");
    return decoded;
}

}  // namespace cw::hl7
