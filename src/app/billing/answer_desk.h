#pragma once

#include "app/workspace.h"
#include "base/progress.h"
#include "claim/answer_repository.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cw::app {

/// What became of one file of answers.
struct AnswerOutcome {
    std::string name;
    bool isKnown = false;  ///< The same file was imported before; nothing changed.
    std::string kinds;     ///< "999", "TA1 999", "835"
    int accepted = 0, rejected = 0, paid = 0, denied = 0, reversed = 0;  ///< Claims.
    int waiting = 0;                                                     ///< Fit none of our claims.
    Money paidAmount;
    std::vector<std::string> warnings;
    std::optional<Error> error;  ///< Nothing of this file was used.
};

/// Answers of partners and payers: TA1, 999, 277CA, 835.
class AnswerDesk {
public:
    explicit AnswerDesk(Workspace& workspace) : m_workspace(workspace) {}

    /// Each file in a transaction of its own, whole or not at all; one bad file keeps none of the others out. Matching: interchange, group
    /// and set numbers (TA1, 999), claim number, the payer's claim number (277CA, 835); what fits only by patient and date waits for a person.
    /// A claim in a state that an older answer cannot change (paid, then a late 277CA) keeps it and gets the event.
    Result<std::vector<AnswerOutcome>> importFiles(const std::vector<std::filesystem::path>& files,
                                                   const Progress& progress = {});
    /// Bytes that are no file yet. `name` without folder.
    Result<AnswerOutcome> importBytes(std::string_view name, std::string_view bytes, const Progress& progress = {});
    /// New files of the partners' in-folders; each is moved to `done` or `failed` beside it.
    Result<std::vector<AnswerOutcome>> importFolders(const Progress& progress = {});

    Result<std::vector<AnswerFileRecord>> files();
    Result<std::string> fileBytes(AnswerFileId file);
    Result<std::vector<RemittanceRecord>> remittances();

    struct Candidate {
        ClaimRecord claim;
        std::string why;  ///< "same patient, day and charge"
    };
    Result<std::vector<WaitingAnswer>> waiting();
    /// Raw text of one, and the claims it may belong to, likeliest first.
    Result<std::pair<std::string, std::vector<Candidate>>> waitingDetails(WaitingAnswerId id);
    /// Applies it to the claim as if it had named it.
    Status match(WaitingAnswerId id, ClaimId claim);
    /// Fails with invalidInput (APP-280) without a reason.
    Status setAside(WaitingAnswerId id, std::string_view reason);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
