#pragma once

#include "app/workspace.h"
#include "claim/claim_fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::app {

/// One field of the form "Claim data": what an encounter carries beside codes, lines and documents.
struct ClaimDataField {
    std::string pointer;  ///< "/coverages/0/member_id"
    std::string label, group;
    std::string place;                 ///< "2010BA NM109, box 1a"
    std::string value;                 ///< As in encounter JSON; booleans "true", "false"; empty: not given.
    std::vector<std::string> choices;  ///< Not empty: one of these.
};

/// The header of an encounter as a list of fields, to read and to correct: patient, insurance, providers, visit, claim.
class ClaimData {
public:
    explicit ClaimData(Workspace& workspace) : m_workspace(workspace) {}
    Result<std::vector<ClaimDataField>> fields(std::string_view encounterId);
    struct Change {
        std::string pointer, value;
    };
    /// All changes or none, as one audited save. May be done while the encounter is open for coding (coder) or rejected, denied, approved or paid (biller).
    /// Fails with invalidInput (APP-310: pointer and reason, never the value), denied, conflict.
    Status save(std::string_view encounterId, const std::vector<Change>& changes);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
