#include "edits/rules/line_facts.h"
#include "edits/rules/modifiers/mo_rules.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

enum class BothSides { no, modifier50, twoLines, twoUnits };

/// The line with LT or RT that stands for the other side of this one; of two such lines only the first has one.
const LineView* otherSide(const RuleRun& run, const LineView& line)
{
    const bool isLeft = line.hasModifier("LT");
    if (isLeft == line.hasModifier("RT")) return nullptr;
    return firstLine(run, [&](const LineView& other) {
        return isBefore(line, other) && other.code == line.code && isSameDay(other, line) &&
               other.hasModifier(isLeft ? "RT" : "LT");
    });
}

BothSides bothSides(const RuleRun& run, const LineView& line)
{
    if (line.hasModifier("50")) return BothSides::modifier50;
    if (line.hasModifier("LT") && line.hasModifier("RT")) return BothSides::twoLines;
    if (otherSide(run, line)) return BothSides::twoLines;
    return line.row->units == Quantity::whole(2) ? BothSides::twoUnits : BothSides::no;
}

/// RVU25D, field 117: 0 pays both sides as one however they are told by modifiers; 2 already means both sides and counts
/// two units as well; 9 knows no sides, so that 50 says nothing (LT and RT may still name one: orthoses).
bool isAgainst(char indicator, BothSides both)
{
    switch (both) {
    case BothSides::modifier50: return indicator == '0' || indicator == '2' || indicator == '9';
    case BothSides::twoLines: return indicator == '0' || indicator == '2';
    case BothSides::twoUnits: return indicator == '2';
    case BothSides::no: break;
    }
    return false;
}

std::string_view toldBy(BothSides both)
{
    switch (both) {
    case BothSides::modifier50: return "modifier 50";
    case BothSides::twoLines: return "LT and RT";
    case BothSides::twoUnits: return "2 units";
    case BothSides::no: break;
    }
    return {};
}

void checkIndicator(RuleRun& run, const LineView& line)
{
    const auto both = bothSides(run, line);
    if (both == BothSides::no) return;
    const auto* row = feeRowOf(run, line);
    if (!row || !isAgainst(indicatorOf(row->bilateral), both)) return;
    auto finding = findingAt(line, both == BothSides::twoUnits ? "units" : "modifiers",
                             both == BothSides::twoUnits ? Field::units : Field::modifiers, Severity::warning);
    if (const auto* other = otherSide(run, line)) {
        finding.at.push_back(linePath(other->index, "modifiers"));
        finding.key.subjects.push_back(other->row->id.value);
    }
    const char indicator = indicatorOf(row->bilateral);
    finding.message = fmt::format("{} is reported for both sides by {}, and {}.", nameOf(line), toldBy(both),
                                  indicator == '9'   ? "the code knows no sides"
                                  : indicator == '2' ? "the code already means both"
                                                     : "both sides are paid as one");
    finding.fix = both == BothSides::twoUnits ? "Report one unit." : "Report the code once, without a side.";
    finding.source = feeSource(run, line.from, fmt::format("bilateral indicator {}", indicator));
    if (both == BothSides::modifier50) finding.remedies.push_back(removeModifier(line, "50"));
    if (both == BothSides::twoUnits) finding.remedies.push_back(setUnits(line, Quantity::whole(1)));
    run.report(std::move(finding));
}

}  // namespace

/// MO-3: LT and RT on one line.
void checkSides(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!line.hasModifier("LT") || !line.hasModifier("RT")) continue;
        auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::error);
        finding.message = fmt::format("{} has LT and RT: one line names one side.", nameOf(line));
        finding.fix = "Use 50, or a line for each side, as the payer asks.";
        run.report(std::move(finding));
    }
}

/// MO-4: both sides against the bilateral indicator; 50 with other units than 1.
void checkBilateral(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.code.empty()) continue;
        checkIndicator(run, line);
        if (!line.hasModifier("50") || line.row->units == Quantity::whole(1)) continue;
        auto finding = findingAt(line, "units", Field::units, Severity::warning);
        finding.message = fmt::format("Advisory: {} has modifier 50 and {}; 50 on one unit stands for both "
                                      "sides.",
                                      nameOf(line), unitsOf(line.row->units));
        finding.fix = "Set the units to 1.";
        finding.basis = "units of 50";  // Apart from what the indicator says of the same line.
        finding.remedies.push_back(setUnits(line, Quantity::whole(1)));
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
