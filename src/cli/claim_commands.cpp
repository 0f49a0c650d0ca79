#include "cli/claim_parts.h"

namespace cw::cli {

void addClaimCommands(CLI::App& app, Chosen& chosen)
{
    auto* claims = app.add_subcommand("claims", "Claim files, the answers to them, rejections and denials");
    claims->require_subcommand(1);
    addClaimFileCommands(*claims, chosen);
    addClaimListCommands(*claims, chosen);
    addClaimBatchCommands(*claims, chosen);
    addClaimAnswerCommands(*claims, chosen);
    addClaimResendCommands(*claims, chosen);
    addClaimWorkCommands(*claims, chosen);
    addClaimReportCommands(*claims, chosen);
    addClaimPrintCommands(*claims, chosen);
}

}  // namespace cw::cli
