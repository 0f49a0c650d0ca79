#pragma once

#include "app/workspace.h"
#include "base/file.h"
#include "claim/claim_file.h"
#include "claim/claim_queues.h"
#include "claim/paper/paper.h"
#include "edits/finding.h"

#include <optional>
#include <utility>

namespace cw::app {

struct Refusal {
    std::string encounterId;
    std::string reason;  ///< "PF-9 …", "not approved (new)", …
};

/// What would be sent in one file.
struct PreviewFile {
    std::string payerName;  ///< The only payer, or the partner's name.
    std::string payerId;
    std::string partnerName;
    ClaimForm form = ClaimForm::professional837;
    ClaimFile file;
    Money charges;
};

struct ClaimPreview {
    std::vector<PreviewFile>
        files;  ///< One for each partner and form, split at its limits; empty when nothing could be written.
    std::vector<Refusal> refused;
};

struct ExportedFile {
    Batch batch;
    std::string payerName;
    std::filesystem::path file;
};

struct ExportOutcome {
    std::vector<ExportedFile> files;  ///< Empty when every encounter was refused: then no file was written.
    std::vector<Refusal> refused;
    std::vector<std::string> replacements;  ///< Also values filled from the provider list, one sentence each.
};

struct ExportRequest {
    std::vector<std::string> encounterIds;
    std::optional<ClaimForm> form;  ///< Not set: 837P or 837I by the encounter's setting.
    std::filesystem::path folder;
    bool test = false;
    bool usePartnerFolders = false;      ///< Into TradingPartner::outFolder where one is set, else into `folder`.
    bool allOrNothing = false;           ///< One refusal, and nothing is written.
    std::optional<CoverageRank> billed;  ///< Not set: coverageToBill() of each encounter.
    paper::Background background = paper::Background::none;
};

/// The biller's use cases.
class BillingDesk {
public:
    explicit BillingDesk(Workspace& workspace) : m_workspace(workspace) {}

    // Queues: what is kept, at once; no edits are run.
    Result<std::vector<QueueTotal>> totals();
    Result<std::vector<PayerTotal>> byPayer(ClaimQueue queue);
    Result<std::vector<ReadyRow>> ready(const QueueFilter& filter);
    Result<std::vector<ClaimRecord>> claims(const QueueFilter& filter);
    /// Runs the edits on all approved encounters again and keeps what they say, as code tables may have changed since. Answers how many
    /// fail now.
    Result<int> checkApproved(const Progress& progress = {});

    /// As export would write them, with control numbers 1 and usage indicator T. Stores nothing.
    Result<ClaimPreview> preview(const ExportRequest& request, const Progress& progress = {});
    /// The same for encounters that are in no workspace.
    static Result<ClaimPreview> previewEncounters(const std::vector<Encounter>& encounters,
                                                  const std::shared_ptr<const RuleTables>& tables, const Clock& clock,
                                                  std::optional<ClaimForm> form);
    /// Writes one file `<form>-<batch>.<ext>` for each trading partner (without one: for each payer), split at its limits, into `folder`
    /// (made when missing), with a manifest `<form>-<batch>.manifest.json` beside it; records batches, claims and snapshots and marks the
    /// encounters exported, all in one transaction. A record is never without its file's bytes: they are part of it, and
    /// saveBatchFile() writes them again should the machine stop before the file has its name. An encounter with errors, not
    /// approved, or in a live batch is refused by name, the others go out (or nothing, as asked). A test file (ISA15 T) marks nothing
    /// exported and is no claim. All forms are claims; those that are no X12 take a batch number only.
    Result<ExportOutcome> exportClaims(const ExportRequest& request, const Progress& progress = {});
    Result<std::vector<Batch>> batches();
    Result<std::vector<ClaimRecord>> claims(std::optional<std::int64_t> batchNumber);
    /// The bytes of a batch's file as sent.
    Result<std::string> batchFile(BatchId batch);
    /// Writes a recorded file once more, byte for byte. Fails with notFound, or conflict when it is there.
    Result<std::filesystem::path> saveBatchFile(std::int64_t batchNumber, const std::filesystem::path& folder);
    /// The claims of the batch were never sent, or are taken back: its encounters are approved again. Fails as
    /// ClaimRepository::voidBatch() does, and with invalidInput (APP-270) without a reason.
    Status voidBatch(std::int64_t batchNumber, std::string_view reason);
    /// Back to the coder with a reason.
    Result<WorkflowState> sendBack(std::string_view encounterId, std::string_view reason);
    /// A rejected or denied claim whose encounter needs no coder (or has come back from one) is approved for sending again; the edits must be
    /// clean. `frequency` 7 or 8 takes the payer's claim number of the last answer; 1 sends it as new. Asks for
    /// the right to bill. Fails with notReady, conflict.
    Result<WorkflowState> resend(std::string_view encounterId, std::string_view frequency);
    /// A paid claim whose encounter has another coverage: writes the payer's answer into the encounter and approves it for that coverage. Fails
    /// with conflict (APP-271) when there is nothing to bill further.
    Result<WorkflowState> billNext(ClaimId claim);
    /// Which coverage the next export of an encounter bills.
    static CoverageRank coverageToBill(const Encounter& encounter);

private:
    Workspace& m_workspace;
};

}  // namespace cw::app
