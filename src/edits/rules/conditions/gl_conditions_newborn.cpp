#include "edits/rules/conditions/gl_conditions.h"
#include "edits/rules/institutional/facility_bill.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::string_view birthSource = "ICD-10-CM Official Guidelines FY2026, I.C.16.a.2";

/// Codes that only the mother's record has.
bool isMaternal(const DiagnosisView& diagnosis) noexcept
{
    return isObstetric(diagnosis) || diagnosis.isUnder("Z34") || diagnosis.isUnder("Z37") || diagnosis.isUnder("Z39") ||
           diagnosis.isUnder("Z3A");
}

bool isTransfer(const EncounterView& view) noexcept
{
    const auto& service = view.encounter.service;
    // Point of origin 4 means a hospital, but for a newborn (type 4) it is no longer in use.
    return view.hasFlag("transferred-in") || (service.admissionType != "4" && service.admissionSource == "4");
}

/// Born here or on the way (admission type 4, origin 5 or 6), or admitted on the day of birth and not sent by a hospital.
bool isBirth(const EncounterView& view) noexcept
{
    if (isTransfer(view)) return false;
    const auto& service = view.encounter.service;
    const bool saysBorn =
        service.admissionType == "4" && (service.admissionSource == "5" || service.admissionSource == "6");
    return saysBorn || view.ageInDays == 0;
}

/// An earlier stay of the same patient that has its own birth code.
bool hasEarlierBirthRecord(const RuleRun& run)
{
    const auto& history = run.facts().history;
    return std::any_of(history.begin(), history.end(), [&](const PastService& past) {
        return past.isActive && past.setting == Setting::inpatient && past.frequencyCode != "8" &&
               past.from < admissionDay(run.encounter()) &&
               std::any_of(past.diagnoses.begin(), past.diagnoses.end(),
                           [](const auto& code) { return code.starts_with("Z38"); });
    });
}

/// The gravest thing wrong with the place of a birth code, if any.
void checkBirthCode(RuleRun& run, const DiagnosisView& birth)
{
    const auto& view = run.view();
    const std::string code = birth.dotted();
    const auto maternal = std::find_if(view.diagnoses.begin(), view.diagnoses.end(), isMaternal);
    if (maternal != view.diagnoses.end()) {
        Finding finding = findingAt(birth, *maternal, Severity::error);
        finding.message =
            fmt::format("{} is for the newborn, but {} is of the mother's record.", code, maternal->dotted());
        finding.fix = "Keep the code of the record that this is.";
        run.report(std::move(finding));
        return;
    }
    Finding finding = findingAt(birth, Severity::error);
    if (isTransfer(view)) {
        finding.message = fmt::format("{} is for the hospital of birth, but the newborn came by transfer.", code);
        finding.fix = fmt::format("Remove {}.", code);
        finding.remedies = {removeCode(birth)};
        if (view.hasFlag("transferred-in")) finding.basis = "transferred-in";
    } else if (hasEarlierBirthRecord(run)) {
        finding.message = fmt::format("{} is for the birth record, and an earlier stay has it already.", code);
        finding.fix = fmt::format("Remove {}.", code);
        finding.remedies = {removeCode(birth)};
    } else if (&birth != view.first()) {
        finding.message = fmt::format("{} is always the first code and stands in place {}.", code, birth.position);
        finding.fix = fmt::format("Place {} first.", code);
        finding.remedies = {makeFirst(birth)};
        finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.15";
    } else {
        return;
    }
    run.report(std::move(finding));
}

/// GL-56: the birth record begins with Z38, and no other record has it. A stillbirth has P95 alone.
void checkBirthRecord(RuleRun& run)
{
    const auto& view = run.view();
    const auto* first = view.first();
    if (!first) return;
    const auto* birth = view.findUnder("Z38");
    if (!birth) {
        const bool isMother = std::any_of(view.diagnoses.begin(), view.diagnoses.end(), isMaternal);
        if (!isBirth(view) || isMother || view.hasUnder("P95")) return;
        Finding finding = findingAt(*first, Severity::error);
        finding.message = fmt::format("{} stands first on a birth record, which has no code of Z38.", first->dotted());
        finding.fix = "Place the Z38 code of the birth first.";
        run.report(std::move(finding));
        return;
    }
    checkBirthCode(run, *birth);
    for (const auto& again : view.diagnoses) {
        if (!again.isUnder("Z38") || &again == birth) continue;
        Finding finding = findingAt(*birth, again, Severity::error);
        finding.message =
            fmt::format("{} and {} stand together, but a birth has one code of Z38.", birth->dotted(), again.dotted());
        finding.fix = "Keep the one that fits the birth.";
        run.report(std::move(finding));
    }
}

void reportMixed(RuleRun& run, const DiagnosisView& newborn, const DiagnosisView& maternal)
{
    Finding finding = findingAt(newborn, maternal, Severity::error);
    finding.message =
        fmt::format("{} is for the newborn's record and {} for the mother's.", newborn.dotted(), maternal.dotted());
    finding.fix = "Keep the codes of the record that this is.";
    run.report(std::move(finding));
}

/// GL-57: perinatal codes, and whose they are.
void checkPerinatal(RuleRun& run)
{
    const auto& view = run.view();
    const auto& all = view.diagnoses;
    const auto maternal = std::find_if(all.begin(), all.end(), isMaternal);
    const auto obstetric = std::find_if(all.begin(), all.end(), isObstetric);
    for (const auto& diagnosis : all) {
        if (diagnosis.isUnder("Z38") && obstetric != all.end()) reportMixed(run, diagnosis, *obstetric);
        if (diagnosis.code[0] != 'P') continue;
        if (diagnosis.isUnder("P95") && all.size() > 1) {
            Finding finding = findingAt(diagnosis, Severity::error);
            finding.message = fmt::format("{} stands with other codes, but a record of a stillbirth has no other.",
                                          diagnosis.dotted());
            finding.fix = fmt::format("Remove the other codes, or {} if this is not the record of the stillbirth.",
                                      diagnosis.dotted());
            finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.16.g";
            run.report(std::move(finding));
        } else if (maternal != all.end()) {
            reportMixed(run, diagnosis, *maternal);
        } else if (view.age && *view.age >= 1) {
            Finding finding = findingAt(diagnosis, Severity::warning);
            finding.message = fmt::format("{} is of the perinatal period, and the patient is a year old or more.",
                                          diagnosis.dotted());
            finding.fix = fmt::format("Replace {}, or attest that the condition began then and is still present.",
                                      diagnosis.dotted());
            finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.16.a.4";
            run.report(std::move(finding));
        }
    }
}

}  // namespace

std::vector<Rule> newbornConditions()
{
    return {
        {.id = "GL-56",
         .title = "Birth record",
         .scope = scope::inpatient,
         .source = birthSource,
         .fix = "Begin the birth record with Z38, and use it on no other.",
         .check = checkBirthRecord,
         .inputs = part::diagnoses | part::patient | part::claim | part::service | part::history},
        {.id = "GL-57",
         .title = "Perinatal codes on the right record",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.16.a.1",
         .fix = "Keep codes of newborn and mother on their own records.",
         .check = checkPerinatal,
         .inputs = part::diagnoses | part::patient | part::service},
    };
}

}  // namespace cw::edits
