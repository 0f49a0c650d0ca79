#include "edits/rules/sequence/gl_sequence.h"

#include "edits/rule_families.h"

namespace cw::edits {

namespace {

constexpr Parts dx = part::diagnoses | part::service;

Rule rule(std::string_view id, std::string_view title, Severity severity, std::string_view source, std::string_view fix,
          void (*check)(RuleRun&), Parts inputs = dx)
{
    return {
        .id = id, .title = title, .severity = severity, .source = source, .fix = fix, .check = check, .inputs = inputs};
}

void addOrderRules(std::vector<Rule>& all)
{
    all.push_back(rule("GL-9", "Acute before chronic", Severity::warning, "ICD-10-CM Official Guidelines FY2026, I.B.8",
                       "Place the acute condition before the chronic one.", checkAcuteBeforeChronic));
    all.push_back(rule(
        "GL-10", "Combination code exists", Severity::warning, "ICD-10-CM Official Guidelines FY2026, I.B.9, I.A.15",
        "Use the combination code, or attest that the conditions are not related.", checkCombinationCode));
    all.push_back(rule("GL-11", "Sequela order", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, I.B.10, I.C.19.a, I.C.1.g.1.m, I.C.15.p.3",
                       "List the condition that remains first, then the code of what caused it.", checkSequelaOrder));
    all.push_back(rule("GL-12", "Symptom that belongs to a diagnosis", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, I.B.5, I.C.18.b, I.C.18.c",
                       "Remove the symptom, or attest that it is not routine here.", checkIntegralSymptom));
    all.push_back(rule("GL-13", "Symptom listed before its diagnosis", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, II.A, I.B.4, I.C.18.b, I.C.2.g, IV.D",
                       "List the definite diagnosis first.", checkSymptomFirst));
    all.push_back(rule("GL-18", "Status codes that stand second", Severity::error,
                       "ICD-10-CM Official Guidelines FY2026, I.B.14, I.C.5.b.5, I.C.18.e, I.C.18.i, I.C.21.c.3",
                       "List the diagnosis of the provider first, and the status code after it.", checkSecondaryOnly));
}

void addInfectionRules(std::vector<Rule>& all)
{
    all.push_back(rule(
        "GL-21", "HIV order", Severity::error, "ICD-10-CM Official Guidelines FY2026, I.C.1.a.2, I.C.15.f",
        "Keep one HIV code, and list B20 first when the visit is related to HIV.", checkHivOrder, dx | part::claim));
    all.push_back(rule("GL-22", "Organism code first", Severity::error, "ICD-10-CM Official Guidelines FY2026, I.C.1.b",
                       "Place the code of the infection first.", checkOrganismFirst));
    auto sepsis = rule("GL-23", "Localized infection before sepsis", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, I.C.1.d.4",
                       "List the sepsis first when both were present on admission.", checkSepsisPresentOnAdmission);
    sepsis.scope = scope::inpatient;
    all.push_back(sepsis);
    all.push_back(rule("GL-24", "Severe sepsis chain", Severity::error,
                       "ICD-10-CM Official Guidelines FY2026, I.C.1.d.1.b, I.C.1.d.3, I.C.1.d.6",
                       "Code the systemic infection, then R65.2-, then the organ dysfunction.", checkSevereSepsis));
    all.push_back(rule("GL-25", "Postprocedural septic shock", Severity::error,
                       "ICD-10-CM Official Guidelines FY2026, I.C.1.d.2, I.C.1.d.5.c",
                       "Code the infection, then T81.12-, without R65.21.", checkPostproceduralShock));
}

void addNeoplasmRules(std::vector<Rule>& all)
{
    auto therapy = rule("GL-28", "Antineoplastic encounter", Severity::error,
                        "ICD-10-CM Official Guidelines FY2026, I.C.2.e, I.C.21.c.15",
                        "List the therapy encounter first and the neoplasm after it.", checkAntineoplasticEncounter,
                        dx | part::claim);
    therapy.attest = Attest::always;  // Records of several encounters of one day may be combined.
    all.push_back(therapy);
    all.push_back(rule("GL-29", "Anemia in malignancy", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, I.C.2.c, I.C.2.l.4",
                       "List the neoplasm before its anemia, and the drug after the anemia of the treatment.",
                       checkAnemiaInMalignancy, dx | part::claim));
    all.push_back(rule("GL-30", "Primary removed", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, I.C.2.d, I.C.2.m",
                       "Use the history code of the primary site (Z85.-).", checkPrimaryRemoved, dx | part::claim));
}

void addDiabetesRules(std::vector<Rule>& all)
{
    all.push_back(
        rule("GL-31", "Diabetes type conflict", Severity::warning,
             "ICD-10-CM Tabular List January 2021, E08 to E13 Excludes1; Official Guidelines FY2026, I.A.12.a",
             "Keep the documented type of diabetes.", checkDiabetesTypes));
    all.push_back(rule("GL-32", "Diabetes and long-term drugs", Severity::error,
                       "ICD-10-CM Official Guidelines FY2026, I.C.4.a.3, I.C.4.a.6.a, I.C.15.i",
                       "Add the Z79 code of each long-term drug; none with gestational diabetes.", checkDiabetesDrugs,
                       dx | part::claim));
    all.push_back(rule(
        "GL-33", "Diabetes with a linked condition", Severity::warning, "ICD-10-CM Official Guidelines FY2026, I.A.15",
        "Use the diabetes code that names the complication, or attest that it is unrelated.", checkDiabetesWith));
    all.push_back(
        rule("GL-34", "Diabetic kidney disease without stage", Severity::warning,
             "ICD-10-CM Tabular List January 2021, E08.22, E09.22, E10.22, E11.22, E13.22 use additional code",
             "Add the stage of the kidney disease (N18.-) after it.", checkDiabetesKidneyStage));
}

void addSystemRules(std::vector<Rule>& all)
{
    all.push_back(rule("GL-35", "Substance hierarchy", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, I.C.5.b.2", "Keep dependence, else abuse, else use.",
                       checkSubstanceHierarchy));
    all.push_back(rule("GL-36", "Dominant side", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, I.C.6.a, I.C.9.d.1",
                       "Use the code of the documented side.", checkDominance, dx | part::evidence));
    all.push_back(rule("GL-37", "Pain code", Severity::warning, "ICD-10-CM Official Guidelines FY2026, I.C.6.b.1",
                       "Code the cause of the pain; G89.- is for pain management.", checkPainCode, dx | part::claim));
    all.push_back(rule("GL-38", "Hypertension with heart disease", Severity::warning,
                       "ICD-10-CM Official Guidelines FY2026, I.C.9.a.1",
                       "Use a code of I11, and I50.- for heart failure.", checkHypertensiveHeart));
}

}  // namespace

std::vector<Rule> sequenceRules()
{
    std::vector<Rule> all;
    addOrderRules(all);
    addInfectionRules(all);
    addNeoplasmRules(all);
    addDiabetesRules(all);
    addSystemRules(all);
    return all;
}

}  // namespace cw::edits
