#include "app/billing/claim_selection.h"

#include "app/edit_report.h"
#include "base/text.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace cw::app {

namespace {

/// Loads what is there and, where it must be, approved; the others are refused. Each id counts once.
Result<std::vector<StoredEncounter>> loaded(Workspace& workspace, ReadTx& tx, const std::vector<std::string>& ids,
                                            bool mustBeApproved, std::vector<Refusal>& refused)
{
    CW_TRY(auto all, workspace.encounters().loadMany(tx, ids));
    std::unordered_set<std::string_view> there;
    for (const auto& one : all) there.insert(one.encounter.encounterId);
    for (const auto& id : ids)
        if (!there.contains(id)) refused.push_back({id, "no such encounter"});
    std::vector<StoredEncounter> kept;
    kept.reserve(all.size());
    for (auto& stored : all) {
        const bool fits = !mustBeApproved || stored.workflow.status == EncounterStatus::approved;
        if (fits)
            kept.push_back(std::move(stored));
        else
            refused.push_back(
                {stored.encounter.encounterId, "not approved: it is " + std::string(toString(stored.workflow.status))});
    }
    return kept;
}

void inOrderOf(const std::vector<std::string>& ids, std::vector<Refusal>& refused)
{
    if (refused.size() < 2) return;
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < ids.size(); ++i) places.emplace(ids[i], i);
    std::stable_sort(refused.begin(), refused.end(), [&places](const Refusal& a, const Refusal& b) {
        return places[a.encounterId] < places[b.encounterId];
    });
}

}  // namespace

std::string refusalReason(const Encounter& encounter, const EditReport& report, ClaimForm form, CoverageRank billed)
{
    if (!takes(form, encounter.setting))
        return std::string(displayName(form)) + " does not take an encounter of setting " +
               std::string(toString(encounter.setting));
    if (auto blocker = firstBlocker(report); !blocker.empty()) return blocker;
    if (encounter.coverage(billed) == nullptr) return "there is no coverage of that rank to bill";
    return {};
}

Result<Selection> select(Workspace& workspace, ReadTx& tx, const ExportRequest& request, const BillingLists& lists,
                         bool mustBeApproved, const Progress& progress)
{
    Selection selection;
    CW_TRY(auto stored, loaded(workspace, tx, request.encounterIds, mustBeApproved, selection.refused));
    std::vector<const Encounter*> pointers;
    for (auto& one : stored) {
        auto told = lists.fillIn(one.encounter);
        selection.filled.insert(selection.filled.end(), told.begin(), told.end());
        pointers.push_back(&one.encounter);
    }
    CW_TRY(auto reports, reportsOn(workspace, tx, pointers, progress));
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const auto& encounter = stored[i].encounter;
        const auto form = request.form.value_or(electronicForm(encounter.setting));
        const auto billed = request.billed.value_or(BillingDesk::coverageToBill(encounter));
        auto reason = refusalReason(encounter, reports[i], form, billed);
        if (reason.empty())
            selection.fit.push_back({std::move(stored[i]), billed, form, std::move(reports[i])});
        else
            selection.refused.push_back({encounter.encounterId, std::move(reason)});
    }
    inOrderOf(request.encounterIds, selection.refused);
    return selection;
}

}  // namespace cw::app
