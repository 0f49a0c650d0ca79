#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/ids.h"
#include "codeset/code_system.h"

#include <optional>
#include <string>
#include <vector>

namespace cw {

/// Where a table came from, which says how far it may be trusted.
enum class ReleaseKind {
    starter,   ///< Ours: common codes only; says nothing about codes that it lacks.
    official,  ///< The agency's file, complete for its dates.
    licensed   ///< The customer's own file (CPT), complete for its dates.
};
std::string_view toString(ReleaseKind kind) noexcept;

/// One row of a code table as a file gives it. Text is UTF-8.
struct CodeRow {
    std::string code;  ///< Compact, upper case. Modifiers: two characters.
    std::string shortTitle;
    std::string longTitle;
    bool billable = true;
    bool isModifier = false;
    std::int64_t order = 0;          ///< Position in the file's own order.
    std::optional<Date> validFrom;   ///< When the file dates the code itself; else the release's interval holds.
    std::optional<Date> validUntil;  ///< Last valid day, included.
};

/// A whole code table, parsed and checked, ready to be stored. Nothing of it is stored unless all of it is.
struct ParsedRelease {
    CodeSystem system = CodeSystem::icd10cm;
    ReleaseKind kind = ReleaseKind::official;
    std::string name;          ///< "FY2025", "HCPCS 2018", "starter".
    DateInterval inForce;      ///< Dates for which the file is complete; both sides may be open.
    std::string sourceName;    ///< File name without folder.
    std::string sourceDigest;  ///< SHA-256 of the imported file's bytes.
    bool hasRowDates = true;   ///< False: the list tells nothing of dates and never reopens a code that a dated file
                               ///< ended.
    std::vector<CodeRow> rows;
    std::int64_t rejectedRows = 0;
    std::vector<std::string> rejections;  ///< "line 12: duplicate code E1122", at most 100.
};

/// An installed release as the library lists it.
struct Release {
    ReleaseId id;
    CodeSystem system = CodeSystem::icd10cm;
    ReleaseKind kind = ReleaseKind::official;
    std::string name;
    DateInterval inForce;
    std::string sourceName;
    std::string sourceDigest;
    Instant importedAt;
    std::int64_t rows = 0;  ///< Codes, headers included, without modifiers.
    std::int64_t billable = 0;
    std::int64_t modifiers = 0;
};

/// What an import did, compared with the release of the same system that was in force before it.
struct ImportSummary {
    Release release;
    std::int64_t read = 0;
    std::int64_t added = 0;    ///< Codes the predecessor lacks.
    std::int64_t revised = 0;  ///< Same code, other title or flag.
    std::int64_t ended = 0;    ///< Codes of the predecessor that this release lacks.
    std::int64_t rejected = 0;
    std::vector<std::string> rejections;
    std::string comparedWith;       ///< Name of the predecessor; empty when there is none.
    bool alreadyInstalled = false;  ///< The same file stands in the library; nothing was changed.
};

}  // namespace cw
