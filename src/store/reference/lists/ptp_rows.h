#pragma once

#include "store/reference/lists/list_rows.h"

namespace cw::store {

/// NCCI edits as they are stored: one row for each column 1 code, holding its edits in the order of column 2 and first
/// day, twelve bytes each, numbers with the high byte first: column 2 (4), first day (3), last day (3), modifier
/// indicator (1), rationale (1). A day is the number of days since 1900-01-01; 0 stands for none.
namespace ptp {

/// A CPT or HCPCS code as a number below 2^26; nothing unless it is five digits or upper case letters.
std::optional<std::uint32_t> packCode(std::string_view code);
std::string unpackCode(std::uint32_t packed);

struct Column {
    std::uint32_t column1 = 0;
    std::string edits;  ///< Packed.
};
/// In the order of column 1. Fails with invalidInput for a malformed code (STORE-231).
Result<std::vector<Column>> pack(const PtpEdits& edits);

Status write(Database& database, ReferenceListId list, const std::vector<Column>& columns, RowProgress& progress);
/// All edits of a list, by column 1, column 2, first day.
Result<std::vector<PtpEdit>> read(Database& database, ReferenceListId list);
/// All edits of a column 1 code, by column 2, first day.
Result<std::vector<PtpEdit>> readColumn(Database& database, ReferenceListId list, std::string_view column1);
/// Edits of one pair in this order of columns, at any date.
Result<std::vector<PtpEdit>> read(Database& database, ReferenceListId list, std::string_view column1,
                                  std::string_view column2);

/// Counts of rows by (column 1, column 2, first day).
struct Difference {
    std::int64_t added = 0;
    std::int64_t revised = 0;
    std::int64_t ended = 0;
};
Result<Difference> compare(Database& database, ReferenceListId before, const std::vector<Column>& columns);
/// Each code of either column once.
std::vector<std::string> codesIn(const std::vector<Column>& columns);

}  // namespace ptp

}  // namespace cw::store
