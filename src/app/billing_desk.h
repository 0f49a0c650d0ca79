#pragma once

#include "app/workspace.h"
#include "claim/claim_file.h"
#include "edits/finding.h"

#include <optional>

namespace cw::app {

/// An approved encounter on its way to a claim, with what the edits say of it now.
struct ReadyClaim {
    EncounterSummary summary;
    int errors = 0;
    std::string firstError; ///< "PF-9: …"; empty when clean.
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
    std::string reason; ///< "PF-9 …", "not approved (new)", …
};

struct ClaimPreview {
    ClaimFile file; ///< Empty bytes when nothing could be written.
    std::vector<Refusal> refused;
};

struct ExportOutcome {
    std::optional<Batch> batch; ///< Not set when every encounter was refused: then no file was written.
    std::filesystem::path file;
    std::vector<Refusal> refused;
    std::vector<std::string> replacements;
};

/// The biller's use cases.
class BillingDesk {
public:
    explicit BillingDesk(Workspace& workspace) : m_workspace(workspace) {}

    /// Approved encounters by payer; runs the edits again, as code tables may have changed since.
    Result<std::vector<PayerGroup>> ready(const Progress& progress = {});
    /// As export would write it, with control numbers 1 and usage indicator T. Stores nothing.
    Result<ClaimPreview> preview(const std::vector<std::string>& encounterIds);
    /// The same for encounters that are in no workspace.
    static Result<ClaimPreview> previewEncounters(const std::vector<Encounter>& encounters, const CodeLibrary& library,
                                                  const Clock& clock);
    /// Writes one file `837p-<batch>.x12` into `folder` (made when missing), records batch, claims and snapshots and marks
    /// the encounters exported, in one transaction. The record is never without the file's bytes: they are part of it, and
    /// saveBatchFile() writes them again should the machine stop before the file has its name. An encounter with errors or
    /// not approved is refused by name, the others go out. A test file (ISA15 T) marks nothing exported.
    Result<ExportOutcome> exportClaims(const std::vector<std::string>& encounterIds, const std::filesystem::path& folder,
                                       bool test, const Progress& progress = {});
    Result<std::vector<Batch>> batches();
    Result<std::vector<ClaimRecord>> claims(std::optional<std::int64_t> batchNumber);
    /// The bytes of a batch's file as sent.
    Result<std::string> batchFile(BatchId batch);
    /// Writes a recorded file once more, byte for byte. Fails with notFound, or conflict when it is there.
    Result<std::filesystem::path> saveBatchFile(std::int64_t batchNumber, const std::filesystem::path& folder);
    /// Back to the coder with a reason.
    Result<WorkflowState> sendBack(std::string_view encounterId, std::string_view reason);

private:
    Workspace& m_workspace;
};

} // namespace cw::app
