#pragma once

#include "edits/rule_run.h"

#include <string_view>
#include <vector>

/// The family conditionRules(), by subject, and what its files share.
namespace cw::edits {

std::vector<Rule> hypertensionConditions();  // GL-39 to 42
std::vector<Rule> heartConditions();         // GL-43 to 45
std::vector<Rule> organConditions();         // GL-47 to 49: skin, bone, kidney
std::vector<Rule> obstetricConditions();     // GL-50 to 53
std::vector<Rule> deliveryConditions();      // GL-54, 55
std::vector<Rule> newbornConditions();       // GL-56, 57
std::vector<Rule> injuryConditions();        // GL-58, 59
std::vector<Rule> drugConditions();          // GL-60 to 62
std::vector<Rule> externalConditions();      // GL-63 to 65
std::vector<Rule> statusConditions();        // GL-66 to 68: Z codes and their place
std::vector<Rule> visitConditions();         // GL-69 to 72: what kind of visit it was

void checkTrimester(RuleRun& run);  // GL-53

/// Names a further row in a finding: place, code, subject.
void addRow(Finding& finding, const DiagnosisView& diagnosis);

/// What can be offered for a pair of the rule's table; may be empty.
using PairRemedies = std::vector<Remedy> (*)(const DiagnosisPair& pair, const DiagnosisView& a, const DiagnosisView& b);
/// Reports the pairs of the rule's own table (data/rules/pairs) that are on the claim. Each row that is `a` is reported
/// once, with the first line of the table and the first `b` that fit.
void reportPairs(RuleRun& run, Severity severity, PairRemedies remedies);

/// Pregnancy, childbirth and the puerperium: O00 to O9A.
bool isObstetric(const DiagnosisView& diagnosis) noexcept;
/// After the delivery, by its title or its block.
bool isPuerperal(const DiagnosisView& diagnosis) noexcept;
/// Its title or our list "delivery" says that the child was born in this encounter.
bool isDelivery(const RuleRun& run, const DiagnosisView& diagnosis) noexcept;
/// The ICD-10-PCS line that delivers; null when there is none.
const LineView* deliveryProcedure(const EncounterView& view) noexcept;

/// The intent digit of a code T36 to T65: 1 accidental, 2 self-harm, 3 assault, 4 undetermined, 5 adverse effect,
/// 6 underdosing; '\0' for any other code.
char drugIntent(const DiagnosisView& diagnosis) noexcept;
/// Chapter 19, S00 to T88.
bool isInjury(const DiagnosisView& diagnosis) noexcept;
/// Seventh character of active treatment: A, B or C.
bool isInitial(const DiagnosisView& diagnosis) noexcept;

}  // namespace cw::edits
