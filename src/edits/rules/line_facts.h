#pragma once

#include "edits/rule_run.h"

#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// What rules of procedure lines ask in common. Lists are those of data/rules/lists/modifiers.tsv.

/// "Line 2 (99213)", at the beginning of a sentence.
std::string nameOf(const LineView& line);
/// "line 2 (99213)", within it.
std::string innerNameOf(const LineView& line);
/// "1 unit", "2.5 units".
std::string unitsOf(Quantity units);
/// The line's code stands in the list on its date.
bool isListed(const RuleRun& run, std::string_view list, const LineView& line) noexcept;
/// Which NCCI tables hold for the encounter: "practitioner", "outpatient", or "dme" for a supplier (by its taxonomy).
std::string_view ncciVariant(const RuleRun& run) noexcept;
/// Room for one more modifier.
bool hasRoom(const LineView& line) noexcept;
bool isSameDay(const LineView& line, const LineView& other) noexcept;
/// By id, so that an answer does not hang on the order of the lines.
bool isBefore(const LineView& line, const LineView& other) noexcept;
/// The line of the lowest id that is so; null when none is.
template <class Is>
const LineView* firstLine(const RuleRun& run, Is is)
{
    const LineView* first = nullptr;
    for (const auto& line : run.view().lines)
        if ((!first || isBefore(line, *first)) && is(line)) first = &line;
    return first;
}
/// Modifiers that let a pair of NCCI through, those of places on the body among them.
bool isNcciModifier(std::string_view modifier) noexcept;
bool isAnatomicModifier(std::string_view modifier) noexcept;
bool hasNcciModifier(const LineView& line) noexcept;
/// An edit of indicator 1 in force between the codes of two lines of one day (NC-2).
bool isPairThatModifierOpens(const RuleRun& run, const LineView& line, const LineView& other) noexcept;

/// The fee schedule of the line's date; null, and said to be not checked, when none serves it.
const FeeScheduleTable* feeScheduleOf(RuleRun& run, const LineView& line);
/// Its row for the code as a whole, else for the professional component; null when it has none or none serves the date.
const FeeScheduleRow* feeRowOf(RuleRun& run, const LineView& line);
/// An indicator of one character; ' ' when the row lacks it.
char indicatorOf(const std::string& text) noexcept;
/// "CMS PPRRVU 2025 Q4, bilateral indicator 2".
std::string feeSource(const RuleRun& run, Date date, std::string_view indicator);

/// NPI of who renders the services; of the billing provider when no other is named.
std::string_view renderingNpi(const RuleRun& run) noexcept;
/// The service was of the same person, or of the same group and specialty (taxonomy).
bool isSamePractice(const RuleRun& run, const PastService& past) noexcept;

/// Origin and destination of an ambulance trip, two letters that no file of modifiers lists ("RH", "HR").
bool isAmbulanceTrip(const LineView& line, std::string_view modifier) noexcept;

}  // namespace cw::edits
