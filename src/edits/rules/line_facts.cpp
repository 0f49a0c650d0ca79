#include "edits/rules/line_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

constexpr std::size_t mostModifiers = 4;

/// NCCI Policy Manual, chapter I, E: modifiers that may be used with an edit of indicator 1. Sorted.
constexpr std::array<std::string_view, 31> anatomic = {"E1", "E2", "E3", "E4", "F1", "F2", "F3", "F4", "F5", "F6", "F7",
                                                       "F8", "F9", "FA", "LC", "LD", "LM", "LT", "RC", "RI", "RT", "T1",
                                                       "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "TA"};
constexpr std::array<std::string_view, 13> ofService = {"24", "25", "27", "57", "58", "59", "78",
                                                        "79", "91", "XE", "XP", "XS", "XU"};

const Provider* renderer(const RuleRun& run) noexcept
{
    const auto& providers = run.encounter().providers;
    if (providers.rendering) return &*providers.rendering;
    return providers.billing ? &*providers.billing : nullptr;
}

}  // namespace

std::string nameOf(const LineView& line)
{
    return lineName(line.index, *line.row);
}

std::string innerNameOf(const LineView& line)
{
    std::string name = nameOf(line);
    name.front() = 'l';
    return name;
}

std::string unitsOf(Quantity units)
{
    return units.decimal() + (units == Quantity::whole(1) ? " unit" : " units");
}

bool isListed(const RuleRun& run, std::string_view list, const LineView& line) noexcept
{
    return !line.code.empty() && run.data().list(list).has(line.code, line.from);
}

std::string_view ncciVariant(const RuleRun& run) noexcept
{
    if (run.encounter().setting == Setting::outpatient) return "outpatient";
    const auto& billing = run.encounter().providers.billing;
    // NUCC: 332B suppliers of durable medical equipment, 335E of prostheses and orthoses.
    const bool isSupplier = billing && (billing->taxonomy.starts_with("332B") || billing->taxonomy.starts_with("335E"));
    return isSupplier ? "dme" : "practitioner";
}

bool hasRoom(const LineView& line) noexcept
{
    return line.row->modifiers.size() < mostModifiers;
}

bool isSameDay(const LineView& line, const LineView& other) noexcept
{
    return line.from == other.from;
}

bool isBefore(const LineView& line, const LineView& other) noexcept
{
    return line.row->id.value < other.row->id.value;
}

bool isAnatomicModifier(std::string_view modifier) noexcept
{
    return std::binary_search(anatomic.begin(), anatomic.end(), modifier);
}

bool isNcciModifier(std::string_view modifier) noexcept
{
    return std::binary_search(ofService.begin(), ofService.end(), modifier) || isAnatomicModifier(modifier);
}

bool hasNcciModifier(const LineView& line) noexcept
{
    return std::any_of(line.row->modifiers.begin(), line.row->modifiers.end(), isNcciModifier);
}

bool isPairThatModifierOpens(const RuleRun& run, const LineView& line, const LineView& other) noexcept
{
    return std::any_of(run.facts().pairs.begin(), run.facts().pairs.end(), [&](const auto& pair) {
        const auto& [day, hit] = pair;
        const auto one = hit.edit.column1.view();
        const auto two = hit.edit.column2.view();
        return day == line.from && hit.edit.modifierIndicator == '1' && hit.coversDate &&
               DateInterval{hit.edit.first, hit.edit.last}.contains(day) &&
               ((one == line.code && two == other.code) || (one == other.code && two == line.code));
    });
}

const FeeScheduleTable* feeScheduleOf(RuleRun& run, const LineView& line)
{
    const auto serving = run.tables().feeSchedule(line.from);
    if (!serving) run.notChecked("mpfs", line.from);
    return serving.table;
}

const FeeScheduleRow* feeRowOf(RuleRun& run, const LineView& line)
{
    const auto* schedule = feeScheduleOf(run, line);
    if (!schedule) return nullptr;
    const auto* row = schedule->find(line.code);
    return row ? row : schedule->find(line.code, "26");
}

char indicatorOf(const std::string& text) noexcept
{
    return text.size() == 1 ? text.front() : ' ';
}

std::string feeSource(const RuleRun& run, Date date, std::string_view indicator)
{
    const auto serving = run.tables().feeSchedule(date);
    return fmt::format("CMS fee schedule (PPRRVU) {}, {}; RVU25D record layout", serving.release, indicator);
}

std::string_view renderingNpi(const RuleRun& run) noexcept
{
    const auto* provider = renderer(run);
    return provider ? std::string_view(provider->npi) : std::string_view();
}

bool isSamePractice(const RuleRun& run, const PastService& past) noexcept
{
    const auto* provider = renderer(run);
    if (!provider) return false;
    if (!past.renderingNpi.empty() && past.renderingNpi == provider->npi) return true;
    const auto& billing = run.encounter().providers.billing;
    return billing && !past.billingNpi.empty() && past.billingNpi == billing->npi && !past.taxonomy.empty() &&
           past.taxonomy == provider->taxonomy;
}

bool isAmbulanceTrip(const LineView& line, std::string_view modifier) noexcept
{
    constexpr std::string_view places = "DEGHIJNPRSX";
    return line.code.starts_with("A0") && modifier.size() == 2 && places.find(modifier[0]) != std::string_view::npos &&
           places.find(modifier[1]) != std::string_view::npos;
}

}  // namespace cw::edits
