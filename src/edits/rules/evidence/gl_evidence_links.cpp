#include "edits/rules/evidence/gl_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

/// Words that say that care caused the condition, or that name what was done or put in.
const std::vector<std::string_view>& linkWords()
{
    static const auto words =
        phraseList("due to; secondary to; caused by; because of; result of; resulting from; related to; attributed to; "
                   "attributable to; associated with; as a consequence of; complication; complications; complicated; "
                   "complicating; iatrogenic; intraoperative; intraop; postprocedural; post procedural; postsurgical; "
                   "post surgical; postablative; post ablative; postirradiation; procedure related; catheter related; "
                   "line related; device related; catheter associated; clabsi; cauti; ssi; surgical site; transfusion; "
                   "reaction to; allergic to; intolerance of; rejection; rejected; failure of; failed; malfunction; "
                   "malfunctioning; breakdown; displacement; displaced; dislocated; dislodged; leak; leaking; leakage; "
                   "loosening; loose; fractured; broken; occluded; occlusion; clotted; thrombosed; migrated; eroded; "
                   "infected; dehiscence; retained; transplant; graft; prosthesis; prosthetic; implant; implanted; "
                   "pacemaker; lead; stent; shunt; catheter; port; picc; pump; mesh; hardware; stump; anastomosis; "
                   "anastomotic; incision; incisional; surgical wound; anesthesia; anesthetic; intubation; vaccine; "
                   "vaccination; immunization; infusion; injection; from surgery; from the procedure; "
                   "from the operation; during surgery; during the procedure; during the operation; during operation");
    return words;
}

/// Pain and fever that follow an operation are indexed under that word.
const std::vector<std::string_view>& postoperativeWords()
{
    static const auto words =
        phraseList("postoperative; post operative; postop; post op; after surgery; following surgery; from surgery");
    return words;
}

const std::vector<std::string_view>& ventilatorWords()
{
    static const auto words =
        phraseList("vap; ventilator associated; ventilator acquired; ventilator related; due to ventilator; "
                   "due to mechanical ventilation");
    return words;
}

/// Monitored, evaluated, assessed, treated.
const std::vector<std::string_view>& careWords()
{
    static const auto words = phraseList(
        "stable; unstable; controlled; uncontrolled; well controlled; poorly controlled; at goal; worsening; "
        "worse; improved; improving; unchanged; progressing; exacerbation; flare; decompensated; "
        "compensated; monitor; monitoring; monitored; follow; followed; following; follow up; recheck; "
        "check; labs; a1c; hba1c; egfr; level; levels; echo; x ray; ct; mri; screen; reviewed; review; "
        "evaluate; evaluated; evaluation; assess; assessed; assessment; discussed; counseled; counselled; "
        "education; continue; continues; continued; start; started; stop; stopped; increase; increased; "
        "decrease; decreased; adjust; adjusted; titrate; hold; resume; refill; refilled; prescribed; "
        "prescription; dose; mg; mcg; units; daily; bid; tid; qhs; prn; taking; takes; on; treated; "
        "treatment; treat; therapy; medication; medications; insulin; inhaler; oxygen; dialysis; surgery; "
        "referral; refer; referred; consult; plan; diet; exercise; symptoms; symptomatic; asymptomatic; "
        "compliant; noncompliant; adherent; tolerating; managed; management");
    return words;
}

bool isComplication(const DiagnosisView& diagnosis)
{
    static const auto codes = CodePatterns::of("T80-T88");
    static constexpr std::array<std::string_view, 2> words = {"intraoperative", "postprocedural"};
    if (codes.matches(diagnosis.code)) return true;
    return diagnosis.code.front() != 'Z' && mentions(diagnosis.title(), words);
}

bool isTestResult(const Proof& proof)
{
    static constexpr std::array<std::string_view, 3> types = {"lab_report", "imaging_report", "pathology_report"};
    if (std::find(types.begin(), types.end(), proof.documentType()) != types.end()) return true;
    static constexpr std::array<std::string_view, 10> sections = {
        "lab",       "labs",      "laboratory", "lab results",        "imaging",
        "radiology", "pathology", "x ray",      "diagnostic results", "results"};
    return mentions(proof.section(), sections);
}

bool isAssessment(const Proof& proof)
{
    static constexpr std::array<std::string_view, 6> sections = {"assessment",      "plan",        "impression",
                                                                 "hospital course", "medications", "treatment"};
    return mentions(proof.section(), sections);
}

}  // namespace

/// GL-20: no words of the proof link the condition to the care. The word "complication" itself is not needed.
void checkComplicationLink(RuleRun& run)
{
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty() || !isComplication(diagnosis)) continue;
        const auto proofs = proofOf(run, diagnosis);
        const bool isPainOrFever = diagnosis.isUnder("G89") || diagnosis.isUnder("R50");
        const bool isLinked = std::any_of(proofs.begin(), proofs.end(), [isPainOrFever](const Proof& proof) {
            return saysAny(proof, linkWords()) || (isPainOrFever && saysAny(proof, postoperativeWords()));
        });
        if (proofs.empty() || isLinked) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message =
            fmt::format("{} is a complication of care, and its proof does not say what caused it.", diagnosis.dotted());
        finding.fix = "Add the words that link it to the care or the procedure, or query the provider.";
        run.report(std::move(finding));
    }
}

/// GL-46: J95.851 without the statement, or beside a pneumonia that is not shown to be another one.
void checkVentilatorPneumonia(RuleRun& run)
{
    const auto* ventilator = run.view().findUnder("J95851");
    if (!ventilator) return;
    const auto proofs = proofOf(run, *ventilator);
    const bool isStated =
        std::any_of(proofs.begin(), proofs.end(), [](const Proof& proof) { return saysAny(proof, ventilatorWords()); });
    if (!proofs.empty() && !isStated) {
        Finding finding = findingAtProof(*ventilator, Severity::warning);
        finding.message = "The proof of J95.851 does not say that the pneumonia is associated with the ventilator.";
        finding.fix = "Query the provider; without the statement code the pneumonia itself.";
        run.report(std::move(finding));
    }
    static const auto pneumonias = CodePatterns::of("J12-J18");
    for (const auto* pneumonia : run.view().allOf(pneumonias)) {
        if (pneumonia->position == 1 || pneumonia->row->presentOnAdmission == "Y") continue;
        Finding finding = findingAt(*ventilator, *pneumonia, Severity::warning);
        finding.message = fmt::format("{} stands beside J95.851, which takes no code for the type of pneumonia.",
                                      pneumonia->dotted());
        finding.fix = fmt::format("Remove {}, unless it is another pneumonia that was present on admission (POA Y).",
                                  pneumonia->dotted());
        run.report(std::move(finding));
    }
}

/// GL-73: the sentences around all proof of a chronic condition only name it.
void checkChronicAddressed(RuleRun& run)
{
    const CodeList& chronic = run.data().list("chronic");
    if (chronic.isEmpty()) return;
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty() || !chronic.has(diagnosis.code, run.view().date)) continue;
        const auto proofs = proofOf(run, diagnosis);
        // A quote alone says too little: the sentence around it must have been read.
        const bool isBare = std::all_of(proofs.begin(), proofs.end(), [](const Proof& proof) {
            return !proof.sentence().empty() && !isAssessment(proof) && !saysAny(proof, careWords());
        });
        if (proofs.empty() || !isBare) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message =
            fmt::format("The proof of {} names the condition and says nothing of its care.", diagnosis.dotted());
        finding.fix = "Add proof that it was monitored, evaluated, assessed or treated, or leave it out.";
        run.report(std::move(finding));
    }
}

/// GL-74: inpatient, and only results of tests prove the code.
void checkTestResultsAlone(RuleRun& run)
{
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty()) continue;
        const auto& all = diagnosis.row->evidence;
        const bool isResults = std::all_of(all.begin(), all.end(), [&run](const Evidence& evidence) {
            const EvidenceFacts* facts = factsOf(run, evidence);
            return facts && isTestResult({&evidence, facts});
        });
        if (!isResults) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message = fmt::format("Only results of laboratory, imaging or pathology prove {}.", diagnosis.dotted());
        finding.fix = "Add proof from the provider's own note, or query the provider.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
