#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::string_view alone = "ICD-10-CM Official Guidelines FY2026, I.C.15.n.1";

/// O60 to O77: labor and delivery, but not labor that ended without one.
bool isOfLabor(const DiagnosisView& diagnosis) noexcept
{
    return (diagnosis.isUnder("O6") || diagnosis.isUnder("O7")) && !diagnosis.isUnder("O600");
}

/// Any sign that the child was born in this encounter, lines of professionals among them.
bool hasDeliverySign(const RuleRun& run)
{
    const auto& view = run.view();
    if (deliveryProcedure(view)) return true;
    const auto& procedures = run.data().list("delivery-procedure");
    return std::any_of(view.diagnoses.begin(), view.diagnoses.end(),
                       [&](const auto& one) { return isOfLabor(one) || isDelivery(run, one); }) ||
           std::any_of(view.lines.begin(), view.lines.end(),
                       [&](const auto& line) { return !line.code.empty() && procedures.has(line.code, view.date); });
}

void reportMissingOutcome(RuleRun& run)
{
    const auto& view = run.view();
    const auto delivery = std::find_if(view.diagnoses.begin(), view.diagnoses.end(),
                                       [&](const auto& one) { return isDelivery(run, one); });
    const auto* procedure = deliveryProcedure(view);
    if (delivery == view.diagnoses.end() && !procedure) return;
    const bool hasCode = delivery != view.diagnoses.end();
    Finding finding =
        hasCode ? findingAt(*delivery, Severity::error) : findingAt(*procedure, Field::procedureCode, Severity::error);
    finding.message = fmt::format("{} is a delivery, but no code of Z37 says its outcome.",
                                  hasCode ? delivery->dotted() : procedure->code);
    finding.fix = "Add the Z37 code of the outcome.";
    if (hasCode && delivery->isUnder("O80")) finding.remedies = {addCode("Z37.0", &*delivery)};
    run.report(std::move(finding));
}

/// The gravest thing wrong with a Z37 code, if any.
void checkOutcome(RuleRun& run, const DiagnosisView& outcome)
{
    const auto& view = run.view();
    const std::string code = outcome.dotted();
    if (const auto* newborn = view.findUnder("Z38")) {
        Finding finding = findingAt(outcome, *newborn, Severity::error);
        finding.message = fmt::format("{} is for the mother and {} for the newborn.", code, newborn->dotted());
        finding.fix = "Keep the code of the record that this is.";
        run.report(std::move(finding));
        return;
    }
    Finding finding = findingAt(outcome, Severity::error);
    if (view.age == 0) {
        finding.message = fmt::format("{} is for the mother, but the patient is less than a year old.", code);
        finding.fix = fmt::format("Remove {}; a birth record has Z38.", code);
        finding.remedies = {removeCode(outcome)};
    } else if (&outcome == view.first()) {
        finding.message = fmt::format("{} is a secondary code and stands first.", code);
        finding.fix = "Place the code of the delivery first.";
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.11";
        if (const auto* normal = view.findUnder("O80")) finding.remedies = {makeFirst(*normal)};
    } else if (!hasDeliverySign(run) && !view.hasUnder("Z332")) {
        const bool maySayElsewhere =
            view.encounter.setting != Setting::inpatient &&
            std::any_of(view.diagnoses.begin(), view.diagnoses.end(), [](const auto& one) {
                return isObstetric(one) && !isPuerperal(one) && !(one.isUnder("O0") && !one.isUnder("O09"));
            });
        if (maySayElsewhere) finding.severity = Severity::warning;
        finding.message =
            fmt::format("{} tells the outcome of a delivery, but nothing else says that there was one.", code);
        finding.fix = fmt::format("Remove {}, or add the code of the delivery.", code);
    } else {
        return;
    }
    run.report(std::move(finding));
}

/// GL-54: outcome of delivery on the mother's record of the delivery, and nowhere else.
void checkDeliveryOutcome(RuleRun& run)
{
    if (!run.view().hasUnder("Z37")) return reportMissingOutcome(run);
    for (const auto& diagnosis : run.view().diagnoses)
        if (diagnosis.isUnder("Z37")) checkOutcome(run, diagnosis);
}

/// GL-55: the normal delivery goes with no other code of chapter 15.
void checkNormalDelivery(RuleRun& run)
{
    const auto& view = run.view();
    const auto* normal = view.findUnder("O80");
    if (!normal) return;
    if (normal != view.first()) {
        Finding finding = findingAt(*normal, Severity::error);
        finding.message =
            fmt::format("{} is always the first code and stands in place {}.", normal->dotted(), normal->position);
        finding.fix = fmt::format("Place {} first.", normal->dotted());
        finding.remedies = {makeFirst(*normal)};
        run.report(std::move(finding));
    }
    for (const auto& diagnosis : view.diagnoses) {
        const bool isComplication = isObstetric(diagnosis) && !diagnosis.isUnder("O80");
        const bool isOtherOutcome = diagnosis.isUnder("Z37") && diagnosis.code != "Z370";
        if (!isComplication && !isOtherOutcome) continue;
        Finding finding = findingAt(*normal, diagnosis, Severity::error);
        finding.message =
            isComplication
                ? fmt::format("{} stands beside {} of the same chapter.", normal->dotted(), diagnosis.dotted())
                : fmt::format("{} has the outcome Z37.0 only, not {}.", normal->dotted(), diagnosis.dotted());
        finding.fix = fmt::format("Remove {} if {} is right, else correct {}.", normal->dotted(), diagnosis.dotted(),
                                  diagnosis.dotted());
        if (isOtherOutcome) finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.15.n.3";
        run.report(std::move(finding));
    }
}

}  // namespace

bool isDelivery(const RuleRun& run, const DiagnosisView& diagnosis) noexcept
{
    if (!isObstetric(diagnosis) || diagnosis.isUnder("O94")) return false;
    return diagnosis.title().find("childbirth") != std::string_view::npos ||
           run.data().list("delivery").has(diagnosis.code, run.view().date);
}

const LineView* deliveryProcedure(const EncounterView& view) noexcept
{
    static const auto codes = CodePatterns::of("10D00Z0-10D00Z2, 10D07Z3-10D07Z8, 10E0XZZ");
    for (const auto& line : view.pcs)
        if (codes.matches(line.code)) return &line;
    return nullptr;
}

std::vector<Rule> deliveryConditions()
{
    return {
        {.id = "GL-54",
         .title = "Outcome of delivery",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.15.b.5",
         .fix = "Code the outcome once on the mother's record of the delivery, after the delivery.",
         .check = checkDeliveryOutcome,
         .inputs = part::diagnoses | part::lines | part::patient | part::service},
        {.id = "GL-55",
         .title = "Normal delivery stands alone",
         .scope = scope::professional | scope::inpatient,
         .source = alone,
         .fix = "Use O80 first, with Z37.0 and with no other code of chapter 15.",
         .check = checkNormalDelivery,
         .inputs = part::diagnoses | part::service},
    };
}

}  // namespace cw::edits
