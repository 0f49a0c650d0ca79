#include "edits/rules/evidence/gl_evidence.h"

#include <fmt/format.h>

#include <array>
#include <span>

namespace cw::edits {

namespace {

/// Codes that hold a past condition, a consequence or a status, or say by a 7th character where care stands.
bool isForThePast(const DiagnosisView& diagnosis)
{
    static const auto codes =
        CodePatterns::of("B20, B90-B94, E64, E68, G09, I25.2, I69, O09, O34.2, O94, U09.9, R00-R99, S00-T88, V00-Z99");
    static constexpr std::array<std::string_view, 8> words = {"old",      "history",   "sequela", "sequelae",
                                                              "previous", "remission", "healed",  "carrier"};
    return codes.matches(diagnosis.code) || mentions(diagnosis.title(), words);
}

bool isInRemission(const Proof& proof)
{
    static constexpr std::array<std::string_view, 1> words = {"remission"};
    return saysAny(proof, words);
}

/// A condition whose borderline form the Index sends to a code of its own (Index to Diseases and Injuries FY2017).
struct Borderline {
    std::string_view name;
    std::span<const std::string_view> words;  ///< Behind "borderline".
    std::string_view right;
    std::string_view instead;  ///< Codes that people use for it.
    std::string_view use;      ///< The one code; empty when the patient decides which.
};

constexpr std::string_view diabetesWords[] = {"diabetes", "diabetic", "dm", "dm2", "t2dm", "a1c", "hba1c"};
constexpr std::string_view pressureWords[] = {"hypertension",        "hypertensive",   "htn",
                                              "high blood pressure", "blood pressure", "bp"};
constexpr std::string_view boneWords[] = {"osteopenia", "osteopenic"};
constexpr std::string_view personalityWords[] = {"personality"};
constexpr std::string_view glaucomaWords[] = {"glaucoma", "intraocular pressure", "iop", "open angle"};
constexpr std::string_view intellectWords[] = {"intellectual", "intellectual functioning", "iq"};
constexpr std::string_view schizophreniaWords[] = {"schizophrenia"};
constexpr std::string_view leprosyWords[] = {"leprosy"};

constexpr Borderline borderlines[] = {
    {"diabetes", diabetesWords, "R73.03", "E08-E13, R73.01, R73.02, R73.09, R73.9", "R73.03"},
    {"hypertension", pressureWords, "R03.0", "I10-I1A", "R03.0"},
    {"osteopenia", boneWords, "M85.8", "M80, M81", ""},
    {"personality disorder", personalityWords, "F60.3", "F60, F21", "F60.3"},
    {"glaucoma", glaucomaWords, "H40.0", "H40.1-H42", ""},
    {"intellectual functioning", intellectWords, "R41.83", "F70-F79", "R41.83"},
    {"schizophrenia", schizophreniaWords, "F21", "F20, F25", "F21"},
    {"leprosy", leprosyWords, "A30.2-A30.4", "A30", ""},
};

bool isBorderline(std::string_view quote, const Borderline& one)
{
    const auto behind = behindPhrase(quote, "borderline");
    if (behind == std::string_view::npos) return false;
    const auto end = quote.find_first_of(",;.\n", behind);
    return mentions(quote.substr(behind, end == std::string_view::npos ? end : end - behind), one.words);
}

/// Pattern sets of the table, in its order.
struct BorderlineCodes {
    CodePatterns right;
    CodePatterns instead;
};
const std::vector<BorderlineCodes>& borderlineCodes()
{
    static const auto all = [] {
        std::vector<BorderlineCodes> codes;
        for (const auto& one : borderlines)
            codes.push_back({CodePatterns::of(one.right), CodePatterns::of(one.instead)});
        return codes;
    }();
    return all;
}

const Borderline* borderlineOf(const RuleRun& run, const DiagnosisView& diagnosis)
{
    for (std::size_t i = 0; i < std::size(borderlines); ++i) {
        const auto& codes = borderlineCodes()[i];
        if (!codes.instead.matches(diagnosis.code) || codes.right.matches(diagnosis.code)) continue;
        for (const auto& proof : proofOf(run, diagnosis))
            if (isBorderline(proof.evidence->quote, borderlines[i])) return &borderlines[i];
    }
    return nullptr;
}

}  // namespace

/// GL-17: all proof speaks of a condition of the past, or of a relative.
void checkHistoryAsActive(RuleRun& run)
{
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty() || isForThePast(diagnosis)) continue;
        int past = 0;
        int family = 0;
        const auto proofs = proofOf(run, diagnosis);
        for (const auto& proof : proofs) {
            const auto says = wordsOf(diagnosis, proof);
            if (says.family)
                ++family;
            else if (says.past && !isInRemission(proof))
                ++past;
        }
        if (proofs.empty() || past + family < static_cast<int>(proofs.size())) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message =
            past == 0 ? fmt::format("The proof of {} speaks of the patient's family.", diagnosis.dotted())
                      : fmt::format("The proof speaks of {} as history, and the code is for a present condition.",
                                    diagnosis.dotted());
        const std::string_view history = past == 0 ? "Z80 to Z84" : diagnosis.isUnder("C") ? "Z85" : "Z85 to Z87";
        finding.fix = fmt::format("Use a code of {} if the history matters to this visit, or point to words that state "
                                  "the condition as present.",
                                  history);
        run.report(std::move(finding));
    }
}

/// GL-19: the proof says borderline, the Index has an entry for that, and another code is used.
void checkBorderline(RuleRun& run)
{
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty()) continue;
        const Borderline* found = borderlineOf(run, diagnosis);
        if (!found) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message = fmt::format("The proof of {} says borderline {}, which has the code {}.", diagnosis.dotted(),
                                      found->name, found->right);
        finding.fix = fmt::format("Use {} for it, or query the provider.", found->right);
        if (!found->use.empty() && !run.view().hasUnder(CodePattern::of(found->use).single()))
            finding.remedies.push_back(replaceBy(diagnosis, found->use));
        run.report(std::move(finding));
    }
}

/// GL-26: urosepsis is neither sepsis nor an infection of the urinary tract before the provider says which.
void checkUrosepsis(RuleRun& run)
{
    static const auto codes = CodePatterns::of("A40, A41, N39, R65.2");
    static constexpr std::array<std::string_view, 2> urosepsis = {"urosepsis", "uroseptic"};
    static constexpr std::array<std::string_view, 3> sepsis = {"sepsis", "septicemia", "septic"};
    static constexpr std::array<std::string_view, 3> urinary = {"uti", "urinary tract infection", "urinary infection"};
    for (const auto& diagnosis : run.view().diagnoses) {
        if (diagnosis.row->evidence.empty() || !codes.matches(diagnosis.code)) continue;
        bool isOnly = false;
        for (const auto& proof : proofOf(run, diagnosis)) {
            const std::string_view quote = proof.evidence->quote;
            const bool isClear = diagnosis.isUnder("N") ? mentions(quote, urinary) : mentions(quote, sepsis);
            isOnly = !isClear && (isOnly || mentions(quote, urosepsis));
            if (isClear) break;
        }
        if (!isOnly) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message = fmt::format("The proof of {} says urosepsis, which has no code.", diagnosis.dotted());
        finding.fix = "Query the provider whether sepsis or an infection of the urinary tract is meant.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
