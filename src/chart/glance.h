#pragma once

#include <string>
#include <string_view>

namespace cw::glance {

/// What stands at the beginning of bytes that may be text: without byte order mark and white space. UTF-16 and UTF-32
/// (marked, or told by their zero bytes) are brought down to one byte a character, the first 64 KB of them; `storage`
/// holds those.
std::string_view beginning(std::string_view bytes, std::string& storage);
/// Text in two or four bytes a character, with a byte order mark or told by its zero bytes.
bool isWideText(std::string_view bytes) noexcept;

/// The first element of an XML or HTML text that begins with '<', prolog and comments passed over.
struct Root {
    std::string_view name;           ///< Without prefix; empty when there is no element.
    std::string_view tag;            ///< The whole start tag.
    std::string_view docType;        ///< What follows "<!DOCTYPE", trimmed, until its end or the first '['.
    bool hasInternalSubset = false;  ///< The document type declares things of its own.
};
Root rootOf(std::string_view text);

/// Whether the JSON object that the text begins with has this member. Looks no deeper and checks no syntax.
bool hasMember(std::string_view json, std::string_view name) noexcept;

/// Begins with an HL7 v2 header (MSH, FHS, BHS, any separator) or, cut off in front, with a usual segment.
bool isHl7(std::string_view text) noexcept;

}  // namespace cw::glance
