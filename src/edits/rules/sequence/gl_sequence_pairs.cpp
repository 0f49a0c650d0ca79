#include "edits/rules/sequence/diagnosis_sides.h"
#include "edits/rules/sequence/gl_sequence.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace cw::edits {

namespace {

std::string filled(std::string_view text, const std::string& a, const std::string& b, std::string_view use)
{
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        result += text.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = text.find('}', open);
        const auto name = text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
        if (name == "a") result += a;
        if (name == "b") result += b;
        if (name == "use") result += use;
        text = close == std::string_view::npos ? std::string_view() : text.substr(close + 1);
    }
    return result;
}

/// Letters as bits, so that one look tells whether a pair can hold at all: the table has hundreds.
using Letters = std::uint32_t;

Letters letterBit(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? 1U << (letter - 'A') : ~0U;
}

bool canMatch(const CodePatterns& patterns, Letters seen)
{
    for (const auto& pattern : patterns.all()) {
        const char first = pattern.text().empty() ? '?' : pattern.text().front();
        const auto from = letterBit(first);
        // A range may reach into the letters behind its first one.
        if ((seen & (pattern.isRange() ? ~(from - 1) | from : from)) != 0) return true;
    }
    return false;
}

/// Calls `visit` for every diagnosis that is an `a` and the first `b` beside it, in the order of the table.
template <class Visit>
void eachPair(const RuleRun& run, std::string_view rule, Visit visit)
{
    const auto& diagnoses = run.view().diagnoses;
    if (diagnoses.size() < 2) return;
    Letters seen = 0;
    for (const auto& one : diagnoses) seen |= letterBit(one.code[0]);
    for (const auto& pair : run.data().pairsOf(rule)) {
        if (!canMatch(pair.a, seen) || !canMatch(pair.b, seen)) continue;
        for (const auto& a : diagnoses) {
            if (!pair.a.matches(a.code) || !pair.valid.contains(run.view().date)) continue;
            for (const auto& b : diagnoses) {
                if (&a == &b || a.code == b.code || !pair.b.matches(b.code)) continue;
                if (areOppositeSides(a.title(), b.title())) continue;
                visit(pair, a, b);
                break;
            }
        }
    }
}

const DiagnosisView* withCode(const EncounterView& view, std::string_view dotted)
{
    const auto wanted = Icd10CmCode::parse(dotted);
    if (!wanted) return nullptr;
    for (const auto& one : view.diagnoses)
        if (one.code == wanted->compact()) return &one;
    return nullptr;
}

}  // namespace

Finding pairFinding(const DiagnosisPair& pair, const DiagnosisView& a, const DiagnosisView& b, std::string_view use)
{
    auto finding = findingAt(a, b, Severity::warning);
    finding.message = filled(pair.message, a.dotted(), b.dotted(), use);
    finding.fix = filled(pair.fix, a.dotted(), b.dotted(), use);
    finding.source = pair.source;
    return finding;
}

/// GL-9: acute and chronic form of one condition, both at one indent of the Index, and the chronic one stands first.
void checkAcuteBeforeChronic(RuleRun& run)
{
    eachPair(run, "GL-9", [&run](const DiagnosisPair& pair, const DiagnosisView& acute, const DiagnosisView& chronic) {
        if (chronic.position > acute.position) return;
        auto finding = pairFinding(pair, acute, chronic, {});
        finding.remedies = {placeAfter(chronic, acute)};
        run.report(std::move(finding));
    });
}

/// GL-10: two codes that have a combination code, or a combination code beside what it already says.
void checkCombinationCode(RuleRun& run)
{
    std::vector<std::pair<const DiagnosisView*, const DiagnosisView*>> told;
    eachPair(run, "GL-10", [&](const DiagnosisPair& pair, const DiagnosisView& a, const DiagnosisView& b) {
        if (std::find(told.begin(), told.end(), std::pair(&a, &b)) != told.end()) return;
        told.emplace_back(&a, &b);
        auto finding = pairFinding(pair, a, b, pair.use);
        if (pair.use.empty()) {
            finding.remedies = {removeCode(b)};
        } else if (withCode(run.view(), pair.use)) {
            finding.fix = "Remove " + a.dotted() + ", because " + pair.use + " is listed.";
            finding.remedies = {removeCode(a)};
        } else {
            finding.remedies = {replaceBy(a, pair.use)};
        }
        run.report(std::move(finding));
    });
}

/// GL-12: a symptom that belongs to a diagnosis on the claim. Each symptom once, with the first diagnosis that has it.
void checkIntegralSymptom(RuleRun& run)
{
    std::vector<const DiagnosisView*> told;
    eachPair(run, "GL-12", [&](const DiagnosisPair& pair, const DiagnosisView& definite, const DiagnosisView& symptom) {
        if (std::find(told.begin(), told.end(), &symptom) != told.end()) return;
        told.push_back(&symptom);
        auto finding = pairFinding(pair, definite, symptom, {});
        finding.diagnosis = symptom.row->id;
        finding.key.subjects.push_back(definite.row->id.value);
        finding.remedies = {removeCode(symptom)};
        run.report(std::move(finding));
    });
}

/// GL-13: the first diagnosis is a symptom of a definite one further down.
void checkSymptomFirst(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first || !first->isUnder("R")) return;
    bool isTold = false;
    eachPair(run, "GL-13", [&](const DiagnosisPair& pair, const DiagnosisView& symptom, const DiagnosisView& definite) {
        if (&symptom != first || isTold) return;
        isTold = true;
        auto finding = pairFinding(pair, symptom, definite, {});
        finding.remedies = {makeFirst(definite)};
        run.report(std::move(finding));
    });
}

/// GL-33: diabetes "without complications" beside a condition that the Index takes for a complication of it.
void checkDiabetesWith(RuleRun& run)
{
    eachPair(run, "GL-33", [&run](const DiagnosisPair& pair, const DiagnosisView& diabetes, const DiagnosisView& with) {
        // The table names the code of type 2; the other types have the same endings.
        const auto use = diabetes.code.substr(0, 3) + pair.use.substr(std::min<std::size_t>(3, pair.use.size()));
        if (withCode(run.view(), use)) return;
        auto finding = pairFinding(pair, diabetes, with, use);
        finding.remedies = {replaceBy(diabetes, use)};
        run.report(std::move(finding));
    });
}

}  // namespace cw::edits
