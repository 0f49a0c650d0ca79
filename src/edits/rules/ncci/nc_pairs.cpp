#include "edits/rules/line_facts.h"
#include "edits/rules/ncci/nc_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace cw::edits {

namespace {

constexpr std::string_view supplier = "dme";  // Medicare has no PTP edits for suppliers.

/// Two lines of one day that an edit in force names.
struct PairOfLines {
    const PtpHit* hit;
    const LineView* column1;
    const LineView* column2;
};

bool isCoded(const LineView& line)
{
    return !line.code.empty();
}

/// Two codes on one day: only then an edit could speak.
void sayWhatIsMissing(RuleRun& run)
{
    const auto variant = ncciVariant(run);
    if (variant == supplier) return;
    std::map<Date, int> codes;
    for (const auto& line : run.view().lines)
        if (isCoded(line)) ++codes[line.from];
    for (const auto& [day, count] : codes)
        if (count >= 2 && !run.tables().hasPairs(variant, day)) run.notChecked("ncci-ptp", day);
}

/// Every line of a column 2 code with a line of its column 1 code, for edits of one indicator.
std::vector<PairOfLines> pairsOf(const RuleRun& run, char indicator)
{
    std::vector<PairOfLines> pairs;
    if (run.facts().pairs.empty() || ncciVariant(run) == supplier) return pairs;
    std::map<std::pair<Date, std::string_view>, std::vector<const LineView*>> linesOf;
    for (const auto& line : run.view().lines)
        if (isCoded(line)) linesOf[{line.from, line.code}].push_back(&line);
    std::set<std::pair<const LineView*, const LineView*>> known;
    for (const auto& pair : run.facts().pairs) {
        const auto day = pair.first;
        const auto& hit = pair.second;
        const bool isInForce = hit.coversDate && DateInterval{hit.edit.first, hit.edit.last}.contains(day);
        if (hit.edit.modifierIndicator != indicator || !isInForce) continue;
        const auto ones = linesOf.find({day, hit.edit.column1.view()});
        const auto twos = linesOf.find({day, hit.edit.column2.view()});
        if (ones == linesOf.end() || twos == linesOf.end()) continue;
        // Of several lines the one that no modifier lets through, else the first.
        const auto* column1 =
            *std::min_element(ones->second.begin(), ones->second.end(), [](const auto* a, const auto* b) {
                return std::pair(hasNcciModifier(*a), a->index) < std::pair(hasNcciModifier(*b), b->index);
            });
        for (const auto* line : twos->second)
            if (line != column1 && known.emplace(column1, line).second) pairs.push_back({&hit, column1, line});
    }
    return pairs;
}

std::string sourceOf(const PtpHit& hit)
{
    std::string source =
        fmt::format("NCCI PTP edits, {} {}, indicator {}", hit.variant, hit.release, hit.edit.modifierIndicator);
    return hit.rationale.empty() ? source : fmt::format("{}: {}", source, hit.rationale);
}

/// Modifier 25 (57 before major surgery) when column 2 is a visit; else which modifier is right only the chart tells.
void addVisitModifier(RuleRun& run, const PairOfLines& pair, Finding& finding)
{
    if (!isListed(run, "em", *pair.column2) || isListed(run, "em", *pair.column1) || !hasRoom(*pair.column2)) return;
    const auto schedule = run.tables().feeSchedule(pair.column1->from);
    const auto* row = schedule ? schedule->find(pair.column1->code) : nullptr;
    finding.remedies.push_back(appendModifier(*pair.column2, row && row->globalDays == "090" ? "57" : "25"));
}

const std::string* distinctModifier(const LineView& line)
{
    for (const auto& modifier : line.row->modifiers)
        if (isNcciModifier(modifier) && !isAnatomicModifier(modifier)) return &modifier;
    return nullptr;
}

}  // namespace

/// NC-1: column 2 beside column 1 of an edit that no modifier opens.
void checkPairForbidden(RuleRun& run)
{
    sayWhatIsMissing(run);
    for (const auto& pair : pairsOf(run, '0')) {
        auto finding = findingAt(*pair.column2, *pair.column1, Field::procedureCode, Severity::error);
        finding.message = fmt::format("{} and {} are not paid together on {}: an NCCI edit without exception takes "
                                      "the first as part of the second.",
                                      nameOf(*pair.column2), innerNameOf(*pair.column1), pair.column1->from.iso());
        finding.fix = fmt::format("Remove {}; no modifier lets it through.", innerNameOf(*pair.column2));
        finding.source = sourceOf(*pair.hit);
        finding.remedies.push_back(removeLine(*pair.column2));
        run.report(std::move(finding));
    }
}

/// NC-2: an edit that a modifier opens, and neither line has one.
void checkPairNeedsModifier(RuleRun& run)
{
    sayWhatIsMissing(run);
    for (const auto& pair : pairsOf(run, '1')) {
        if (hasNcciModifier(*pair.column1) || hasNcciModifier(*pair.column2)) continue;
        auto finding = findingAt(*pair.column2, *pair.column1, Field::modifiers, Severity::error);
        finding.message = fmt::format("{} and {} are not paid together on {} unless a modifier tells that they were "
                                      "apart.",
                                      nameOf(*pair.column2), innerNameOf(*pair.column1), pair.column1->from.iso());
        finding.fix = fmt::format("If the chart shows {} as a distinct service, append the modifier that says why; "
                                  "else remove its line.",
                                  pair.column2->code);
        finding.source = sourceOf(*pair.hit);
        addVisitModifier(run, pair, finding);
        run.report(std::move(finding));
    }
}

/// NC-3: a modifier lets a pair through and no words of the chart stand behind the line that has it. A modifier for a
/// place on the body speaks for itself.
void checkPairProof(RuleRun& run)
{
    std::vector<const LineView*> reported;
    for (const auto& pair : pairsOf(run, '1')) {
        for (const auto* line : {pair.column2, pair.column1}) {
            const auto* modifier = distinctModifier(*line);
            if (!modifier) continue;
            if (!line->row->evidence.empty()) break;
            if (std::find(reported.begin(), reported.end(), line) != reported.end()) break;
            reported.push_back(line);
            const auto* other = line == pair.column2 ? pair.column1 : pair.column2;
            auto finding = findingAt(*line, "modifiers", Field::evidence, Severity::warning);
            finding.codes.push_back(other->code);
            finding.message = fmt::format("{} passes an NCCI edit with {} by modifier {}, and no words of the chart "
                                          "are attached to it.",
                                          nameOf(*line), other->code, *modifier);
            finding.fix = "Attach the words that show the distinct service, or take the modifier away.";
            finding.source = sourceOf(*pair.hit);
            run.report(std::move(finding));
            break;
        }
    }
}

/// NC-12: 59 beside the modifier that says more exactly what it says.
void checkDistinctTwice(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (!line.hasModifier("59") || !line.hasAnyModifier({"XE", "XP", "XS", "XU"})) continue;
        auto finding = findingAt(line, "modifiers", Field::modifiers, Severity::warning);
        finding.message = fmt::format("Advisory: {} has 59 and one of XE, XP, XS and XU, which say the same more "
                                      "exactly.",
                                      nameOf(line));
        finding.fix = "Keep the more exact one and remove 59.";
        finding.remedies.push_back(removeModifier(line, "59"));
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
