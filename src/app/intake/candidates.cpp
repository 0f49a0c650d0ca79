#include "app/intake/candidates.h"

#include "app/intake/matching.h"
#include "app/intake/person_match.h"

#include <algorithm>

namespace cw::app {

namespace {

constexpr std::size_t mostCandidates = 20;

class Candidates {
public:
    void add(const KnownPatient& patient)
    {
        const auto same = [&](const KnownPatient& other) { return other.id == patient.id; };
        if (patient.mergedInto.isValid() || m_found.size() >= mostCandidates) return;
        if (std::none_of(m_found.begin(), m_found.end(), same)) m_found.push_back(patient);
    }
    std::vector<KnownPatient> take() && { return std::move(m_found); }

private:
    std::vector<KnownPatient> m_found;
};

int rankOf(const EncounterSummary& summary, const std::optional<IncomingVisit>& visit)
{
    if (!visit) return 2;
    if (!visit->number.value.empty() && summary.encounterId == visit->number.value) return 0;
    if (!visit->from) return 2;
    const auto last = visit->to.value_or(*visit->from);
    return *visit->from <= summary.serviceFrom && summary.serviceFrom <= last ? 1 : 2;
}

}  // namespace

Result<std::vector<KnownPatient>> candidatesFor(Workspace& workspace, ReadTx& tx, const IncomingPatient& patient,
                                                PatientId nearest)
{
    auto& registry = workspace.patients();
    Candidates found;
    if (nearest.isValid()) {
        CW_TRY(const auto known, registry.find(tx, nearest));
        found.add(known);
    }
    const auto numbers = recordNumbers(patient);
    for (const auto& number : numbers) {
        CW_TRY(const auto exact, registry.byNumber(tx, number));
        if (exact) found.add(*exact);
    }
    for (const auto& number : numbers) {
        CW_TRY(const auto others, registry.byValue(tx, number.value));
        for (const auto& other : others) found.add(other);
    }
    if (patient.person.lastName.empty()) return std::move(found).take();
    CW_TRY(auto named, registry.search(tx, patient.person.lastName, 200));
    const auto contradicts = [&](const KnownPatient& one) { return differences(one.person, patient.person).size(); };
    std::stable_sort(named.begin(), named.end(),
                     [&](const auto& one, const auto& other) { return contradicts(one) < contradicts(other); });
    for (const auto& one : named) found.add(one);
    return std::move(found).take();
}

Result<std::vector<EncounterSummary>> encountersOfPatient(Workspace& workspace, ReadTx& tx, const KnownPatient& patient)
{
    WorklistFilter filter;
    filter.text = patient.person.mrn;
    CW_TRY(auto encounters, workspace.encounters().list(tx, filter));
    std::erase_if(encounters, [&](const EncounterSummary& one) { return one.mrn != patient.person.mrn; });
    std::reverse(encounters.begin(), encounters.end());
    return encounters;
}

Result<std::vector<EncounterSummary>> likelyEncounters(Workspace& workspace, ReadTx& tx,
                                                       const std::vector<KnownPatient>& candidates,
                                                       const std::optional<IncomingVisit>& visit)
{
    std::vector<EncounterSummary> found;
    for (const auto& candidate : candidates) {
        CW_TRY(const auto encounters, encountersOfPatient(workspace, tx, candidate));
        found.insert(found.end(), encounters.begin(), encounters.end());
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& one, const auto& other) { return rankOf(one, visit) < rankOf(other, visit); });
    return found;
}

Status rememberNumbers(Workspace& workspace, WriteTx& tx, const IncomingPatient& patient, PatientId owner)
{
    for (const auto& number : recordNumbers(patient)) {
        CW_TRY(const auto holder, workspace.patients().byNumber(tx, number));
        if (holder && holder->id == owner) continue;
        CW_CHECK(workspace.patients().addNumber(tx, owner, number));
        CW_CHECK(workspace.audit().append(
            tx, {workspace.user().name, "patient.number", {}, "patient " + std::to_string(owner.value)}));
    }
    return {};
}

}  // namespace cw::app
