#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::string_view weeksSource = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.11";

bool says(const DiagnosisView& diagnosis, std::string_view words) noexcept
{
    return diagnosis.title().find(words) != std::string_view::npos;
}

/// O00 to O08.
bool isAbortive(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.isUnder("O0") && !diagnosis.isUnder("O09");
}

/// COVID-19 beside the reason for the visit is the one chapter 15 code that need not come first (I.C.15.s).
bool isIncidentalCovid(const EncounterView& view) noexcept
{
    return view.hasUnder("U071") && std::all_of(view.diagnoses.begin(), view.diagnoses.end(), [](const auto& one) {
               return !isObstetric(one) || one.isUnder("O985");
           });
}

/// GL-50: chapter 15 comes first. Z39 claims the first place as well (GL-66) and is left alone here.
void checkObstetricFirst(RuleRun& run)
{
    const auto& view = run.view();
    const auto* first = view.first();
    if (!first || isObstetric(*first) || first->isUnder("Z332") || first->isUnder("Z39")) return;
    const DiagnosisView* obstetric = nullptr;
    int count = 0;
    for (const auto& diagnosis : view.diagnoses) {
        if (!isObstetric(diagnosis) || diagnosis.isUnder("O94")) continue;
        if (!obstetric) obstetric = &diagnosis;
        ++count;
    }
    if (!obstetric || isIncidentalCovid(view)) return;
    Finding finding = findingAt(*first, *obstetric, Severity::warning);
    finding.message =
        fmt::format("{} stands first, but {} of chapter 15 has priority.", first->dotted(), obstetric->dotted());
    finding.fix = count == 1 ? fmt::format("Place {} first.", obstetric->dotted())
                             : std::string("Place the chapter 15 code of the reason for the visit first.");
    if (count == 1) finding.remedies = {makeFirst(*obstetric)};
    run.report(std::move(finding));
}

/// GL-51: codes that say "nothing wrong with the pregnancy".
void checkNormalPregnancy(RuleRun& run)
{
    const auto& view = run.view();
    const auto obstetric = std::find_if(view.diagnoses.begin(), view.diagnoses.end(), isObstetric);
    for (const auto& diagnosis : view.diagnoses) {
        const bool isIncidental = diagnosis.isUnder("Z331");
        if (!isIncidental && !diagnosis.isUnder("Z34")) continue;
        const std::string code = diagnosis.dotted();
        const bool isFirst = &diagnosis == view.first();
        if (obstetric != view.diagnoses.end()) {
            Finding finding = findingAt(diagnosis, *obstetric, Severity::error);
            finding.message = fmt::format("{} and {} exclude each other.", code, obstetric->dotted());
            finding.fix = fmt::format("Remove {} if {} is right.", code, obstetric->dotted());
            finding.remedies = {removeCode(diagnosis)};
            run.report(std::move(finding));
        } else if (isIncidental && isFirst) {
            Finding finding = findingAt(diagnosis, Severity::error);
            finding.message = fmt::format("{} is a secondary code and stands first.", code);
            finding.fix = "Place the reason for the visit first.";
            if (view.diagnoses.size() == 2) finding.remedies = {makeFirst(view.diagnoses[1])};
            finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.21.c.3";
            run.report(std::move(finding));
        } else if (!isIncidental && !isFirst) {
            Finding finding = findingAt(diagnosis, Severity::error);
            finding.message =
                fmt::format("{} is always the first code and stands in place {}.", code, diagnosis.position);
            finding.fix = fmt::format("Place {} first.", code);
            finding.remedies = {makeFirst(diagnosis)};
            finding.source = weeksSource;
            run.report(std::move(finding));
        }
    }
}

/// What the record tells of the pregnancy, for the weeks of gestation.
struct Pregnancy {
    const DiagnosisView* weeks = nullptr;    ///< Z3A
    const DiagnosisView* ongoing = nullptr;  ///< The first of O09 to O9A that is not O94 and not puerperal.
    const DiagnosisView* ended = nullptr;    ///< O00 to O08 or Z33.2
    const DiagnosisView* after = nullptr;    ///< Puerperal or Z39
    bool isDelivery = false;
};

Pregnancy readPregnancy(const RuleRun& run)
{
    Pregnancy found;
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.code[0] != 'O' && diagnosis.code[0] != 'Z') continue;
        const auto keep = [&](const DiagnosisView*& place) {
            if (!place) place = &diagnosis;
        };
        if (diagnosis.isUnder("Z3A"))
            keep(found.weeks);
        else if (isAbortive(diagnosis) || diagnosis.isUnder("Z332"))
            keep(found.ended);
        else if (isObstetric(diagnosis) && isPuerperal(diagnosis))
            keep(found.after);
        else if (isObstetric(diagnosis) && !diagnosis.isUnder("O94"))
            keep(found.ongoing);
        else if (diagnosis.isUnder("Z39"))
            keep(found.after);
        if (diagnosis.isUnder("Z37") || isDelivery(run, diagnosis)) found.isDelivery = true;
    }
    if ((found.weeks || found.ongoing) && deliveryProcedure(run.view())) found.isDelivery = true;
    return found;
}

void reportNeedlessWeeks(RuleRun& run, const Pregnancy& found, bool isPostpartum)
{
    Finding finding = found.ended   ? findingAt(*found.weeks, *found.ended, Severity::warning)
                      : found.after ? findingAt(*found.weeks, *found.after, Severity::warning)
                                    : findingAt(*found.weeks, Severity::warning);
    finding.message = found.ended
                          ? fmt::format("{} does not go with {}.", found.weeks->dotted(), found.ended->dotted())
                          : fmt::format("{} stands on a record of care after the delivery.", found.weeks->dotted());
    finding.fix = fmt::format("Remove {}.", found.weeks->dotted());
    finding.remedies = {removeCode(*found.weeks)};
    if (isPostpartum && run.view().hasFlag("postpartum-only")) finding.basis = "postpartum-only";
    run.report(std::move(finding));
}

/// GL-52: weeks of gestation, where they belong.
void checkWeeks(RuleRun& run)
{
    const auto found = readPregnancy(run);
    if (!found.weeks && !found.ongoing) return;
    const auto& view = run.view();
    const bool isPostpartum = view.hasFlag("postpartum-only") || (found.after && !found.ongoing && !found.isDelivery);
    if (!found.weeks) {
        if (found.ended || isPostpartum) return;
        Finding finding = findingAt(*found.ongoing, Severity::note);
        finding.message = fmt::format("{} stands without the weeks of gestation.", found.ongoing->dotted());
        finding.fix = fmt::format("Add the Z3A code of the weeks after {} if they are known.", found.ongoing->dotted());
        finding.source = "ICD-10-CM Tabular List January 2021, chapter 15 Use additional code";
        finding.note = "15";
        run.report(std::move(finding));
        return;
    }
    if (found.weeks == view.first()) {
        Finding finding = findingAt(*found.weeks, Severity::error);
        finding.message = fmt::format("{} is never the first code.", found.weeks->dotted());
        finding.fix = "Place the code of the pregnancy first.";
        if (view.diagnoses.size() == 2 && isObstetric(view.diagnoses[1]))
            finding.remedies = {makeFirst(view.diagnoses[1])};
        finding.source = "ICD-10-CM Tabular List January 2021, Z3A Code first";
        finding.note = "Z3A";
        run.report(std::move(finding));
        if (!found.ended && !found.after) return;
    }
    if (found.ended || isPostpartum) reportNeedlessWeeks(run, found, isPostpartum);
}

}  // namespace

bool isObstetric(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.code[0] == 'O';
}

bool isPuerperal(const DiagnosisView& diagnosis) noexcept
{
    if (!isObstetric(diagnosis) || diagnosis.isUnder("O94")) return false;
    // Either case of the first letter.
    if (says(diagnosis, "uerper") || says(diagnosis, "ostpartum")) return true;
    return diagnosis.code.compare(0, 3, "O85") >= 0 && diagnosis.code.compare(0, 3, "O92") <= 0 &&
           !says(diagnosis, "trimester") && !says(diagnosis, "pregnan") && !says(diagnosis, "childbirth");
}

std::vector<Rule> obstetricConditions()
{
    return {
        {.id = "GL-50",
         .title = "Obstetric codes have priority",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.15.a.1",
         .fix = "Place the chapter 15 code first.",
         .check = checkObstetricFirst,
         .inputs = part::diagnoses},
        {.id = "GL-51",
         .title = "Normal or incidental pregnancy beside chapter 15",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.15.a.1 and b.1",
         .fix = "Code a normal or incidental pregnancy without chapter 15 and in its place.",
         .check = checkNormalPregnancy,
         .inputs = part::diagnoses},
        {.id = "GL-52",
         .title = "Weeks of gestation",
         .source = weeksSource,
         .fix = "Add the weeks of gestation to pregnancy codes, and to no others.",
         .check = checkWeeks,
         .inputs = part::diagnoses | part::lines | part::claim | part::service},
        {.id = "GL-53",
         .title = "Trimester agrees with the weeks",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.15.a.3 to a.5",
         .fix = "Correct the trimester or the weeks of gestation.",
         .check = checkTrimester,
         .inputs = part::diagnoses | part::service},
    };
}

}  // namespace cw::edits
