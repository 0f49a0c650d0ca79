#include "app/billing_desk.h"

#include "app/billing_selection.h"
#include "app/edit_report.h"
#include "app/steps.h"
#include "base/digest.h"
#include "base/file.h"

#include <algorithm>
#include <map>

namespace cw::app {

namespace {

struct PayerKey {
    std::string name;
    std::string id;
    auto operator<=>(const PayerKey&) const = default;
};

PayerKey payerOf(const Encounter& encounter)
{
    const auto* primary = encounter.coverage(CoverageRank::primary);
    return primary == nullptr ? PayerKey{} : PayerKey{primary->payer.name, primary->payer.payerId};
}

/// Claims of one billing provider stand together, so that its loop is written once.
void sortForFile(std::vector<const Encounter*>& encounters)
{
    std::stable_sort(encounters.begin(), encounters.end(), [](const Encounter* a, const Encounter* b) {
        const auto npi = [](const Encounter* e) {
            return e->providers.billing ? e->providers.billing->npi : std::string();
        };
        return npi(a) < npi(b);
    });
}

ClaimFileRequest requestFor(std::vector<const Encounter*> encounters, const Clock& clock)
{
    sortForFile(encounters);
    ClaimFileRequest request;
    request.submitter = submitterFrom(*encounters.front());
    request.encounters = std::move(encounters);
    request.day = clock.today();
    const auto time = clock.localTime(clock.now());
    request.minuteOfDay = std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3, 2));
    return request;
}

using ByPayer = std::map<PayerKey, std::vector<const Encounter*>>;

/// Takes out what the writer refuses, each tried alone so that the reason names its own encounter, and sorts the rest by
/// receiver.
ByPayer writable(const std::vector<const Encounter*>& encounters, const Clock& clock, std::vector<Refusal>& refused)
{
    ByPayer groups;
    for (const auto* encounter : encounters) {
        const auto alone = write837p(requestFor({encounter}, clock));
        if (alone)
            groups[payerOf(*encounter)].push_back(encounter);
        else
            refused.push_back({encounter->encounterId, alone.error().detail});
    }
    return groups;
}

Result<ClaimPreview> previewOf(const std::vector<const Encounter*>& encounters, const Clock& clock,
                               std::vector<Refusal> refused)
{
    ClaimPreview preview;
    preview.refused = std::move(refused);
    for (auto& [payer, group] : writable(encounters, clock, preview.refused)) {
        auto request = requestFor(std::move(group), clock);
        request.test = true;
        CW_TRY(auto file, write837p(request));
        preview.files.push_back({payer.name, payer.id, std::move(file)});
    }
    return preview;
}

std::string fileNameOf(std::int64_t batch, bool test)
{
    auto number = std::to_string(batch);
    if (number.size() < 6) number.insert(0, 6 - number.size(), '0');
    return std::string(test ? "test-" : "") + "837p-" + number + ".x12";
}

}  // namespace

Result<std::vector<PayerGroup>> BillingDesk::ready(const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    WorklistFilter filter;
    filter.statuses = {EncounterStatus::approved};
    CW_TRY(auto rows, m_workspace.encounters().list(*tx, filter));
    std::vector<StoredEncounter> stored;
    for (const auto& summary : rows) {
        if (progress.isCancelled()) return Error{ErrorKind::cancelled, "APP-060", "check cancelled"};
        CW_TRY(auto one, m_workspace.encounters().load(*tx, summary.encounterId));
        stored.push_back(std::move(one));
    }
    CW_TRY(const auto reports, reportsOn(m_workspace, *tx, pointersTo(stored), progress));
    return groupsOf(std::move(rows), stored, reports, m_workspace.clock().today());
}

Result<ClaimPreview> BillingDesk::preview(const std::vector<std::string>& encounterIds)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(auto fit, usable(m_workspace, *tx, encounterIds, false));
    return previewOf(pointersTo(fit.encounters), m_workspace.clock(), std::move(fit.refused));
}

Result<ClaimPreview> BillingDesk::previewEncounters(const std::vector<Encounter>& encounters,
                                                    const std::shared_ptr<const RuleTables>& tables, const Clock& clock)
{
    std::vector<Refusal> refused;
    std::vector<const Encounter*> fit;
    EditSetup setup;
    setup.tables = tables;
    CW_TRY(const auto reports, checkBook(entriesOf(encounters, clock.today()), setup, {}));
    for (std::size_t i = 0; i < encounters.size(); ++i) {
        const auto& encounter = encounters[i];
        auto reason = refusalReason(encounter, reports[i]);
        if (reason.empty())
            fit.push_back(&encounter);
        else
            refused.push_back({encounter.encounterId, std::move(reason)});
    }
    return previewOf(fit, clock, std::move(refused));
}

Result<ExportOutcome> BillingDesk::exportClaims(const std::vector<std::string>& encounterIds,
                                                const std::filesystem::path& folder, bool test,
                                                const Progress& progress)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error{ErrorKind::io, "APP-061", "the folder for claim files cannot be made: " + failure.message()};

    ExportOutcome outcome;
    CW_TRY(auto tx, m_workspace.work().beginWrite());
    CW_TRY(auto fit, usable(m_workspace, *tx, encounterIds, true));
    outcome.refused = std::move(fit.refused);
    const auto encounters = pointersTo(fit.encounters);
    std::vector<StagedFile> staged;
    for (auto& [payer, group] : writable(encounters, m_workspace.clock(), outcome.refused)) {
        if (progress.isCancelled())
            return Error{ErrorKind::cancelled, "APP-062", "export cancelled; nothing was written"};
        progress.report(static_cast<std::int64_t>(outcome.files.size()), 0, "Writing claim files");
        CW_TRY(auto exported, exportGroup(*tx, std::move(group), folder, test, outcome.replacements));
        exported.first.payerName = payer.name;
        outcome.files.push_back(std::move(exported.first));
        staged.push_back(std::move(exported.second));
    }
    if (outcome.files.empty()) return outcome;
    if (!test) CW_CHECK(markExported(*tx, fit.encounters, outcome.refused));
    // The bytes are on the disk before the records are final, and get their names right after it. Should the machine stop
    // between the two, the records hold the files: saveBatchFile() writes them again.
    CW_CHECK(tx->commit());
    for (std::size_t i = 0; i < staged.size(); ++i) {
        if (const auto placed = staged[i].place(false); !placed)
            return Error{placed.error().kind, "APP-064",
                         "batch " + std::to_string(outcome.files[i].batch.number) +
                             " is recorded but its file could not be placed (" + placed.error().detail +
                             "); save it again from the list of files"};
    }
    return outcome;
}

Result<std::pair<ExportedFile, StagedFile>> BillingDesk::exportGroup(WriteTx& tx,
                                                                     std::vector<const Encounter*> encounters,
                                                                     const std::filesystem::path& folder, bool test,
                                                                     std::vector<std::string>& replacements)
{
    auto request = requestFor(std::move(encounters), m_workspace.clock());
    CW_TRY(request.numbers, m_workspace.claims().takeControlNumbers(tx));
    request.test = test;
    CW_TRY(const auto file, write837p(request));
    replacements.insert(replacements.end(), file.replacements.begin(), file.replacements.end());

    Batch batch;
    batch.number = request.numbers.batch;
    batch.form = "837p";
    batch.test = test;
    batch.fileName = fileNameOf(batch.number, test);
    batch.digest = sha256Hex(file.bytes);
    batch.interchangeControlNumber = request.numbers.interchange;
    batch.claims = static_cast<int>(file.claims.size());
    batch.exportedAt = m_workspace.clock().now();
    batch.exportedBy = m_workspace.user().name;
    std::vector<NewClaim> claims;
    for (const auto& claim : file.claims) {
        batch.charges += claim.charges;
        claims.push_back({claim.encounter, claim.claimNumber, claim.charges, claim.segments});
    }
    CW_TRY(batch.id, m_workspace.claims().record(tx, batch, file.bytes, claims, m_workspace.actor()));
    CW_CHECK(m_workspace.audit().append(tx, {m_workspace.user().name,
                                             test ? "claims.test" : "claims.export",
                                             {},
                                             "batch " + std::to_string(batch.number) + ", " +
                                                 std::to_string(batch.claims) + " claims, sha256 " + batch.digest}));
    const auto path = folder / batch.fileName;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return Error{ErrorKind::conflict, "APP-063",
                     batch.fileName + " exists in that folder already; nothing was exported"};
    CW_TRY(auto staged, StagedFile::write(path, file.bytes));
    return std::pair(ExportedFile{std::move(batch), {}, path}, std::move(staged));
}

Status BillingDesk::markExported(WriteTx& tx, const std::vector<StoredEncounter>& encounters,
                                 const std::vector<Refusal>& refused)
{
    for (const auto& stored : encounters) {
        const bool stays = std::any_of(refused.begin(), refused.end(), [&stored](const Refusal& refusal) {
            return refusal.encounterId == stored.encounter.encounterId;
        });
        if (!stays) CW_CHECK(takeStep(m_workspace, tx, stored, WorkflowStep::exportClaim));
    }
    return {};
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
    CW_TRY(const auto all, batches());
    for (const auto& batch : all) {
        if (batch.number != batchNumber) continue;
        CW_TRY(const auto bytes, batchFile(batch.id));
        std::error_code failure;
        std::filesystem::create_directories(folder, failure);
        CW_CHECK(writeFileAtomically(folder / batch.fileName, bytes, false));
        return folder / batch.fileName;
    }
    return Error{ErrorKind::notFound, "APP-065", "no batch " + std::to_string(batchNumber)};
}

Result<WorkflowState> BillingDesk::sendBack(std::string_view encounterId, std::string_view reason)
{
    CW_CHECK(require(m_workspace, Permission::bill));
    return takeStepNow(m_workspace, encounterId, WorkflowStep::sendBack, reason);
}

}  // namespace cw::app
