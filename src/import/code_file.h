#pragma once

#include "base/date.h"
#include "base/progress.h"
#include "base/result.h"
#include "codeset/release.h"

#include <filesystem>
#include <optional>
#include <string>

namespace cw {

/// What the user says of a code file; empty means "as the file tells".
struct CodeFileOptions {
    std::optional<CodeSystem> system;
    std::string kind;               ///< "", "order", "cpt", or the kind of a list (parseListKind()).
    std::string releaseName;        ///< "FY2025"
    std::optional<Date> effective;  ///< First day on which the file holds.
};

/// Reads a code table as its agency publishes it, zip, xz, gz or plain, recognised by content; parseReferenceFile() reads
/// the lists beside the tables too.
///
/// Known: ICD-10-CM and ICD-10-PCS order files, else their codes files without headers (in force for the federal fiscal
/// year their name tells), HCPCS Level II fixed-width records or tables with named columns, xlsx among them (in force
/// for the calendar year or the quarter), and the customer's CPT list (tab separated: code, then one or more descriptors;
/// a table with named columns; or a zip of the distribution's short, medium and long files; in force from `effective`,
/// else always). An official file is taken whole or refused: one malformed row refuses it. Of a CPT list single bad rows are left out and listed, up to one
/// in twenty.
///
/// Fails with cancelled; notFound, io as readFile(); corrupt (damaged zip, xz or gz); unsupported (encrypted zip); else
/// invalidInput with file, line, column and reason.
Result<ParsedRelease> parseCodeFile(const std::filesystem::path& file, const CodeFileOptions& options,
                                    const Progress& progress);
/// The same for bytes in memory; `name` is the file's name without folder.
Result<ParsedRelease> parseCodeBytes(std::string bytes, const std::string& name, const CodeFileOptions& options,
                                     const Progress& progress);

/// Our own tables of common codes: icd10cm.tsv, hcpcs.tsv, cpt.tsv and modifiers.tsv of `folder`. In force from the
/// earliest date of a row on. Fails with unsupported for ICD-10-PCS (IMPORT-050), notFound for a missing file, else
/// invalidInput with file and line.
Result<ParsedRelease> parseStarterTables(const std::filesystem::path& folder, CodeSystem system);

}  // namespace cw
