#pragma once

#include "store/reference/lists/list_content.h"

namespace cw::store {

/// Rows by their natural key (a code, a pair, a path of index terms): in `after` only, in both with other content, in
/// `before` only. Not for PTP edits, which ptp::compare() takes packed.
ptp::Difference compareContent(const ListContent& before, const ListContent& after);

/// What a list names as codes of a system, compact, each once, sorted. Notes count: a range or "E11.-" names its ends.
struct NamedCodes {
    std::vector<std::string> icd10cm;
    std::vector<std::string> icd10pcs;
    std::vector<std::string> procedures;  ///< CPT or HCPCS.
};
NamedCodes codesNamedIn(ListKind kind, const ListContent& content, const std::vector<ptp::Column>& packedEdits);
/// How many of them no complete table has as a code or the beginning of one. A system for which only the starter table
/// is installed does not count.
Result<std::int64_t> countUnknown(Database& database, NamedCodes codes);

}  // namespace cw::store
