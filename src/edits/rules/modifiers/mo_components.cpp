#include "edits/rules/line_facts.h"
#include "edits/rules/modifiers/mo_rules.h"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace cw::edits {

namespace {

bool isOneOf(char indicator, std::string_view indicators)
{
    return indicators.find(indicator) != std::string_view::npos;
}

void report(RuleRun& run, const LineView& line, Severity severity, std::string message, std::string fix,
            std::string indicator, std::string_view modifier = {})
{
    auto finding = findingAt(line, "modifiers", Field::modifiers, severity);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    finding.source = feeSource(run, line.from, indicator);
    if (!modifier.empty()) finding.remedies.push_back(removeModifier(line, modifier));
    run.report(std::move(finding));
}

/// What 26 or TC on a code of this PC/TC indicator is worth (RVU25D, attachment A); nothing: fine.
std::optional<Severity> componentFault(std::string_view modifier, char indicator)
{
    const bool isProfessional = modifier == "26";
    if (isOneOf(indicator, isProfessional ? "02345" : "0234568")) return Severity::error;
    if (isOneOf(indicator, isProfessional ? "789" : "79")) return Severity::warning;
    return std::nullopt;
}

void checkComponentModifier(RuleRun& run, const LineView& line, std::string_view modifier, char indicator)
{
    const auto fault = componentFault(modifier, indicator);
    if (!fault) return;
    report(run, line, *fault,
           fmt::format("{}: no {} component can be taken from this code, so {} does not fit it.", nameOf(line),
                       modifier == "26" ? "professional" : "technical", modifier),
           fmt::format("Remove {}, or report the code of the component.", modifier),
           fmt::format("PC/TC indicator {}", indicator), modifier);
}

void checkComponentPlace(RuleRun& run, const LineView& line, char indicator)
{
    const bool isHospital = line.place == "19" || line.place == "21" || line.place == "22" || line.place == "23";
    if (indicator == '5' && isHospital) {
        report(run, line, Severity::error,
               fmt::format("{} is a service incident to a physician's, which is not paid in a hospital (place {}).",
                           nameOf(line), line.place),
               "Leave it to the hospital, or correct the place of service.", "PC/TC indicator 5");
        return;
    }
    const bool isGlobal = !line.hasModifier("26");
    if (indicator != '1' || !isGlobal || !run.data().list("facility-place").has(line.place, line.from)) return;
    report(run, line, Severity::warning,
           fmt::format("Advisory: {} claims the technical component in place {}, which the facility bills.",
                       nameOf(line), line.place),
           "Report the professional component with 26, or correct the place of service.", "PC/TC indicator 1");
}

struct SurgeonRule {
    std::string_view modifier;
    std::string FeeScheduleRow::*indicator;
    std::string_view field;
    std::string_view forbidden;  ///< Never paid.
    std::string_view doubtful;   ///< Only with documents.
    std::string_view settled;    ///< Two surgeons of different specialties: a note.
};
constexpr std::array<SurgeonRule, 6> surgeonRules = {{
    {"80", &FeeScheduleRow::assistant, "assistant indicator", "19", "0", ""},
    {"81", &FeeScheduleRow::assistant, "assistant indicator", "19", "0", ""},
    {"82", &FeeScheduleRow::assistant, "assistant indicator", "19", "0", ""},
    {"AS", &FeeScheduleRow::assistant, "assistant indicator", "19", "0", ""},
    {"62", &FeeScheduleRow::coSurgeon, "co-surgeon indicator", "09", "1", "2"},
    {"66", &FeeScheduleRow::team, "team indicator", "09", "12", ""},
}};

std::string_view roleOf(std::string_view modifier)
{
    if (modifier == "62") return "two surgeons";
    return modifier == "66" ? "a team of surgeons" : "an assistant at surgery";
}

void checkSurgeon(RuleRun& run, const LineView& line, const SurgeonRule& rule, const FeeScheduleRow& row)
{
    const char indicator = indicatorOf(row.*rule.indicator);
    const auto source = fmt::format("{} {}", rule.field, indicator);
    if (isOneOf(indicator, rule.forbidden))
        report(run, line, Severity::error,
               fmt::format("{}: Medicare does not pay {} for this code, so {} does not fit it.", nameOf(line),
                           roleOf(rule.modifier), rule.modifier),
               fmt::format("Remove {}, or correct the code.", rule.modifier), source, rule.modifier);
    else if (isOneOf(indicator, rule.doubtful))
        report(run, line, Severity::warning,
               fmt::format("{}: Medicare pays {} for this code only with documents that show the need.", nameOf(line),
                           roleOf(rule.modifier)),
               "Have the operative report ready that shows the need.", source);
    else if (isOneOf(indicator, rule.settled))
        report(run, line, Severity::note,
               fmt::format("{}: Medicare pays {} for this code when their specialties differ.", nameOf(line),
                           roleOf(rule.modifier)),
               "Make sure that the other surgeon is of another specialty.", source);
}

}  // namespace

/// MO-9: 26 and TC against the PC/TC indicator; services that a facility bills.
void checkComponents(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        const bool hasComponent = line.hasAnyModifier({"26", "TC"});
        const bool isInFacility = run.data().list("facility-place").has(line.place, line.from);
        if (!hasComponent && !isInFacility) continue;
        const auto* row = feeRowOf(run, line);
        if (!row) continue;
        const char indicator = indicatorOf(row->pcTc);
        for (const std::string_view modifier : {"26", "TC"})
            if (line.hasModifier(modifier)) checkComponentModifier(run, line, modifier, indicator);
        checkComponentPlace(run, line, indicator);
    }
}

/// MO-10: assistants, co-surgeons and teams against their indicators.
void checkSurgeons(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        for (const auto& rule : surgeonRules) {
            if (!line.hasModifier(rule.modifier)) continue;
            if (const auto* row = feeRowOf(run, line)) checkSurgeon(run, line, rule, *row);
        }
    }
}

/// MO-11: 51 on a code that is never reduced: MULT 0 or 9, GLOB ZZZ, or an add-on code of NCCI.
void checkMultipleProcedures(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || !line.hasModifier("51")) continue;
        const auto* row = feeRowOf(run, line);
        const auto addOns = run.tables().addOns(line.from);
        std::string source;
        std::string reason;
        if (row && row->globalDays == "ZZZ") {
            source = feeSource(run, line.from, "global days ZZZ");
            reason = "the code belongs to another procedure";
        } else if (row && isOneOf(indicatorOf(row->multiple), "09")) {
            source = feeSource(run, line.from, fmt::format("multiple procedure indicator {}", row->multiple));
            reason = "the code is not reduced beside others";
        } else if (addOns && !addOns->rowsOf(line.code).empty()) {
            source = fmt::format("NCCI add-on codes {}", addOns.release);
            reason = "an add-on code is not reduced";
        } else {
            continue;
        }
        auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::warning);
        finding.message = fmt::format("{} has modifier 51, and {}.", nameOf(line), reason);
        finding.fix = "Remove 51.";
        finding.source = std::move(source);
        finding.remedies.push_back(removeModifier(line, "51"));
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
