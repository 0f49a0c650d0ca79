#include "cli/listing.h"

#include <algorithm>
#include <ostream>

namespace cw::cli {

namespace {

std::string plain(const nlohmann::ordered_json& cell, bool forPeople)
{
    if (cell.is_null()) return {};
    if (cell.is_boolean()) {
        if (forPeople) return cell.get<bool>() ? "yes" : "no";
        return cell.get<bool>() ? "1" : "0";
    }
    if (!cell.is_string()) return cell.dump();
    auto text = cell.get<std::string>();
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// Columns on the screen: UTF-8 continuation bytes take none.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

void Listing::print(const Console& console, const General& general) const
{
    const auto format = formatOf(general, console);
    if (format == Format::json) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& row : m_rows) {
            nlohmann::ordered_json object = nlohmann::ordered_json::object();
            for (std::size_t i = 0; i < m_columns.size(); ++i) object[m_columns[i]] = row[i];
            list.push_back(std::move(object));
        }
        console.out << list.dump(2) << '\n';
        return;
    }
    std::vector<std::vector<std::string>> lines{m_columns};
    for (const auto& row : m_rows) {
        std::vector<std::string> cells;
        for (const auto& cell : row) cells.push_back(plain(cell, format == Format::table));
        lines.push_back(std::move(cells));
    }
    std::vector<std::size_t> widths(m_columns.size(), 0);
    if (format == Format::table)
        for (const auto& line : lines)
            for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i > 0) console.out << (format == Format::tsv ? "\t" : "  ");
            console.out << line[i];
            if (format == Format::table && i + 1 < line.size())
                console.out << std::string(widths[i] - width(line[i]), ' ');
        }
        console.out << '\n';
    }
}

}  // namespace cw::cli
