#pragma once

#include "import/code_file.h"
#include "import/zip_archive.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// The layout of a code table.
struct TableFormat {
    CodeSystem system = CodeSystem::icd10cm;
    bool isTitlesOnly = false;  ///< The codes file without headers; an order file is better.
    bool isNamedTable = false;  ///< HCPCS with named columns; the fixed-width records are better.
    bool isPart = false;        ///< One of the descriptor files of a CPT distribution, which belong together.
};

/// The text of one table and where it came from.
struct TableText {
    TableFormat format;
    std::string bytes;
    std::string name;   ///< Without folders.
    std::string label;  ///< For messages.
};

/// "an ICD-10-CM order file", "HCPCS records" ...
std::string_view formOf(CodeSystem system);
/// The format when `head`, the beginning of a file, is a code table.
std::optional<TableFormat> recogniseTable(std::string_view head, std::string_view name);
/// True when the options do not ask for another system or kind.
bool isWanted(CodeSystem system, const CodeFileOptions& options);
/// What the user says the file is, when that is enough to read it as a code table.
std::optional<CodeSystem> statedSystem(const CodeFileOptions& options);
/// Fails with invalidInput for an unknown kind (IMPORT-018) or one that does not go with the system (IMPORT-019).
Status checkOptions(const CodeFileOptions& options);

/// A member of a zip that holds a table.
struct TableMember {
    const ZipArchive::Member* member = nullptr;
    TableFormat format;
    std::vector<const ZipArchive::Member*> otherParts;  ///< With isPart.
};
/// One for each system, in order; an order file goes before a codes file, HCPCS
/// records before a table. Fails with invalidInput for two that are as
/// good (IMPORT-121).
Result<std::vector<TableMember>> bestTables(const std::vector<TableMember>& tables, const std::string& zipName);
Result<TableText> readTable(const ZipArchive& archive, const TableMember& table);

/// The whole table with name and dates; the caller adds the source. `fileName` may tell the period where the table's own
/// name does not.
Result<ParsedRelease> parseTable(const TableText& table, const std::string& fileName, const CodeFileOptions& options,
                                 const Progress& progress);

}  // namespace cw
