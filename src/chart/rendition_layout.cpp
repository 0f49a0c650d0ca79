#include "chart/rendition.h"

#include <array>
#include <charconv>
#include <optional>

namespace cw {

namespace {

// {"v":1,"blocks":[[kind,level,table,begin,end,[[begin,end,isHeader,columns],…]],…],"emphasis":[[begin,end],…]}
constexpr std::string_view opening = R"({"v":1,"blocks":[)";
constexpr std::string_view middle = R"(],"emphasis":[)";
constexpr std::string_view closing = "]}";

void appendNumbers(std::string& out, std::initializer_list<std::int64_t> numbers)
{
    bool isFirst = true;
    for (const auto number : numbers) {
        if (!isFirst) out += ',';
        isFirst = false;
        out += std::to_string(number);
    }
}

void appendBlock(std::string& out, const TextBlock& block)
{
    out += '[';
    appendNumbers(out, {static_cast<int>(block.kind), block.level, block.table, block.range.begin, block.range.end});
    if (!block.cells.empty()) {
        out += ",[";
        for (std::size_t i = 0; i < block.cells.size(); ++i) {
            const auto& cell = block.cells[i];
            out += i == 0 ? "[" : ",[";
            appendNumbers(out, {cell.range.begin, cell.range.end, cell.isHeader ? 1 : 0, cell.columns});
            out += ']';
        }
        out += ']';
    }
    out += ']';
}

/// Takes a layout apart, piece by piece; once a piece does not fit, everything after it fails.
class LayoutReader {
public:
    explicit LayoutReader(std::string_view layout) : m_rest(layout) {}

    bool skip(std::string_view piece)
    {
        if (!m_rest.starts_with(piece)) return false;
        m_rest.remove_prefix(piece.size());
        return true;
    }
    bool number(std::int64_t& value)
    {
        const auto [end, failure] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (failure != std::errc{} || value < 0) return false;
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return true;
    }
    template <std::size_t N>
    bool numbers(std::array<std::int64_t, N>& values)
    {
        for (std::size_t i = 0; i < N; ++i)
            if ((i != 0 && !skip(",")) || !number(values[i])) return false;
        return true;
    }
    bool isDone() const noexcept { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

bool readCells(LayoutReader& reader, TextBlock& block)
{
    for (bool isFirst = true; isFirst || reader.skip(","); isFirst = false) {
        std::array<std::int64_t, 4> values{};
        if (!reader.skip("[") || !reader.numbers(values) || !reader.skip("]")) return false;
        if (values[2] > 1 || values[3] < 1 || values[3] > 100'000) return false;
        block.cells.push_back({{values[0], values[1]}, values[2] == 1, static_cast<int>(values[3])});
    }
    return reader.skip("]");
}

bool readBlock(LayoutReader& reader, TextBlock& block)
{
    std::array<std::int64_t, 5> values{};
    if (!reader.skip("[") || !reader.numbers(values)) return false;
    if (values[0] > static_cast<int>(BlockKind::note) || values[1] > 1'000'000 || values[2] > 1'000'000'000)
        return false;
    block.kind = static_cast<BlockKind>(values[0]);
    block.level = static_cast<int>(values[1]);
    block.table = static_cast<int>(values[2]);
    block.range = {values[3], values[4]};
    if (reader.skip(",[") && !readCells(reader, block)) return false;
    return reader.skip("]");
}

std::optional<Rendition> parseLayout(std::string_view layout)
{
    LayoutReader reader(layout);
    Rendition rendition;
    if (!reader.skip(opening)) return std::nullopt;
    while (!reader.skip(middle)) {
        if (!rendition.blocks.empty() && !reader.skip(",")) return std::nullopt;
        if (!readBlock(reader, rendition.blocks.emplace_back())) return std::nullopt;
    }
    while (!reader.skip(closing)) {
        if (!rendition.emphasis.empty() && !reader.skip(",")) return std::nullopt;
        std::array<std::int64_t, 2> values{};
        if (!reader.skip("[") || !reader.numbers(values) || !reader.skip("]")) return std::nullopt;
        rendition.emphasis.push_back({values[0], values[1]});
    }
    return reader.isDone() ? std::optional(std::move(rendition)) : std::nullopt;
}

bool isBoundary(std::string_view text, std::int64_t at)
{
    const auto index = static_cast<std::size_t>(at);
    return index == text.size() || (index < text.size() && (static_cast<unsigned char>(text[index]) & 0xC0U) != 0x80);
}

/// Within [from, to], in order, at the borders of characters.
bool fits(std::string_view text, const TextRange& range, std::int64_t from, std::int64_t to)
{
    return range.begin >= from && range.begin <= range.end && range.end <= to && isBoundary(text, range.begin) &&
           isBoundary(text, range.end);
}

bool fitsText(const Rendition& rendition)
{
    const std::string_view text = rendition.text;
    const auto size = static_cast<std::int64_t>(text.size());
    std::int64_t from = 0;
    for (const auto& block : rendition.blocks) {
        if (!fits(text, block.range, from, size)) return false;
        const auto gap =
            text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(block.range.begin - from));
        if (&block != &rendition.blocks.front() && gap.find('\n') == std::string_view::npos) return false;
        auto cellFrom = block.range.begin;
        for (const auto& cell : block.cells) {
            if (!fits(text, cell.range, cellFrom, block.range.end)) return false;
            cellFrom = cell.range.end;
        }
        from = block.range.end;
    }
    from = 0;
    for (const auto& range : rendition.emphasis) {
        if (!fits(text, range, from, size)) return false;
        from = range.end;
    }
    return true;
}

}  // namespace

std::string writeLayout(const Rendition& rendition)
{
    std::string out(opening);
    for (std::size_t i = 0; i < rendition.blocks.size(); ++i) {
        if (i != 0) out += ',';
        appendBlock(out, rendition.blocks[i]);
    }
    out += middle;
    for (std::size_t i = 0; i < rendition.emphasis.size(); ++i) {
        out += i == 0 ? "[" : ",[";
        appendNumbers(out, {rendition.emphasis[i].begin, rendition.emphasis[i].end});
        out += ']';
    }
    out += closing;
    return out;
}

Result<Rendition> readLayout(std::string text, std::string_view layout)
{
    auto rendition = parseLayout(layout);
    if (rendition) rendition->text = std::move(text);
    if (!rendition || !fitsText(*rendition))
        return Error{ErrorKind::corrupt, "CHART-020", "the stored layout of a document does not fit its text"};
    return std::move(*rendition);
}

}  // namespace cw
