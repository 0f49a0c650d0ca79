#include "edits/engine/incremental.h"

#include "edits/engine/rule_runner.h"
#include "edits/site/site_rule.h"

#include <iterator>

namespace cw {

namespace {

bool hasSameDiagnosis(const Diagnosis& a, const Diagnosis& b)
{
    return a.id == b.id && a.role == b.role && a.code == b.code && a.presentOnAdmission == b.presentOnAdmission;
}

bool hasSameLine(const ProcedureLine& a, const ProcedureLine& b)
{
    return a.id == b.id && a.system == b.system && a.code == b.code && a.modifiers == b.modifiers &&
           a.units == b.units && a.unitBasis == b.unitBasis && a.charge == b.charge && a.serviceFrom == b.serviceFrom &&
           a.serviceTo == b.serviceTo && a.placeOfService == b.placeOfService && a.pointers == b.pointers &&
           a.brokenPointers == b.brokenPointers && a.revenueCode == b.revenueCode && a.ndc == b.ndc && a.note == b.note;
}

template <class T, class Same>
bool areSame(const std::vector<T>& a, const std::vector<T>& b, Same same)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

template <class T>
bool hasSameEvidence(const std::vector<T>& a, const std::vector<T>& b)
{
    return areSame(a, b, [](const T& one, const T& other) { return one.evidence == other.evidence; });
}

Parts changedParts(const Encounter& a, const EditFacts& factsA, const Encounter& b, const EditFacts& factsB)
{
    Parts changed = 0;
    const auto note = [&changed](bool same, Parts bit) {
        changed = static_cast<Parts>(same ? changed : changed | bit);
    };
    note(areSame(a.diagnoses, b.diagnoses, hasSameDiagnosis), part::diagnoses);
    note(areSame(a.procedures, b.procedures, hasSameLine), part::lines);
    note(hasSameEvidence(a.diagnoses, b.diagnoses) && hasSameEvidence(a.procedures, b.procedures) &&
             factsA.evidence == factsB.evidence,
         part::evidence);
    note(a.patient == b.patient, part::patient);
    note(a.coverages == b.coverages, part::coverages);
    note(a.providers == b.providers, part::providers);
    note(a.claim == b.claim, part::claim);
    note(a.setting == b.setting && a.service == b.service && a.encounterId == b.encounterId, part::service);
    note(factsA.attestations == factsB.attestations, part::evidence);
    note(factsA.history == factsB.history, part::history);
    return changed;
}

}  // namespace

struct IncrementalEdits::State {
    struct Answer {
        std::vector<Finding> findings;
        std::vector<NotChecked> notChecked;
    };
    bool hasRun = false;
    Encounter encounter;
    EditFacts facts;
    EditPolicy policy;
    std::vector<Answer> answers;  ///< By place in the catalogue.
    int rulesRun = 0;

    /// Tables, day, payer, setting or levels that differ ask for everything anew.
    bool canReuse(const Encounter& now, const EditFacts& nowFacts, const EditOptions& options) const
    {
        static const EditPolicy none;
        const auto payerOf = [](const Encounter& one) {
            const auto* coverage = one.coverage(CoverageRank::primary);
            return coverage ? coverage->payer : Payer{};
        };
        return hasRun && facts.tables == nowFacts.tables && facts.today == nowFacts.today &&
               encounter.setting == now.setting && encounter.codingDate() == now.codingDate() &&
               payerOf(encounter) == payerOf(now) && policy == (options.policy ? *options.policy : none);
    }
};

IncrementalEdits::IncrementalEdits() : m_state(std::make_unique<State>()) {}
IncrementalEdits::~IncrementalEdits() = default;
IncrementalEdits::IncrementalEdits(IncrementalEdits&&) noexcept = default;
IncrementalEdits& IncrementalEdits::operator=(IncrementalEdits&&) noexcept = default;

void IncrementalEdits::forget()
{
    m_state = std::make_unique<State>();
}

int IncrementalEdits::rulesRun() const noexcept
{
    return m_state->rulesRun;
}

EditReport IncrementalEdits::run(const Encounter& encounter, const EditFacts& facts, const EditOptions& options)
{
    const auto& rules = ruleCatalogue();
    State& state = *m_state;
    const Parts changed = state.canReuse(encounter, facts, options)
                              ? changedParts(state.encounter, state.facts, encounter, facts)
                              : part::all;
    const edits::EncounterView view(encounter, facts);
    state.answers.resize(rules.size());
    state.rulesRun = 0;
    EditReport report;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        auto& answer = state.answers[i];
        if ((rules[i].inputs & changed) != 0) {
            EditReport own;
            edits::runRule(rules[i], view, options, own);
            answer = {std::move(own.findings), std::move(own.notChecked)};
            ++state.rulesRun;
        }
        report.findings.insert(report.findings.end(), answer.findings.begin(), answer.findings.end());
        report.notChecked.insert(report.notChecked.end(), answer.notChecked.begin(), answer.notChecked.end());
    }
    edits::finishReport(view, options, report);
    state.hasRun = true;
    state.encounter = encounter;
    state.facts = facts;
    state.policy = options.policy ? *options.policy : EditPolicy{};
    return report;
}

}  // namespace cw
