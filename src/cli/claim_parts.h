#pragma once

#include "claim/claim_repository.h"
#include "cli/listing.h"
#include "cli/runner.h"
#include "encounter/encounter_repository.h"

#include <functional>
#include <optional>
#include <string>

namespace cw::cli {

/// What the claim commands share.

using Cell = nlohmann::ordered_json;
inline Cell cell(const std::optional<Date>& date)
{
    return date ? Cell(date->iso()) : Cell();
}
inline Cell cell(Money amount)
{
    return amount.decimal();
}
/// Null when it is empty.
inline Cell orNull(const std::string& text)
{
    return text.empty() ? Cell() : Cell(text);
}

/// `body` runs signed in when the command is chosen.
using WorkspaceBody = std::function<Result<int>(const Runner&, app::Workspace&)>;
void runsSignedIn(CLI::App& command, Chosen& chosen, const WorkspaceBody& body);

/// The newest claim of this number that was really sent. Fails with notFound (CLI-070).
Result<ClaimRecord> claimByNumber(app::Workspace& workspace, const std::string& claimNumber);

/// Prints where the encounter stands now. What it is not ready for is a finding for a person: prints it, status 1.
Result<int> tellState(const Runner& runner, const std::string& encounterId, const Result<WorkflowState>& state);

/// "primary", "secondary", "tertiary". Fails with invalidInput (CLI-071).
Result<CoverageRank> parseRank(const std::string& text);
std::string_view nameOf(CoverageRank rank) noexcept;

/// An empty text is nothing. Fails with invalidInput.
Result<std::optional<Date>> dayOrNone(const std::string& text);

/// The parts of `claims` in files of their own.
void addClaimFileCommands(CLI::App& claims, Chosen& chosen);    ///< export, preview, save-file
void addClaimListCommands(CLI::App& claims, Chosen& chosen);    ///< list, queues, timeline
void addClaimBatchCommands(CLI::App& claims, Chosen& chosen);   ///< batches, void, reconcile
void addClaimAnswerCommands(CLI::App& claims, Chosen& chosen);  ///< import, waiting, match, set-aside
void addClaimResendCommands(CLI::App& claims, Chosen& chosen);  ///< resend, next, check
void addClaimWorkCommands(CLI::App& claims, Chosen& chosen);    ///< work, work-step
void addClaimReportCommands(CLI::App& claims, Chosen& chosen);  ///< report, appeal
void addClaimPrintCommands(CLI::App& claims, Chosen& chosen);   ///< calibrate

}  // namespace cw::cli
