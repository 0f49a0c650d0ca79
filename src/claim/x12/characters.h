#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cw::x12 {

/// The delimiters of every file that we write; none of them may stand in data, as X12 knows no escape.
struct Delimiters {
    char element = '*';
    char repetition = '^';
    char component = ':';
    char segment = '~';
    bool operator==(const Delimiters&) const = default;
};

/// The character as it is sent: upper case, and of the basic or extended X12 set without our delimiters. 0 for one that
/// cannot be sent.
char sendable(char c) noexcept;

/// A character of a text that could not be sent as it stood.
struct Replacement {
    std::string from;  ///< The character, or "U+000A" for one that does not show.
    std::string to;    ///< " " or the letters that stand in for it; empty when it was dropped (combining accents).
};

/// Free text as it is sent. Letters with accents become plain ones (é is E, ß is SS), typographic signs their plain
/// form, everything else that cannot be sent a blank. Blanks at both ends are cut. Each replacement is appended.
std::string toSendable(std::string_view utf8, std::vector<Replacement>& replaced);

}  // namespace cw::x12
