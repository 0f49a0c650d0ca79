#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A record of a delimited text.
struct DelimitedRow {
    std::size_t line = 0;                 ///< Where it begins, counted from 1.
    std::vector<std::string_view> cells;  ///< At least one; UTF-8; they stand in the reader until its next record.
};

/// The cell without blanks at its ends; empty beyond the last one.
std::string_view cellOf(const DelimitedRow& row, std::size_t at) noexcept;
bool isBlank(const DelimitedRow& row) noexcept;

/// Reads comma or tab separated text: quoted cells with line feeds and doubled quotes, LF or CRLF, UTF-8 with or
/// without byte order mark, or Windows-1252. Tabs separate when half of the first lines hold one.
class DelimitedReader {
public:
    /// `bytes` must outlive the reader.
    explicit DelimitedReader(std::string_view bytes);

    /// False at the end.
    bool next(DelimitedRow& row);
    /// The line of a quote that never closes; known once next() has answered false.
    std::optional<std::size_t> openQuote() const noexcept { return m_openQuote; }
    std::size_t position() const noexcept { return m_at; }
    std::size_t size() const noexcept { return m_text.size(); }

private:
    std::string_view quotedCell();
    std::string_view plainCell();

    std::string m_converted;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    char m_separator = ',';
    std::optional<std::size_t> m_openQuote;
    std::deque<std::string> m_unescaped;  ///< Cells that do not stand in the text as they are.
};

}  // namespace cw
