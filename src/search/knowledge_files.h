#pragma once

#include "base/result.h"
#include "search/source.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace cw::search {

/// "I50.9, pcs:0FT4, J1885, 99213" as codes: with a dot or three characters ICD-10-CM, five characters HCPCS or CPT.
/// Fails with invalidInput (SEARCH-001) for anything else.
Result<std::vector<CodeReference>> parseReferences(std::string_view text);

/// Reads abbreviations.tsv, lay.tsv, terms.tsv, drugs.tsv, procedures.tsv and words.tsv of `folder`; a missing file is
/// left out. Fails with invalidInput naming file and line (SEARCH-002, SEARCH-003), or as readFile() does.
Result<Knowledge> readKnowledge(const std::filesystem::path& folder);
/// One file's text; `name` decides on the columns.
Status parseKnowledge(std::string_view text, std::string_view name, Knowledge& knowledge);

}  // namespace cw::search
