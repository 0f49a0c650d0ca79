#include "edits/rules/line_facts.h"
#include "edits/rules/modifiers/mo_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

/// Modifiers that say that a line is another service or another part of it than a like line: a repetition, a component,
/// a role at surgery or anesthesia, a discipline of therapy, discarded drug, rental or purchase.
constexpr std::array<std::string_view, 64> telling = {
    "26", "27", "50", "52", "53", "54", "55", "56", "58", "59", "62", "66", "73", "74", "76", "77",
    "78", "79", "80", "81", "82", "91", "AA", "AD", "AS", "CO", "CQ", "GN", "GO", "GP", "HQ", "HR",
    "HS", "JW", "KP", "KQ", "NU", "PO", "QK", "QX", "QY", "QZ", "RR", "TC", "TD", "TE", "U1", "U2",
    "U3", "U4", "U5", "U6", "U7", "U8", "U9", "UA", "UB", "UC", "UD", "UE", "XE", "XP", "XS", "XU"};

bool isTelling(std::string_view modifier)
{
    return std::binary_search(telling.begin(), telling.end(), modifier) || isAnatomicModifier(modifier);
}

/// The later line says that it repeats the service, or was done elsewhere on the body.
bool saysRepeated(const LineView& line)
{
    return std::any_of(line.row->modifiers.begin(), line.row->modifiers.end(), [](std::string_view modifier) {
        return modifier == "76" || modifier == "77" || modifier == "91" || modifier == "59" ||
               modifier.starts_with('X') || isAnatomicModifier(modifier);
    });
}

bool hasTellingBeside(const LineView& line, const LineView& other)
{
    return std::any_of(line.row->modifiers.begin(), line.row->modifiers.end(), [&](const std::string& modifier) {
        return (isTelling(modifier) || isAmbulanceTrip(line, modifier)) && !other.hasModifier(modifier);
    });
}

bool isOtherDrug(const LineView& line, const LineView& other)
{
    return line.row->ndc && other.row->ndc && line.row->ndc->code != other.row->ndc->code;
}

bool isRepetition(const LineView& line, const LineView& earlier)
{
    return earlier.code == line.code && isSameDay(earlier, line) && earlier.row->revenueCode == line.row->revenueCode &&
           !saysRepeated(line) && !hasTellingBeside(line, earlier) && !hasTellingBeside(earlier, line) &&
           !isOtherDrug(line, earlier);
}

bool hasDiscardedLine(const RuleRun& run, const LineView& drug)
{
    return std::any_of(run.view().lines.begin(), run.view().lines.end(), [&](const LineView& line) {
        return line.code == drug.code && isSameDay(line, drug) && line.hasModifier("JW");
    });
}

/// JZ is required from the first day; claims without it are returned from the second.
Date firstDayOfJz()
{
    return Date::of(2023, 7, 1);
}
Date firstDayOfEdit()
{
    return Date::of(2023, 10, 1);
}

}  // namespace

/// MO-12: a code twice on one day, and nothing tells the two apart.
void checkRepeated(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        const auto* earlier =
            firstLine(run, [&](const LineView& other) { return isBefore(other, line) && isRepetition(line, other); });
        if (!earlier) continue;
        auto finding = findingAt(line, *earlier, Field::modifiers, Severity::error);
        finding.message = fmt::format("{} repeats {} on {}, and no modifier tells them apart.", nameOf(line),
                                      innerNameOf(*earlier), line.from.iso());
        finding.fix = "Put the units on one line, or append 76, 77, 91, 59 or the modifier of the place on the body.";
        run.report(std::move(finding));
    }
}

/// MO-13: JW and JZ exclude each other on a line; a drug from a single-dose container has one of them on Medicare claims.
void checkDiscarded(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty() || line.from < firstDayOfJz()) continue;
        const auto severity = line.from < firstDayOfEdit() ? Severity::warning : Severity::error;
        auto finding = findingAt(line, "modifiers", Field::modifiers, severity);
        if (line.hasModifier("JW") && line.hasModifier("JZ")) {
            finding.message = fmt::format("{} has JW and JZ: some of the drug was discarded, and none.", nameOf(line));
            finding.fix = "Keep JZ when nothing was discarded; else put the discarded amount with JW on its own line.";
            run.report(std::move(finding));
        } else if (run.view().isMedicare && isListed(run, "single-dose-drug", line) && !line.hasModifier("JZ") &&
                   !hasDiscardedLine(run, line)) {
            finding.message =
                fmt::format("{} comes in single-dose containers and has neither JZ nor a line with JW.", nameOf(line));
            finding.fix = "Append JZ when nothing was discarded; else add a line with JW for the discarded amount.";
            run.report(std::move(finding));
        }
    }
}

}  // namespace cw::edits
