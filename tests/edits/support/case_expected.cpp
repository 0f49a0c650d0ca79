#include "case_builder.h"
#include "edits/rules.h"

#include <algorithm>

namespace cw::test {

namespace {

std::optional<Severity> severityNamed(std::string_view text)
{
    for (const auto severity : {Severity::note, Severity::warning, Severity::error})
        if (toString(severity) == text) return severity;
    return std::nullopt;
}

void mustBeRule(const CaseKey& key, const std::string& id)
{
    if (findRule(id) == nullptr) refuse(key, "the catalogue has no rule " + id);
}

}  // namespace

bool CaseBuilder::takeExpected(const CaseKey& key)
{
    const auto words = wordsOf(key.value);
    if (words.empty()) refuse(key, "has no value");
    if (key.name == "fires") {
        m_case.fires.push_back(expectation(key));
    } else if (key.name == "remedy") {
        mustBeRule(key, words[0]);
        Expectation remedy{.rule = words[0], .place = key.place};
        remedy.label = key.value.substr(std::min(words[0].size() + 1, key.value.size()));
        m_case.remedies.push_back(std::move(remedy));
    } else if (key.name == "quiet") {
        for (const auto& rule : partsOf(key.value)) {
            mustBeRule(key, rule);
            m_case.quiet.insert(rule);
        }
    } else if (key.name == "unchecked") {
        for (const auto& table : partsOf(key.value)) m_case.unchecked.insert(table);
    } else if (key.name == "clean") {
        m_case.isClean = yesNo(key, key.value);
    } else if (key.name == "on") {
        switchOn(key);
    } else {
        return false;
    }
    return true;
}

Expectation CaseBuilder::expectation(const CaseKey& key)
{
    const auto words = wordsOf(key.value);
    mustBeRule(key, words[0]);
    Expectation expected{.rule = words[0], .place = key.place};
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (const auto severity = severityNamed(words[i])) {
            expected.severity = severity;
            continue;
        }
        auto& subjects = expected.subjects ? *expected.subjects : expected.subjects.emplace();
        for (std::size_t at = 0; at < words[i].size();) {
            const auto end = std::min(words[i].find(',', at), words[i].size());
            const auto name = std::string_view(words[i]).substr(at, end - at);
            if (!name.empty() && name != "none") subjects.push_back(subject(key, name));
            at = end + 1;
        }
    }
    if (expected.subjects) std::sort(expected.subjects->begin(), expected.subjects->end());
    return expected;
}

void CaseBuilder::switchOn(const CaseKey& key)
{
    for (const auto& part : partsOf(key.value)) {
        const auto set = setterOf(part);  // "MO-19" or "MO-19=error"
        const auto& id = set.name.empty() ? set.value : set.name;
        mustBeRule(key, id);
        const auto level = set.name.empty() ? std::string(toString(findRule(id)->severity)) : set.value;
        m_case.policy.set(id, "", mustRead(key, parseRuleLevel(level), level));
    }
}

std::int64_t CaseBuilder::subject(const CaseKey& key, std::string_view name) const
{
    const auto digits = name.find_first_of("0123456789");
    const auto kind = name.substr(0, digits);
    const int number = digits == std::string_view::npos ? 1 : numberOf(key, name.substr(digits));
    const int base = kind == "dx"          ? 0
                     : kind == "line"      ? 100
                     : kind == "admitting" ? 300
                     : kind == "reason"    ? 350
                     : kind == "pcs"       ? 500
                                           : -1;
    const std::int64_t id = base + number;
    const auto& all = m_case.encounter;
    const bool isThere = all.find(DiagnosisId{id}) != nullptr || all.find(ProcedureId{id}) != nullptr;
    // Rows that the builder adds by itself come after all keys.
    if (base < 0 || (!isThere && id != 101 && id != 301)) refuse(key, "there is no row \"" + std::string(name) + "\"");
    return id;
}

}  // namespace cw::test
