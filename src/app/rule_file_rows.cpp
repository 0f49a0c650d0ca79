#include "app/rule_file_rows.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace cw::app {

namespace {

constexpr std::size_t shownLines = 20;

bool isData(std::string_view line)
{
    return !text::trim(line).empty() && !line.starts_with('#');
}

std::vector<std::string_view> dataLines(std::string_view all)
{
    auto lines = text::lines(all);
    std::erase_if(lines, [](std::string_view line) { return !isData(line); });
    return lines;
}

/// Places of the columns that say what a row is about.
std::vector<std::size_t> keyColumns(std::string_view header)
{
    constexpr std::array<std::string_view, 8> names = {"kind", "list", "codes", "rule", "a", "b", "policy", "payer_id"};
    std::vector<std::size_t> places;
    const auto columns = text::split(header, '\t');
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (std::find(names.begin(), names.end(), text::trim(columns[i])) != names.end()) places.push_back(i);
    return places;
}

struct Keyed {
    std::set<std::string> keys;
    std::vector<std::pair<std::string, std::string_view>> rows;
};

Keyed keyed(std::string_view all)
{
    Keyed result;
    const auto lines = dataLines(all);
    if (lines.empty()) return result;
    const auto places = keyColumns(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto cells = text::split(lines[i], '\t');
        std::string key;
        for (const auto place : places)
            key += (place < cells.size() ? std::string(text::trim(cells[place])) : std::string()) + '\t';
        if (places.empty()) key = lines[i];
        result.keys.insert(key);
        result.rows.emplace_back(std::move(key), lines[i]);
    }
    return result;
}

/// Rows of `one` whose key `other` lacks: how many, and the first of them.
std::int64_t missing(const Keyed& one, const Keyed& other, std::vector<std::string>& shown)
{
    std::int64_t count = 0;
    for (const auto& [key, row] : one.rows) {
        if (other.keys.contains(key)) continue;
        if (static_cast<std::size_t>(count++) < shownLines) shown.emplace_back(row);
    }
    return count;
}

}  // namespace

std::vector<std::string_view> rowsOf(std::string_view text)
{
    auto lines = dataLines(text);
    if (!lines.empty()) lines.erase(lines.begin());
    return lines;
}

RuleFilePreview comparedRows(const edits::RuleFile& file, std::string_view before)
{
    const auto now = keyed(file.text);
    const auto old = keyed(before);
    RuleFilePreview preview;
    preview.name = file.name;
    preview.rows = std::ssize(now.rows);
    preview.rowsBefore = std::ssize(old.rows);
    missing(now, old, preview.added);
    const auto dropped = missing(old, now, preview.dropped);
    preview.dropsMany = dropped * 10 > preview.rowsBefore;
    return preview;
}

}  // namespace cw::app
