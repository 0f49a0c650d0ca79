#pragma once

#include "codeset/code_lists.h"

#include <string>
#include <string_view>

namespace cw::store {

/// What indicators of the fee schedule mean, in our own words after the record layout of the RVU file (CMS, RVU25D.pdf).
/// Empty for a value that the layout does not know.
namespace feeText {
std::string_view status(std::string_view value) noexcept;
std::string_view globalDays(std::string_view value) noexcept;
std::string_view pcTc(std::string_view value) noexcept;
std::string_view multiple(std::string_view value) noexcept;
std::string_view bilateral(std::string_view value) noexcept;
std::string_view assistant(std::string_view value) noexcept;
std::string_view coSurgeon(std::string_view value) noexcept;
std::string_view team(std::string_view value) noexcept;
std::string_view supervision(std::string_view value) noexcept;
}  // namespace feeText

/// "090: major surgery, ..."; the value alone when nothing is known of it.
std::string withMeaning(std::string_view value, std::string_view meaning);
/// 192 as "1.92".
std::string hundredths(std::int32_t value);
/// "3 a day, by policy"; MAI 1 line, 2 policy, 3 clinical data (NCCI Policy Manual, chapter I, V).
std::string mueText(const MueLimit& limit);
/// The five flags of an equivalence mapping in words: "10000" is "approximate", "10112" "approximate, in
/// combination, scenario 1, choice list 2"; empty for an exact one. Other text stays (GEMs documentation: approximate, no map, combination, scenario,
/// choice list).
std::string mapFlags(std::string_view flags);
/// "25040" as "250.40", "E8809" as "E880.9", "V1582" as "V15.82".
std::string displayIcd9(std::string_view compact);
/// "age" as "Age", "unacceptable-pdx" as "Unacceptable pdx", "hcc:CMS-HCC V28" as "HCC (CMS-HCC V28)".
std::string flagName(std::string_view flag);

}  // namespace cw::store
