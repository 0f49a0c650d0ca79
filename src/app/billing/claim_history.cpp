#include "app/billing/claim_history.h"

#include "app/packet/history_words.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace cw::app {

namespace {

/// What is said of an encounter again and again and tells nothing of its way to payment, and what events of claims tell better.
bool isNoise(const std::string& action)
{
    constexpr std::array shown = {"encounter.", "claims.", "answers.", "denial."};
    constexpr std::array left = {"encounter.open",   "encounter.earlierCodes", "encounter.export",
                                 "encounter.assign", "encounter.accept",       "encounter.reject",
                                 "encounter.pay",    "encounter.deny",         "encounter.reverse"};
    const bool isShown =
        std::any_of(shown.begin(), shown.end(), [&](const char* start) { return action.starts_with(start); });
    return !isShown || std::find(left.begin(), left.end(), action) != left.end();
}

std::string capital(std::string words)
{
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

class Timeline {
public:
    Timeline(Workspace& workspace, ReadTx& tx) : m_workspace(workspace), m_tx(tx) {}

    Status addEncounter(const std::string& encounterId)
    {
        AuditFilter filter;
        filter.encounter = encounterId;
        filter.limit = 100'000;
        CW_TRY(const auto entries, m_workspace.audit().entries(m_tx, filter));
        for (const auto& entry : entries) {
            if (isNoise(entry.event.action)) continue;
            TimelineEntry line;
            line.at = entry.at;
            line.what = capital(packet::historyWords(entry.event));
            line.detail = entry.event.detail;
            line.by = entry.event.user;
            m_entries.push_back(std::move(line));
        }
        return {};
    }

    Status addClaim(const ClaimRecord& claim)
    {
        CW_TRY(const auto events, m_workspace.claims().events(m_tx, claim.id));
        for (const auto& event : events) {
            TimelineEntry line;
            line.at = event.at;
            line.what = event.sentence;
            line.detail = detailOf(claim, event);
            line.by = event.by;
            line.claim = claim.id;
            line.answer = event.file;
            if (event.kind == "exported") line.batch = claim.batch;
            CW_TRY(line.fileName, nameOf(event, claim));
            m_entries.push_back(std::move(line));
        }
        return {};
    }

    Status addSteps(const WorkItem& item)
    {
        CW_TRY(const auto steps, m_workspace.workItems().steps(m_tx, item.id));
        for (const auto& step : steps) {
            TimelineEntry line;
            line.at = step.at;
            line.what = capital(step.action) + (step.level > 0 ? ", level " + std::to_string(step.level) : "");
            line.detail = step.note;
            line.by = step.by;
            line.claim = item.claim;
            m_entries.push_back(std::move(line));
        }
        return {};
    }

    std::vector<TimelineEntry> oldestFirst() &&
    {
        std::stable_sort(m_entries.begin(), m_entries.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        for (auto& line : m_entries) line.when = m_workspace.clock().localDateTime(line.at);
        return std::move(m_entries);
    }

private:
    static std::string detailOf(const ClaimRecord& claim, const ClaimEvent& event)
    {
        auto detail = "claim " + claim.claimNumber;
        if (event.amount) detail += ", " + event.amount->grouped();
        if (!event.codes.empty()) detail += ", " + event.codes;
        return detail;
    }

    Result<std::string> nameOf(const ClaimEvent& event, const ClaimRecord& claim)
    {
        if (event.kind == "exported") {
            CW_TRY(const auto batch, m_workspace.claims().batchByNumber(m_tx, claim.batchNumber));
            return batch.fileName;
        }
        if (!event.file.isValid()) return std::string();
        if (m_names.empty()) {
            CW_TRY(const auto files, m_workspace.answers().files(m_tx));
            for (const auto& file : files) m_names[file.id] = file.name;
        }
        return m_names[event.file];
    }

    Workspace& m_workspace;
    ReadTx& m_tx;
    std::map<AnswerFileId, std::string> m_names;
    std::vector<TimelineEntry> m_entries;
};

/// Items of a claim, closed ones too.
Result<std::vector<WorkItem>> itemsOf(Workspace& workspace, ReadTx& tx, const ClaimRecord& claim)
{
    WorkItemFilter filter;
    filter.openOnly = false;
    filter.text = claim.claimNumber;
    CW_TRY(auto items, workspace.workItems().list(tx, filter));
    std::erase_if(items, [&](const WorkItem& item) { return item.claim != claim.id; });
    return items;
}

/// The next coverage after a decision: not billed yet, and not one that the payer has told already.
Result<std::optional<CoverageRank>> nextOf(Workspace& workspace, ReadTx& tx, const ClaimRecord& claim,
                                           const std::vector<ClaimPayment>& payments)
{
    std::optional<CoverageRank> next;
    if (claim.status != ClaimStatus::paid) return next;
    for (const auto& payment : payments) {
        const auto& status = payment.content.status;
        if (status == "19" || status == "20" || status == "21") return next;
    }
    CW_TRY(const auto stored, workspace.encounters().load(tx, claim.encounterId));
    for (const auto& coverage : stored.encounter.coverages)
        if (coverage.rank > claim.billed && (!next || coverage.rank < *next)) next = coverage.rank;
    if (!next) return next;
    CW_TRY(const auto standing, workspace.claims().standing(tx, claim.encounter, *next));
    if (standing.live) next.reset();
    return next;
}

Result<ClaimFile360> gather(Workspace& workspace, ReadTx& tx, const ClaimRecord& claim)
{
    ClaimFile360 file;
    file.claim = claim;
    CW_TRY(file.payments, workspace.answers().payments(tx, claim.id));
    CW_TRY(file.items, itemsOf(workspace, tx, claim));
    CW_TRY(file.next, nextOf(workspace, tx, claim, file.payments));
    CW_TRY(file.segments, workspace.claims().snapshot(tx, claim.id));
    Timeline timeline(workspace, tx);
    CW_CHECK(timeline.addEncounter(claim.encounterId));
    CW_TRY(const auto versions, workspace.claims().claimsOf(tx, claim.encounter));
    for (const auto& version : versions) CW_CHECK(timeline.addClaim(version));
    for (const auto& item : file.items) CW_CHECK(timeline.addSteps(item));
    file.timeline = std::move(timeline).oldestFirst();
    return file;
}

}  // namespace

Result<ClaimFile360> ClaimHistory::of(ClaimId claim)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto record, m_workspace.claims().claim(*tx, claim));
    return gather(m_workspace, *tx, record);
}

Result<ClaimFile360> ClaimHistory::ofEncounter(std::string_view encounterId)
{
    CW_CHECK(require(m_workspace, Permission::viewEncounters));
    CW_TRY(auto tx, m_workspace.work().beginRead());
    CW_TRY(const auto stored, m_workspace.encounters().load(*tx, encounterId));
    const auto row = stored.encounter.row;
    CW_TRY(const auto standing, m_workspace.claims().standing(*tx, row, CoverageRank::primary));
    if (standing.last) return gather(m_workspace, *tx, *standing.last);
    CW_TRY(const auto claims, m_workspace.claims().claimsOf(*tx, row));  // Voided and test ones, too.
    if (!claims.empty()) return gather(m_workspace, *tx, claims.back());
    return Error{ErrorKind::notFound, "APP-320", "no claim was sent for encounter " + std::string(encounterId)};
}

}  // namespace cw::app
