#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// True when `head` begins a comma or tab separated table whose header names a column of codes ("Code", "CPT Code") and
/// at least one of text (short, medium, long, description), in any order, with CPT codes below it.
bool recogniseCptTable(std::string_view head);

/// Such a table as parseCptFile() reads it: code, then the short, the medium and the long text, tab separated, each on
/// the line on which it stood. Fails with invalidInput without header (IMPORT-185) or for a quote that never closes
/// (IMPORT-186).
Result<std::string> cptTableAsList(std::string_view text, const std::string& label);

/// A file of the licensor's distribution: one descriptor for each code.
struct CptPart {
    std::string bytes;
    std::string name;  ///< Tells the width: "SHORTU.txt", "MEDU.txt", "LONGULT.txt".
};

/// True for a text of lines "code TAB text" or "code blank text" with one descriptor each, and a name that tells which.
bool isCptPart(std::string_view head, std::string_view name);

/// The parts of one release as one list for parseCptFile(): code, short, medium, long, tab separated, in the order in
/// which the codes come. Lines above the first code (copyright) are left out, later ones without a code are kept for
/// parseCptFile() to name. Fails with invalidInput when two parts have the same width (IMPORT-187).
Result<std::string> joinCptParts(const std::vector<CptPart>& parts, const std::string& label);

/// The text of a table with a header or of a single part as parseCptFile() reads it; any other text as it is. Fails as
/// the functions above.
Result<std::string> cptListOf(const std::string& text, const std::string& name, const std::string& label);

}  // namespace cw
