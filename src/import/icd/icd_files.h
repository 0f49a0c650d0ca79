#pragma once

#include "import/reference_file.h"

#include <optional>
#include <string_view>

namespace cw {

/// The kind of an XML file of CDC/NCHS (ICD-10-CM) or CMS (ICD-10-PCS), by its root element and headings; `name` decides
/// only where an index has neither title nor headings. Nothing for any other file and for XML addenda.
std::optional<ListKind> icdXmlKind(std::string_view head, std::string_view name);

/// ICD-10-CM Tabular List (icd10cm_tabular.xsd). All of these fail with invalidInput that names file, line and reason, as
/// XmlText::parse() and fiscalRelease() do, and with cancelled.
Result<ParsedList> parseTabularFile(const SourceText& text, const CodeFileOptions& options, const Progress& progress);
/// One of the five indexes (icd10cm_index.xsd, icd10cm_drug_neoplasm.xsd).
Result<ParsedList> parseIndexFile(ListKind kind, const SourceText& text, const CodeFileOptions& options,
                                  const Progress& progress);
/// ICD-10-PCS tables: each row is checked against its own count of codes.
Result<ParsedList> parsePcsTablesFile(const SourceText& text, const CodeFileOptions& options, const Progress& progress);
/// ICD-10-PCS definitions.
Result<ParsedList> parsePcsDefinitionsFile(const SourceText& text, const CodeFileOptions& options,
                                           const Progress& progress);

bool recogniseAddenda(std::string_view head);
/// The addenda texts of the order and code files, "icd10cm" or "icd10pcs" in the variant. A code that is deleted and
/// added again with another flag is one change: it became a header, or a header became a code. The lines are counted
/// against the summary that ends the file.
Result<ParsedList> parseAddendaFile(const SourceText& text, const CodeFileOptions& options, const Progress& progress);

}  // namespace cw
