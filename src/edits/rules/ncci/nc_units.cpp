#include "edits/rules/line_facts.h"
#include "edits/rules/ncci/nc_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::int64_t thousand = 1000;

struct Limited {
    const LineView* line;
    const MueLimit* limit;
    std::string_view release;
};

int daysOf(const LineView& line)
{
    return std::max(1, line.from.daysUntil(line.to) + 1);
}

/// Units a day: a line over several days spreads them evenly.
std::int64_t unitsADay(const LineView& line)
{
    const std::int64_t units = line.row->units.inThousandths();
    const int days = daysOf(line);
    return (units + days - 1) / days;
}

/// Anaesthesia time is no count of services; postoperative care alone (55) does not count.
bool counts(const LineView& line)
{
    return !line.code.empty() && line.row->unitBasis != "MJ" && !line.hasModifier("55");
}

/// Lines whose code has a limit of the kind, each with it. A limit of 0 is a code that Medicare does not pay there, which
/// other payers may.
std::vector<Limited> limitedLines(RuleRun& run, char adjudication)
{
    std::vector<Limited> all;
    const auto variant = ncciVariant(run);
    for (const auto& line : run.view().lines) {
        if (!counts(line)) continue;
        const auto table = run.tables().mue(variant, line.from);
        if (!table) {
            run.notChecked("ncci-mue", line.from);
            continue;
        }
        const auto* limit = table->find(line.code);
        if (limit && limit->adjudication == adjudication && (limit->units > 0 || run.view().isMedicare))
            all.push_back({&line, limit, table.release});
    }
    return all;
}

/// A surgical center tells sides by lines or units, never by 50: twice the limit of a code of bilateral indicator 1 (NCCI
/// Policy Manual, ch. I, V).
std::int64_t limitOf(const RuleRun& run, const Limited& one)
{
    const auto& billing = run.encounter().providers.billing;
    if (!billing || !billing->taxonomy.starts_with("261QA1903")) return one.limit->units;
    const auto schedule = run.tables().feeSchedule(one.line->from);
    const auto* row = schedule ? schedule->find(one.line->code) : nullptr;
    const bool isDoubled = !schedule || (row && row->bilateral == "1");
    return std::int64_t{one.limit->units} * (isDoubled ? 2 : 1);
}

std::string sourceOf(const RuleRun& run, const Limited& one)
{
    return fmt::format("NCCI MUE, {} {}, indicator {}: {}", ncciVariant(run), one.release, one.limit->adjudication,
                       one.limit->rationale);
}

/// Lines of the same code and day, itself among them, in the order of the claim.
std::vector<const LineView*> linesOfDay(const std::vector<Limited>& all, const LineView& line)
{
    std::vector<const LineView*> lines;
    for (const auto& other : all)
        if (other.line->code == line.code && isSameDay(*other.line, line)) lines.push_back(other.line);
    return lines;
}

bool areBothSides(const std::vector<const LineView*>& lines)
{
    const auto has = [&](std::string_view side) {
        return std::any_of(lines.begin(), lines.end(), [&](const auto* line) { return line->hasModifier(side); });
    };
    return has("LT") && has("RT");
}

std::string fixOf(bool isClinical, bool areSides)
{
    if (isClinical) return "Correct the units, or attach the words that show the need for them.";
    return areSides ? "Report both sides on one line with 50 and 1 unit." : "Correct the units or the code.";
}

/// Reports, once for each code and day, units of a day above the limit.
void checkDay(RuleRun& run, char adjudication, Severity severity)
{
    const auto all = limitedLines(run, adjudication);
    for (const auto& one : all) {
        const auto lines = linesOfDay(all, *one.line);
        if (lines.front() != one.line) continue;
        std::int64_t units = 0;
        for (const auto* line : lines) units += unitsADay(*line);
        const auto limit = limitOf(run, one);
        if (units <= limit * thousand) continue;
        auto finding = findingAt(*one.line, "units", Field::units, severity);
        for (const auto* line : lines) {
            if (line == one.line) continue;
            finding.at.push_back(linePath(line->index, "units"));
            finding.key.subjects.push_back(line->row->id.value);
        }
        const bool isClinical = severity == Severity::warning;
        finding.message =
            fmt::format("{} of {} on {}: the limit of a day is {}{}.", unitsOf(Quantity::thousandths(units)),
                        one.line->code, one.line->from.iso(), limit,
                        isClinical ? " unless the chart shows the need for more" : ", which nothing lifts");
        finding.fix = fixOf(isClinical, areBothSides(lines));
        finding.source = sourceOf(run, one);
        run.report(std::move(finding));
    }
}

}  // namespace

/// NC-6: limit a line.
void checkLineUnits(RuleRun& run)
{
    for (const auto& one : limitedLines(run, '1')) {
        const auto limit = limitOf(run, one);
        if (unitsADay(*one.line) <= limit * thousand) continue;
        auto finding = findingAt(*one.line, "units", Field::units, Severity::error);
        finding.message =
            fmt::format("{} has {}; {} is the limit of a line{}.", nameOf(*one.line), unitsOf(one.line->row->units),
                        limit, daysOf(*one.line) > 1 ? " for each day" : "");
        finding.fix = "Correct the units, or report services apart on their own lines with the modifier that tells "
                      "them apart.";
        finding.source = sourceOf(run, one);
        run.report(std::move(finding));
    }
}

/// NC-7: limit a day by policy.
void checkDayUnits(RuleRun& run)
{
    checkDay(run, '2', Severity::error);
}

/// NC-8: limit a day by clinical data.
void checkDayUnitsClinical(RuleRun& run)
{
    checkDay(run, '3', Severity::warning);
}

}  // namespace cw::edits
