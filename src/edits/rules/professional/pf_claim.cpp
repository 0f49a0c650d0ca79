#include "base/text.h"
#include "edits/rule_families.h"
#include "edits/rules/parties/postal.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

constexpr std::size_t mostDiagnoses = 12;
constexpr std::size_t mostLines = 50;
constexpr std::size_t longestClaimNumber = 20;

void reportClaim(RuleRun& run, std::string member, std::string message, std::string fix)
{
    run.report({.at = {"/claim/" + std::move(member)},
                .message = std::move(message),
                .fix = std::move(fix),
                .field = Field::claim});
}

bool isOneOf(std::string_view value, std::initializer_list<std::string_view> allowed)
{
    return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

}  // namespace

/// PF-1: no diagnosis.
void checkHasDiagnosis(RuleRun& run)
{
    if (!run.encounter().claimDiagnoses().empty()) return;
    run.report({.at = {"/diagnoses"},
                .message = "The claim has no diagnosis.",
                .fix = "Code at least one diagnosis.",
                .field = Field::diagnosisCode});
}

/// PF-2: more diagnoses than the claim's HI segment holds. None is dropped in silence.
void checkDiagnosisCount(RuleRun& run)
{
    const auto diagnoses = run.encounter().claimDiagnoses();
    if (diagnoses.size() <= mostDiagnoses) return;
    Finding finding{.message = fmt::format("The claim has {} diagnoses; {} fit.", diagnoses.size(), mostDiagnoses),
                    .fix = "Remove the diagnoses that matter least for this visit.",
                    .field = Field::diagnosisCode,
                    .diagnosis = diagnoses[mostDiagnoses]->id};
    const auto& all = run.encounter().diagnoses;
    for (auto beyond = diagnoses.begin() + mostDiagnoses; beyond != diagnoses.end(); ++beyond) {
        finding.at.push_back(diagnosisPath(static_cast<std::size_t>(*beyond - all.data())));
        finding.codes.push_back(shownDiagnosis(**beyond));
    }
    run.report(std::move(finding));
}

/// PF-6: no line, or more than one claim holds.
void checkLineCount(RuleRun& run)
{
    const auto count = run.encounter().procedures.size();
    if (count >= 1 && count <= mostLines) return;
    run.report(
        {.at = {"/procedures"},
         .message = count == 0 ? "The claim has no service line."
                               : fmt::format("The claim has {} service lines; {} fit.", count, mostLines),
         .fix = count == 0 ? "Code at least one procedure." : "Split the encounter into two with the same header.",
         .field = Field::procedureCode});
}

/// PF-7: CLM02 must equal the sum of the line charges. The total is computed from the lines, so it can be wrong only by
/// what a line does not say: it is incomplete as long as a line has no charge.
void checkBalance(RuleRun& run)
{
    const auto& encounter = run.encounter();
    Finding finding{.fix = "Enter the missing charge, and compare the total with the charge slip.",
                    .field = Field::charge};
    std::vector<std::string> open;
    for (std::size_t i = 0; i < encounter.procedures.size(); ++i) {
        if (encounter.procedures[i].charge) continue;
        open.push_back(std::to_string(i + 1));
        finding.at.push_back(linePath(i, "charge"));
        finding.key.subjects.push_back(encounter.procedures[i].id.value);
        if (!finding.procedure.isValid()) finding.procedure = encounter.procedures[i].id;
    }
    if (open.empty()) return;
    finding.message = fmt::format("Advisory: the claim total {} is the sum of the lines, and line{} {} {} no charge.",
                                  encounter.totalCharges().decimal(), open.size() == 1 ? "" : "s", listed(open),
                                  open.size() == 1 ? "has" : "have");
    run.report(std::move(finding));
}

/// PF-12: an organisation bills, and nobody is named who rendered the service.
void checkRenderingProvider(RuleRun& run)
{
    const auto& providers = run.encounter().providers;
    if (!providers.billing || !providers.billing->isOrganization() || providers.rendering) return;
    run.report({.at = {"/providers/rendering"},
                .message = "Advisory: an organization bills, and no rendering provider is named.",
                .fix = "Add the provider who rendered the service.",
                .field = Field::provider});
}

/// PF-15, date and state: a related cause needs the accident date, an automobile accident the state as well.
void checkAccident(RuleRun& run)
{
    const auto& accident = run.encounter().claim.accident;
    if (!accident.any()) return;
    if (!accident.date)
        reportClaim(run, "accident/date", "The claim is related to an accident or to employment, and no date is given.",
                    "Enter the date of the accident.");
    if (accident.automobile && !isUsState(accident.state) && !isCanadianProvince(accident.state))
        reportClaim(run, "accident/state", "The claim is related to an automobile accident, and no state is given.",
                    "Enter the two-letter state in which the accident happened.");
}

/// PF-17: a replacement or void names the payer's claim number, an original does not.
void checkFrequency(RuleRun& run)
{
    const auto& claim = run.encounter().claim;
    const std::string_view frequency = claim.frequencyCode.empty() ? "1" : std::string_view(claim.frequencyCode);
    if (!isOneOf(frequency, {"1", "6", "7", "8"})) {
        reportClaim(run, "frequency_code", "The frequency code is not 1 (original), 6, 7 (replacement) or 8 (void).",
                    "Choose original, replacement or void.");
        return;
    }
    const bool named = !text::trim(claim.originalReferenceNumber).empty();
    if ((frequency == "7" || frequency == "8") && !named)
        reportClaim(run, "original_reference_number",
                    fmt::format("Frequency code {} needs the payer's number of the claim it changes.", frequency),
                    "Enter the payer's claim control number from the remittance.");
    if (frequency == "1" && named)
        reportClaim(run, "original_reference_number",
                    "An original claim (frequency code 1) carries the payer's number of an earlier claim.",
                    "Remove the number, or make the claim a replacement or void.");
}

/// PF-18: assignment (CLM07), signature (CLM06), benefits assignment (CLM08), release of information (CLM09).
void checkIndicators(RuleRun& run)
{
    const auto& claim = run.encounter().claim;
    if (!isOneOf(claim.acceptAssignment, {"A", "B", "C"}))
        reportClaim(run, "accept_assignment", "The claim does not say whether assignment is accepted.",
                    "Set it to A (accepted), B (laboratory only) or C (not accepted).");
    if (!claim.signatureOnFile)
        reportClaim(run, "signature_on_file", "The claim does not say whether the provider's signature is on file.",
                    "Set it to yes or no.");
    if (!isOneOf(claim.benefitsAssigned, {"Y", "N", "W"}))
        reportClaim(run, "benefits_assigned", "The claim does not say whether benefits are assigned to the provider.",
                    "Set it to Y, N or W (not applicable).");
    if (!isOneOf(claim.releaseOfInformation, {"Y", "I"}))
        reportClaim(run, "release_of_information",
                    "The claim does not say whether release of information is permitted.",
                    "Set it to Y (signed) or I (informed consent).");
}

/// PF-20: the encounter id goes out as CLM01, of which payers return 20 characters. Whether another active claim uses it
/// is for the store to say.
void checkClaimNumber(RuleRun& run)
{
    const std::string_view id = run.encounter().encounterId;
    const bool blank = text::trim(id).empty();
    if (!blank && id.size() <= longestClaimNumber) return;
    run.report({.at = {"/encounter_id"},
                .message = blank ? "The encounter has no id, which the claim number is made of."
                                 : fmt::format("The encounter id, sent as the claim number, has {} characters; {} fit.",
                                               id.size(), longestClaimNumber),
                .fix = "Give the encounter an id of 1 to 20 letters, digits and dashes.",
                .field = Field::claim});
}

}  // namespace cw::edits
