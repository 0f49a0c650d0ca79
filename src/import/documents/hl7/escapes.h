#pragma once

#include <string>
#include <string_view>

namespace cw::hl7 {

/// The characters that a message is written with (MSH-1 and MSH-2; HL7 v2.5.1 section 2.5.4, v2.7 for the fifth).
struct Delimiters {
    char field = '|';
    char component = '^';
    char repetition = '~';
    char escape = '\\';
    char subcomponent = '&';
    char truncation = 0;  ///< 0 when MSH-2 has four characters.
};

/// Text with its escape sequences undone (HL7 v2.5.1 section 2.7): those for delimiters (F, S, T, R, E, P), X for
/// characters in hexadecimal, `.br` and `.sp` as line ends, `.sk` as blanks; highlighting and other formatting commands go.
/// Sequences that we do not know (Z, C, M) and single escape characters are kept as they are.
std::string unescape(std::string_view text, const Delimiters& delimiters);

}  // namespace cw::hl7
