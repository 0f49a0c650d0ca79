#pragma once

#include "edits/data/rule_data.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// One row of a file of rules; each getter records the first fault of the row.
class RuleRow {
public:
    RuleRow(std::span<const std::string_view> names, std::vector<std::string_view> values)
        : m_names(names), m_values(std::move(values))
    {}

    std::string text(std::string_view column) const;  ///< May be empty.
    std::string needed(std::string_view column);      ///< Must not be empty.
    CodePatterns codes(std::string_view column);      ///< May be empty.
    CodePatterns neededCodes(std::string_view column);
    DateInterval dates();                 ///< Columns first and last; may be empty.
    int number(std::string_view column);  ///< 0 when empty; not negative.
    void refuse(std::string_view column, std::string_view reason);
    const std::string& fault() const noexcept { return m_fault; }

private:
    std::string_view value(std::string_view column) const;

    std::span<const std::string_view> m_names;
    std::vector<std::string_view> m_values;
    std::string m_fault;
};

/// Reads a tab separated text whose first line that is no comment names the columns, in this order. Fails with malformed
/// (EDITS-020), naming file, line and reason.
Status readRuleFile(const RuleFile& file, std::span<const std::string_view> columns,
                    const std::function<void(RuleRow&)>& take);

}  // namespace cw::edits
