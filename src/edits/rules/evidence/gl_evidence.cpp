#include "edits/rules/evidence/gl_evidence.h"

#include "edits/rule_families.h"

#include <algorithm>

namespace cw::edits {

const EvidenceFacts* factsOf(const RuleRun& run, const Evidence& evidence)
{
    const auto& all = run.facts().evidence;
    const auto found = all.find(evidence.id);
    return found == all.end() ? nullptr : &found->second;
}

std::vector<Proof> proofOf(const RuleRun& run, const DiagnosisView& diagnosis)
{
    std::vector<Proof> proofs;
    for (const auto& evidence : diagnosis.row->evidence)
        if (!evidence.quote.empty()) proofs.push_back({&evidence, factsOf(run, evidence)});
    return proofs;
}

WordsSay wordsOf(const DiagnosisView& diagnosis, const Proof& proof)
{
    return readWords(proof.evidence->quote, proof.sentence(), diagnosis.title());
}

bool saysAny(const Proof& proof, std::span<const std::string_view> phrases)
{
    return mentions(proof.evidence->quote, phrases) || mentions(proof.sentence(), phrases);
}

ProofCount countProof(const RuleRun& run, const DiagnosisView& diagnosis, bool WordsSay::*said)
{
    ProofCount count;
    if (diagnosis.row->evidence.empty()) return count;
    for (const auto& proof : proofOf(run, diagnosis)) {
        ++count.all;
        if (wordsOf(diagnosis, proof).*said) ++count.some;
    }
    return count;
}

Finding findingAtProof(const DiagnosisView& diagnosis, Severity severity)
{
    Finding finding = findingAt(diagnosis, severity);
    finding.field = Field::evidence;
    return finding;
}

bool isHospitalStay(const RuleRun& run)
{
    if (run.encounter().setting != Setting::inpatient) return false;
    std::string_view bill = run.encounter().service.typeOfBill;
    if (bill.size() == 4 && bill.starts_with('0')) bill.remove_prefix(1);
    return bill.empty() || bill.starts_with("11");
}

bool isForConfirmedOnly(const DiagnosisView& diagnosis)
{
    static const auto codes = CodePatterns::of("U07.1, A92.5, B20, Z21, J09, J10");
    return codes.matches(diagnosis.code);
}

std::vector<Rule> evidenceRules()
{
    constexpr Parts inputs = part::diagnoses | part::evidence | part::service;
    return {
        {.id = "GL-14",
         .title = "Uncertain diagnosis coded as established",
         .source = "ICD-10-CM Official Guidelines FY2026, IV.H",
         .fix = "Code the sign, symptom or finding that is certain.",
         .check = checkUncertainOutpatient,
         .inputs = inputs,
         .attest = Attest::never},
        {.id = "GL-15",
         .title = "Uncertain diagnosis not documented at discharge",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, II.H and III.C",
         .fix = "Add proof from the discharge summary, or query the provider.",
         .check = checkUncertainInpatient,
         .inputs = inputs},
        {.id = "GL-16",
         .title = "Condition that was ruled out",
         .source = "ICD-10-CM Official Guidelines FY2026, I.A.19, I.C.19.f and I.C.21.c.6",
         .fix = "Remove the code; code the symptom or the observation (Z03 to Z05).",
         .check = checkRuledOut,
         .inputs = inputs},
        {.id = "GL-17",
         .title = "History coded as a present condition",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, IV.J, III.A, I.C.2.m and I.C.21.c.4",
         .fix = "Code the history (Z80 to Z87), or point to words that state the condition as present.",
         .check = checkHistoryAsActive,
         .inputs = inputs},
        {.id = "GL-19",
         .title = "Borderline condition with a code of its own",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.B.17; Index FY2017, Borderline",
         .fix = "Use the code that the Index gives for the borderline condition.",
         .check = checkBorderline,
         .inputs = inputs},
        {.id = "GL-20",
         .title = "Complication without a stated cause",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.B.16",
         .fix = "Add the words that link the condition to the care, or query the provider.",
         .check = checkComplicationLink,
         .inputs = inputs},
        {.id = "GL-26",
         .title = "Urosepsis has no code",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.1.d.1.a.ii",
         .fix = "Query the provider for the condition that is meant.",
         .check = checkUrosepsis,
         .inputs = inputs},
        {.id = "GL-27",
         .title = "Code for confirmed cases only",
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.1.a.1, I.C.1.f.1, I.C.1.g.1.a and I.C.10.c",
         .fix = "Code the symptoms, the exposure, or unidentified influenza (J11).",
         .check = checkConfirmedOnly,
         .inputs = inputs},
        {.id = "GL-46",
         .title = "Ventilator associated pneumonia",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, I.C.10.d.1 and I.C.10.d.2",
         .fix = "Query the provider unless the record states ventilator associated pneumonia.",
         .check = checkVentilatorPneumonia,
         .inputs = inputs},
        {.id = "GL-73",
         .title = "Chronic condition not addressed",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, IV.I, IV.J and III",
         .fix = "Add proof that the condition was monitored, evaluated, assessed or treated, or leave it out.",
         .check = checkChronicAddressed,
         .inputs = inputs},
        {.id = "GL-74",
         .title = "Abnormal finding without the provider's word",
         .severity = Severity::warning,
         .scope = scope::inpatient,
         .source = "ICD-10-CM Official Guidelines FY2026, III.B",
         .fix = "Add proof from the provider's own note, or query the provider.",
         .check = checkTestResultsAlone,
         .inputs = inputs},
    };
}

}  // namespace cw::edits
