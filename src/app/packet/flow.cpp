#include "app/packet/flow.h"

#include "base/text.h"
#include "chart/utf8.h"

#include <algorithm>

namespace cw::app::packet {

namespace {

constexpr float leading = 1.42F;

constexpr float air = 2;  ///< Above and below a rule.

float heightOf(const Row& row)
{
    return row.height + (row.hasRule ? 2 * air : 0);
}

float heightOf(const Rows& rows, std::size_t count)
{
    float sum = 0;
    for (std::size_t i = 0; i < std::min(count, rows.size()); ++i) sum += heightOf(rows[i]);
    return sum;
}

}  // namespace

void append(Rows& rows, Rows more)
{
    rows.insert(rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Rows Flow::wrapped(std::string_view text, const Style& style, float left, float width) const
{
    Rows rows;
    const auto add = [&](std::string line) {
        Row row;
        row.height = style.size * leading;
        row.pieces.push_back({left, style, std::move(line)});
        rows.push_back(std::move(row));
    };
    for (const auto source : text::lines(text)) {
        std::string line;
        float used = 0;
        const float space = m_document.widthOf(style, " ");
        for (const auto part : text::split(source, ' ')) {
            auto word = m_document.drawable(style.face, part);
            float size = m_document.widthOf(style, word);
            if (!line.empty() && used + space + size > width) {
                add(std::move(line));
                line.clear();
                used = 0;
            }
            while (size > width && word.size() > 1) {
                std::size_t cut = 0;
                for (std::size_t at = 0; at < word.size();) {
                    at += utf8::characterAt(word, at).size;
                    if (m_document.widthOf(style, word.substr(0, at)) > width) break;
                    cut = at;
                }
                if (cut == 0) break;
                add(word.substr(0, cut));
                word.erase(0, cut);
                size = m_document.widthOf(style, word);
            }
            if (!line.empty()) {
                line += ' ';
                used += space;
            }
            line += word;
            used += size;
        }
        add(std::move(line));
    }
    return rows;
}

Rows Flow::columns(const std::vector<Cell>& cells) const
{
    Rows rows;
    for (const auto& cell : cells) {
        auto lines = wrapped(cell.text, cell.style, cell.left, cell.width);
        if (rows.size() < lines.size()) rows.resize(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            rows[i].height = std::max(rows[i].height, lines[i].height);
            for (auto& piece : lines[i].pieces)
                if (!piece.text.empty()) rows[i].pieces.push_back(std::move(piece));
        }
    }
    return rows;
}

void Flow::space(float points)
{
    m_y += points;
}

void Flow::newPage()
{
    m_document.addPage();
    m_y = top;
}

void Flow::draw(const Row& row)
{
    float size = 0;
    for (const auto& piece : row.pieces) size = std::max(size, piece.style.size);
    if (row.bar) m_document.fill(row.barLeft, m_y, 2.5F, row.height, *row.bar);
    const float baseline = m_y + (row.height + size * 0.72F) / 2;
    for (const auto& piece : row.pieces)
        if (!piece.text.empty()) m_document.text(piece.left, baseline, piece.style, piece.text);
    m_y += row.height;
    if (!row.hasRule) return;
    m_document.rule(margin, right, m_y + air, {0.87F, 0.89F, 0.91F});
    m_y += 2 * air;
}

void Flow::place(const Rows& rows, std::size_t together, const Rows& repeated)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        float wanted = heightOf(rows[i]);
        if (i == 0) wanted = heightOf(rows, std::max<std::size_t>(together, 1));
        if (i + 2 == rows.size() && rows.size() > 2) wanted += heightOf(rows[i + 1]);
        if (wanted > bottom - top) wanted = heightOf(rows[i]);
        if (m_y + wanted > bottom) {
            newPage();
            if (i > 0)
                for (const auto& row : repeated) draw(row);
        }
        if (i == 0) m_pageOfFirst = m_document.pages() - 1;
        draw(rows[i]);
    }
}

void Flow::placeWhole(const Rows& rows, const Rows& header)
{
    const float wanted = heightOf(rows, rows.size());
    if (m_y + wanted > bottom && wanted + heightOf(header, header.size()) <= bottom - top) {
        newPage();
        for (const auto& row : header) draw(row);
    }
    place(rows, 1, header);
}

void Flow::finish(const std::string& foot, const Style& style)
{
    if (m_document.pages() == 0) newPage();
    const int pages = m_document.pages();
    for (int page = 0; page < pages; ++page) {
        m_document.toPage(page);
        m_document.rule(margin, right, bottom + 14, {0.87F, 0.89F, 0.91F});
        const auto text = foot + " \xC2\xB7 page " + std::to_string(page + 1) + " of " + std::to_string(pages);
        m_document.text(margin, bottom + 28, style, m_document.drawable(style.face, text));
    }
}

}  // namespace cw::app::packet
