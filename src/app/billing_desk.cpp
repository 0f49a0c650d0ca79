#include "app/billing_desk.h"

#include "app/billing/claim_selection.h"
#include "app/billing/print_offsets.h"
#include "app/billing/settle_items.h"
#include "app/edit_report.h"
#include "app/steps.h"
#include "base/text.h"

#include <algorithm>

namespace cw::app {

namespace {

constexpr std::size_t checkedAtOnce = 500;

Result<ClaimPreview> previewOf(const std::vector<Billable>& fit, const BillingLists& lists, const Clock& clock,
                               paper::Background background, const paper::Offsets& offsets,
                               std::vector<Refusal> refused, const Progress& progress)
{
    ClaimPreview preview;
    preview.refused = std::move(refused);
    for (auto& group : groupForFiles(fit, lists, {})) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "APP-060", "preview cancelled"};
        CW_TRY(auto file, writeGroup(group, ControlNumbers{}, true, background, offsets, clock, progress));
        for (const auto& refusal : file.refused) preview.refused.push_back({refusal.encounterId, refusal.error.detail});
        if (file.claims.empty()) continue;
        PreviewFile one{group.payerName, group.payerId, group.partner.name, group.form, std::move(file), {}};
        for (const auto& claim : one.file.claims) one.charges += claim.charges;
        preview.files.push_back(std::move(one));
    }
    return preview;
}

}  // namespace

CoverageRank BillingDesk::coverageToBill(const Encounter& encounter)
{
    for (const auto rank : {CoverageRank::primary, CoverageRank::secondary, CoverageRank::tertiary})
        if (const auto* coverage = encounter.coverage(rank); coverage && coverage->adjudication.empty()) return rank;
    return CoverageRank::primary;
}

Result<std::vector<QueueTotal>> BillingDesk::totals()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.claimQueues().totals(*tx);
}

Result<std::vector<PayerTotal>> BillingDesk::byPayer(ClaimQueue queue)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(auto payers, m_workspace.claimQueues().byPayer(*tx, queue));
    CW_TRY(const auto lists, billingLists(m_workspace, *tx));
    for (auto& payer : payers)
        if (payer.earliestService)
            payer.earliestFileBy = lists.fileBy(*payer.earliestService, payer.payerId, payer.claimFilingCode, false);
    return payers;
}

Result<std::vector<ReadyRow>> BillingDesk::ready(const QueueFilter& filter)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(auto rows, m_workspace.claimQueues().ready(*tx, filter));
    CW_TRY(const auto lists, billingLists(m_workspace, *tx));
    for (auto& row : rows)
        row.fileBy = lists.fileBy(row.summary.serviceFrom, row.summary.payerId, row.summary.claimFilingCode, false);
    return rows;
}

Result<std::vector<ClaimRecord>> BillingDesk::claims(const QueueFilter& filter)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.claimQueues().claims(*tx, filter);
}

Result<int> BillingDesk::checkApproved(const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    std::vector<std::string> ids;
    {
        CW_TRY(auto tx, m_workspace.work().beginRead());
        WorklistFilter filter;
        filter.statuses = {EncounterStatus::approved};
        CW_TRY(const auto rows, m_workspace.encounters().list(*tx, filter));
        for (const auto& row : rows) ids.push_back(row.encounterId);
    }
    int failing = 0;
    for (std::size_t first = 0; first < ids.size(); first += checkedAtOnce) {
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "APP-272", "check of approved encounters cancelled"};
        progress.report(static_cast<std::int64_t>(first), static_cast<std::int64_t>(ids.size()), "Checking claims");
        const auto last = std::min(first + checkedAtOnce, ids.size());
        const std::vector<std::string> portion(ids.begin() + static_cast<std::ptrdiff_t>(first),
                                               ids.begin() + static_cast<std::ptrdiff_t>(last));
        std::vector<StoredEncounter> stored;
        std::vector<const Encounter*> encounters;
        std::vector<EditReport> reports;
        {
            // The edits keep nobody from writing.
            CW_TRY(auto reading, m_workspace.work().beginRead());
            CW_TRY(stored, m_workspace.encounters().loadMany(*reading, portion));
            std::erase_if(stored, [](const auto& one) { return one.workflow.status != EncounterStatus::approved; });
            for (const auto& one : stored) encounters.push_back(&one.encounter);
            CW_TRY(reports, reportsOn(m_workspace, *reading, encounters, {}));
        }
        CW_TRY(auto tx, m_workspace.work().beginWrite());
        for (std::size_t i = 0; i < reports.size(); ++i) {
            if (!reports[i].isReady()) ++failing;
            CW_CHECK(keepResult(m_workspace, *tx, *encounters[i], reports[i]));
        }
        CW_CHECK(tx->commit());
    }
    return failing;
}

Result<ClaimPreview> BillingDesk::preview(const ExportRequest& request, const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto lists, billingLists(m_workspace, *tx));
    CW_TRY(auto selection, select(m_workspace, *tx, request, lists, false, progress));
    CW_TRY(const auto offsets, printOffsets(m_workspace, *tx, request.form.value_or(ClaimForm::professional837)));
    CW_TRY(auto preview, previewOf(selection.fit, lists, m_workspace.clock(), request.background, offsets,
                                   std::move(selection.refused), progress));
    if (!preview.files.empty()) {
        auto& told = preview.files.front().file.replacements;
        told.insert(told.begin(), selection.filled.begin(), selection.filled.end());
    }
    return preview;
}

Result<ClaimPreview> BillingDesk::previewEncounters(const std::vector<Encounter>& encounters,
                                                    const std::shared_ptr<const RuleTables>& tables, const Clock& clock,
                                                    std::optional<ClaimForm> form)
{
    std::vector<Refusal> refused;
    std::vector<Billable> fit;
    EditSetup setup;
    setup.tables = tables;
    CW_TRY(auto reports, checkBook(entriesOf(encounters, clock.today()), setup, {}));
    for (std::size_t i = 0; i < encounters.size(); ++i) {
        const auto& encounter = encounters[i];
        const auto wanted = form.value_or(electronicForm(encounter.setting));
        const auto billed = coverageToBill(encounter);
        auto reason = refusalReason(encounter, reports[i], wanted, billed);
        if (!reason.empty()) {
            refused.push_back({encounter.encounterId, std::move(reason)});
            continue;
        }
        Billable billable{{}, billed, wanted, std::move(reports[i])};
        billable.stored.encounter = encounter;
        fit.push_back(std::move(billable));
    }
    return previewOf(fit, {}, clock, paper::Background::none, {}, std::move(refused), {});
}

Result<std::vector<Batch>> BillingDesk::batches()
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.claims().batches(*tx);
}

Result<std::vector<ClaimRecord>> BillingDesk::claims(std::optional<std::int64_t> batchNumber)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.claims().claims(*tx, batchNumber);
}

Result<std::string> BillingDesk::batchFile(BatchId batch)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    return m_workspace.claims().batchFile(*tx, batch);
}

Result<std::filesystem::path> BillingDesk::saveBatchFile(std::int64_t batchNumber, const std::filesystem::path& folder)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    const auto batch = m_workspace.claims().batchByNumber(*tx, batchNumber);
    if (!batch && batch.error().kind == ErrorKind::notFound)
        return Error{ErrorKind::notFound, "APP-065", "no batch " + std::to_string(batchNumber)};
    if (!batch) return batch.error();
    CW_TRY(const auto bytes, m_workspace.claims().batchFile(*tx, batch->id));
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name, "claims.save again", {}, "batch " + std::to_string(batchNumber)}));
    CW_CHECK(writeFileAtomically(folder / batch->fileName, bytes, false));
    CW_CHECK(tx->commit());
    return folder / batch->fileName;
}

Status BillingDesk::voidBatch(std::int64_t batchNumber, std::string_view reason)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    reason = text::trim(reason);
    if (reason.empty())
        return Error{ErrorKind::invalidInput, "APP-270",
                     "to void batch " + std::to_string(batchNumber) + " takes a reason"};
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(const auto batch, m_workspace.claims().batchByNumber(*tx, batchNumber));
    CW_TRY(const auto claims, m_workspace.claims().claims(*tx, batchNumber));
    CW_CHECK(m_workspace.claims().voidBatch(*tx, batch.id, reason, m_workspace.actor()));
    for (const auto& claim : claims) {
        if (batch.test) break;
        CW_CHECK(closeItems(m_workspace, *tx, claim.id, std::nullopt, WorkItemOutcome::voided));
        CW_TRY(const auto stored, m_workspace.encounters().load(*tx, claim.encounterId));
        const auto status = stored.workflow.status;
        if (status != EncounterStatus::exported && status != EncounterStatus::rejected) continue;
        CW_TRY([[maybe_unused]] const auto state, takeStep(m_workspace, *tx, stored, WorkflowStep::takeBack, reason));
    }
    CW_CHECK(m_workspace.audit().append(
        *tx, {m_workspace.user().name,
              "claims.void",
              {},
              "batch " + std::to_string(batchNumber) + ", " + std::to_string(claims.size()) + " claims"}));
    return tx->commit();
}

Result<WorkflowState> BillingDesk::sendBack(std::string_view encounterId, std::string_view reason)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    return takeStepNow(m_workspace, encounterId, WorkflowStep::sendBack, reason);
}

}  // namespace cw::app
