#pragma once

#include "edits/rule_run.h"

/// The families of the catalogue, each in its own folder of `rules`; the order is that in which findings are shown.
namespace cw::edits {

std::vector<Rule> codeRules();                // CV, GL-8, MO-1, MO-2: rules/codes
std::vector<Rule> noteRules();                // GL-1 to 7: rules/notes
std::vector<Rule> structureRules();           // CV-4 to 7: rules/codes
std::vector<Rule> specificityRules();         // CV-14 to 16: rules/specificity
std::vector<Rule> sequenceRules();            // GL-9 to 38: rules/sequence
std::vector<Rule> conditionRules();           // GL-39 to 72: rules/conditions
std::vector<Rule> evidenceRules();            // GL-14 to 74 from the words of proof: rules/evidence
std::vector<Rule> presentOnAdmissionRules();  // PA: rules/poa
std::vector<Rule> medicareCodeRules();        // MC: rules/mce
std::vector<Rule> outpatientRules();          // OC: rules/outpatient
std::vector<Rule> ncciRules();                // NC: rules/ncci
std::vector<Rule> modifierRules();            // MO: rules/modifiers
std::vector<Rule> pcsRules();                 // CV-10: rules/codes
std::vector<Rule> procedureTextRules();       // CV-12, 17: rules/codes
std::vector<Rule> institutionalRules();       // IF: rules/institutional
std::vector<Rule> completenessRules();        // PF, DM and ID rules beside the older files: rules/professional
std::vector<Rule> timingRules();              // TD: rules/timing
std::vector<Rule> necessityRules();           // MN: rules/necessity
std::vector<Rule> workflowRules();            // WF: rules/proof
std::vector<Rule> partyRules();               // DM, ID: rules/parties
std::vector<Rule> professionalRules();        // PF: rules/professional

// The older check functions by family. What each fires on stands in the catalogue as its title and in the comment at its
// definition.

// cv_diagnoses.cpp: diagnosis codes
void checkDiagnosisExists(RuleRun& run);       // CV-1
void checkDiagnosisInForce(RuleRun& run);      // CV-2
void checkDiagnosisSpecificity(RuleRun& run);  // CV-3
void checkDiagnosisForm(RuleRun& run);         // CV-8
void checkDuplicateDiagnoses(RuleRun& run);    // GL-8

// cv_procedures.cpp: procedure codes, modifiers, tables
void checkProcedureValid(RuleRun& run);   // CV-9
void checkCodeSetFits(RuleRun& run);      // CV-11
void checkTablesLoaded(RuleRun& run);     // CV-13
void checkModifierForm(RuleRun& run);     // MO-1
void checkModifierRepeats(RuleRun& run);  // MO-2

// dm_rules.cpp: patient and subscriber
void checkDemographics(RuleRun& run);    // DM-1
void checkBirthDate(RuleRun& run);       // DM-2
void checkRelationship(RuleRun& run);    // DM-6
void checkMedicareId(RuleRun& run);      // DM-7
void checkPatientAddress(RuleRun& run);  // DM-8

// id_rules.cpp: providers, payer, drug codes
void checkNpis(RuleRun& run);             // ID-1
void checkTaxId(RuleRun& run);            // ID-3
void checkAddresses(RuleRun& run);        // ID-5
void checkDrugCodes(RuleRun& run);        // ID-7
void checkPayer(RuleRun& run);            // ID-8
void checkBillingProvider(RuleRun& run);  // ID-11
void checkMember(RuleRun& run);           // ID-12
void checkProviderNames(RuleRun& run);    // ID-13

// pf_claim.cpp: the claim as a whole
void checkHasDiagnosis(RuleRun& run);       // PF-1
void checkDiagnosisCount(RuleRun& run);     // PF-2
void checkLineCount(RuleRun& run);          // PF-6
void checkBalance(RuleRun& run);            // PF-7
void checkRenderingProvider(RuleRun& run);  // PF-12
void checkAccident(RuleRun& run);           // PF-15
void checkFrequency(RuleRun& run);          // PF-17
void checkIndicators(RuleRun& run);         // PF-18
void checkClaimNumber(RuleRun& run);        // PF-20

// pf_lines.cpp: service lines
void checkPointers(RuleRun& run);        // PF-3
void checkAmounts(RuleRun& run);         // PF-8
void checkUnits(RuleRun& run);           // PF-9
void checkDates(RuleRun& run);           // PF-10
void checkPlaceOfService(RuleRun& run);  // PF-11

// pf_elements.cpp: values and the elements they are sent in
void checkIdentifierCharacters(RuleRun& run);  // PF-21
void checkElementSizes(RuleRun& run);          // PF-26

}  // namespace cw::edits
