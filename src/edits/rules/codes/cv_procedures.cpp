#include "edits/code_tables.h"
#include "edits/rule_families.h"
#include "edits/rules/modifiers/mo_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

using State = CodeStanding::State;

struct CodeProblem {
    std::string message;
    std::string fix;
};

constexpr auto replaceCode = "Replace it with a code that is in force on the line's date.";

/// What is wrong with a line's well-formed code; nothing when it is valid, or when no table could tell (CV-13).
std::optional<CodeProblem> standingProblem(const CodeKey& key, const CodeStanding& standing, const std::string& line)
{
    const auto& [system, code, date] = key;
    switch (standing.state) {
    case State::valid:
    case State::notChecked: return std::nullopt;
    case State::header:
        return CodeProblem{fmt::format("{}: the code is not billable on {}.", line, date.iso()), replaceCode};
    case State::notInForce:
        return CodeProblem{fmt::format("{}: the code {}, so it is not in force on {}.", line,
                                       validityPhrase(standing, date), date.iso()),
                           replaceCode};
    case State::unknown: break;
    }
    if (standing.starterOnly)
        return CodeProblem{fmt::format("{}: only the {} starter table covers {}, and it lacks this code.", line,
                                       displayName(system), date.iso()),
                           fmt::format("If the code is right, {}; else replace it.", importAdvice(system))};
    return CodeProblem{fmt::format("{}: the code is not in the {} table {} that covers {}.", line, displayName(system),
                                   standing.releaseName, date.iso()),
                       replaceCode};
}

std::optional<CodeProblem> codeProblem(const RuleRun& run, const ProcedureLine& line, const std::string& name)
{
    // A revenue line of an institutional claim may do without a code; a professional line may not (837P SV101-2).
    if (line.code.text.empty()) {
        if (run.encounter().setting != Setting::professional) return std::nullopt;
        return CodeProblem{name + " has no procedure code.", "Enter a CPT or HCPCS code, or remove the line."};
    }
    if (line.system == CodeSystem::icd10pcs) return std::nullopt;
    const auto key = codeKey(run.encounter(), line);
    if (!key) {
        const auto system = line.system ? displayName(*line.system) : std::string_view("CPT or HCPCS");
        return CodeProblem{fmt::format("{}: the code is not of the form of a {} code.", name, system),
                           "Correct the code, or the code set it is entered under."};
    }
    const auto& [system, code, date] = *key;
    const CodeStanding* standing = run.facts().standing(system, code, date);
    return standing ? standingProblem(*key, *standing, name) : std::nullopt;
}

}  // namespace

/// CV-9: the line's CPT or HCPCS code is malformed, unknown or not in force on the line's first day. No grace period.
void checkProcedureValid(RuleRun& run)
{
    const auto& lines = run.encounter().procedures;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto problem = codeProblem(run, lines[i], lineName(i, lines[i]));
        if (!problem) continue;
        run.report({.at = {linePath(i)},
                    .codes = codesOf(lines[i]),
                    .message = std::move(problem->message),
                    .fix = std::move(problem->fix),
                    .field = Field::procedureCode,
                    .procedure = lines[i].id});
    }
}

/// CV-11: ICD-10-PCS outside an inpatient claim.
void checkCodeSetFits(RuleRun& run)
{
    const auto& lines = run.encounter().procedures;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].system != CodeSystem::icd10pcs) continue;
        run.report({.at = {linePath(i)},
                    .codes = codesOf(lines[i]),
                    .message = fmt::format("{} is an ICD-10-PCS code, which only an inpatient claim may carry.",
                                           lineName(i, lines[i])),
                    .fix = "Replace it with the CPT or HCPCS code of the service.",
                    .field = Field::procedureCode,
                    .procedure = lines[i].id});
    }
}

/// CV-13: no installed table covers a code's date, so the code was not checked. Once per table and date.
void checkTablesLoaded(RuleRun& run)
{
    const auto& encounter = run.encounter();
    for (const auto& missing : missingTables(encounter, run.facts())) {
        Finding finding;
        for (const Diagnosis* diagnosis : missing.diagnoses) {
            finding.at.push_back(diagnosisPath(static_cast<std::size_t>(diagnosis - encounter.diagnoses.data())));
            finding.codes.push_back(shownDiagnosis(*diagnosis));
            finding.key.subjects.push_back(diagnosis->id.value);
        }
        for (const ProcedureLine* line : missing.lines) {
            finding.at.push_back(linePath(static_cast<std::size_t>(line - encounter.procedures.data())));
            finding.codes.push_back(shownProcedure(*line));
            finding.key.subjects.push_back(line->id.value);
        }
        std::vector<std::string> codes;
        for (const auto& code : finding.codes)
            if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
        finding.codes = std::move(codes);
        finding.message =
            fmt::format("No {} table covers {}: {} not checked.", displayName(missing.system), missing.date.iso(),
                        listed(finding.codes) + (finding.codes.size() == 1 ? " was" : " were"));
        finding.fix = fmt::format("To have the code checked, {}.", importAdvice(missing.system));
        if (!missing.diagnoses.empty()) {
            finding.field = Field::diagnosisCode;
            finding.diagnosis = missing.diagnoses.front()->id;
        } else {
            finding.field = Field::procedureCode;
            finding.procedure = missing.lines.front()->id;
        }
        run.report(std::move(finding));
    }
}

/// MO-1: a modifier that is not two letters or digits fits no modifier file and no element; one of right form that the
/// tables lack is checkModifierKnown().
void checkModifierForm(RuleRun& run)
{
    checkModifierKnown(run);
    const auto& lines = run.encounter().procedures;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& modifiers = lines[i].modifiers;
        for (std::size_t place = 0; place < modifiers.size(); ++place) {
            if (Modifier::parse(modifiers[place])) continue;
            run.report({.at = {linePath(i, fmt::format("modifiers/{}", place))},
                        .codes = codesOf(lines[i]),
                        .message = fmt::format("{}: modifier {} is not two letters or digits.", lineName(i, lines[i]),
                                               place + 1),
                        .fix = "Correct the modifier, or remove it.",
                        .field = Field::modifiers,
                        .procedure = lines[i].id});
            break;  // One of a line is told at a time.
        }
    }
}

/// MO-2: more than four modifiers do not fit the line (an error: a fifth lands in the description and is lost); the same
/// one twice is what Medicare rejects, but the standard allows (so it warns).
void checkModifierRepeats(RuleRun& run)
{
    const auto& lines = run.encounter().procedures;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& modifiers = lines[i].modifiers;
        Finding finding{.at = {linePath(i, "modifiers")},
                        .codes = codesOf(lines[i]),
                        .field = Field::modifiers,
                        .procedure = lines[i].id};
        if (modifiers.size() > 4) {
            auto tooMany = finding;
            tooMany.message = fmt::format("{} has {} modifiers; four fit.", lineName(i, lines[i]), modifiers.size());
            tooMany.fix = "Keep the four that matter most for payment, or use 99 where the payer asks for it.";
            run.report(std::move(tooMany));
            continue;
        }
        auto sorted = modifiers;
        std::sort(sorted.begin(), sorted.end());
        const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
        if (twice == sorted.end()) continue;
        finding.severity = Severity::warning;
        finding.message = fmt::format("Advisory: {} has a modifier twice.", lineName(i, lines[i]));
        finding.fix = "Keep it once.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
