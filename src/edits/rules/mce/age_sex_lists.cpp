#include "edits/rules/mce/age_sex_lists.h"

#include <fmt/format.h>

namespace cw::edits {

namespace {

constexpr std::string_view otherGender = "45";  // NUBC condition code, formerly "ambiguous gender category".

std::string years(const AgeGroup& group)
{
    if (group.oldest == 0) return "under 1 year";
    return fmt::format("{} to {} years", group.youngest, group.oldest);
}

std::string sourceOf(const RuleRun& run, std::string_view release)
{
    return fmt::format("{}, list {}", run.rule().source, release);
}

void reportAge(RuleRun& run, const DiagnosisView& diagnosis, const AgeGroup& group, std::string_view release)
{
    Finding finding = findingAt(diagnosis, Severity::error);
    finding.message = fmt::format("{} is a diagnosis of {} ({}), but the patient's age is {}.", diagnosis.dotted(),
                                  group.name, years(group), *run.view().age);
    finding.fix = "Correct the diagnosis or the birth date.";
    finding.source = sourceOf(run, release);
    run.report(std::move(finding));
}

std::string sexMessage(std::string_view code, std::string_view listed)
{
    return fmt::format("{} is for {} patients only, but the patient's sex is the other.", code, listed);
}

}  // namespace

AgeGroup maternityGroup(Date on)
{
    static const Date widened = Date::of(2019, 10, 1);
    if (on < widened) return {"maternity", "pregnancy and birth", 12, 55};
    return {"maternity", "pregnancy and birth", 9, 64};
}

void reportAgeConflicts(RuleRun& run, std::span<const AgeGroup> groups)
{
    const auto& view = run.view();
    if (!view.age || view.diagnoses.empty()) return;
    const auto table = run.tables().mce(view.date);
    if (!table) return run.notChecked("mce", view.date);
    for (const auto& diagnosis : view.diagnoses) {
        const auto flag = table->value(CodeSystem::icd10cm, diagnosis.code, "age");
        if (!flag) continue;
        for (const auto& group : groups)
            if (*flag == group.flag && (*view.age < group.youngest || *view.age > group.oldest))
                reportAge(run, diagnosis, group, table.release);
    }
}

void reportSexConflicts(RuleRun& run, bool letsConditionPass)
{
    const auto& view = run.view();
    const auto sex = run.encounter().patient.sex;
    if (!sex || *sex == Sex::unknown || (view.diagnoses.empty() && view.pcs.empty())) return;
    if (letsConditionPass && view.institutional.hasCondition(otherGender)) return;
    const auto table = run.tables().mce(view.date);
    if (!table) return run.notChecked("mce", view.date);
    const std::string_view other = *sex == Sex::female ? "male" : "female";
    for (const auto& diagnosis : view.diagnoses) {
        if (table->value(CodeSystem::icd10cm, diagnosis.code, "sex") != other) continue;
        Finding finding = findingAt(diagnosis, Severity::error);
        finding.message = sexMessage(diagnosis.dotted(), other);
        finding.fix = "Correct the diagnosis or the sex; condition code 45 says that both are right.";
        finding.source = sourceOf(run, table.release);
        run.report(std::move(finding));
    }
    for (const auto& procedure : view.pcs) {
        if (table->value(CodeSystem::icd10pcs, procedure.code, "sex") != other) continue;
        Finding finding = findingAt(procedure, Field::procedureCode, Severity::error);
        finding.message = sexMessage(procedure.code, other);
        finding.fix = "Correct the procedure or the sex; condition code 45 says that both are right.";
        finding.source = sourceOf(run, table.release);
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
