#include "app/billing_desk.h"
#include "cli/claim_parts.h"

#include <ostream>

namespace cw::cli {

void addClaimResendCommands(CLI::App& claims, Chosen& chosen)
{
    auto* again = claims.add_subcommand("resend", "Approve a rejected or denied claim for sending again");
    auto id = std::make_shared<std::string>();
    auto frequency = std::make_shared<std::string>("1");
    again->add_option("ID", *id, "Encounter")->required();
    again->add_option("--frequency", *frequency, "1 as new, 7 replaces, 8 voids what the payer has")
        ->check(CLI::IsMember({"1", "7", "8"}))
        ->capture_default_str();
    runsSignedIn(*again, chosen, [id, frequency](const Runner& runner, app::Workspace& workspace) {
        return tellState(runner, *id, app::BillingDesk(workspace).resend(*id, *frequency));
    });

    auto* next = claims.add_subcommand("next", "Approve a paid claim for the coverage after it");
    auto number = std::make_shared<std::string>();
    next->add_option("CLAIM_NUMBER", *number)->required();
    runsSignedIn(*next, chosen, [number](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        CW_TRY(const auto claim, claimByNumber(workspace, *number));
        return tellState(runner, claim.encounterId, app::BillingDesk(workspace).billNext(claim.id));
    });

    auto* check = claims.add_subcommand("check", "Run the edits on all approved encounters again");
    runsSignedIn(*check, chosen, [](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        CW_TRY(const int failing,
               app::BillingDesk(workspace).checkApproved(progressOn(runner.console(), runner.general())));
        runner.console().out << failing << "\tfailing\n";
        return failing > 0 ? findings : done;
    });
}

}  // namespace cw::cli
