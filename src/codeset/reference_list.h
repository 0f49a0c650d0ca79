#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/ids.h"
#include "base/result.h"
#include "codeset/code_lists.h"
#include "codeset/index_tree.h"
#include "codeset/pcs_tables.h"
#include "codeset/tabular.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cw {

using ReferenceListId = Id<struct ReferenceListTag>;

/// What a file beside the code tables holds. The text forms are the `--kind` words of the command line.
enum class ListKind {
    tabular,         ///< ICD-10-CM Tabular List with its notes.
    index,           ///< ICD-10-CM Index to Diseases and Injuries.
    externalIndex,   ///< ICD-10-CM External Cause of Injuries Index.
    neoplasm,        ///< Neoplasm Table.
    drugs,           ///< Table of Drugs and Chemicals.
    pcsTables,       ///< ICD-10-PCS tables.
    pcsIndex,        ///< ICD-10-PCS index.
    pcsDefinitions,  ///< ICD-10-PCS definitions.
    addenda,         ///< The difference between two years, as the agency words it.
    mpfs,            ///< Medicare Physician Fee Schedule, relative values and indicators.
    ptp,             ///< NCCI procedure-to-procedure edits.
    mue,             ///< Medically unlikely edits.
    addOn,           ///< NCCI add-on codes.
    poaExempt,       ///< ICD-10-CM codes exempt from present on admission.
    mce,             ///< Medicare Code Editor lists.
    gems,            ///< General equivalence mappings.
    hcc,             ///< Hierarchical condition categories.
    placeOfService,  ///< CMS place of service codes.
    conversion,      ///< ICD-10-CM conversion table.
    opps             ///< OPPS Addendum B: status indicators of HCPCS codes.
};
std::string_view toString(ListKind kind) noexcept;     ///< "tabular", "eindex", "aoc", "pos" ...
std::string_view displayName(ListKind kind) noexcept;  ///< "Tabular List", "NCCI PTP edits" ...
/// Fails with invalidInput (CODESET-011).
Result<ListKind> parseListKind(std::string_view text);

/// What a parsed list holds; the alternative follows from the kind (index, externalIndex, neoplasm, drugs and pcsIndex
/// are IndexTree; poaExempt, mce, hcc and opps are CodeFlags; gems and conversion are CodeMaps).
using ListContent = std::variant<Tabular, IndexTree, PcsTables, PcsDefinitions, Addenda, FeeSchedule, PtpEdits,
                                 MueLimits, AddOnCodes, CodeFlags, CodeMaps, PlacesOfService>;

/// A whole list, parsed and checked, ready to be stored. Nothing of it is stored unless all of it is.
struct ParsedList {
    ListKind kind = ListKind::tabular;
    std::string variant;       ///< What tells lists of one kind and date apart: "practitioner", "outpatient", "dme".
    std::string name;          ///< "FY2017", "2024 Q3"; of one kind and variant each name once.
    DateInterval inForce;      ///< Dates for which the list is meant. An older list serves when none covers the date.
    std::string sourceName;    ///< File name without folder; for a member of a zip "file.zip: member".
    std::string sourceDigest;  ///< SHA-256 of the member's bytes.
    std::int64_t rowCount = 0;
    ListContent content;
    std::int64_t rejectedRows = 0;
    std::vector<std::string> rejections;  ///< "line 12: ...", at most 100.
    std::vector<std::string> checks;      ///< What the file was checked against: "901 tables give 78,530 codes".
};

/// An installed list.
struct ReferenceList {
    ReferenceListId id;
    ListKind kind = ListKind::tabular;
    std::string variant;
    std::string name;
    DateInterval inForce;
    std::string sourceName;
    std::string sourceDigest;
    Instant importedAt;
    std::int64_t rows = 0;
    std::int64_t unknownCodes = 0;  ///< Codes named in it that no installed code table has; kept, not fatal.
    std::vector<std::string> checks;
};

/// What installing a list did, compared with the newest list of the same kind and variant before it.
struct ListSummary {
    ReferenceList list;
    std::int64_t added = 0;    ///< Rows the predecessor lacks.
    std::int64_t revised = 0;  ///< Same key, other content.
    std::int64_t ended = 0;    ///< Rows of the predecessor that this list lacks.
    std::int64_t rejected = 0;
    std::vector<std::string> rejections;
    std::string comparedWith;  ///< Name of the predecessor; empty when there is none.
    bool alreadyInstalled = false;
};

}  // namespace cw
