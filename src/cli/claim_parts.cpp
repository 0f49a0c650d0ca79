#include "cli/claim_parts.h"

#include <algorithm>
#include <ostream>

namespace cw::cli {

void runsSignedIn(CLI::App& command, Chosen& chosen, const WorkspaceBody& body)
{
    command.callback([&chosen, body] {
        chosen = [body](const Runner& runner) {
            return runner.withWorkspace([&](app::Workspace& workspace) { return body(runner, workspace); });
        };
    });
}

Result<ClaimRecord> claimByNumber(app::Workspace& workspace, const std::string& claimNumber)
{
    CW_CHECK(app::require(workspace, Permission::bill));
    CW_TRY(const auto tx, workspace.work().beginRead());
    CW_TRY(const auto found, workspace.claims().byNumber(*tx, claimNumber));
    if (found.empty()) return Error{ErrorKind::notFound, "CLI-070", "no claim of that number was sent"};
    return found.front();
}

Result<int> tellState(const Runner& runner, const std::string& encounterId, const Result<WorkflowState>& state)
{
    if (state) {
        runner.console().out << encounterId << '\t' << toString(state->status) << '\t' << state->assignedTo << '\n';
        return done;
    }
    if (state.error().kind != ErrorKind::conflict && state.error().kind != ErrorKind::notReady) return state.error();
    report(state.error(), runner.console());
    return findings;
}

Result<CoverageRank> parseRank(const std::string& text)
{
    for (const auto rank : {CoverageRank::primary, CoverageRank::secondary, CoverageRank::tertiary})
        if (nameOf(rank) == text) return rank;
    return Error{ErrorKind::invalidInput, "CLI-071", "a coverage is primary, secondary or tertiary"};
}

std::string_view nameOf(CoverageRank rank) noexcept
{
    switch (rank) {
    case CoverageRank::primary: return "primary";
    case CoverageRank::secondary: return "secondary";
    case CoverageRank::tertiary: return "tertiary";
    }
    return "";
}

Result<std::optional<Date>> dayOrNone(const std::string& text)
{
    if (text.empty()) return std::optional<Date>();
    CW_TRY(const auto day, Date::parse(text));
    return std::optional(day);
}

}  // namespace cw::cli
