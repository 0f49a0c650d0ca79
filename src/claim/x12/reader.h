#pragma once

#include "base/result.h"
#include "claim/x12/characters.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cw::x12 {

/// One segment of a file that was read. Its views live as long as its Interchange.
class Segment {
public:
    Segment(std::string_view text, int number, const Delimiters& delimiters);

    std::string_view tag() const noexcept { return m_elements.front(); }
    /// Counted from 1, as in the guides (NM103 is element 3); empty when the segment is shorter.
    std::string_view element(std::size_t position) const noexcept;
    /// Component of a composite element, both counted from 1; a simple element is its own first component.
    std::string_view component(std::size_t position, std::size_t part) const noexcept;
    std::size_t elementCount() const noexcept { return m_elements.size() - 1; }
    std::size_t componentCount(std::size_t position) const noexcept;  ///< 0 for an empty element.
    int number() const noexcept { return m_number; }                  ///< In the file, from 1.
    std::string_view text() const noexcept { return m_text; }         ///< Without its terminator.

private:
    std::string_view m_text;
    std::vector<std::string_view> m_elements;  ///< The tag first.
    int m_number;
    char m_componentSeparator;
};

/// An interchange whose envelope holds: delimiters as its ISA says, all counts and control numbers agree.
struct Interchange {
    std::shared_ptr<const std::string> bytes;  ///< The whole file; what the segments point into.
    Delimiters delimiters;
    std::vector<Segment> segments;  ///< ISA to IEA.
};

/// Reads a file of one or more interchanges; line feeds after a segment terminator are skipped. Takes an interchange
/// that holds nothing but TA1, or TA1 before its groups. Fails with invalidInput, naming the segment by number:
/// CLAIM-101 (no ISA), -102 (ISA not of its fixed width), -103 (delimiters), -104 (ends within a segment), -105 (empty
/// segment or no tag), -106 (segment outside its envelope), -107 (SE), -108 (GE), -109 (IEA), -110 (ends before IEA).
Result<std::vector<Interchange>> readInterchanges(std::string bytes);

}  // namespace cw::x12
