#include "edits/rules.h"

#include "edits/code_tables.h"
#include "edits/engine/rule_runner.h"
#include "edits/rule_families.h"
#include "edits/site/site_rule.h"

#include <algorithm>

namespace cw {

Scopes scopeOf(Setting setting) noexcept
{
    switch (setting) {
    case Setting::professional: return scope::professional;
    case Setting::outpatient: return scope::outpatient;
    case Setting::inpatient: return scope::inpatient;
    }
    return 0;
}

const std::vector<Rule>& ruleCatalogue()
{
    static const std::vector<Rule> all = [] {
        using namespace edits;
        std::vector<Rule> rules;
        for (auto* family :
             {codeRules,         structureRules,    pcsRules,           procedureTextRules, specificityRules,
              noteRules,         sequenceRules,     conditionRules,     evidenceRules,      presentOnAdmissionRules,
              medicareCodeRules, outpatientRules,   ncciRules,          modifierRules,      partyRules,
              professionalRules, completenessRules, institutionalRules, timingRules,        necessityRules,
              workflowRules}) {
            auto part = family();
            rules.insert(rules.end(), part.begin(), part.end());
        }
        return rules;
    }();
    return all;
}

const Rule* findRule(std::string_view id)
{
    const auto& all = ruleCatalogue();
    const auto found = std::find_if(all.begin(), all.end(), [id](const Rule& rule) { return rule.id == id; });
    return found == all.end() ? nullptr : &*found;
}

EditReport runEdits(const Encounter& encounter, const EditFacts& facts, const EditOptions& options)
{
    const edits::EncounterView view(encounter, facts);
    EditReport report;
    for (const auto& rule : ruleCatalogue()) edits::runRule(rule, view, options, report);
    edits::finishReport(view, options, report);
    return report;
}

}  // namespace cw
