#pragma once

#include "base/result.h"
#include "claim/x12/characters.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::answers {

/// The segment that a SegmentStream stands at. Its views live until the next one is read.
class Piece {
public:
    std::string_view tag() const noexcept { return element(0); }
    /// From 1, as in the guides, without blanks at its ends; empty when the segment is shorter.
    std::string_view element(std::size_t position) const noexcept;
    /// Both from 1; an element without component separator is its own first component.
    std::string_view component(std::size_t position, std::size_t part) const noexcept;
    std::size_t elementCount() const noexcept { return m_elements.empty() ? 0 : m_elements.size() - 1; }
    std::string_view raw() const noexcept { return m_raw; }
    int number() const noexcept { return m_number; }  ///< In the file, from 1.
    char componentSeparator() const noexcept { return m_componentSeparator; }

private:
    friend class SegmentStream;
    std::string_view m_raw;
    std::vector<std::string_view> m_elements;
    int m_number = 0;
    char m_componentSeparator = ':';
};

/// Cuts a file into segments without keeping them. The separators are those of the ISA last seen: places 4, 83, 105 and 106 of it, also
/// when a sender has cut its blanks. Byte order mark, blanks and line ends before segments are skipped, and line ends within
/// them when the file is wrapped into lines of equal length.
class SegmentStream {
public:
    explicit SegmentStream(std::string_view bytes);

    enum class Next {
        segment,
        cut,      ///< The file ends within this segment.
        end,      ///< No more bytes.
        noIsa,    ///< An interchange should start here, and there is something else.
        badIsa,   ///< An ISA that does not say its separators.
        nameless  ///< No tag of two or three letters and digits.
    };
    Next next();
    /// After IEA: what follows must be another ISA. Answers whether there is one; bytes before it are skipped.
    bool toNextInterchange();
    const Piece& piece() const noexcept { return m_piece; }
    bool skippedText() const noexcept { return m_skippedText; }  ///< By the last toNextInterchange().
    bool hasUnevenIsa() const noexcept { return m_unevenIsa; }
    std::size_t offset() const noexcept { return m_bytes.size() - m_rest.size(); }
    std::size_t size() const noexcept { return m_bytes.size(); }

private:
    bool readIsa();
    void split(std::string_view segment);

    std::string m_unwrapped;
    std::string_view m_bytes;
    std::string_view m_rest;
    x12::Delimiters m_delimiters;
    bool m_isFirst = true;
    bool m_skippedText = false;
    bool m_unevenIsa = false;
    Piece m_piece;
};

}  // namespace cw::answers
