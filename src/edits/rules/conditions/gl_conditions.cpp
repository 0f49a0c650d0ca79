#include "edits/rules/conditions/gl_conditions.h"

#include "edits/rule_families.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cw::edits {

namespace {

std::string filled(std::string text, const DiagnosisPair& pair, const DiagnosisView& a, const DiagnosisView& b)
{
    const std::array<std::pair<std::string_view, std::string>, 3> names = {
        {{"{a}", a.dotted()}, {"{b}", b.dotted()}, {"{use}", pair.use}}};
    for (const auto& [name, value] : names)
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
            text.replace(at, name.size(), value);
    return text;
}

const DiagnosisView* other(const EncounterView& view, const CodePatterns& codes, const DiagnosisView& than) noexcept
{
    for (const auto& diagnosis : view.diagnoses)
        if (&diagnosis != &than && codes.matches(diagnosis.code)) return &diagnosis;
    return nullptr;
}

void reportFirstPair(RuleRun& run, const DiagnosisView& a, Severity severity, PairRemedies remedies)
{
    for (const auto& pair : run.data().pairsOf(run.rule().id)) {
        if (!pair.a.matches(a.code) || !pair.valid.contains(run.view().date)) continue;
        const auto* b = other(run.view(), pair.b, a);
        if (!b) continue;
        Finding finding = findingAt(a, *b, severity);
        finding.message = filled(pair.message, pair, a, *b);
        finding.fix = filled(pair.fix, pair, a, *b);
        finding.source = pair.source;
        finding.remedies = remedies(pair, a, *b);
        run.report(std::move(finding));
        return;
    }
}

}  // namespace

void addRow(Finding& finding, const DiagnosisView& diagnosis)
{
    finding.at.push_back(diagnosisPath(diagnosis.index));
    finding.codes.push_back(diagnosis.dotted());
    finding.key.subjects.push_back(diagnosis.row->id.value);
}

void reportPairs(RuleRun& run, Severity severity, PairRemedies remedies)
{
    for (const auto& diagnosis : run.view().diagnoses) reportFirstPair(run, diagnosis, severity, remedies);
}

std::vector<Rule> conditionRules()
{
    std::vector<Rule> all;
    for (const auto part :
         {hypertensionConditions, heartConditions, organConditions, obstetricConditions, deliveryConditions,
          newbornConditions, injuryConditions, drugConditions, externalConditions, statusConditions, visitConditions}) {
        auto rules = part();
        all.insert(all.end(), std::make_move_iterator(rules.begin()), std::make_move_iterator(rules.end()));
    }
    return all;
}

}  // namespace cw::edits
