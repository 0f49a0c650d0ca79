#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace cw::x12 {

/// The delimiters of a file; none of them may stand in its data, as X12 knows no escape.
struct Delimiters {
    char element = '*';
    char repetition = '^';
    char component = ':';
    char segment = '~';
    bool operator==(const Delimiters&) const = default;
};

/// Four different signs, none of them a letter, a digit, a blank or one that our own values hold: "-" of spans of days and "."
/// of amounts.
bool areUsable(const Delimiters& delimiters) noexcept;

/// What a partner's file can carry: upper case letters, digits and signs of the basic or extended X12 set, without the
/// file's delimiters (the repetition separator too, although we repeat nothing).
class SendableSigns {
public:
    explicit SendableSigns(const Delimiters& delimiters = {}, bool extended = true) noexcept;
    /// The character as it is sent, in upper case; 0 for one that cannot be sent.
    char sent(char c) const noexcept { return m_signs[static_cast<unsigned char>(c)]; }

private:
    std::array<char, 256> m_signs{};
};

/// SendableSigns::sent() with our usual delimiters and the extended set.
char sendable(char c) noexcept;

/// A character of a text that could not be sent as it stood.
struct Replacement {
    std::string from;  ///< The character, or "U+000A" for one that does not show.
    std::string to;    ///< " " or the letters that stand in for it; empty when it was dropped (combining accents).
};

/// Free text as it is sent. Letters with accents become plain ones (é is E, ß is SS), typographic signs their plain
/// form, everything else that cannot be sent a blank. Blanks at both ends are cut. Each replacement is appended.
std::string toSendable(std::string_view utf8, std::vector<Replacement>& replaced, const SendableSigns& signs);
std::string toSendable(std::string_view utf8, std::vector<Replacement>& replaced);

}  // namespace cw::x12
