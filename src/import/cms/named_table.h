#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "codeset/reference_list.h"
#include "import/cms/delimited.h"
#include "import/reference_file.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Names of columns as columnKey() gives them; those that begin with '?' may be missing.
using ColumnNames = std::span<const std::string_view>;

/// Letters and digits of a column's name in lower case: "HCPCS/\nCPT Code" is "hcpcscptcode".
std::string columnKey(std::string_view name);

/// Where the named columns stand in a header row; nothing when one that must be there is missing. A column that may be
/// missing and is has the place `noColumn`.
inline constexpr std::size_t noColumn = static_cast<std::size_t>(-1);
std::optional<std::vector<std::size_t>> columnsIn(const DelimitedRow& header, ColumnNames names);

/// True when one of the first records of a text is a header with these columns. Notices may stand before it.
bool hasHeader(std::string_view head, ColumnNames names);

/// A row of a table, its cells by the place of their name among the names asked for.
class NamedRow {
public:
    NamedRow(const DelimitedRow& row, const std::vector<std::size_t>& places) noexcept : m_row(row), m_places(places) {}
    std::size_t line() const noexcept { return m_row.line; }
    /// Without blanks at its ends; empty for a column that is missing.
    std::string_view operator[](std::size_t name) const noexcept { return cellOf(m_row, m_places[name]); }
    bool has(std::size_t name) const noexcept { return m_places[name] != noColumn; }
    std::string_view raw(std::size_t name) const noexcept
    {
        return m_places[name] < m_row.cells.size() ? m_row.cells[m_places[name]] : std::string_view{};
    }

private:
    const DelimitedRow& m_row;
    const std::vector<std::size_t>& m_places;
};

/// Why a row is left out; empty when it was taken.
using TakeRow = std::function<std::string(const NamedRow& row)>;

/// Gives every row after the header to `take`, blank ones left out. Fails with invalidInput without such a header
/// (IMPORT-152) or for a quote that never closes (IMPORT-153), and as RowLedger.
Status readNamedRows(const SourceText& text, ColumnNames names, const Progress& progress, ParsedList& into,
                     const TakeRow& take);

}  // namespace cw
