#include "edits/rules/codes/cv_structure.h"

#include "edits/rule_families.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

using State = CodeStanding::State;

constexpr std::size_t codeSize = 7;
constexpr std::size_t stemSize = 6;
constexpr std::string_view guideline = "ICD-10-CM Official Guidelines FY2026, ";

/// Where a code that the tables lack departs from the Tabular List.
struct Stem {
    std::string_view code;  ///< The listed code without children that it begins with; empty: none.
    std::string_view rest;  ///< What follows.
    const std::vector<SeventhCharacter>* sevenths = nullptr;
};

Stem stemOf(const NoteTable& table, std::string_view compact)
{
    for (auto size = std::min(compact.size(), stemSize); size >= 3; --size) {
        const auto code = compact.substr(0, size);
        if (table.listed(code) != code) continue;
        if (table.isHeader(code)) return {};
        return {code, compact.substr(size), table.seventhCharacters(code)};
    }
    return {};
}

bool isAllX(std::string_view text)
{
    return text.find_first_not_of('X') == std::string_view::npos;
}

const SeventhCharacter* find(const std::vector<SeventhCharacter>& sevenths, char character)
{
    const auto found = std::find_if(sevenths.begin(), sevenths.end(),
                                    [character](const SeventhCharacter& one) { return one.character == character; });
    return found == sevenths.end() ? nullptr : &*found;
}

std::string characters(const std::vector<SeventhCharacter>& sevenths)
{
    std::vector<std::string> all;
    for (const auto& one : sevenths) all.emplace_back(1, one.character);
    return listed(all);
}

std::string dotted(std::string_view compact)
{
    return displayCode(CodeSystem::icd10cm, compact);
}

/// What the Tabular List of an older year makes of a code counts only where the code table of the date has it.
bool isBillable(const RuleTables& tables, std::string_view compact, Date date)
{
    const auto standing = tables.standing(CodeSystem::icd10cm, compact, date);
    return standing && (*standing)->state == State::valid;
}

/// Calls `check` with every diagnosis, in any role, that the code tables of the date lack or know as a heading only.
template <class Check>
void eachUnfinished(RuleRun& run, Check check, bool withEnded = false)
{
    const NoteTable* table = nullptr;
    for (const auto* all : {&run.view().diagnoses, &run.view().others}) {
        for (const auto& diagnosis : *all) {
            if (!diagnosis.standing) continue;
            const auto state = diagnosis.standing->state;
            const bool isEnded = withEnded && state == State::notInForce;
            if (state != State::header && state != State::unknown && !isEnded) continue;
            if (!table) table = run.tables().notes(run.view().date).table;
            if (!table) return run.notChecked("tabular", run.view().date);
            check(diagnosis, *table);
        }
    }
}

void report(RuleRun& run, const DiagnosisView& diagnosis, const NoteTable& table, std::string_view section,
            std::string message, std::string fix, std::vector<Remedy> remedies = {})
{
    auto finding = findingAt(diagnosis, Severity::error);
    finding.message = std::move(message);
    finding.fix = std::move(fix);
    finding.source = fmt::format("ICD-10-CM Tabular List {}; {}{}", table.release(), guideline, section);
    finding.note = dotted(diagnosis.code.substr(0, 3));
    finding.remedies = std::move(remedies);
    run.report(std::move(finding));
}

Remedy completeAs(const DiagnosisView& diagnosis, std::string_view stem, const SeventhCharacter& seventh)
{
    auto remedy = replaceBy(diagnosis, dotted(withSeventhCharacter(stem, seventh.character)));
    remedy.label = fmt::format("Complete with 7th character {} ({})", seventh.character, dotted(remedy.code));
    return remedy;
}

/// The code that 7th characters complete: without an X that stands at its end as a placeholder.
std::string_view stemToComplete(const NoteTable& table, std::string_view compact)
{
    const auto stem = stemOf(table, compact);
    return stem.code.empty() ? compact : stem.code;
}

/// A, D and S where they are among the characters, else all; only those that give a code of the date.
std::vector<Remedy> completions(const RuleRun& run, const DiagnosisView& diagnosis, const NoteTable& table,
                                const std::vector<SeventhCharacter>& sevenths)
{
    const auto stem = stemToComplete(table, diagnosis.code);
    std::vector<Remedy> remedies;
    const auto add = [&](const SeventhCharacter& seventh) {
        if (isBillable(run.tables(), withSeventhCharacter(stem, seventh.character), run.view().date))
            remedies.push_back(completeAs(diagnosis, stem, seventh));
    };
    for (const char usual : {'A', 'D', 'S'})
        if (const auto* seventh = find(sevenths, usual)) add(*seventh);
    if (remedies.empty())
        for (const auto& seventh : sevenths) add(seventh);
    return remedies;
}

}  // namespace

const std::vector<SeventhCharacter>* missingSeventh(const RuleTables& tables, Date date, std::string_view compact,
                                                    const CodeStanding* standing)
{
    if (!standing || compact.size() >= codeSize) return nullptr;
    if (standing->state != State::header && standing->state != State::unknown) return nullptr;
    const auto notes = tables.notes(date);
    if (!notes) return nullptr;
    const auto stem = stemOf(*notes.table, compact);
    if (!isAllX(stem.rest)) return nullptr;
    // A code that is newer than the list: with six characters nothing but the 7th can be missing.
    if (stem.code.empty() && (compact.size() != stemSize || notes->isHeader(compact))) return nullptr;
    const auto* sevenths = stem.code.empty() ? notes->seventhCharacters(compact) : stem.sevenths;
    if (!sevenths) return nullptr;
    const auto whole = stem.code.empty() ? compact : stem.code;
    const bool completes = std::any_of(sevenths->begin(), sevenths->end(), [&](const SeventhCharacter& one) {
        return isBillable(tables, withSeventhCharacter(whole, one.character), date);
    });
    return completes ? sevenths : nullptr;
}

/// CV-4: a code that takes a 7th character and has none.
void checkSeventhMissing(RuleRun& run)
{
    eachUnfinished(run, [&run](const DiagnosisView& diagnosis, const NoteTable& table) {
        const auto* sevenths = missingSeventh(run.tables(), run.view().date, diagnosis.code, diagnosis.standing);
        if (!sevenths) return;
        report(run, diagnosis, table, "I.A.5",
               fmt::format("{} lacks its 7th character ({}).", diagnosis.dotted(), characters(*sevenths)),
               diagnosis.code.size() < stemSize
                   ? "Fill with X up to the 6th character and add the 7th character of the encounter."
                   : "Add the 7th character of the encounter.",
               completions(run, diagnosis, table, *sevenths));
    });
}

/// CV-5: a 7th character that the code does not take, or that a note rules out for it. Older tables may have the
/// combination (S06.2X7D until 2020).
void checkSeventhAllowed(RuleRun& run)
{
    const auto check = [&run](const DiagnosisView& diagnosis, const NoteTable& table) {
        if (diagnosis.code.size() != codeSize) return;
        const auto stem = stemOf(table, diagnosis.code);
        if (!stem.sevenths || !isAllX(stem.rest.substr(0, stem.rest.size() - 1))) return;
        const bool isKey = find(*stem.sevenths, diagnosis.seventh()) != nullptr;
        if (isKey && !table.forbidsSeventh(diagnosis.code)) return;
        std::vector<Remedy> remedies;
        std::vector<std::string> allowed;
        for (const auto& seventh : *stem.sevenths) {
            const auto code = withSeventhCharacter(stem.code, seventh.character);
            if (table.forbidsSeventh(code) || !isBillable(run.tables(), code, run.view().date)) continue;
            allowed.emplace_back(1, seventh.character);
            remedies.push_back(completeAs(diagnosis, stem.code, seventh));
        }
        if (allowed.empty()) return;  // The code itself has gone since.
        if (remedies.size() > 1) remedies.clear();
        report(run, diagnosis, table, "I.A.5",
               fmt::format("{} does not take the 7th character {}.", diagnosis.dotted(), diagnosis.seventh()),
               fmt::format("Use one that {} takes: {}.", dotted(stem.code), listed(allowed)), std::move(remedies));
    };
    eachUnfinished(run, check, true);
}

/// CV-6: the 7th character stands too far to the left: the places before it are not filled with X.
void checkPlaceholder(RuleRun& run)
{
    eachUnfinished(run, [&run](const DiagnosisView& diagnosis, const NoteTable& table) {
        if (diagnosis.code.size() >= codeSize) return;
        const auto stem = stemOf(table, diagnosis.code);
        if (!stem.sevenths || stem.rest.empty() || !isAllX(stem.rest.substr(0, stem.rest.size() - 1))) return;
        const auto* seventh = find(*stem.sevenths, stem.rest.back());
        if (!seventh) return;
        const auto whole = withSeventhCharacter(stem.code, seventh->character);
        if (!isBillable(run.tables(), whole, run.view().date)) return;
        report(run, diagnosis, table, "I.A.4 and I.A.5",
               fmt::format("{} lacks the placeholder X before its 7th character.", diagnosis.dotted()),
               fmt::format("Write {}.", dotted(whole)), {replaceBy(diagnosis, dotted(whole))});
    });
}

/// CV-7: more characters than the code takes, or others than X before the 7th.
void checkSuperfluous(RuleRun& run)
{
    eachUnfinished(run, [&run](const DiagnosisView& diagnosis, const NoteTable& table) {
        const auto stem = stemOf(table, diagnosis.code);
        if (stem.code.empty() || stem.rest.empty()) return;
        if (!stem.sevenths) {
            if (!isBillable(run.tables(), stem.code, run.view().date)) return;  // Divided since the list was issued.
            report(run, diagnosis, table, "I.A.4 and I.A.5",
                   fmt::format("{} is complete without {}.", dotted(stem.code), stem.rest),
                   fmt::format("Write {}.", dotted(stem.code)), {replaceBy(diagnosis, dotted(stem.code))});
            return;
        }
        const auto filling = stem.rest.substr(0, stem.rest.size() - 1);
        if (diagnosis.code.size() != codeSize || isAllX(filling)) return;
        const auto* seventh = find(*stem.sevenths, stem.rest.back());
        if (!seventh) return;
        const auto whole = withSeventhCharacter(stem.code, seventh->character);
        if (!isBillable(run.tables(), whole, run.view().date)) return;
        report(run, diagnosis, table, "I.A.4 and I.A.5",
               fmt::format("{} has {} where {} takes X only.", diagnosis.dotted(), filling, dotted(stem.code)),
               fmt::format("Write {}, or choose another code.", dotted(whole)), {replaceBy(diagnosis, dotted(whole))});
    });
}

std::vector<Rule> structureRules()
{
    constexpr Parts inputs = part::diagnoses | part::service;
    return {
        Rule{.id = "CV-4",
             .title = "7th character missing",
             .severity = Severity::error,
             .source = "ICD-10-CM Tabular List; ICD-10-CM Official Guidelines FY2026, I.A.5",
             .fix = "Add the 7th character, with X in the places before it.",
             .check = checkSeventhMissing,
             .inputs = inputs},
        Rule{.id = "CV-5",
             .title = "7th character not allowed",
             .severity = Severity::error,
             .source = "ICD-10-CM Tabular List; ICD-10-CM Official Guidelines FY2026, I.A.5",
             .fix = "Use a 7th character that the category lists.",
             .check = checkSeventhAllowed,
             .inputs = inputs},
        Rule{.id = "CV-6",
             .title = "Placeholder X missing",
             .severity = Severity::error,
             .source = "ICD-10-CM Tabular List; ICD-10-CM Official Guidelines FY2026, I.A.4 and I.A.5",
             .fix = "Fill with X up to the 6th character.",
             .check = checkPlaceholder,
             .inputs = inputs},
        Rule{.id = "CV-7",
             .title = "Superfluous character",
             .severity = Severity::error,
             .source = "ICD-10-CM Tabular List; ICD-10-CM Official Guidelines FY2026, I.A.4 and I.A.5",
             .fix = "Leave out the characters that the code does not take.",
             .check = checkSuperfluous,
             .inputs = inputs},
    };
}

}  // namespace cw::edits
