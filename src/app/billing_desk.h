#pragma once

#include "app/workspace.h"
#include "base/file.h"
#include "claim/claim_file.h"
#include "edits/finding.h"

#include <optional>
#include <utility>

namespace cw::app {

/// An approved encounter on its way to a claim, with what the edits say of it now.
struct ReadyClaim {
    EncounterSummary summary;
    int errors = 0;
    std::string firstError;  ///< "PF-9: …"; empty when clean.
    std::optional<Date> fileBy;
    int daysToFile = 0;
};

struct PayerGroup {
    std::string payerName;
    std::string payerId;
    int claims = 0;
    Money charges;
    int failing = 0;
    std::optional<int> fewestDaysToFile;
    std::vector<ReadyClaim> rows;
};

struct Refusal {
    std::string encounterId;
    std::string reason;  ///< "PF-9 …", "not approved (new)", …
};

/// What would be sent to one payer.
struct PreviewFile {
    std::string payerName;
    std::string payerId;
    ClaimFile file;
};

struct ClaimPreview {
    std::vector<PreviewFile> files;  ///< One for each payer; empty when nothing could be written.
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
    std::vector<std::string> replacements;
};

/// The biller's use cases.
class BillingDesk {
public:
    explicit BillingDesk(Workspace& workspace) : m_workspace(workspace) {}

    /// Approved encounters by payer; runs the edits again, as code tables may have changed since.
    Result<std::vector<PayerGroup>> ready(const Progress& progress = {});
    /// As export would write them, with control numbers 1 and usage indicator T. Stores nothing.
    Result<ClaimPreview> preview(const std::vector<std::string>& encounterIds);
    /// The same for encounters that are in no workspace.
    static Result<ClaimPreview> previewEncounters(const std::vector<Encounter>& encounters,
                                                  const std::shared_ptr<const RuleTables>& tables, const Clock& clock);
    /// Writes one file `837p-<batch>.x12` for each payer (the receiver, 837P 1000B) into `folder` (made when missing), records
    /// batches, claims and snapshots and marks the encounters exported, all in one transaction. A record is never without
    /// its file's bytes: they are part of it, and saveBatchFile() writes them again should the machine stop before the file
    /// has its name. An encounter with errors or not approved is refused by name, the others go out. A test file (ISA15 T)
    /// marks nothing exported.
    Result<ExportOutcome> exportClaims(const std::vector<std::string>& encounterIds,
                                       const std::filesystem::path& folder, bool test, const Progress& progress = {});
    Result<std::vector<Batch>> batches();
    Result<std::vector<ClaimRecord>> claims(std::optional<std::int64_t> batchNumber);
    /// The bytes of a batch's file as sent.
    Result<std::string> batchFile(BatchId batch);
    /// Writes a recorded file once more, byte for byte. Fails with notFound, or conflict when it is there.
    Result<std::filesystem::path> saveBatchFile(std::int64_t batchNumber, const std::filesystem::path& folder);
    /// Back to the coder with a reason.
    Result<WorkflowState> sendBack(std::string_view encounterId, std::string_view reason);

private:
    /// Numbers, writes and records one file, and stages it under its name.
    Result<std::pair<ExportedFile, StagedFile>> exportGroup(WriteTx& tx, std::vector<const Encounter*> encounters,
                                                            const std::filesystem::path& folder, bool test,
                                                            std::vector<std::string>& replacements);
    Status markExported(WriteTx& tx, const std::vector<StoredEncounter>& encounters,
                        const std::vector<Refusal>& refused);

    Workspace& m_workspace;
};

}  // namespace cw::app
