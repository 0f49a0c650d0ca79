#include "edits/rules/line_facts.h"
#include "edits/rules/modifiers/mo_rules.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

enum class Knowledge { none, starter, official };

/// Two digits, or a performance measure of Category II (1P, 2P, 3P, 8P).
bool isCptModifier(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return isDigit(text[0]) && (isDigit(text[1]) || text[1] == 'P');
}

/// Whether the tables of the day have modifiers of this kind at all, asked by one that is always among them.
Knowledge knowledgeOf(const RuleRun& run, std::string_view text, Date day)
{
    const auto probe = run.tables().modifier(isCptModifier(text) ? "25" : "LT", day);
    if (!probe || !*probe || !(*probe)->validOnDate) return Knowledge::none;
    return (*probe)->kind == ReleaseKind::starter ? Knowledge::starter : Knowledge::official;
}

}  // namespace

void checkModifierKnown(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        const auto& modifiers = line.row->modifiers;
        for (std::size_t place = 0; place < modifiers.size(); ++place) {
            if (!Modifier::parse(modifiers[place]) || isAmbulanceTrip(line, modifiers[place])) continue;
            const auto found = run.facts().modifiers.find({modifiers[place], line.from});
            if (found == run.facts().modifiers.end() || (found->second && found->second->validOnDate)) continue;
            const auto knowledge = knowledgeOf(run, modifiers[place], line.from);
            if (knowledge == Knowledge::none) continue;
            const bool isStarter = knowledge == Knowledge::starter;
            auto finding = findingAt(line, fmt::format("modifiers/{}", place), Field::modifiers,
                                     isStarter ? Severity::warning : Severity::error);
            finding.message = isStarter
                                  ? fmt::format("{}: only the starter table has modifiers for {}, and it lacks {}.",
                                                nameOf(line), line.from.iso(), modifiers[place])
                                  : fmt::format("{}: modifier {} is not in the tables that cover {}.", nameOf(line),
                                                modifiers[place], line.from.iso());
            finding.fix = isStarter ? "If the modifier is right, import the table that has it; else correct it."
                                    : "Correct the modifier, or remove it.";
            run.report(std::move(finding));
        }
    }
}

}  // namespace cw::edits
