#include "case_runner.h"

#include "case_defaults.h"
#include "edits/attestation.h"

#include <algorithm>

namespace cw::test {

namespace {

EditReport runOnce(const CaseUnderTest& test, const std::shared_ptr<const RuleTables>& tables, EditContext context)
{
    const auto facts = gatherFacts(test.encounter, tables, std::move(context));
    if (!facts) throw std::runtime_error(test.place + ": " + describe(facts.error()));
    return runEdits(test.encounter, *facts, {.policy = &test.policy});
}

bool meets(const Finding& finding, const Expectation& expected)
{
    return finding.key.rule == expected.rule && (!expected.severity || finding.severity == *expected.severity) &&
           (!expected.subjects || finding.key.subjects == *expected.subjects);
}

std::string expectedText(const Expectation& expected)
{
    std::string text = expected.rule;
    if (expected.severity) text += " " + std::string(toString(*expected.severity));
    if (expected.subjects)
        for (const auto id : *expected.subjects) text += " " + std::to_string(id);
    return text;
}

std::string allOfRule(const EditReport& report, const std::string& rule)
{
    std::string text;
    for (const auto& finding : report.findings)
        if (finding.key.rule == rule) text += "\n      it said: " + briefly(finding);
    return text;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// What holds for every finding whatever its rule.
std::string faultOfForm(const Finding& finding, const Encounter& encounter)
{
    const auto* rule = findRule(finding.key.rule);
    if (rule == nullptr) return "its rule is not in the catalogue";
    if (!finding.message.ends_with(".")) return "the message is no sentence";
    if (!finding.fix.ends_with(".")) return "the fix is no sentence: \"" + finding.fix + "\"";
    if (finding.source.empty()) return "it has no source";
    if (finding.at.empty()) return "it has no place";
    for (const auto& at : finding.at)
        if (!at.starts_with("/")) return "\"" + at + "\" is no pointer";
    if (!std::is_sorted(finding.key.subjects.begin(), finding.key.subjects.end())) return "subjects are not sorted";
    if (rule->advisory && rule->offByDefault && !finding.message.starts_with("Advisory: "))
        return "an advisory rule must say so";
    if (finding.diagnosis.isValid() && encounter.find(finding.diagnosis) == nullptr)
        return "its diagnosis is not there";
    if (finding.procedure.isValid() && encounter.find(finding.procedure) == nullptr) return "its line is not there";
    for (const auto& word : secretWords())
        for (const auto* text : {&finding.message, &finding.fix, &finding.source, &finding.basis, &finding.note})
            if (text->find(word) != std::string::npos) return "it names a person";
    return {};
}

void checkForms(const CaseUnderTest& test, const EditReport& report, std::vector<std::string>& complaints)
{
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const auto& finding = report.findings[i];
        if (const auto fault = faultOfForm(finding, test.encounter); !fault.empty())
            complaints.push_back(test.place + ": " + briefly(finding) + ": " + fault);
        for (std::size_t j = 0; j < i; ++j)
            if (report.findings[j].key == finding.key && report.findings[j].message == finding.message)
                complaints.push_back(test.place + ": said twice: " + briefly(finding));
    }
}

void checkFires(const CaseUnderTest& test, const EditReport& report, std::vector<std::string>& complaints)
{
    const auto& all = report.findings;
    for (const auto& expected : test.fires)
        if (std::none_of(all.begin(), all.end(), [&](const auto& finding) { return meets(finding, expected); }))
            complaints.push_back(expected.place + ": did not fire: " + expectedText(expected) +
                                 allOfRule(report, expected.rule));
    for (const auto& expected : test.remedies) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& finding) {
            return finding.key.rule == expected.rule && !finding.remedies.empty() &&
                   lower(finding.remedies.front().label).find(lower(expected.label)) != std::string::npos;
        });
        if (found != all.end()) continue;
        auto complaint = expected.place + ": no finding of " + expected.rule + " offers \"" + expected.label + "\"";
        for (const auto& finding : all)
            if (finding.key.rule == expected.rule && !finding.remedies.empty())
                complaint += "\n      it offered: " + finding.remedies.front().label;
        complaints.push_back(std::move(complaint));
    }
}

}  // namespace

std::string briefly(const Finding& finding)
{
    std::string text = finding.key.rule + " " + std::string(toString(finding.severity)) + " [";
    for (const auto id : finding.key.subjects) text += (text.back() == '[' ? "" : ",") + std::to_string(id);
    return text + "] " + finding.message;
}

EditReport runCase(const CaseUnderTest& test, const std::shared_ptr<const RuleTables>& tables)
{
    if (test.attestations.empty()) return runOnce(test, tables, test.context);
    auto context = test.context;
    const auto before = runOnce(test, tables, context);
    std::int64_t next = 1;
    for (const auto& made : test.attestations) {
        Attestation attestation{.id = {next++}, .key = made.key, .by = {made.who, {1'700'000'000'000}, made.why}};
        for (const auto& finding : before.findings)
            if (finding.key == made.key) attestation.basis = basisOf(test.encounter, finding);
        if (made.isStale) attestation.basis = "other facts";
        context.attestations.push_back(std::move(attestation));
    }
    return runOnce(test, tables, std::move(context));
}

std::vector<std::string> complaintsOf(const CaseUnderTest& test, const EditReport& report)
{
    std::vector<std::string> complaints;
    checkFires(test, report, complaints);
    for (const auto& finding : report.findings) {
        if (test.quiet.contains(finding.key.rule))
            complaints.push_back(test.place + ": was to be quiet: " + briefly(finding));
        if (test.isClean && finding.severity == Severity::error)
            complaints.push_back(test.place + ": a clean encounter: " + briefly(finding));
    }
    for (const auto& table : test.unchecked)
        if (std::none_of(report.notChecked.begin(), report.notChecked.end(),
                         [&](const auto& one) { return one.table == table; }))
            complaints.push_back(test.place + ": \"" + table + "\" is not among the tables not checked");
    checkForms(test, report, complaints);
    return complaints;
}

}  // namespace cw::test
