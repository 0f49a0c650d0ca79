#include "edits/data/rule_file_reader.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace cw::edits {

namespace {

Error fault(const RuleFile& file, int line, std::string_view reason)
{
    return {ErrorKind::invalidInput, "EDITS-020", fmt::format("{}, line {}: {}", file.name, line, reason)};
}

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (std::size_t begin = 0;;) {
        const auto end = line.find('\t', begin);
        fields.push_back(text::trim(line.substr(begin, end == std::string_view::npos ? end : end - begin)));
        if (end == std::string_view::npos) return fields;
        begin = end + 1;
    }
}

}  // namespace

std::string_view RuleRow::value(std::string_view column) const
{
    const auto found = std::find(m_names.begin(), m_names.end(), column);
    return found == m_names.end() ? std::string_view() : m_values[static_cast<std::size_t>(found - m_names.begin())];
}

void RuleRow::refuse(std::string_view column, std::string_view reason)
{
    if (m_fault.empty()) m_fault = fmt::format("column {} {}", column, reason);
}

std::string RuleRow::text(std::string_view column) const
{
    return std::string(value(column));
}

std::string RuleRow::needed(std::string_view column)
{
    if (value(column).empty()) refuse(column, "is empty");
    return text(column);
}

CodePatterns RuleRow::codes(std::string_view column)
{
    auto parsed = CodePatterns::parse(value(column));
    if (parsed) return std::move(*parsed);
    refuse(column, "is not a list of codes such as E11.- or N18.1-N18.6: " + parsed.error().detail);
    return {};
}

CodePatterns RuleRow::neededCodes(std::string_view column)
{
    if (value(column).empty()) refuse(column, "is empty");
    return codes(column);
}

DateInterval RuleRow::dates()
{
    DateInterval days;
    for (const auto& [column, day] : {std::pair("first", &days.first), std::pair("last", &days.last)}) {
        if (value(column).empty()) continue;
        if (const auto date = Date::parse(value(column)))
            *day = *date;
        else
            refuse(column, "is no date of the form 2024-10-01");
    }
    if (days.first && days.last && *days.last < *days.first) refuse("last", "lies before the first day");
    return days;
}

int RuleRow::number(std::string_view column)
{
    const auto digits = value(column);
    if (digits.empty()) return 0;
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number < 0)
        refuse(column, "is no whole number");
    return number;
}

Status readRuleFile(const RuleFile& file, std::span<const std::string_view> columns,
                    const std::function<void(RuleRow&)>& take)
{
    int number = 0;
    bool hasHead = false;
    for (const auto line : text::split(file.text, '\n')) {
        ++number;
        const auto bare = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        if (text::trim(bare).empty() || bare.starts_with('#')) continue;
        auto fields = fieldsOf(bare);
        if (!hasHead) {
            if (!std::equal(fields.begin(), fields.end(), columns.begin(), columns.end()))
                return fault(file, number, "the columns must be " + fmt::format("{}", fmt::join(columns, ", ")));
            hasHead = true;
            continue;
        }
        // Empty fields at the end may be left out.
        if (fields.size() > columns.size())
            return fault(file, number, fmt::format("has {} fields, not {}", fields.size(), columns.size()));
        fields.resize(columns.size());
        RuleRow row(columns, std::move(fields));
        take(row);
        if (!row.fault().empty()) return fault(file, number, row.fault());
    }
    if (!hasHead) return fault(file, std::max(number, 1), "the line that names the columns is missing");
    return {};
}

}  // namespace cw::edits
