#include "edits/rules/evidence/gl_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

/// Symptoms, reasons for a visit and external causes are what remains when a diagnosis is uncertain: a term in their
/// proof speaks of something else.
bool isNoDiagnosis(const DiagnosisView& diagnosis)
{
    const char chapter = diagnosis.code.front();
    return chapter == 'R' || (chapter >= 'V' && chapter <= 'Z');
}

/// Codes that are made for suspected conditions.
bool isForSuspected(const DiagnosisView& diagnosis)
{
    static const auto codes = CodePatterns::of("O35, O36.5, T76");
    static constexpr std::array<std::string_view, 1> suspected = {"suspected"};
    return codes.matches(diagnosis.code) || mentions(diagnosis.title(), suspected);
}

bool isFromDischarge(const RuleRun& run, const Proof& proof)
{
    if (proof.documentType() == "discharge_summary") return true;
    const auto section = proof.section();
    if (section.find("discharge") != std::string_view::npos || section.find("final diagnos") != std::string_view::npos)
        return true;
    const auto& service = run.encounter().service;
    const auto left = service.dischargedAt ? std::optional(service.dischargedAt->date) : service.to;
    return proof.documentType() == "progress_note" && left && proof.facts->documentDate &&
           *proof.facts->documentDate >= *left;
}

/// True when the documents are known and the diagnosis is not stated at discharge.
bool lacksDischargeProof(const RuleRun& run, const DiagnosisView& diagnosis)
{
    for (const auto& proof : proofOf(run, diagnosis))
        if (proof.documentType().empty() || isFromDischarge(run, proof)) return false;
    return true;
}

/// "no evidence of complications" for a code whose title says "without complications".
bool deniesWhatTitleDenies(const RuleRun& run, const DiagnosisView& diagnosis)
{
    static constexpr std::array<std::string_view, 6> negative = {"without", "no", "not", "absence", "lack", "free"};
    for (const auto word : negative) {
        const auto behind = behindPhrase(diagnosis.title(), word);
        if (behind == std::string_view::npos) continue;
        const auto rest = diagnosis.title().substr(behind);
        for (const auto& proof : proofOf(run, diagnosis))
            if (sharesWord(proof.evidence->quote, rest)) return true;
    }
    return false;
}

/// Codes for unidentified influenza that stand for those of an identified virus.
std::string_view unidentifiedInfluenza(std::string_view code)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> codes = {{{"J09X2", "J11.1"},
                                                                                             {"J09X3", "J11.2"},
                                                                                             {"J1000", "J11.00"},
                                                                                             {"J1008", "J11.08"},
                                                                                             {"J101", "J11.1"},
                                                                                             {"J102", "J11.2"},
                                                                                             {"J1081", "J11.81"},
                                                                                             {"J1082", "J11.82"},
                                                                                             {"J1083", "J11.83"},
                                                                                             {"J1089", "J11.89"}}};
    const auto found =
        std::find_if(codes.begin(), codes.end(), [code](const auto& pair) { return pair.first == code; });
    return found == codes.end() ? std::string_view() : found->second;
}

std::string confirmedFix(const DiagnosisView& diagnosis)
{
    if (diagnosis.isUnder("U071")) return "Code the symptoms, and Z20.822 for an exposure.";
    if (diagnosis.isUnder("A925")) return "Code the symptoms, or Z20.821 for an exposure.";
    if (diagnosis.isUnder("J")) return "Use the code of J11 for influenza of an unidentified virus.";
    return "Code the symptoms, the exposure or the inconclusive test until the infection is confirmed.";
}

}  // namespace

/// GL-14: the proof calls the diagnosis uncertain, outside of hospital inpatient care.
void checkUncertainOutpatient(RuleRun& run)
{
    if (isHospitalStay(run)) return;
    const bool isInpatient = run.encounter().setting == Setting::inpatient;
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty() || isNoDiagnosis(diagnosis) || isForConfirmedOnly(diagnosis)) continue;
        const auto count = countProof(run, diagnosis, &WordsSay::uncertain);
        if (count.some == 0 || isForSuspected(diagnosis)) continue;
        const bool isMild = isInpatient || count.isMixed() || countProof(run, diagnosis, &WordsSay::isGuess).some > 0;
        Finding finding = findingAtProof(diagnosis, isMild ? Severity::warning : Severity::error);
        finding.message =
            count.isMixed()
                ? fmt::format("A part of the proof calls {} uncertain.", diagnosis.dotted())
                : fmt::format("The proof calls {} uncertain, and this setting takes established diagnoses only.",
                              diagnosis.dotted());
        finding.fix = "Code the sign, symptom or finding that is certain, or point to words that state the diagnosis.";
        run.report(std::move(finding));
    }
}

/// GL-15: the same in a hospital stay, and no proof from the time of discharge.
void checkUncertainInpatient(RuleRun& run)
{
    if (!isHospitalStay(run)) return;
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty() || isNoDiagnosis(diagnosis) || isForConfirmedOnly(diagnosis)) continue;
        if (!countProof(run, diagnosis, &WordsSay::uncertain).isAll()) continue;
        if (isForSuspected(diagnosis) || !lacksDischargeProof(run, diagnosis)) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message = fmt::format("The proof calls {} uncertain, and none of it is from the time of discharge.",
                                      diagnosis.dotted());
        finding.fix = "Add proof from the discharge summary, query the provider, or code the symptom.";
        run.report(std::move(finding));
    }
}

/// GL-16: the proof says that the condition was ruled out, or denies it.
void checkRuledOut(RuleRun& run)
{
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty() || isNoDiagnosis(diagnosis)) continue;
        const auto ruledOut = countProof(run, diagnosis, &WordsSay::ruledOut);
        if (ruledOut.some > 0) {
            const bool isSure = ruledOut.isAll() && countProof(run, diagnosis, &WordsSay::isGuess).some == 0;
            Finding finding = findingAtProof(diagnosis, isSure ? Severity::error : Severity::warning);
            finding.message = fmt::format("{} says that {} was ruled out.",
                                          ruledOut.isAll() ? "The proof" : "A part of the proof", diagnosis.dotted());
            finding.fix = "Remove it; code the symptom, or the observation with a code of Z03 to Z05.";
            run.report(std::move(finding));
        } else if (countProof(run, diagnosis, &WordsSay::denied).isAll() && !deniesWhatTitleDenies(run, diagnosis)) {
            Finding finding = findingAtProof(diagnosis, Severity::warning);
            finding.message = fmt::format("The proof says that the patient does not have {}.", diagnosis.dotted());
            finding.fix = "Remove it, or point to words that state the condition.";
            run.report(std::move(finding));
        }
    }
}

/// GL-27: infections that no setting codes before they are confirmed.
void checkConfirmedOnly(RuleRun& run)
{
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty() || !isForConfirmedOnly(diagnosis)) continue;
        ProofCount count;
        for (const auto& proof : proofOf(run, diagnosis)) {
            const auto says = wordsOf(diagnosis, proof);
            ++count.all;
            static constexpr std::array<std::string_view, 11> positive = {
                "tested positive", "tests positive", "test positive",       "positive test",
                "pcr positive",    "positive pcr",   "antigen positive",    "positive antigen",
                "now confirmed",   "pcr confirmed",  "laboratory confirmed"};
            if (says.onlyExposed || (says.uncertain && !saysAny(proof, positive))) ++count.some;
        }
        if (count.some == 0) continue;
        const bool isSure = count.isAll() && countProof(run, diagnosis, &WordsSay::isGuess).some == 0;
        Finding finding = findingAtProof(diagnosis, isSure ? Severity::error : Severity::warning);
        finding.message = fmt::format("{} is for confirmed cases only, and {} does not call it confirmed.",
                                      diagnosis.dotted(), count.isAll() ? "the proof" : "a part of the proof");
        finding.fix = confirmedFix(diagnosis);
        if (const auto code = unidentifiedInfluenza(diagnosis.code); !code.empty() && isSure)
            finding.remedies.push_back(replaceBy(diagnosis, code));
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
