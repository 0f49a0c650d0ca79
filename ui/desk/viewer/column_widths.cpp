#include "ui/desk/viewer/item_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cw::ui {

namespace {

constexpr double widestWord = 16;  ///< Text sizes; longer words are broken.
constexpr double widestCell = 28;  ///< Text sizes; longer cells are wrapped when room is short.

struct ColumnNeeds {
    double least = 0;    ///< The longest word.
    double natural = 0;  ///< Everything on one line.
};

double sumOf(const std::vector<ColumnNeeds>& needs, double ColumnNeeds::*part)
{
    return std::accumulate(needs.begin(), needs.end(), 0.0,
                           [part](double sum, const ColumnNeeds& need) { return sum + need.*part; });
}

/// A cell over several columns asks them together for what they lack.
void ask(std::vector<ColumnNeeds>& needs, std::size_t first, std::size_t count, const ColumnNeeds& need)
{
    for (auto part : {&ColumnNeeds::least, &ColumnNeeds::natural}) {
        double has = 0;
        for (std::size_t i = first; i < first + count; ++i) has += needs[i].*part;
        const double lacking = need.*part - has;
        if (lacking <= 0) continue;
        for (std::size_t i = first; i < first + count; ++i) needs[i].*part += lacking / static_cast<double>(count);
    }
}

std::vector<ColumnNeeds> needsOf(const RenditionItems& items, const ItemTable& table, const QString& text,
                                 const RenditionStyle& style)
{
    const GlyphWidths body(fontOf(style, RunLook::body));
    const GlyphWidths header(fontOf(style, RunLook::headerCell));
    std::vector<ColumnNeeds> needs(static_cast<std::size_t>(std::max(1, table.columns)));
    const double padding = 2 * style.cellPadding() + 2;
    for (const bool spansMany : {false, true}) {
        for (int row = table.first; row <= table.last; ++row) {
            std::size_t column = 0;
            for (const auto& cell : items.items[static_cast<std::size_t>(row)].cells) {
                const auto count = static_cast<std::size_t>(cell.columns);
                const auto words = QStringView(text).mid(cell.begin, cell.end - cell.begin);
                const auto& widths = cell.isHeader ? header : body;
                if ((count > 1) == spansMany && column + count <= needs.size()) {
                    const double least = std::min(widths.longestWord(words), widestWord * style.size);
                    ask(needs, column, count, {least + padding, std::max(least, widths.of(words)) * 1.01 + padding});
                }
                column += count;
            }
        }
    }
    for (auto& need : needs) need = {std::ceil(need.least), std::ceil(need.natural)};
    return needs;
}

}  // namespace

std::vector<double> columnWidths(const RenditionItems& items, const ItemTable& table, const QString& text,
                                 const RenditionStyle& style)
{
    const auto needs = needsOf(items, table, text, style);
    std::vector<double> widths;
    for (const auto& need : needs) widths.push_back(need.natural);
    const double natural = sumOf(needs, &ColumnNeeds::natural);
    if (natural <= style.wideWidth) return widths;
    // Columns that are not long keep their line; the long ones share what is left.
    const double least = sumOf(needs, &ColumnNeeds::least);
    const double room = std::max(0.0, style.wideWidth - least);
    double wanted = 0;
    const auto wish = [&](const ColumnNeeds& need) {
        const double most = std::max(need.least, std::min(need.natural, widestCell * style.size));
        return most - need.least + 0.15 * (need.natural - most);
    };
    for (const auto& need : needs) wanted += wish(need);
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const double share = wanted > 0 ? room * wish(needs[i]) / wanted : 0;
        widths[i] = std::floor(std::min(needs[i].natural, needs[i].least + share));
    }
    return widths;
}

}  // namespace cw::ui
