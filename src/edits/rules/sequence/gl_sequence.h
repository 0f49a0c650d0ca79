#pragma once

#include "edits/rule_run.h"

/// The checks of the sequencing rules (GL-9 to GL-38 without those of words of proof). What each fires on stands at its
/// definition; codes that are lists stand in data/rules/lists/sequence.tsv and data/rules/pairs/sequence.tsv.
namespace cw::edits {

// gl_sequence_pairs.cpp
void checkAcuteBeforeChronic(RuleRun& run);  // GL-9
void checkCombinationCode(RuleRun& run);     // GL-10
void checkIntegralSymptom(RuleRun& run);     // GL-12
void checkSymptomFirst(RuleRun& run);        // GL-13
void checkDiabetesWith(RuleRun& run);        // GL-33

// gl_sequence_order.cpp
void checkSequelaOrder(RuleRun& run);   // GL-11
void checkSecondaryOnly(RuleRun& run);  // GL-18

// gl_sequence_infection.cpp
void checkHivOrder(RuleRun& run);                  // GL-21
void checkOrganismFirst(RuleRun& run);             // GL-22
void checkSepsisPresentOnAdmission(RuleRun& run);  // GL-23
void checkSevereSepsis(RuleRun& run);              // GL-24
void checkPostproceduralShock(RuleRun& run);       // GL-25

// gl_sequence_neoplasm.cpp
void checkAntineoplasticEncounter(RuleRun& run);  // GL-28
void checkAnemiaInMalignancy(RuleRun& run);       // GL-29
void checkPrimaryRemoved(RuleRun& run);           // GL-30

// gl_sequence_diabetes.cpp
void checkDiabetesTypes(RuleRun& run);        // GL-31
void checkDiabetesDrugs(RuleRun& run);        // GL-32
void checkDiabetesKidneyStage(RuleRun& run);  // GL-34

// gl_sequence_systems.cpp
void checkSubstanceHierarchy(RuleRun& run);  // GL-35
void checkPainCode(RuleRun& run);            // GL-37
void checkHypertensiveHeart(RuleRun& run);   // GL-38

// gl_sequence_dominance.cpp
void checkDominance(RuleRun& run);  // GL-36

/// The finding about two diagnoses with the words of a pair: {a}, {b} and {use} filled in.
Finding pairFinding(const DiagnosisPair& pair, const DiagnosisView& a, const DiagnosisView& b, std::string_view use);
/// The first diagnosis behind `than` in claim order that the test holds for; null when none.
template <class Test>
const DiagnosisView* findAfter(const EncounterView& view, const DiagnosisView& than, Test test)
{
    for (const auto& one : view.diagnoses)
        if (one.position > than.position && test(one)) return &one;
    return nullptr;
}
/// The same before it.
template <class Test>
const DiagnosisView* findBefore(const EncounterView& view, const DiagnosisView& than, Test test)
{
    for (const auto& one : view.diagnoses)
        if (one.position < than.position && test(one)) return &one;
    return nullptr;
}

}  // namespace cw::edits
