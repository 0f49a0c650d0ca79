#include "edits/rules/line_facts.h"
#include "edits/rules/modifiers/mo_rules.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace cw::edits {

namespace {

/// Modifiers of notices that do not go together (Medicare Claims Processing Manual, ch. 30).
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> contrary = {
    {{"GA", "GZ"}, {"GA", "GY"}, {"GY", "GZ"}, {"GA", "GX"}, {"GX", "GZ"}}};

void reportNotice(RuleRun& run, const LineView& line, std::string message, std::string fix)
{
    auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::warning);
    finding.message = "Advisory: " + std::move(message);
    finding.fix = std::move(fix);
    run.report(std::move(finding));
}

bool isLevel2(std::string_view code)
{
    return code.front() >= 'A' && code.front() <= 'Z';
}

/// Why Medicare does not cover the code; empty when it may.
std::string notCoveredSource(RuleRun& run, const LineView& line)
{
    if (isLevel2(line.code) && isListed(run, "hcpcs-not-covered", line))
        return "HCPCS July 2024, coverage code I, M or S";
    const auto* row = feeRowOf(run, line);
    if (row && row->status == "N") return feeSource(run, line.from, "status N");
    return {};
}

}  // namespace

/// MO-16: notices of non-coverage that contradict each other.
void checkNotices(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!line.hasAnyModifier({"GA", "GX", "GY", "GZ"})) continue;
        for (const auto& [one, other] : contrary)
            if (line.hasModifier(one) && line.hasModifier(other))
                reportNotice(run, line,
                             fmt::format("{} has {} and {}, which exclude each other.", nameOf(line), one, other),
                             "Keep the one that tells why Medicare may not pay.");
        if (line.hasModifier("GX") && !line.hasModifier("GY"))
            reportNotice(run, line, fmt::format("{} has GX, a voluntary notice, without GY.", nameOf(line)),
                         "Append GY for an excluded service, or use GA for a required notice.");
    }
}

/// MO-21: consultations, and other codes that Medicare replaces by its own (status I).
void checkNotForMedicare(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        const bool isConsultation = isListed(run, "consultation", line);
        const auto* row = isConsultation ? nullptr : feeRowOf(run, line);
        if (!isConsultation && (!row || row->status != "I")) continue;
        auto finding = findingAt(line, Field::procedureCode, isConsultation ? Severity::error : Severity::warning);
        finding.message = fmt::format("{} is {}, which Medicare does not take.", nameOf(line),
                                      isConsultation ? "a consultation code" : "of status I");
        finding.fix = isConsultation ? "Report the visit code of the place: office, hospital or nursing facility."
                                     : "Use the code that Medicare has for the service.";
        if (row) finding.source = feeSource(run, line.from, "status I");
        run.report(std::move(finding));
    }
}

/// MO-26: what Medicare does not cover, without a modifier that says that the patient knows.
void checkNotCovered(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || line.hasAnyModifier({"GA", "GX", "GY", "GZ"})) continue;
        auto source = notCoveredSource(run, line);
        if (source.empty()) continue;
        auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::warning);
        finding.message = fmt::format("{} is not covered by Medicare, and no modifier says so.", nameOf(line));
        finding.fix = "Append GY, with GX when a notice was given, or bill the patient.";
        finding.source = std::move(source);
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
