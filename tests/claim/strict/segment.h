#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cw::strict {

/// The signs of one file, taken from its ISA.
struct Signs {
    char element = '*';
    char repetition = '^';
    char component = ':';
    char terminator = '~';
};

/// One segment, split here and not by the product's reader, so that a fault of that reader does not hide one of the writer.
struct Seg {
    std::vector<std::string_view> parts;  ///< The tag first.
    int number = 0;                       ///< In the file, from 1.
    char componentSign = ':';

    std::string_view tag() const { return parts.front(); }
    std::string_view at(std::size_t element) const;                         ///< From 1; empty when absent.
    std::string_view at(std::size_t element, std::size_t component) const;  ///< Both from 1.
    std::vector<std::string_view> components(std::size_t element) const;    ///< Empty for an empty element.
    std::string where() const;                                              ///< "segment 12 NM1"
};

using Faults = std::vector<std::string>;

/// Splits the text; faults: no ISA of its width, blanks before a segment, a mixture of line ends, text behind the last one.
std::vector<Seg> segmentsOf(std::string_view file, Signs& signs, Faults& faults);

Seg segmentOf(std::string_view text, int number, const Signs& signs);

}  // namespace cw::strict
