#pragma once

#include "cli/console.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cw::cli {

/// A list with named columns, printed as an aligned table, TSV with a heading line, or a JSON array of objects. Cells
/// are JSON values; TSV writes true and false as 1 and 0, and tabs and line feeds in a text as blanks.
class Listing {
public:
    explicit Listing(std::vector<std::string> columns) : m_columns(std::move(columns)) {}
    void add(std::vector<nlohmann::ordered_json> cells) { m_rows.push_back(std::move(cells)); }
    void print(const Console& console, const General& general) const;

private:
    std::vector<std::string> m_columns;
    std::vector<std::vector<nlohmann::ordered_json>> m_rows;
};

}  // namespace cw::cli
