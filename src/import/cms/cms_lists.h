#pragma once

#include "import/reference_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace cw {

ListReader feeScheduleReader();        ///< PPRRVU, comma separated.
ListReader feeScheduleRecordReader();  ///< PPRRVU, fixed width.
ListReader ptpReader();
ListReader mueReader();
ListReader addOnReader();
ListReader poaExemptReader();
ListReader mceReader();
ListReader hccReader();         ///< One row for each code and model.
ListReader hccMappingReader();  ///< "ICD-10-CM Mappings" of CMS: one row for each code, one column for each model.
ListReader placeOfServiceReader();
ListReader gemsReader();
ListReader conversionReader();
ListReader oppsReader();  ///< OPPS Addendum B.
/// Files that are known and of no use here. Their parse() fails with unsupported and says what they are.
ListReader hccLabelsReader();       ///< IMPORT-170
ListReader hccHierarchiesReader();  ///< IMPORT-171

/// Five characters of a CPT or HCPCS code.
bool isProcedureCode(std::string_view text) noexcept;
/// The code without its dot; nothing when it is no well-formed ICD-10-CM code.
std::optional<std::string> icd10CmOf(std::string_view text);
/// "32.3465" with four places is 323465; nothing for other text and for more places than asked for that are not 0.
/// Empty text is 0.
std::optional<std::int64_t> fixedPoint(std::string_view text, int places) noexcept;

}  // namespace cw
