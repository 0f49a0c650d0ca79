#include "tests/claim/read_back/ordering.h"

#include "tests/claim/read_back/values.h"

#include <algorithm>
#include <map>

namespace cw::read_back {

namespace {

bool isExternalCause(const Diagnosis& diagnosis)
{
    return !diagnosis.code.text.empty() && diagnosis.code.text.front() >= 'V' && diagnosis.code.text.front() <= 'Y';
}

int rankOf(const Diagnosis& diagnosis, bool institutional)
{
    if (diagnosis.role == DiagnosisRole::admitting) return 2;
    if (diagnosis.role == DiagnosisRole::reasonForVisit) return 3;
    return institutional && isExternalCause(diagnosis) ? 1 : 0;
}

void orderDiagnoses(Encounter& encounter)
{
    const bool institutional = encounter.setting != Setting::professional;
    auto& all = encounter.diagnoses;
    std::stable_sort(all.begin(), all.end(),
                     [=](const auto& a, const auto& b) { return rankOf(a, institutional) < rankOf(b, institutional); });
    std::map<DiagnosisId, DiagnosisId> places;
    std::int64_t place = 0;
    for (auto& diagnosis : all) {
        ++place;
        if (diagnosis.id.isValid()) places[diagnosis.id] = {place};
        diagnosis.id = {place};
    }
    for (auto& line : encounter.procedures)
        for (auto& pointer : line.pointers)
            if (const auto found = places.find(pointer); found != places.end()) pointer = found->second;
}

void orderAdjustments(std::vector<Adjustment>& adjustments)
{
    std::stable_sort(adjustments.begin(), adjustments.end(),
                     [](const auto& a, const auto& b) { return a.group < b.group; });
}

void orderLines(ReadBack& claim)
{
    auto& lines = claim.encounter.procedures;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].system != CodeSystem::icd10pcs) order.push_back(i);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].system == CodeSystem::icd10pcs) order.push_back(i);
    std::vector<ProcedureLine> ordered;
    std::map<int, int> places;
    for (const auto i : order) {
        ordered.push_back(lines[i]);
        ordered.back().id = {static_cast<std::int64_t>(ordered.size())};
        places[static_cast<int>(i) + 1] = static_cast<int>(ordered.size());
    }
    lines = std::move(ordered);
    for (auto& [rank, answer] : claim.answers) {
        for (auto& line : answer.lines) {
            if (const auto found = places.find(line.line); found != places.end()) line.line = found->second;
            orderAdjustments(line.adjustments);
        }
        std::stable_sort(answer.lines.begin(), answer.lines.end(),
                         [](const auto& a, const auto& b) { return a.line < b.line; });
        orderAdjustments(answer.adjustments);
    }
}

}  // namespace

void putInOrder(ReadBack& claim)
{
    orderDiagnoses(claim.encounter);
    orderLines(claim);
    auto& encounter = claim.encounter;
    std::stable_sort(encounter.coverages.begin(), encounter.coverages.end(),
                     [](const auto& a, const auto& b) { return a.rank < b.rank; });
    sortByQualifier(encounter.claim.references);
    if (encounter.providers.billing) sortByQualifier(encounter.providers.billing->references);
    sortByQualifier(encounter.claim.dates);
    sortByQualifier(encounter.claim.notes);
    sortByQualifier(encounter.claim.certifications);
    for (auto& line : encounter.procedures) {
        sortByQualifier(line.details.references);
        sortByQualifier(line.details.dates);
        sortByQualifier(line.details.notes);
        sortByQualifier(line.details.certifications);
        auto& providers = line.details.providers;
        std::stable_sort(providers.begin(), providers.end(),
                         [](const auto& a, const auto& b) { return a.role < b.role; });
        for (auto& provider : providers) sortByQualifier(provider.provider.references);
    }
}

}  // namespace cw::read_back
