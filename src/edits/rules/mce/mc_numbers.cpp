#include "edits/rules/mce/mc_rules.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

using State = CodeStanding::State;

constexpr int oldestAge = 124;

bool isInvalid(const CodeStanding* standing)
{
    return standing && (standing->state == State::unknown || standing->state == State::header ||
                        standing->state == State::notInForce);
}

void reportInvalid(RuleRun& run, Finding finding, std::string_view code)
{
    finding.message = fmt::format("{} is not a valid code on {}.", code, run.view().date.iso());
    finding.fix = "Replace it with a code that is valid on the day of discharge.";
    run.report(std::move(finding));
}

bool isExternalCause(const DiagnosisView& diagnosis)
{
    return diagnosis.code[0] >= 'V' && diagnosis.code[0] <= 'Y';
}

}  // namespace

/// MC-1: what CV-1, CV-2, CV-3 and CV-10 say of well-formed codes.
void checkMceInvalidCode(RuleRun& run)
{
    const auto& view = run.view();
    for (const auto* rows : {&view.diagnoses, &view.others})
        for (const auto& diagnosis : *rows)
            if (isInvalid(diagnosis.standing)) reportInvalid(run, findingAt(diagnosis), diagnosis.dotted());
    for (const auto& procedure : view.pcs)
        if (isInvalid(procedure.standing))
            reportInvalid(run, findingAt(procedure, Field::procedureCode), procedure.code);
}

/// MC-2, OC-5: what GL-63 says.
void checkMceExternalCause(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first || !isExternalCause(*first)) return;
    Finding finding = findingAt(*first);
    finding.message = fmt::format("{} is an external cause, which is never the first diagnosis.", first->dotted());
    finding.fix = "Place the injury or condition first.";
    run.report(std::move(finding));
}

/// MC-3: what GL-8 says of the principal diagnosis.
void checkMceDuplicatePrincipal(RuleRun& run)
{
    const auto& diagnoses = run.view().diagnoses;
    for (std::size_t i = 1; i < diagnoses.size(); ++i) {
        if (diagnoses[i].code != diagnoses.front().code) continue;
        Finding finding = findingAt(diagnoses[i], diagnoses.front(), Severity::warning);
        finding.message = fmt::format("{} is both principal and secondary diagnosis.", diagnoses[i].dotted());
        finding.fix = "Remove the secondary one.";
        finding.remedies = {removeCode(diagnoses[i])};
        run.report(std::move(finding));
    }
}

/// MC-6, OC-86: what GL-3 says.
void checkMceManifestation(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first) return;
    const Date date = run.view().date;
    const auto table = run.tables().mce(date);
    if (!table) return run.notChecked("mce", date);
    if (!table->has(CodeSystem::icd10cm, first->code, "manifestation")) return;
    Finding finding = findingAt(*first);
    finding.message = fmt::format("{} is a manifestation, which is never the first diagnosis.", first->dotted());
    finding.fix = "Place the underlying disease first.";
    finding.source = fmt::format("{}, list {}", run.rule().source, table.release);
    run.report(std::move(finding));
}

/// MC-14, OC-25: what DM-1 and DM-2 say.
void checkMceAge(RuleRun& run)
{
    const auto& born = run.encounter().patient.birthDate;
    const auto& age = run.view().age;
    if (born && age && *age <= oldestAge) return;
    Finding finding = findingAt("/patient/birth_date", Field::patient);
    finding.message = !born ? "The patient has no birth date, so there is no age."
                            : fmt::format("The patient's age is not between 0 and {} years.", oldestAge);
    finding.fix = "Correct the birth date or the dates of service.";
    run.report(std::move(finding));
}

/// MC-15, OC-25: what DM-1 says.
void checkMceSex(RuleRun& run)
{
    if (run.encounter().patient.sex) return;
    Finding finding = findingAt("/patient/sex", Field::patient);
    finding.message = "The patient's sex is missing.";
    finding.fix = "Enter F, M or U.";
    run.report(std::move(finding));
}

}  // namespace cw::edits
