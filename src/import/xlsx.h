#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace cw {

/// True for a whole spreadsheet file in the Office Open XML form (ECMA-376), which is a zip file of a kind.
bool looksLikeXlsx(std::string_view bytes) noexcept;

/// A sheet as tab separated text, one line for each row of the sheet from the first on, so that the lines have the
/// numbers of the rows. Shared and inline text, numbers as they stand, dates as "2025-01-15"; line feeds and tabs in a
/// cell become blanks; cells with quotation marks are quoted. Formulas are not computed: their stored value counts.
/// `sheet` is the name of one; empty: the first.
///
/// Fails with corrupt (no such zip, a part missing or damaged: IMPORT-155, IMPORT-156), notFound (no such sheet:
/// IMPORT-157), invalidInput (more than 256 MiB of text, or a cell beyond the limits of a sheet: IMPORT-158); and as
/// ZipArchive::read(). No part larger than 64 MiB is unpacked.
Result<std::string> xlsxAsText(std::string bytes, const std::string& name, std::string_view sheet = {});

}  // namespace cw
