#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "chart/document.h"
#include "encounter/encounter.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Encounter JSON, version 1 ("encounters/1"): how encounters enter and leave the workstation.

/// A document that stands beside the JSON file; its bytes are for the caller to read.
struct DocumentReference {
    std::string path;  ///< Relative to the JSON file, "/" between folders.
    DocumentType type = DocumentType::other;
    std::string title;
    std::optional<Date> date;
    std::string author;
    std::string foreign;
    bool operator==(const DocumentReference&) const = default;
};

struct ImportedEncounter {
    Encounter encounter;
    std::vector<DocumentReference> documents;
    bool operator==(const ImportedEncounter&) const = default;
};

/// All encounters of a file, or none. Missing and null are the same; unknown members are kept as `foreign` (those beside
/// `encounters` itself have no encounter to stand at and are dropped). Codes are kept even when malformed.
///
/// Fails with invalidInput: file name, JSON pointer, reason, and encounter id or index, never a value of the file
/// (IMPORT-060 to -063: not acceptable as JSON; IMPORT-064: a value cannot be used, an encounter id stands twice).
Result<std::vector<ImportedEncounter>> readEncounterJson(std::string_view json, std::string_view fileName,
                                                         IdSource& ids);

/// Canonical form: every member of the specification in its order, two blanks of indent, line feed at the end; foreign
/// members last in the object in which they stood. Reading it gives equal values (but for ids and evidence).
std::string writeEncounterJson(const std::vector<ImportedEncounter>& encounters);

/// All of an encounter but diagnoses, procedures, documents and row ids, as compact JSON: the store's header column.
std::string writeEncounterHeader(const Encounter& encounter);
/// Sets what writeEncounterHeader() wrote and leaves the rest of `into` as it is. Fails with invalidInput (IMPORT-060 to
/// -063, IMPORT-065) and then changes nothing.
Result<void> readEncounterHeader(std::string_view json, Encounter& into);

}  // namespace cw
