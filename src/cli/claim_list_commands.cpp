#include "app/billing/claim_history.h"
#include "app/billing_desk.h"
#include "cli/claim_parts.h"

#include <limits>

namespace cw::cli {

namespace {

struct ListOptions {
    std::int64_t batch = 0;
    std::string queue;
    std::string text;
};

Listing claimListing()
{
    return Listing({"batch", "encounter_id", "claim_number", "version", "payer", "charges", "status", "last_response",
                    "coverage", "frequency", "service_from", "paid", "patient_share", "payer_claim_number", "due_on"});
}

void add(Listing& list, const ClaimRecord& claim)
{
    list.add({claim.batchNumber, claim.encounterId, claim.claimNumber, claim.version, claim.payerName,
              cell(claim.charges), toString(claim.status), claim.lastResponse, nameOf(claim.billed), claim.frequency,
              claim.serviceFrom.iso(), cell(claim.paid), cell(claim.patientShare), orNull(claim.payerControlNumber),
              cell(claim.dueOn)});
}

/// Encounters that are no claim yet, under the same columns.
void add(Listing& list, const ReadyRow& row)
{
    const auto& summary = row.summary;
    list.add({Cell(), summary.encounterId, Cell(), Cell(), summary.payerName, cell(summary.charges),
              row.isFailing ? "failing" : "ready", row.firstError, nameOf(row.billed), Cell(),
              summary.serviceFrom.iso(), Cell(), Cell(), Cell(), cell(row.fileBy)});
}

Result<int> listClaims(const Runner& runner, app::Workspace& workspace, const ListOptions& options)
{
    auto list = claimListing();
    app::BillingDesk desk(workspace);
    if (options.queue.empty()) {
        const auto batch = options.batch > 0 ? std::optional(options.batch) : std::nullopt;
        CW_TRY(const auto claims, desk.claims(batch));
        for (const auto& claim : claims) add(list, claim);
    } else {
        QueueFilter filter;
        CW_TRY(filter.queue, parseClaimQueue(options.queue));
        filter.text = options.text;
        filter.limit = std::numeric_limits<int>::max();
        if (filter.queue == ClaimQueue::ready || filter.queue == ClaimQueue::failing) {
            CW_TRY(const auto rows, desk.ready(filter));
            for (const auto& row : rows) add(list, row);
        } else {
            CW_TRY(const auto claims, desk.claims(filter));
            for (const auto& claim : claims) add(list, claim);
        }
    }
    list.print(runner.console(), runner.general());
    return done;
}

Result<int> listQueues(const Runner& runner, app::Workspace& workspace, const std::string& queue)
{
    app::BillingDesk desk(workspace);
    if (queue.empty()) {
        CW_TRY(const auto totals, desk.totals());
        Listing list({"queue", "claims", "charges"});
        for (const auto& total : totals) list.add({toString(total.queue), total.claims, cell(total.charges)});
        list.print(runner.console(), runner.general());
        return done;
    }
    CW_TRY(const auto which, parseClaimQueue(queue));
    CW_TRY(const auto payers, desk.byPayer(which));
    Listing list({"payer_id", "payer", "claims", "charges", "paid", "failing", "file_by", "due_on"});
    for (const auto& payer : payers)
        list.add({payer.payerId, payer.payerName, payer.claims, cell(payer.charges), cell(payer.paid), payer.failing,
                  cell(payer.earliestFileBy), cell(payer.earliestDue)});
    list.print(runner.console(), runner.general());
    return done;
}

Result<int> timeline(const Runner& runner, app::Workspace& workspace, const std::string& encounterId)
{
    CW_TRY(const auto all, app::ClaimHistory(workspace).ofEncounter(encounterId));
    Listing list({"when", "what", "detail", "by", "file"});
    for (const auto& entry : all.timeline)
        list.add({entry.when, entry.what, entry.detail, entry.by, orNull(entry.fileName)});
    list.print(runner.console(), runner.general());
    return done;
}

}  // namespace

void addClaimListCommands(CLI::App& claims, Chosen& chosen)
{
    const auto queues = CLI::IsMember({"ready", "failing", "sent", "rejected", "denied", "paid"});
    auto* list = claims.add_subcommand("list", "Claims, their status and last response");
    auto options = std::make_shared<ListOptions>();
    auto* batch = list->add_option("--batch", options->batch, "Only this batch")->check(CLI::PositiveNumber);
    auto* queue = list->add_option("--queue", options->queue, "Only this queue")->check(queues)->excludes(batch);
    list->add_option("--text", options->text, "Part of claim number, encounter, patient or payer")->needs(queue);
    runsSignedIn(*list, chosen, [options](const Runner& runner, app::Workspace& workspace) {
        return listClaims(runner, workspace, *options);
    });

    auto* totals = claims.add_subcommand("queues", "How much waits where");
    auto which = std::make_shared<std::string>();
    totals->add_option("--payers", *which, "The payers of one queue")->check(queues);
    runsSignedIn(*totals, chosen, [which](const Runner& runner, app::Workspace& workspace) {
        return listQueues(runner, workspace, *which);
    });

    auto* history = claims.add_subcommand("timeline", "A claim from encounter to payment");
    auto id = std::make_shared<std::string>();
    history->add_option("ENCOUNTER", *id, "Encounter")->required();
    runsSignedIn(*history, chosen,
                 [id](const Runner& runner, app::Workspace& workspace) { return timeline(runner, workspace, *id); });
}

}  // namespace cw::cli
