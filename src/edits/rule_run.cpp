#include "edits/rule_run.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

std::string path(std::string_view root, std::size_t index, std::string_view member)
{
    return member.empty() ? fmt::format("/{}/{}", root, index) : fmt::format("/{}/{}/{}", root, index, member);
}

/// At most twelve characters, never cut inside one.
std::string shortened(std::string_view entered)
{
    std::size_t size = 0;
    for (int characters = 0; size < entered.size(); ++size) {
        const bool startsCharacter = (static_cast<unsigned char>(entered[size]) & 0xC0U) != 0x80U;
        if (startsCharacter && ++characters > 12) break;
    }
    return size == entered.size() ? std::string(entered) : std::string(entered.substr(0, size)) + "...";
}

}  // namespace

void RuleRun::report(Finding finding)
{
    finding.key.rule = m_rule.id;
    if (finding.diagnosis.isValid()) finding.key.subjects.push_back(finding.diagnosis.value);
    if (finding.procedure.isValid()) finding.key.subjects.push_back(finding.procedure.value);
    auto& subjects = finding.key.subjects;
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    finding.severity = std::min(finding.severity, m_rule.severity);
    if (finding.source.empty()) finding.source = m_rule.source;
    m_report.findings.push_back(std::move(finding));
}

void RuleRun::notChecked(std::string_view table, Date date)
{
    NotChecked missing{std::string(table), date};
    auto& all = m_report.notChecked;
    if (std::find(all.begin(), all.end(), missing) == all.end()) all.push_back(std::move(missing));
}

std::string diagnosisPath(std::size_t index)
{
    return path("diagnoses", index, {});
}

std::string linePath(std::size_t index, std::string_view member)
{
    return path("procedures", index, member);
}

std::string coveragePath(std::size_t index, std::string_view member)
{
    return path("coverages", index, member);
}

std::string listed(const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
        text += parts[i];
    }
    return text;
}

std::string shownDiagnosis(const Diagnosis& diagnosis)
{
    if (const auto code = Icd10CmCode::parse(diagnosis.code.text)) return code->dotted();
    return shortened(diagnosis.code.text);
}

std::string shownProcedure(const ProcedureLine& line)
{
    return shortened(line.code.text);
}

std::vector<std::string> codesOf(const ProcedureLine& line)
{
    if (line.code.text.empty()) return {};
    return {shownProcedure(line)};
}

std::string lineName(std::size_t index, const ProcedureLine& line)
{
    if (line.code.text.empty()) return fmt::format("Line {}", index + 1);
    return fmt::format("Line {} ({})", index + 1, shownProcedure(line));
}

std::optional<PrimaryCoverage> primaryCoverage(const Encounter& encounter)
{
    const Coverage* coverage = encounter.coverage(CoverageRank::primary);
    if (!coverage) return std::nullopt;
    return PrimaryCoverage{static_cast<std::size_t>(coverage - encounter.coverages.data()), coverage};
}

const Person* otherSubscriber(const Encounter& encounter)
{
    const Coverage* coverage = encounter.coverage(CoverageRank::primary);
    if (!coverage || !coverage->subscriber || !coverage->relationship) return nullptr;
    return *coverage->relationship == Relationship::self ? nullptr : &*coverage->subscriber;
}

std::vector<NamedProvider> presentProviders(const Encounter& encounter)
{
    const auto& all = encounter.providers;
    std::vector<NamedProvider> present;
    const auto add = [&present](std::string_view member, const std::optional<Provider>& provider) {
        if (provider) present.push_back({member, &*provider});
    };
    add("billing", all.billing);
    add("rendering", all.rendering);
    add("referring", all.referring);
    add("supervising", all.supervising);
    add("ordering", all.ordering);
    add("attending", all.attending);
    add("operating", all.operating);
    add("facility", all.facility);
    return present;
}

}  // namespace cw::edits
