#include "base/text.h"
#include "edits/rules/institutional/facility_bill.h"
#include "edits/rules/poa/pa_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

/// Words of a provider who states that it cannot be told whether the condition was present.
constexpr std::array<std::string_view, 8> undetermined = {"unable to determine",     "unable to clinically determine",
                                                          "cannot be determined",    "cannot be clinically",
                                                          "could not be determined", "cannot determine",
                                                          "clinically undetermined", "unable to be determined"};

bool saysUndetermined(std::string_view words)
{
    const auto lower = text::lowerAscii(words);
    return std::any_of(undetermined.begin(), undetermined.end(),
                       [&lower](auto phrase) { return lower.find(phrase) != std::string::npos; });
}

/// True when a proof of the diagnosis states it; the sentence counts where the document was read.
bool provesUndetermined(const RuleRun& run, const DiagnosisView& diagnosis)
{
    for (const auto& proof : diagnosis.row->evidence) {
        const auto known = run.facts().evidence.find(proof.id);
        const bool isRead = known != run.facts().evidence.end() && !known->second.sentence.empty();
        if (saysUndetermined(isRead ? known->second.sentence : proof.quote)) return true;
    }
    return false;
}

/// Day of the earliest proof of the diagnosis that stands in a dated document.
std::optional<Date> firstDocumented(const RuleRun& run, const DiagnosisView& diagnosis)
{
    std::optional<Date> first;
    for (const auto& proof : diagnosis.row->evidence) {
        const auto known = run.facts().evidence.find(proof.id);
        if (known == run.facts().evidence.end() || !known->second.documentDate) continue;
        if (!first || *known->second.documentDate < *first) first = known->second.documentDate;
    }
    return first;
}

void reportUnknown(RuleRun& run, const DiagnosisView& diagnosis)
{
    Finding finding = findingAtIndicator(diagnosis, Severity::warning);
    if (provesUndetermined(run, diagnosis)) {
        finding.message = fmt::format("{} has indicator U, but its proof says that the provider cannot determine it.",
                                      diagnosis.dotted());
        finding.fix = "Use W, which is for what the provider cannot determine.";
        finding.remedies = {setPoa(diagnosis, "W")};
    } else {
        finding.message =
            fmt::format("{} has indicator U, which is for rare cases of unclear documentation.", diagnosis.dotted());
        finding.fix = "Ask the provider before U is used.";
    }
    run.report(std::move(finding));
}

}  // namespace

/// PA-4: U where the provider states that it cannot be told, and any other U; W without such a statement.
void checkPoaUnknown(RuleRun& run)
{
    for (const auto& diagnosis : run.view().diagnoses) {
        const auto& value = diagnosis.row->presentOnAdmission;
        if ((value != "U" && value != "W") || isPoaExempt(run, diagnosis)) continue;
        if (value == "U") reportUnknown(run, diagnosis);
        if (value == "U" || provesUndetermined(run, diagnosis)) continue;
        Finding finding = findingAtIndicator(diagnosis, Severity::warning);
        finding.message = fmt::format("{} has indicator W, but no proof says that the provider cannot determine it.",
                                      diagnosis.dotted());
        finding.fix = "Attach the provider's statement, or ask for one.";
        run.report(std::move(finding));
    }
}

/// PA-5: N on the principal diagnosis. A code of several concepts is N when one of them arose later, and so may be an
/// obstetrical code; the title of such a code joins its concepts by "with".
void checkPrincipalNotPresent(RuleRun& run)
{
    const auto* first = run.view().first();
    if (!first || first->position != 1 || first->row->presentOnAdmission != "N") return;
    if (first->isUnder("O") || first->title().find(" with ") != std::string_view::npos) return;
    if (isPoaExempt(run, *first)) return;
    Finding finding = findingAtIndicator(*first, Severity::warning);
    finding.message =
        fmt::format("{} is the principal diagnosis, yet it is marked as not present on admission.", first->dotted());
    finding.fix = "Check the indicator, or whether another diagnosis led to the admission.";
    run.report(std::move(finding));
}

/// PA-6: a secondary diagnosis of the list of hospital-acquired conditions that counts as acquired (N or U).
void checkHospitalAcquired(RuleRun& run)
{
    const auto& view = run.view();
    for (const auto& diagnosis : view.diagnoses) {
        const auto& value = diagnosis.row->presentOnAdmission;
        if (diagnosis.position < 2 || (value != "N" && value != "U")) continue;
        if (!run.data().list("hospital-acquired").has(diagnosis.code, view.date)) continue;
        Finding finding = findingAtIndicator(diagnosis, Severity::warning);
        finding.message = fmt::format("Advisory: {} with indicator {} counts as a hospital-acquired condition.",
                                      diagnosis.dotted(), value);
        finding.fix = "Have the code and its indicator reviewed a second time.";
        run.report(std::move(finding));
    }
}

/// PA-7: N although the proof is older than the admission; N on what a birth record shows as present at birth.
void checkOnsetBeforeOrder(RuleRun& run)
{
    const auto& view = run.view();
    const Date admission = admissionDay(run.encounter());
    const bool isBirth = view.hasUnder("Z38");
    for (const auto& diagnosis : view.diagnoses) {
        if (diagnosis.row->presentOnAdmission != "N" || isPoaExempt(run, diagnosis)) continue;
        Finding finding = findingAtIndicator(diagnosis, Severity::warning);
        if (isBirth && run.data().list("present-at-birth").has(diagnosis.code, view.date)) {
            finding.message = fmt::format("{} is marked as not present on admission, but on a birth record it was "
                                          "present at birth.",
                                          diagnosis.dotted());
            finding.fix = "Use Y: a newborn is admitted after the birth.";
            finding.remedies = {setPoa(diagnosis, "Y")};
        } else if (const auto first = firstDocumented(run, diagnosis); first && *first < admission) {
            finding.message = fmt::format("{} is marked as not present on admission, but its proof is of {}, before "
                                          "the admission of {}.",
                                          diagnosis.dotted(), first->iso(), admission.iso());
            finding.fix = "Check whether the condition was there before the order for admission; then it is Y.";
        } else {
            continue;
        }
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
