#include "import/cms/delimited.h"

#include "base/text.h"

#include <algorithm>

namespace cw {

namespace {

constexpr std::size_t linesToJudge = 40;
constexpr std::size_t headSize = 64U << 10U;

char separatorOf(std::string_view text)
{
    std::size_t seen = 0;
    std::size_t tabbed = 0;
    for (const auto line : text::lines(text.substr(0, headSize))) {
        if (text::trim(line).empty()) continue;
        if (line.find('\t') != std::string_view::npos) ++tabbed;
        if (++seen == linesToJudge) break;
    }
    return tabbed > 0 && tabbed * 2 >= seen ? '\t' : ',';
}

}  // namespace

std::string_view cellOf(const DelimitedRow& row, std::size_t at) noexcept
{
    return at < row.cells.size() ? text::trim(row.cells[at]) : std::string_view{};
}

bool isBlank(const DelimitedRow& row) noexcept
{
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](std::string_view cell) { return text::trim(cell).empty(); });
}

DelimitedReader::DelimitedReader(std::string_view bytes) : m_text(bytes)
{
    if (m_text.starts_with("\xEF\xBB\xBF")) m_text.remove_prefix(3);
    if (!text::isUtf8(m_text)) {
        m_converted = text::fromCp1252(m_text);
        m_text = m_converted;
    }
    m_separator = separatorOf(m_text);
}

bool DelimitedReader::next(DelimitedRow& row)
{
    row.cells.clear();
    m_unescaped.clear();
    row.line = m_line;
    if (m_at >= m_text.size()) return false;
    for (;;) {
        row.cells.push_back(m_at < m_text.size() && m_text[m_at] == '"' ? quotedCell() : plainCell());
        if (m_at >= m_text.size()) return true;
        if (m_text[m_at++] == '\n') {
            ++m_line;
            return true;
        }
    }
}

/// Ends at the separator, at the line feed or at the end of the text.
std::string_view DelimitedReader::plainCell()
{
    const auto end = std::min(m_text.find_first_of(m_separator == '\t' ? "\t\n" : ",\n", m_at), m_text.size());
    auto cell = m_text.substr(m_at, end - m_at);
    m_at = end;
    const bool endsLine = end == m_text.size() || m_text[end] == '\n';
    if (endsLine && cell.ends_with('\r')) cell.remove_suffix(1);
    return cell;
}

std::string_view DelimitedReader::quotedCell()
{
    const auto openedOn = m_line;
    std::string cell;
    auto from = ++m_at;
    for (;;) {
        const auto quote = m_text.find('"', from);
        if (quote == std::string_view::npos) {
            m_openQuote = openedOn;
            m_at = m_text.size();
            return {};
        }
        cell += m_text.substr(from, quote - from);
        from = quote + 1;
        if (from >= m_text.size() || m_text[from] != '"') break;
        cell += '"';
        ++from;
    }
    m_line += static_cast<std::size_t>(std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                                                  m_text.begin() + static_cast<std::ptrdiff_t>(from), '\n'));
    m_at = from;
    cell += plainCell();  // Nothing, but for a file that goes on behind the closing quote.
    return m_unescaped.emplace_back(std::move(cell));
}

}  // namespace cw
