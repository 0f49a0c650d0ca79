#include "app/billing/claim_history.h"
#include "app/billing_desk.h"
#include "cli/claim_parts.h"

#include <ostream>

namespace cw::cli {

namespace {

Result<int> listBatches(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto batches, app::BillingDesk(workspace).batches());
    Listing list({"batch", "form", "file", "partner", "claims", "charges", "interchange", "test", "exported_at",
                  "exported_by", "voided_at", "void_reason"});
    for (const auto& batch : batches)
        list.add({batch.number, batch.form, batch.fileName, batch.partnerName, batch.claims, cell(batch.charges),
                  batch.interchangeControlNumber == 0 ? Cell() : Cell(batch.interchangeControlNumber), batch.test,
                  batch.exportedAt.iso(), batch.exportedBy, batch.voidedAt ? Cell(batch.voidedAt->iso()) : Cell(),
                  orNull(batch.voidReason)});
    list.print(runner.console(), runner.general());
    return done;
}

/// A batch whose parts do not add up is for a person to look at.
Result<int> reconcile(const Runner& runner, app::Workspace& workspace)
{
    CW_TRY(const auto batches, app::ClaimHistory(workspace).reconciliation());
    Listing list({"batch", "file", "voided", "agrees", "exported", "exported_charges", "outstanding",
                  "outstanding_charges", "accepted", "accepted_charges", "rejected", "rejected_charges", "paid",
                  "paid_charges", "denied", "denied_charges", "replaced", "replaced_charges", "paid_amount"});
    int status = done;
    for (const auto& batch : batches) {
        std::vector<Cell> cells = {batch.batchNumber, batch.fileName, batch.isVoided, batch.agrees};
        for (const auto* part : {&batch.exported, &batch.outstanding, &batch.accepted, &batch.rejected, &batch.paid,
                                 &batch.denied, &batch.replaced}) {
            cells.emplace_back(part->claims);
            cells.push_back(cell(part->charges));
        }
        cells.push_back(cell(batch.paidAmount));
        list.add(std::move(cells));
        if (!batch.agrees) status = findings;
    }
    list.print(runner.console(), runner.general());
    return status;
}

}  // namespace

void addClaimBatchCommands(CLI::App& claims, Chosen& chosen)
{
    auto* all = claims.add_subcommand("batches", "Claim files that were written, newest first");
    runsSignedIn(*all, chosen,
                 [](const Runner& runner, app::Workspace& workspace) { return listBatches(runner, workspace); });

    auto* takeBack = claims.add_subcommand("void", "A batch was never sent: its encounters are approved again");
    auto number = std::make_shared<std::int64_t>(0);
    auto reason = std::make_shared<std::string>();
    takeBack->add_option("BATCH", *number, "Batch number")->required()->check(CLI::PositiveNumber);
    takeBack->add_option("--reason", *reason, "Why")->required();
    runsSignedIn(*takeBack, chosen, [number, reason](const Runner& runner, app::Workspace& workspace) -> Result<int> {
        CW_CHECK(app::BillingDesk(workspace).voidBatch(*number, *reason));
        runner.console().out << *number << "\tvoided\n";
        return done;
    });

    auto* sums = claims.add_subcommand("reconcile", "Exported against accepted, rejected, paid, denied, outstanding");
    runsSignedIn(*sums, chosen,
                 [](const Runner& runner, app::Workspace& workspace) { return reconcile(runner, workspace); });
}

}  // namespace cw::cli
