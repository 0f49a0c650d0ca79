#include "edits/rules/professional/pf_completeness.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

bool isExternalCause(const DiagnosisView& diagnosis) noexcept
{
    return diagnosis.code.front() >= 'V' && diagnosis.code.front() <= 'Y';
}

/// By the Medicare list, else by the title, so that a missing list costs little.
bool isManifestation(const RuleRun& run, const DiagnosisView& diagnosis)
{
    if (const auto mce = run.tables().mce(run.view().date))
        return mce->has(CodeSystem::icd10cm, diagnosis.code, "manifestation");
    return diagnosis.title().find("classified elsewhere") != std::string_view::npos && diagnosis.code.front() != 'B';
}

const DiagnosisView* viewOf(const EncounterView& view, DiagnosisId id) noexcept
{
    for (const auto& diagnosis : view.diagnoses)
        if (diagnosis.row->id == id) return &diagnosis;
    return nullptr;
}

/// Hospitals, surgical centers, nursing facilities, hospices, rehabilitation: places of somebody else.
bool isForeignFacility(std::string_view place) noexcept
{
    constexpr std::string_view places = "19 21 22 23 24 25 26 31 32 33 34 51 52 53 54 55 56 61 62";
    return place.size() == 2 && places.find(place) != std::string_view::npos;
}

bool isHospitalStay(std::string_view place) noexcept
{
    return place == "21" || place == "51" || place == "61";
}

const LineView* lineAt(const EncounterView& view, bool (*isPlace)(std::string_view) noexcept)
{
    for (const auto& line : view.lines)
        if (isPlace(line.place)) return &line;
    return nullptr;
}

}  // namespace

/// PF-4: what a line is mainly for is an external cause or a manifestation, neither of which stands alone.
void checkFirstPointer(RuleRun& run)
{
    for (const auto& line : run.view().lines) {
        if (line.row->pointers.empty()) continue;
        const auto* first = viewOf(run.view(), line.row->pointers.front());
        if (!first) continue;
        const bool isCause = isExternalCause(*first);
        if (!isCause && !isManifestation(run, *first)) continue;
        auto finding = findingAt(line, "pointers", Field::pointers, Severity::warning);
        finding.codes.push_back(first->dotted());
        finding.key.subjects.push_back(first->row->id.value);
        finding.message = fmt::format("{} points first to {}, {}.", lineName(line.index, *line.row), first->dotted(),
                                      isCause ? "an external cause" : "a manifestation of another disease");
        finding.fix = isCause ? "Point first to the injury or condition." : "Point first to the underlying disease.";
        run.report(std::move(finding));
    }
}

/// PF-5: a diagnosis that no line points to. External causes tell of the injury as a whole and need no line.
void checkUnpointedDiagnoses(RuleRun& run)
{
    const auto& view = run.view();
    if (view.lines.empty()) return;
    for (const auto& diagnosis : view.diagnoses) {
        const auto id = diagnosis.row->id;
        const bool isUsed = std::any_of(view.lines.begin(), view.lines.end(), [id](const LineView& line) {
            const auto& pointers = line.row->pointers;
            return std::find(pointers.begin(), pointers.end(), id) != pointers.end();
        });
        if (isUsed || isExternalCause(diagnosis)) continue;
        auto finding = findingAt(diagnosis, Severity::note);
        finding.field = Field::pointers;
        finding.message = fmt::format("No line points to {}.", diagnosis.dotted());
        finding.fix = "Point a line to it, or leave it as a condition that was only considered.";
        run.report(std::move(finding));
    }
}

/// PF-13: a place of somebody else without a service facility; a facility that is the billing provider, which the claim
/// must not repeat.
void checkServiceFacility(RuleRun& run)
{
    const auto& providers = run.encounter().providers;
    if (!providers.facility) {
        const auto* line = lineAt(run.view(), isForeignFacility);
        if (!line) return;
        auto finding = findingAt("/providers/facility", Field::provider);
        finding.message = fmt::format("The place of service is {}, and no service facility is named.", line->place);
        finding.fix = "Add the facility where the service was given, unless the billing provider is that facility.";
        finding.basis = std::string(line->place);
        return run.report(std::move(finding));
    }
    const auto& npi = providers.facility->npi;
    if (npi.empty() || !providers.billing || providers.billing->npi != npi) return;
    auto finding = findingAt("/providers/facility", Field::provider);
    finding.message = "The service facility is the billing provider.";
    finding.fix = "Remove the service facility: the claim names it only when it is another place.";
    run.report(std::move(finding));
}

/// PF-14: services to an inpatient without the day of the admission.
void checkHospitalDates(RuleRun& run)
{
    if (run.encounter().claim.hospitalizedFrom) return;
    const auto* line = lineAt(run.view(), isHospitalStay);
    if (!line) return;
    auto finding = findingAt("/claim/hospitalized_from", Field::claim, Severity::warning);
    finding.message = fmt::format(
        "Advisory: place of service {} is a hospital stay, and the claim has no admission date.", line->place);
    finding.fix = "Enter the day of the admission.";
    run.report(std::move(finding));
}

/// PF-16: a pregnancy without the last menstrual period; a code for which the payer wants the onset, without one.
void checkPregnancyDate(RuleRun& run)
{
    static const auto pregnancy = CodePatterns::of("O00-O48, O60-O77, O98-O9A, Z34");
    const auto& claim = run.encounter().claim;
    if (claim.lastMenstrualPeriod || claim.onsetDate) return;
    const auto* diagnosis = run.view().find(pregnancy);
    if (!diagnosis) return;
    auto finding = findingAt(*diagnosis, Severity::warning);
    finding.at.emplace_back("/claim/last_menstrual_period");
    finding.field = Field::claim;
    finding.message = fmt::format("Advisory: {} tells of a pregnancy, and the claim has no last menstrual period.",
                                  diagnosis->dotted());
    finding.fix = "Enter the first day of the last menstrual period.";
    run.report(std::move(finding));
}

}  // namespace cw::edits
