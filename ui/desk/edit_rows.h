#pragma once

#include "edits/finding.h"

#include <QString>

#include <set>
#include <vector>

namespace cw::ui {

/// One row of the edits: the heading of a family, a finding, or the tables that were missing for a day.
struct EditRow {
    enum class Kind { heading, finding, missing };
    Kind kind = Kind::finding;
    QString heading;  ///< "Coding guidelines"
    int count = 0;    ///< Rows below the heading.
    Finding finding;
    std::vector<NotChecked> missing;  ///< Tables of one day.
    bool isNew = false;               ///< Not said before the last change.
};

/// Findings by family, the family with the worst one first, within it the worst first; then what was attested, then
/// missing tables. Headings only when there is more than one group. `before`: keys of the report before the last change.
std::vector<EditRow> editRows(const EditReport& report, const std::set<FindingKey>& before, bool marksNew);

/// "Coding guidelines" for GL, "NCCI" for NC ...; of a rule's id.
QString familyName(const std::string& rule);

}  // namespace cw::ui
