#include "app/billing/claim_selection.h"
#include "app/billing/manifest.h"
#include "app/billing/print_offsets.h"
#include "app/billing/settle_items.h"
#include "base/digest.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::app {

namespace {

/// One export: what fits is read and checked first, without keeping others from writing; then numbers, files, records and
/// workflow go together in one transaction.
class Export {
public:
    Export(Workspace& workspace, const ExportRequest& request, const Progress& progress)
        : m_workspace(workspace), m_request(request), m_progress(progress)
    {}

    /// Somebody may change an encounter between reading and writing: then all is read once more, with their change.
    Result<ExportOutcome> run()
    {
        CW_CHECK(makeFolder());
        for (int tries = 1;; ++tries) {
            auto outcome = attempt();
            const bool changed =
                !outcome && outcome.error().kind == ErrorKind::conflict && outcome.error().id.starts_with("STORE-");
            if (!changed || tries == mostTries) return outcome;
            m_outcome = {};
            m_staged.clear();
            m_sent.clear();
        }
    }

private:
    static constexpr int mostTries = 3;

    Result<ExportOutcome> attempt()
    {
        CW_CHECK(choose());
        if (m_request.allOrNothing && !m_outcome.refused.empty()) return std::move(m_outcome);
        if (m_selection.fit.empty()) return std::move(m_outcome);
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        CW_CHECK(write(*tx));
        if (m_request.allOrNothing && !m_outcome.refused.empty()) return refusedAll();
        if (m_outcome.files.empty()) return std::move(m_outcome);
        CW_CHECK(markExported(*tx));
        if (m_progress.isCancelled()) return cancelled();
        // The bytes are on the disk before the records are final, and get their names right after it. Should the
        // machine stop between the two, the records hold the files: saveBatchFile() writes them again.
        CW_CHECK(tx->commit());
        CW_CHECK(place());
        return std::move(m_outcome);
    }

    Status makeFolder()
    {
        std::error_code failure;
        std::filesystem::create_directories(m_request.folder, failure);
        if (!failure) return {};
        return Error{ErrorKind::io, "APP-061", "the folder for claim files cannot be made: " + failure.message()};
    }

    Status choose()
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        CW_TRY(m_lists, billingLists(m_workspace, *tx));
        CW_TRY(m_selection, select(m_workspace, *tx, m_request, m_lists, true, m_progress));
        CW_TRY(m_offsets, printOffsets(m_workspace, *tx, m_request.form.value_or(ClaimForm::professional837)));
        m_outcome.refused = std::move(m_selection.refused);
        m_outcome.replacements = std::move(m_selection.filled);
        return {};
    }

    Status write(WriteTx& tx)
    {
        CW_TRY(m_versions, standings(tx));
        for (auto& group : groupForFiles(m_selection.fit, m_lists, m_versions)) {
            if (m_progress.isCancelled()) return cancelled();
            m_progress.report(static_cast<std::int64_t>(m_outcome.files.size()), 0, "Writing claim files");
            CW_CHECK(writeOne(tx, group));
        }
        return {};
    }

    /// Versions of the next claims. What a payer or a batch holds already is refused and taken out.
    Result<std::vector<int>> standings(ReadTx& tx)
    {
        std::vector<int> versions;
        std::vector<Billable> free;
        for (auto& billable : m_selection.fit) {
            const auto& encounter = billable.stored.encounter;
            CW_TRY(const auto standing, m_workspace.claims().standing(tx, encounter.row, billable.billed));
            CW_TRY(auto reason, heldReason(tx, encounter, standing));
            if (!reason.empty()) {
                m_outcome.refused.push_back({encounter.encounterId, std::move(reason)});
                continue;
            }
            versions.push_back(standing.nextVersion);
            free.push_back(std::move(billable));
        }
        m_selection.fit = std::move(free);
        return versions;
    }

    /// Why a claim cannot be made beside those that were: empty when it can.
    Result<std::string> heldReason(ReadTx& tx, const Encounter& encounter,
                                   const ClaimRepository::Standing& standing) const
    {
        if (standing.live && !m_request.test) {
            const auto& live = *standing.live;
            if (live.status == ClaimStatus::exported)
                return fmt::format("is in batch {} already, which waits for its answer", live.batchNumber);
            // A denied claim may go again as new where a payer takes no replacements; one that it holds or has paid may not.
            const auto& frequency = encounter.claim.frequencyCode;
            const bool isNew = frequency.empty() || frequency == "1";
            if (isNew && (live.status == ClaimStatus::accepted || live.status == ClaimStatus::paid))
                return fmt::format("the payer has claim {} ({}) already; send a replacement (7) or a void (8)",
                                   live.claimNumber, toString(live.status));
        }
        // "V-1001-2" may be the second claim of V-1001 or the first of a visit of that name.
        const auto number = claimNumberOf(encounter, standing.nextVersion);
        if (number.find('-') == std::string::npos) return std::string();
        CW_TRY(const auto others, m_workspace.claims().byNumber(tx, number));
        for (const auto& other : others)
            if (other.encounter != encounter.row)
                return fmt::format("claim number {} belongs to a claim of encounter {}", number, other.encounterId);
        return std::string();
    }

    Status writeOne(WriteTx& tx, const FileGroup& group)
    {
        ControlNumbers numbers;
        if (isX12(group.form)) {
            CW_TRY(numbers, m_workspace.claims().takeControlNumbers(tx));
        } else {
            CW_TRY(const auto batch, m_workspace.claims().takeBatchNumber(tx));
            numbers = {.interchange = 0, .group = 0, .batch = batch};
        }
        const bool test = m_request.test || group.partner.testOnly;
        CW_TRY(auto file,
               writeGroup(group, numbers, test, m_request.background, m_offsets, m_workspace.clock(), m_progress));
        for (const auto& refusal : file.refused)
            m_outcome.refused.push_back({refusal.encounterId, refusal.error.detail});
        m_outcome.replacements.insert(m_outcome.replacements.end(), file.replacements.begin(), file.replacements.end());
        // The whole file was refused: its numbers go to the next one, so that the record has no gap.
        if (file.claims.empty()) return m_workspace.claims().returnNumbers(tx, isX12(group.form));
        return record(tx, group, numbers, test, file);
    }

    Status record(WriteTx& tx, const FileGroup& group, const ControlNumbers& numbers, bool test, const ClaimFile& file)
    {
        Batch batch;
        batch.number = numbers.batch;
        batch.form = toString(group.form);
        batch.test = test;
        batch.fileName =
            fmt::format("{}{}-{:06}.{}", test ? "test-" : "", batch.form, batch.number, fileExtension(group.form));
        batch.digest = sha256Hex(file.bytes);
        batch.interchangeControlNumber = numbers.interchange;
        batch.groupControlNumber = numbers.group;
        batch.partner = group.partner.id;
        batch.partnerName = group.partner.name;
        batch.receiverId =
            group.partner.interchangeReceiver.empty() ? group.partner.receiverId : group.partner.interchangeReceiver;
        batch.claims = static_cast<int>(file.claims.size());
        batch.exportedAt = m_workspace.clock().now();
        batch.exportedBy = m_workspace.user().name;
        std::vector<NewClaim> claims;
        claims.reserve(file.claims.size());
        for (const auto& claim : file.claims) {
            batch.charges += claim.charges;
            claims.push_back(newClaim(group, claim));
            if (!test) m_sent.push_back(group.places[claim.index]);
        }
        CW_TRY(batch.id, m_workspace.claims().record(tx, batch, file.bytes, claims, m_workspace.actor()));
        CW_CHECK(m_workspace.audit().append(
            tx, {m_workspace.user().name,
                 test ? "claims.test" : "claims.export",
                 {},
                 fmt::format("batch {}, {} claims, sha256 {}", batch.number, batch.claims, batch.digest)}));
        return stage(std::move(batch), group, file);
    }

    NewClaim newClaim(const FileGroup& group, const ClaimInFile& claim) const
    {
        const auto& billable = m_selection.fit[group.places[claim.index]];
        const auto& encounter = billable.stored.encounter;
        const auto* coverage = encounter.coverage(claim.billed);
        const auto& frequency = encounter.claim.frequencyCode;
        NewClaim made;
        made.encounter = claim.encounter;
        made.claimNumber = claim.claimNumber;
        made.version = group.claims[claim.index].version;
        made.billed = claim.billed;
        made.frequency = frequency.empty() ? "1" : frequency;
        made.patientKey =
            patientMatchKey(encounter.patient.lastName, encounter.patient.firstName, encounter.patient.birthDate);
        made.serviceFrom = encounter.service.from;
        if (coverage != nullptr) {
            made.payerName = coverage->payer.name;
            made.payerId = coverage->payer.payerId;
            made.dueOn = m_lists.fileBy(encounter.service.from, made.payerId, coverage->payer.claimFilingCode,
                                        made.frequency != "1");
        }
        made.charges = claim.charges;
        made.snapshot = claim.segments;
        return made;
    }

    Status stage(Batch batch, const FileGroup& group, const ClaimFile& file)
    {
        const auto& own = group.partner.outFolder;
        // A partner's own folder takes real files only, and never in place of the folder that was asked for.
        const auto folder =
            own.empty() || batch.test || !m_request.usePartnerFolders ? m_request.folder : std::filesystem::path(own);
        const auto path = folder / batch.fileName;
        const auto manifest = manifestPath(path);
        std::error_code ignored;
        for (const auto& one : {path, manifest})
            if (std::filesystem::exists(one, ignored))
                return Error{ErrorKind::conflict, "APP-063",
                             one.filename().string() + " exists in that folder already; nothing was exported"};
        CW_TRY(auto staged, StagedFile::write(path, file.bytes));
        m_staged.push_back(std::move(staged));
        CW_TRY(auto beside, StagedFile::write(manifest, manifestOf(batch, file)));
        m_staged.push_back(std::move(beside));
        m_outcome.files.push_back({std::move(batch), group.payerName, path});
        return {};
    }

    Status markExported(WriteTx& tx)
    {
        std::vector<std::pair<EncounterRowId, WorkflowState>> seen;
        seen.reserve(m_sent.size());
        for (const auto place : m_sent) {
            const auto& stored = m_selection.fit[place].stored;
            seen.emplace_back(stored.encounter.row, stored.workflow);
        }
        CW_CHECK(m_workspace.encounters().setWorkflowOfMany(tx, seen, EncounterStatus::exported, "encounter.export",
                                                            m_workspace.actor()));
        return settleRejections(tx);
    }

    /// What was rejected before has been sent again, whoever mended it.
    Status settleRejections(WriteTx& tx)
    {
        for (const auto place : m_sent) {
            const auto row = m_selection.fit[place].stored.encounter.row;
            if (m_versions[place] == 1) continue;
            CW_TRY(const auto claims, m_workspace.claims().claimsOf(tx, row));
            for (const auto& claim : claims)
                CW_CHECK(closeItems(m_workspace, tx, claim.id, WorkItemKind::rejection, WorkItemOutcome::resent));
        }
        return {};
    }

    /// All that can be placed are; the batches of the others are named together.
    Status place()
    {
        std::vector<std::string> failed;
        std::optional<Error> first;
        for (std::size_t i = 0; i < m_staged.size(); ++i) {
            const auto placed = m_staged[i].place(false);
            if (placed) continue;
            if (!first) first = placed.error();
            auto batch = std::to_string(m_outcome.files[i / 2].batch.number);
            if (failed.empty() || failed.back() != batch) failed.push_back(std::move(batch));
        }
        if (!first) return {};
        return Error{first->kind, "APP-064",
                     fmt::format("batch {} is recorded but its file could not be placed ({}); save it again from the "
                                 "list of files",
                                 text::join(failed, ", "), first->detail)};
    }

    Result<ExportOutcome> refusedAll()
    {
        m_outcome.files.clear();
        return std::move(m_outcome);
    }
    static Error cancelled() { return {ErrorKind::cancelled, "APP-062", "export cancelled; nothing was written"}; }

    Workspace& m_workspace;
    const ExportRequest& m_request;
    const Progress& m_progress;
    BillingLists m_lists;
    Selection m_selection;
    std::vector<int> m_versions;  ///< Of the next claim of each that fits.
    paper::Offsets m_offsets;
    ExportOutcome m_outcome;
    std::vector<StagedFile> m_staged;  ///< File and manifest by turns; removed unless placed.
    std::vector<std::size_t> m_sent;   ///< Places in the selection.
};

}  // namespace

Result<ExportOutcome> BillingDesk::exportClaims(const ExportRequest& request, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    return Export(m_workspace, request, progress).run();
}

}  // namespace cw::app
