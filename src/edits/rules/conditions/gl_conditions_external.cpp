#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace cw::edits {

namespace {

bool isExternal(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.code[0] >= 'V' && diagnosis.code[0] <= 'Y';
}

/// Place, activity or status: what goes with a cause.
bool isCircumstance(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.isUnder("Y92") || diagnosis.isUnder("Y93") || diagnosis.isUnder("Y99");
}

/// An event: V00 to Y84. Y90 and Y95 are none.
bool isCause(const DiagnosisView& diagnosis) noexcept
{
    return isExternal(diagnosis) && !diagnosis.isUnder("Y9");
}

/// Y62 to Y69.
bool isMisadventure(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.isUnder("Y6") && diagnosis.code[2] >= '2';
}

/// GL-63: an external cause is never the first diagnosis.
void checkExternalFirst(RuleRun& run)
{
    const auto& all = run.view().diagnoses;
    if (all.empty() || !isExternal(all.front())) return;
    const auto isOther = [](const DiagnosisView& one) { return !isExternal(one); };
    const auto count = std::count_if(all.begin(), all.end(), isOther);
    Finding finding = findingAt(all.front(), Severity::error);
    finding.message = fmt::format("{} is an external cause and stands first.", all.front().dotted());
    finding.fix = "Place the injury or condition first.";
    if (count == 1) finding.remedies = {makeFirst(*std::find_if(all.begin(), all.end(), isOther))};
    run.report(std::move(finding));
}

/// GL-64: poisoning and toxic effects say cause and intent themselves.
void checkRedundantCause(RuleRun& run)
{
    const auto& all = run.view().diagnoses;
    const DiagnosisView* drug = nullptr;
    for (const auto& diagnosis : all) {
        if (!isInjury(diagnosis)) continue;
        if (drugIntent(diagnosis) == '\0') return;
        if (!drug) drug = &diagnosis;
    }
    if (!drug) return;
    // V00 to Y38.
    const auto cause = std::find_if(all.begin(), all.end(), [](const DiagnosisView& one) {
        return isExternal(one) && (one.code[0] < 'Y' || one.code[1] < '4');
    });
    if (cause == all.end()) return;
    Finding finding = findingAt(*cause, *drug, Severity::note);
    finding.message = fmt::format("{} says cause and intent, so {} is not needed.", drug->dotted(), cause->dotted());
    finding.fix = fmt::format("Remove {} unless a payer or the state asks for it.", cause->dotted());
    run.report(std::move(finding));
}

/// What the codes of a claim say about the event that place, activity and status belong to.
struct Event {
    bool hasInjury = false;
    bool isPast = true;         ///< No injury is under active treatment.
    bool hasSubject = false;    ///< Injury or cause.
    bool isNotActivity = true;  ///< All are poisoning, adverse effect, misadventure or sequela.
    bool hasMisadventure = false;
    bool hasOther = false;  ///< Cause or activity: Y99 needs one.
    const DiagnosisView* lastCause = nullptr;
};

/// Poisoning by a drug or its adverse effect. Toxic effects (T51 to T65) may have an activity.
bool isDrugEvent(const DiagnosisView& diagnosis) noexcept
{
    const char intent = drugIntent(diagnosis);
    return intent >= '1' && intent <= '5' && diagnosis.code < "T51";
}

Event readEvent(const EncounterView& view)
{
    Event event;
    for (const auto& diagnosis : view.diagnoses)
        if (isMisadventure(diagnosis)) event.hasMisadventure = true;
    for (const auto& diagnosis : view.diagnoses) {
        if (isInjury(diagnosis)) {
            // T31 and the like have no 7th character and say nothing here.
            if (diagnosis.seventh() != '\0') event.hasInjury = true;
            if (isInitial(diagnosis)) event.isPast = false;
        } else if (isCause(diagnosis)) {
            event.lastCause = &diagnosis;
        }
        if (isCause(diagnosis) || diagnosis.isUnder("Y93")) event.hasOther = true;
        if (!isInjury(diagnosis) && !isCause(diagnosis)) continue;
        event.hasSubject = true;
        const bool isOfMisadventure = isMisadventure(diagnosis) || (event.hasMisadventure && diagnosis.isUnder("T8"));
        if (!isDrugEvent(diagnosis) && !isOfMisadventure && diagnosis.seventh() != 'S') event.isNotActivity = false;
    }
    return event;
}

/// The gravest thing wrong with a code of place, activity or status, if any.
std::optional<Finding> judge(const DiagnosisView& one, const Event& event)
{
    const std::string code = one.dotted();
    const bool isPlace = one.isUnder("Y92");
    const bool isStatus = one.isUnder("Y99");
    Finding finding = findingAt(one, Severity::warning);
    finding.remedies = {removeCode(one)};
    finding.fix = fmt::format("Remove {}.", code);
    if (!isPlace && event.hasSubject && event.isNotActivity) {
        finding.message =
            fmt::format("{} does not go with poisoning, adverse effects, misadventures or sequelae.", code);
    } else if (event.hasInjury && event.isPast) {
        finding.message =
            fmt::format("{} is for the initial encounter, and no injury here is under active treatment.", code);
    } else if (isStatus && !event.hasOther) {
        finding.message = fmt::format("{} stands without a code of the cause or the activity.", code);
        finding.fix = fmt::format("Add the cause or the activity, or remove {}.", code);
        finding.remedies.clear();
    } else if (event.lastCause && one.position < event.lastCause->position) {
        finding.message = fmt::format("{} stands before {}, the cause.", code, event.lastCause->dotted());
        finding.fix = fmt::format("Place {} after {}.", code, event.lastCause->dotted());
        finding.remedies = {placeAfter(one, *event.lastCause)};
    } else if (one.code == "Y929" || one.code == "Y939" || one.code == "Y999") {
        finding.severity = Severity::note;
        finding.message = fmt::format("{} says nothing and is left out when it is not stated.", code);
    } else {
        return std::nullopt;
    }
    finding.source = fmt::format("ICD-10-CM Official Guidelines FY2026, I.C.20.{}", isPlace    ? "b"
                                                                                    : isStatus ? "k"
                                                                                               : "c");
    return finding;
}

void checkOnce(RuleRun& run, std::string_view category)
{
    const auto& all = run.view().diagnoses;
    const auto isOf = [category](const DiagnosisView& one) { return one.isUnder(category); };
    if (std::count_if(all.begin(), all.end(), isOf) < 2) return;
    const auto* first = run.view().findUnder(category);
    Finding finding = findingAt(*first, Severity::warning);
    for (const auto& diagnosis : all)
        if (isOf(diagnosis) && &diagnosis != first) addRow(finding, diagnosis);
    finding.message =
        fmt::format("{} are codes of {}, of which there is one to an encounter.", listed(finding.codes), category);
    const bool isPlaceOfStay = category == "Y92" && run.encounter().setting == Setting::inpatient;
    finding.fix = isPlaceOfStay ? "Keep the one of the main event; attest if an injury happened in the stay."
                                : "Keep the one of the main event.";
    run.report(std::move(finding));
}

/// GL-65: place, activity and status of an event.
void checkCircumstances(RuleRun& run)
{
    if (!run.view().hasUnder("Y9")) return;
    for (const auto category : {"Y92", "Y93", "Y99"}) checkOnce(run, category);
    const auto event = readEvent(run.view());
    for (const auto& diagnosis : run.view().diagnoses)
        if (isCircumstance(diagnosis))
            if (auto finding = judge(diagnosis, event)) run.report(*std::move(finding));
}

}  // namespace

std::vector<Rule> externalConditions()
{
    return {
        {.id = "GL-63",
         .title = "External cause never first",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.20.a.6",
         .fix = "Place the injury or condition first.",
         .check = checkExternalFirst,
         .inputs = part::diagnoses},
        {.id = "GL-64",
         .title = "External cause that the code says itself",
         .severity = Severity::note,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.20.a.8",
         .fix = "Leave out the external cause of poisoning and toxic effects.",
         .check = checkRedundantCause,
         .inputs = part::diagnoses},
        {.id = "GL-65",
         .title = "Place, activity and status once",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.20.d",
         .fix = "Report place, activity and status once, at the initial encounter, after the cause.",
         .check = checkCircumstances,
         .inputs = part::diagnoses | part::service},
    };
}

}  // namespace cw::edits
