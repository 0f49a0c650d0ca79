#pragma once

#include "edits/rule_run.h"
#include "edits/rules/evidence/evidence_words.h"

#include <string_view>
#include <vector>

namespace cw::edits {

/// One piece of proof of a diagnosis that has words.
struct Proof {
    const Evidence* evidence = nullptr;
    const EvidenceFacts* facts = nullptr;  ///< Null: nothing is known of the document.

    std::string_view sentence() const noexcept
    {
        return facts ? std::string_view(facts->sentence) : std::string_view();
    }
    std::string_view documentType() const noexcept
    {
        return facts ? std::string_view(facts->documentType) : std::string_view();
    }
    std::string_view section() const noexcept { return facts ? std::string_view(facts->section) : std::string_view(); }
};

/// Proof with words, in the order of the row; pictures without text are left out.
std::vector<Proof> proofOf(const RuleRun& run, const DiagnosisView& diagnosis);
const EvidenceFacts* factsOf(const RuleRun& run, const Evidence& evidence);
WordsSay wordsOf(const DiagnosisView& diagnosis, const Proof& proof);
/// True when the quote or the sentence around it has one of the phrases.
bool saysAny(const Proof& proof, std::span<const std::string_view> phrases);

/// How many pieces of proof say something.
struct ProofCount {
    int all = 0;
    int some = 0;
    bool isAll() const noexcept { return all > 0 && some == all; }
    bool isMixed() const noexcept { return some > 0 && some < all; }
};
ProofCount countProof(const RuleRun& run, const DiagnosisView& diagnosis, bool WordsSay::*said);

/// The row of a diagnosis, with the cursor going to its proof.
Finding findingAtProof(const DiagnosisView& diagnosis, Severity severity);

/// Inpatient stay in a hospital to which guidelines II.H and III.C apply: type of bill 011x, or none given.
bool isHospitalStay(const RuleRun& run);
/// Codes that are given for confirmed cases only: I.C.1.a.1, I.C.1.f.1, I.C.1.g.1.a, I.C.10.c.
bool isForConfirmedOnly(const DiagnosisView& diagnosis);

// gl_evidence_certainty.cpp
void checkUncertainOutpatient(RuleRun& run);  // GL-14
void checkUncertainInpatient(RuleRun& run);   // GL-15
void checkRuledOut(RuleRun& run);             // GL-16
void checkConfirmedOnly(RuleRun& run);        // GL-27
// gl_evidence_terms.cpp
void checkHistoryAsActive(RuleRun& run);  // GL-17
void checkBorderline(RuleRun& run);       // GL-19
void checkUrosepsis(RuleRun& run);        // GL-26
// gl_evidence_links.cpp
void checkComplicationLink(RuleRun& run);     // GL-20
void checkVentilatorPneumonia(RuleRun& run);  // GL-46
void checkChronicAddressed(RuleRun& run);     // GL-73
void checkTestResultsAlone(RuleRun& run);     // GL-74

}  // namespace cw::edits
