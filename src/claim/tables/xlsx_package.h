#pragma once

#include "base/result.h"

#include <string>

namespace cw::tables {

/// Styles that a cell of the sheet can name.
enum class XlsxStyle { general = 0, heading = 1, text = 2, date = 3, money = 4, quantity = 5 };

/// A workbook (Office Open XML, ECMA-376) with one sheet, made in memory: the same rows give the same bytes, and no part
/// of them is ever in a temporary file. `rows` is the inner XML of sheetData, `lastCell` as "BK12". Fails with io
/// (CLAIM-552).
Result<std::string> xlsxPackage(const std::string& sheetName, const std::string& rows, const std::string& lastCell);

}  // namespace cw::tables
