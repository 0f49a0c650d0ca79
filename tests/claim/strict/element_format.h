#pragma once

#include "tests/claim/strict/segment.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::strict {

/// What one element may be. Written in the tables as a word:
///
///     -          not used
///     R… S…      required, situational, then one of
///     a2-30      text of 2 to 30 characters      =A|B       one of these
///     #9, #1-9   digits                          n          whole number, no leading zeros
///     m          amount, at most 2 decimals      q          quantity, at most 3 decimals
///     D          CCYYMMDD                        T          HHMM
///     P          as the element before it says: D8, RD8, DT, TM
///     N          NPI with its check digit        x          taxonomy code
///     s          state                           z          ZIP of 5 or 9 digits
///     (a,b,…)    composite of such words
struct Format {
    enum class Need { notUsed, situational, required };
    enum class Kind {
        text,
        choice,
        digits,
        whole,
        money,
        quantity,
        day,
        time,
        period,
        npi,
        taxonomy,
        state,
        zip,
        composite
    };
    Need need = Need::notUsed;
    Kind kind = Kind::text;
    std::size_t min = 1;
    std::size_t max = 0;
    std::vector<std::string_view> choices;
    std::vector<Format> components;
};

/// Of a blank-separated list of such words. The text must outlive the result (a literal).
std::vector<Format> parseFormats(std::string_view words);

/// All faults of a segment's elements: presence, format, blanks, trailing separators, characters.
void checkElements(const Seg& segment, const std::vector<Format>& formats, std::string_view loop, Faults& faults);

bool isMoney(std::string_view text, std::size_t decimals);
/// In thousandths; 0 for what is no number.
std::int64_t numberOf(std::string_view text);
bool isNpi(std::string_view text);
bool isDay(std::string_view text);
bool isState(std::string_view text);

}  // namespace cw::strict
