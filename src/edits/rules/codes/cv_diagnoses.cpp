#include "edits/code_tables.h"
#include "edits/rule_families.h"
#include "edits/rules/codes/cv_structure.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

using State = CodeStanding::State;

struct JudgedDiagnosis {
    std::size_t index;
    const Diagnosis* diagnosis;
    std::string code;  ///< Dotted.
    const CodeStanding* standing;
};

std::vector<JudgedDiagnosis> diagnosesStanding(const RuleRun& run, State state)
{
    std::vector<JudgedDiagnosis> found;
    const auto& diagnoses = run.encounter().diagnoses;
    for (std::size_t i = 0; i < diagnoses.size(); ++i) {
        const auto key = codeKey(run.encounter(), diagnoses[i]);
        if (!key) continue;
        const auto& [system, code, date] = *key;
        const CodeStanding* standing = run.facts().standing(system, code, date);
        if (standing && standing->state == state)
            found.push_back({i, &diagnoses[i], displayCode(system, code), standing});
    }
    return found;
}

void reportCode(RuleRun& run, const JudgedDiagnosis& judged, std::string message, std::string fix)
{
    run.report({.at = {diagnosisPath(judged.index)},
                .codes = {judged.code},
                .message = std::move(message),
                .fix = std::move(fix),
                .field = Field::diagnosisCode,
                .diagnosis = judged.diagnosis->id});
}

}  // namespace

/// CV-1: the tables that cover the coding date lack the code. With the starter table alone that may be the table's
/// fault, which the message says; the code is not passed on that ground.
void checkDiagnosisExists(RuleRun& run)
{
    const std::string date = run.encounter().codingDate().iso();
    for (const auto& judged : diagnosesStanding(run, State::unknown)) {
        if (judged.standing->starterOnly)
            reportCode(run, judged,
                       fmt::format("{} cannot be confirmed: only the starter table covers {}, and it lacks this code.",
                                   judged.code, date),
                       fmt::format("If the code is right, {}; else replace it.", importAdvice(CodeSystem::icd10cm)));
        else
            reportCode(run, judged,
                       fmt::format("{} is not in the ICD-10-CM table {} that covers {}.", judged.code,
                                   judged.standing->releaseName, date),
                       "Replace it with a code of that table.");
    }
}

/// CV-2: some release has the code, none for the coding date.
void checkDiagnosisInForce(RuleRun& run)
{
    const Date date = run.encounter().codingDate();
    for (const auto& judged : diagnosesStanding(run, State::notInForce))
        reportCode(run, judged,
                   fmt::format("{} {}, so it is not in force on {}.", judged.code,
                               validityPhrase(*judged.standing, date), date.iso()),
                   "Replace it with the code that is in force on that date, or correct the date of service.");
}

/// CV-3: the code is a header of more specific ones. One that lacks its 7th character only is CV-4's.
void checkDiagnosisSpecificity(RuleRun& run)
{
    const Date day = run.encounter().codingDate();
    const std::string date = day.iso();
    for (const auto& judged : diagnosesStanding(run, State::header)) {
        if (missingSeventh(run.tables(), day, judged.standing->entry->code, judged.standing)) continue;
        reportCode(run, judged, fmt::format("{} is a heading that is not billable on {}.", judged.code, date),
                   fmt::format("Choose a more specific code under {}.", judged.code));
    }
}

/// CV-8: the text is not of the form of an ICD-10-CM code.
void checkDiagnosisForm(RuleRun& run)
{
    const auto& diagnoses = run.encounter().diagnoses;
    for (std::size_t i = 0; i < diagnoses.size(); ++i) {
        if (Icd10CmCode::parse(diagnoses[i].code.text)) continue;
        const std::string shown = shownDiagnosis(diagnoses[i]);
        run.report({.at = {diagnosisPath(i)},
                    .codes = {shown},
                    .message = shown.empty() ? fmt::format("Diagnosis {} has no code.", i + 1)
                                             : fmt::format("Diagnosis {} ({}) is not of the form of an ICD-10-CM code.",
                                                           i + 1, shown),
                    .fix = "Enter a letter, two letters or digits, and up to four more, or remove the diagnosis.",
                    .field = Field::diagnosisCode,
                    .diagnosis = diagnoses[i].id});
    }
}

/// GL-8: one code twice among the claim's diagnoses. Admitting and reason-for-visit codes may repeat one of them.
void checkDuplicateDiagnoses(RuleRun& run)
{
    std::vector<std::pair<std::string, std::vector<std::size_t>>> positions;  // By code, in order of first mention.
    const auto& diagnoses = run.encounter().diagnoses;
    for (std::size_t i = 0; i < diagnoses.size(); ++i) {
        if (diagnoses[i].role != DiagnosisRole::diagnosis || diagnoses[i].code.text.empty()) continue;
        const auto parsed = Icd10CmCode::parse(diagnoses[i].code.text);
        const auto code = parsed ? std::string(parsed->compact()) : diagnoses[i].code.text;
        const auto known = std::find_if(positions.begin(), positions.end(),
                                        [&code](const auto& entry) { return entry.first == code; });
        if (known == positions.end())
            positions.push_back({code, {i}});
        else
            known->second.push_back(i);
    }
    for (const auto& [compact, indexes] : positions) {
        if (indexes.size() < 2) continue;
        const std::string code = shownDiagnosis(diagnoses[indexes.front()]);
        Finding finding{.codes = {code},
                        .message = fmt::format("{} is listed {} times.", code, indexes.size()),
                        .fix = "Keep it once, and let the lines point to the one that stays.",
                        .field = Field::diagnosisCode,
                        .diagnosis = diagnoses[indexes[1]].id,
                        .remedies = {{.kind = Remedy::Kind::removeDiagnosis,
                                      .diagnosis = diagnoses[indexes[1]].id,
                                      .label = fmt::format("Remove the second {}", code)}}};
        for (const auto index : indexes) {
            finding.at.push_back(diagnosisPath(index));
            finding.key.subjects.push_back(diagnoses[index].id.value);
        }
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
