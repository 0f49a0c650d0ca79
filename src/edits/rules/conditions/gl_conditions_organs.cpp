#include "edits/rules/conditions/gl_conditions.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

/// How deep a pressure ulcer is by the last character of its code, for "grew worse". The short codes (L89.4-, L89.9-)
/// count unspecified as 0 and unstageable as 5, the others unstageable as 0 and unspecified as 9.
int ulcerDepth(const DiagnosisView& ulcer) noexcept
{
    constexpr int unstageable = 5;
    const char stage = ulcer.code.back();
    const bool isShort = ulcer.isUnder("L894") || ulcer.isUnder("L899");
    if (stage == '0') return isShort ? 0 : unstageable;
    if (stage == '5') return unstageable;
    if (stage == '6') return 1;  // Deep tissue damage.
    if (stage == '9') return 0;
    return stage - '0';
}

/// One ulcer that grew worse in the stay: the lower stage present on admission, the higher one not.
bool grewWorse(const DiagnosisView& first, const DiagnosisView& second) noexcept
{
    const auto& early = first.row->presentOnAdmission;
    const auto& late = second.row->presentOnAdmission;
    if (early == "Y" && late == "N") return ulcerDepth(first) < ulcerDepth(second);
    if (early == "N" && late == "Y") return ulcerDepth(second) < ulcerDepth(first);
    return false;
}

bool isUlcer(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.isUnder("L89") && diagnosis.code.size() >= 5;
}

bool isSameSite(const DiagnosisView& first, const DiagnosisView& second) noexcept
{
    const auto size = first.code.size();
    return size == second.code.size() && first.code != second.code &&
           first.code.compare(0, size - 1, second.code, 0, size - 1) == 0;
}

/// GL-47: one ulcer has one stage.
void checkUlcerStage(RuleRun& run)
{
    const auto& view = run.view();
    if (!view.hasUnder("L89")) return;
    const bool isInpatient = view.encounter.setting == Setting::inpatient;
    const auto& all = view.diagnoses;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!isUlcer(all[i])) continue;
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (!isUlcer(all[j]) || !isSameSite(all[i], all[j])) continue;
            if (isInpatient && grewWorse(all[i], all[j])) continue;
            Finding finding = findingAt(all[i], all[j], Severity::warning);
            finding.message = fmt::format("{} and {} are two stages of a pressure ulcer at one site.", all[i].dotted(),
                                          all[j].dotted());
            finding.fix = isInpatient ? "Keep one stage, or set POA Y on the lower and N on the higher one if it grew "
                                        "worse in the stay; attest if there are two ulcers."
                                      : "Keep the documented stage; attest if there are two ulcers.";
            run.report(std::move(finding));
        }
    }
    if (!view.hasFlag("ulcer-healed")) return;
    const auto* ulcer = view.findUnder("L89");
    Finding finding = findingAt(*ulcer, Severity::warning);
    finding.message = fmt::format("{} is coded, but the ulcer was healed at admission.", ulcer->dotted());
    finding.fix = fmt::format("Remove {} if it is the healed ulcer.", ulcer->dotted());
    finding.source = "ICD-10-CM Official Guidelines FY2026, I.C.12.a.4";
    finding.basis = "ulcer-healed";
    run.report(std::move(finding));
}

/// A transport accident breaks healthy bone as well, unless the coder says otherwise.
bool isMajorTrauma(const EncounterView& view)
{
    static const auto transport = CodePatterns::of("V01-V99");
    return view.encounter.claim.accident.automobile || view.find(transport) != nullptr;
}

/// GL-48: a fracture in osteoporosis is M80 unless the trauma would break healthy bone.
void checkOsteoporoticFracture(RuleRun& run)
{
    const auto& view = run.view();
    const auto* osteoporosis = view.findUnder("M81");
    if (!osteoporosis) return;
    const bool saysMinor = view.hasFlag("minor-trauma");
    if (!saysMinor && isMajorTrauma(view)) return;
    for (const auto& fracture : view.diagnoses) {
        if (!isInitial(fracture) || !run.data().list("osteoporotic-fracture-site").has(fracture.code, view.date))
            continue;
        Finding finding = findingAt(*osteoporosis, fracture, Severity::warning);
        finding.message = fmt::format("{} with {}: a fracture in osteoporosis after {} trauma is M80.-.",
                                      osteoporosis->dotted(), fracture.dotted(), saysMinor ? "the minor" : "minor");
        finding.fix = fmt::format("Replace both by the M80.- code of the site{}.",
                                  saysMinor ? "" : "; attest if the trauma would break healthy bone");
        finding.basis = saysMinor ? "minor-trauma" : "";
        run.report(std::move(finding));
    }
}

bool isOnDialysis(const RuleRun& run)
{
    const auto& view = run.view();
    const auto& list = run.data().list("dialysis-procedure");
    const auto isDialysis = [&](const LineView& line) { return !line.code.empty() && list.has(line.code, view.date); };
    return view.hasFlag("dialysis") || std::any_of(view.lines.begin(), view.lines.end(), isDialysis) ||
           std::any_of(view.pcs.begin(), view.pcs.end(), isDialysis);
}

/// GL-49: end-stage disease is the only stage, and dialysis is said.
void checkEndStage(RuleRun& run)
{
    const auto& view = run.view();
    const auto* endStage = view.findUnder("N186");
    if (!endStage) return;
    for (const auto& diagnosis : view.diagnoses) {
        if (!diagnosis.isUnder("N18") || diagnosis.isUnder("N186")) continue;
        Finding finding = findingAt(*endStage, diagnosis, Severity::warning);
        finding.message = fmt::format("{} stands beside {}, which is the only code for end-stage disease.",
                                      diagnosis.dotted(), endStage->dotted());
        finding.fix = fmt::format("Remove {}.", diagnosis.dotted());
        finding.remedies = {removeCode(diagnosis)};
        run.report(std::move(finding));
    }
    if (view.hasUnder("Z992") || !isOnDialysis(run)) return;
    Finding finding = findingAt(*endStage, Severity::warning);
    finding.message = fmt::format("{} of a patient on dialysis needs Z99.2.", endStage->dotted());
    finding.fix = fmt::format("Add Z99.2 after {}.", endStage->dotted());
    finding.source = "ICD-10-CM Tabular List January 2021, N18.6 Use additional code";
    finding.note = "N18.6";
    finding.remedies = {addCode("Z99.2", endStage)};
    run.report(std::move(finding));
}

}  // namespace

std::vector<Rule> organConditions()
{
    return {
        {.id = "GL-47",
         .title = "Stages of a pressure ulcer",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.12.a.6",
         .fix = "Code one stage for one ulcer.",
         .check = checkUlcerStage,
         .inputs = part::diagnoses | part::claim | part::service},
        {.id = "GL-48",
         .title = "Fracture in osteoporosis",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.13.d.2 and I.C.19.c.1",
         .fix = "Code a fracture after minor trauma in osteoporosis to M80.",
         .check = checkOsteoporoticFracture,
         .inputs = part::diagnoses | part::claim | part::service},
        {.id = "GL-49",
         .title = "End-stage renal disease",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.14.a.1",
         .fix = "Code end-stage disease to N18.6 alone, with Z99.2 on dialysis.",
         .check = checkEndStage,
         .inputs = part::diagnoses | part::lines | part::claim | part::service},
    };
}

}  // namespace cw::edits
