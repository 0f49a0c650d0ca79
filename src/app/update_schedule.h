#pragma once

#include "codeset/reference_list.h"

#include <span>
#include <string_view>
#include <vector>

namespace cw::app {

/// How often an agency gives a table out.
enum class Cycle {
    halfYearly,  ///< 1 October and 1 April.
    quarterly,   ///< 1 January, 1 April, 1 July, 1 October.
    october,     ///< 1 October.
    january,     ///< 1 January.
    none         ///< No fixed dates, or no longer issued.
};
std::string_view toString(Cycle cycle) noexcept;  ///< "1 October and 1 April" …

/// One kind of table that a workspace can hold: a code system or a kind of list.
struct TableSource {
    std::string_view key;   ///< "icd10cm", "ptp": of the command line and of the setting "updates.<key>".
    std::string_view name;  ///< "ICD-10-CM codes"
    std::optional<CodeSystem> system;
    std::optional<ListKind> list;
    Cycle cycle = Cycle::none;
    std::string_view agency;    ///< "CDC/NCHS", "CMS", "AMA".
    std::string_view citation;  ///< Where the agency says when it updates.
    std::string_view address;   ///< Its download page; empty when there is none (CPT: from the customer's own licence).
    bool isOptional = false;    ///< Not needed for coding: never reported as missing.
};
std::span<const TableSource> tableSources() noexcept;
/// Nullptr for an unknown key.
const TableSource* findSource(std::string_view key) noexcept;

/// The first update day after `day`, and the last one on or before it; nothing without fixed dates.
std::optional<Date> nextUpdate(Cycle cycle, Date day);
std::optional<Date> lastUpdate(Cycle cycle, Date day);

}  // namespace cw::app
