#include "app/billing_selection.h"

#include "app/edit_report.h"
#include "encounter/timely_filing.h"

#include <algorithm>
#include <map>

namespace cw::app {

namespace {

/// Loads what is there and, where it must be, approved; the others are refused. Each id counts once.
Result<Usable> loaded(Workspace& workspace, ReadTx& tx, const std::vector<std::string>& ids, bool mustBeApproved)
{
    Usable result;
    for (const auto& id : ids) {
        auto stored = workspace.encounters().load(tx, id);
        if (!stored && stored.error().kind == ErrorKind::notFound) {
            result.refused.push_back({id, "no such encounter"});
            continue;
        }
        if (!stored) return stored.error();
        const auto twice =
            std::any_of(result.encounters.begin(), result.encounters.end(),
                        [&id](const StoredEncounter& other) { return other.encounter.encounterId == id; });
        if (twice) continue;
        if (mustBeApproved && stored->workflow.status != EncounterStatus::approved) {
            result.refused.push_back({id, "not approved: it is " + std::string(toString(stored->workflow.status))});
            continue;
        }
        result.encounters.push_back(std::move(*stored));
    }
    return result;
}

}  // namespace

std::string refusalReason(const Encounter& encounter, const EditReport& report)
{
    if (encounter.setting != Setting::professional) return "an 837P claim takes professional encounters only";
    return firstBlocker(report);
}

std::vector<const Encounter*> pointersTo(const std::vector<StoredEncounter>& stored)
{
    std::vector<const Encounter*> encounters;
    for (const auto& one : stored) encounters.push_back(&one.encounter);
    return encounters;
}

Result<Usable> usable(Workspace& workspace, ReadTx& tx, const std::vector<std::string>& ids, bool mustBeApproved)
{
    CW_TRY(auto all, loaded(workspace, tx, ids, mustBeApproved));
    CW_TRY(const auto reports, reportsOn(workspace, tx, pointersTo(all.encounters), {}));
    Usable result;
    result.refused = std::move(all.refused);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        auto& stored = all.encounters[i];
        auto reason = refusalReason(stored.encounter, reports[i]);
        if (reason.empty())
            result.encounters.push_back(std::move(stored));
        else
            result.refused.push_back({stored.encounter.encounterId, std::move(reason)});
    }
    const auto place = [&ids](const Refusal& refusal) {
        return std::find(ids.begin(), ids.end(), refusal.encounterId);
    };
    std::stable_sort(result.refused.begin(), result.refused.end(),
                     [&place](const Refusal& a, const Refusal& b) { return place(a) < place(b); });
    return result;
}

std::vector<PayerGroup> groupsOf(std::vector<EncounterSummary> rows, const std::vector<StoredEncounter>& stored,
                                 const std::vector<EditReport>& reports, Date today)
{
    std::map<std::pair<std::string, std::string>, PayerGroup> groups;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto& summary = rows[i];
        ReadyClaim claim;
        claim.errors = blockers(reports[i]);
        claim.firstError = refusalReason(stored[i].encounter, reports[i]);
        if (claim.errors == 0 && !claim.firstError.empty()) claim.errors = 1;
        claim.fileBy = filingDeadline(summary.serviceFrom, summary.claimFilingCode);
        auto& group = groups[{summary.payerName, summary.payerId}];
        group.payerName = summary.payerName;
        group.payerId = summary.payerId;
        ++group.claims;
        group.charges += summary.charges;
        if (claim.errors > 0) ++group.failing;
        if (claim.fileBy) {
            claim.daysToFile = today.daysUntil(*claim.fileBy);
            group.fewestDaysToFile = std::min(group.fewestDaysToFile.value_or(claim.daysToFile), claim.daysToFile);
        }
        claim.summary = std::move(summary);
        group.rows.push_back(std::move(claim));
    }
    std::vector<PayerGroup> result;
    for (auto& [key, group] : groups) result.push_back(std::move(group));
    return result;
}

}  // namespace cw::app
