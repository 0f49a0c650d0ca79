#include "app/billing/claim_selection.h"
#include "claim/tables/claim_tables.h"
#include "import/encounter_json.h"

#include <algorithm>
#include <tuple>

namespace cw::app {

namespace {

/// What keeps two claims out of one file: form, receiver, and for a partner of our list its id.
struct FileKey {
    ClaimForm form;
    std::int64_t partner;
    std::string receiver;
    std::string receiverName;
    std::string submitter;
    auto operator<=>(const FileKey&) const = default;
};

FileKey keyOf(const Billable& billable, const TradingPartner& partner)
{
    // Paper and tables are read by people: a file for each payer, whoever carries it.
    const auto* coverage = billable.stored.encounter.coverage(billable.billed);
    if (!isX12(billable.form) && coverage != nullptr)
        return {billable.form, 0, coverage->payer.payerId, coverage->payer.name, {}};
    if (partner.id.isValid()) return {billable.form, partner.id.value, {}, {}, {}};
    return {billable.form, 0, partner.receiverId, partner.receiverName, partner.submitterId};
}

/// Claims of one billing provider stand together, so that its loop is written once; then those of one payer.
auto placeInFile(const Claim& claim)
{
    const auto& encounter = *claim.encounter;
    const auto* coverage = encounter.coverage(claim.billed);
    return std::tuple(encounter.providers.billing ? std::string_view(encounter.providers.billing->npi)
                                                  : std::string_view(),
                      coverage ? std::string_view(coverage->payer.payerId) : std::string_view());
}

void sortForFile(FileGroup& group)
{
    std::vector<std::size_t> order(group.claims.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&group](std::size_t a, std::size_t b) {
        return placeInFile(group.claims[a]) < placeInFile(group.claims[b]);
    });
    FileGroup sorted = group;
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.claims[i] = group.claims[order[i]];
        sorted.places[i] = group.places[order[i]];
    }
    group = std::move(sorted);
}

void namePayer(FileGroup& group)
{
    std::vector<std::pair<std::string_view, std::string_view>> payers;
    for (const auto& claim : group.claims) {
        const auto* coverage = claim.encounter->coverage(claim.billed);
        if (coverage) payers.emplace_back(coverage->payer.payerId, coverage->payer.name);
    }
    std::sort(payers.begin(), payers.end());
    payers.erase(std::unique(payers.begin(), payers.end()), payers.end());
    group.payerName = payers.size() == 1 ? std::string(payers.front().second) : group.partner.name;
    group.payerId = payers.size() == 1 ? std::string(payers.front().first) : std::string();
}

/// Parts of at most the partner's claims per file.
void splitInto(std::vector<FileGroup>& files, FileGroup group)
{
    const auto most = static_cast<std::size_t>(std::max(group.partner.claimsPerFile, 1));
    for (std::size_t first = 0; first < group.claims.size(); first += most) {
        const auto last = std::min(first + most, group.claims.size());
        FileGroup part{.form = group.form, .partner = group.partner};
        part.claims.assign(group.claims.begin() + static_cast<std::ptrdiff_t>(first),
                           group.claims.begin() + static_cast<std::ptrdiff_t>(last));
        part.places.assign(group.places.begin() + static_cast<std::ptrdiff_t>(first),
                           group.places.begin() + static_cast<std::ptrdiff_t>(last));
        namePayer(part);
        files.push_back(std::move(part));
    }
}

/// Encounter JSON of the claims of a file.
ClaimFile writeJson(const ClaimFileRequest& request)
{
    ClaimFile file;
    std::vector<ImportedEncounter> encounters;
    for (std::size_t i = 0; i < request.claims.size(); ++i) {
        const auto& claim = request.claims[i];
        const auto& encounter = *claim.encounter;
        encounters.push_back({encounter, {}});
        file.claims.push_back({.index = i,
                               .encounter = encounter.row,
                               .encounterId = encounter.encounterId,
                               .claimNumber = claim.number,
                               .billed = claim.billed,
                               .charges = encounter.totalCharges(),
                               .segments = writeEncounterJson({encounters.back()})});
    }
    file.bytes = writeEncounterJson(encounters);
    return file;
}

Result<ClaimFile> writeInForm(const ClaimFileRequest& request, paper::Background background,
                              const paper::Offsets& offsets, const Progress& progress)
{
    switch (request.form) {
    case ClaimForm::professional837:
    case ClaimForm::institutional837: return write837(request, progress);
    case ClaimForm::cms1500:
    case ClaimForm::ub04: return paper::writePaper(request, background, offsets, progress);
    case ClaimForm::csv: return writeCsv(request, progress);
    case ClaimForm::xlsx: return writeXlsx(request, progress);
    case ClaimForm::fhir: return writeFhirClaims(request, progress);
    case ClaimForm::json: return writeJson(request);
    }
    return ClaimFile{};
}

/// A partner without a contact, ids that do not fit: no claim of the file can go, those of other files can.
ClaimFile refusedAsAWhole(const FileGroup& group, const Error& error)
{
    ClaimFile file;
    for (std::size_t i = 0; i < group.claims.size(); ++i)
        file.refused.push_back({i, group.claims[i].encounter->encounterId, error});
    return file;
}

int minuteOf(const Clock& clock)
{
    const auto time = clock.localTime(clock.now());
    return std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3, 2));
}

}  // namespace

std::vector<FileGroup> groupForFiles(const std::vector<Billable>& fit, const BillingLists& lists,
                                     const std::vector<int>& versions)
{
    std::map<FileKey, FileGroup> groups;
    for (std::size_t i = 0; i < fit.size(); ++i) {
        const auto& billable = fit[i];
        const auto& encounter = billable.stored.encounter;
        auto partner = lists.partnerOf(encounter, billable.billed);
        auto key = keyOf(billable, partner);
        auto& group = groups[std::move(key)];
        if (group.claims.empty()) {
            group.form = billable.form;
            group.partner = std::move(partner);
        }
        const auto* payer = lists.payerOf(encounter, billable.billed);
        const int version = versions.empty() ? 1 : versions[i];
        group.claims.push_back({.encounter = &encounter,
                                .billed = billable.billed,
                                .number = claimNumberOf(encounter, version),
                                .version = version,
                                .referenceOnOriginal = payer != nullptr && payer->takesReferenceOnOriginals});
        group.places.push_back(i);
    }
    std::vector<FileGroup> files;
    for (auto& [key, group] : groups) {
        sortForFile(group);
        splitInto(files, std::move(group));
    }
    return files;
}

Result<ClaimFile> writeGroup(const FileGroup& group, const ControlNumbers& numbers, bool test,
                             paper::Background background, const paper::Offsets& offsets, const Clock& clock,
                             const Progress& progress)
{
    ClaimFileRequest request;
    request.claims = group.claims;
    request.form = group.form;
    request.partner = group.partner;
    request.numbers = numbers;
    request.test = test || group.partner.testOnly;
    request.day = clock.today();
    request.minuteOfDay = minuteOf(clock);
    auto file = writeInForm(request, background, offsets, progress);
    if (!file && file.error().kind == ErrorKind::invalidInput) return refusedAsAWhole(group, file.error());
    return file;
}

}  // namespace cw::app
