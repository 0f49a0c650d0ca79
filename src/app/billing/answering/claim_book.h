#pragma once

#include "app/workspace.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace cw::app::answering {

/// A claim as it stands while a file is applied.
struct OpenClaim {
    ClaimRecord record;
    std::string lastPayer;  ///< Who spoke last of its payment; empty: nobody yet.
};

/// The claims that a file of answers speaks of, and their encounters, which follow them. Encounters are read and written some hundred at a
/// time: open(), then apply() for each answer, then close().
class ClaimBook {
public:
    ClaimBook(Workspace& workspace, WriteTx& tx, AnswerFileId file) : m_workspace(workspace), m_tx(tx), m_file(file) {}

    /// The claim as this run has left it; `found` when the run has not seen it.
    OpenClaim& keep(const ClaimRecord& found);
    OpenClaim& at(ClaimId id) { return m_claims.at(id); }

    /// Reads the encounters of these claims. Those opened before must be closed.
    Status open(const std::vector<ClaimId>& claims);
    /// Writes how the encounters have moved.
    Status close();
    /// nullptr: not open.
    const Encounter* encounterOf(const ClaimRecord& claim) const;

    /// Writes event and change of an open claim. When its status changes, the encounter takes the same step, unless it has gone its own way since (a
    /// coder corrects it, a newer claim was sent): then the event's sentence says so.
    Status apply(ClaimId id, ClaimEvent event, const ClaimChange& change);

    /// Whether the claim may become live again: no other one of its encounter and coverage is.
    Result<bool> mayLive(const ClaimRecord& claim) const;

private:
    struct Visit {
        Encounter encounter;
        WorkflowState seen;
        EncounterStatus now = EncounterStatus::fresh;
        std::string action;
        std::string note;
    };
    Result<std::string> follow(const ClaimRecord& before, ClaimStatus to, const std::string& reason);
    Result<bool> isNewest(const ClaimRecord& claim) const;

    Workspace& m_workspace;
    WriteTx& m_tx;
    AnswerFileId m_file;
    std::unordered_map<ClaimId, OpenClaim> m_claims;
    std::unordered_map<EncounterRowId, Visit> m_visits;
};

}  // namespace cw::app::answering
