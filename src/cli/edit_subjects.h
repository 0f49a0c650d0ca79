#pragma once

#include "edits/finding.h"

#include <string>
#include <vector>

namespace cw::cli {

/// Names for the rows of an encounter that people can type: "dx1" and "line2" by claim position, "pcs1", "admitting1",
/// "reason1".
struct NamedRow {
    std::string name;
    std::int64_t id = 0;
};
std::vector<NamedRow> rowsOf(const Encounter& encounter);
/// "dx1,line2"; "gone" for a row that was removed since.
std::string subjectsText(const Encounter& encounter, const FindingKey& key);
/// The finding of a rule that is about all the rows named in `subjects` (may be empty). Fails with notFound (CLI-060),
/// conflict (CLI-061) when several fit, invalidInput (CLI-062) for a row that is not there.
Result<FindingKey> findFinding(const Encounter& encounter, const EditReport& report, const std::string& rule,
                               const std::string& subjects);

}  // namespace cw::cli
