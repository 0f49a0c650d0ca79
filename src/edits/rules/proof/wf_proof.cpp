#include "edits/rules/evidence/evidence_words.h"
#include "edits/rules/evidence/gl_evidence.h"
#include "edits/rules/proof/wf_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cw::edits {

namespace {

template <class Rows>
bool hasAnyProof(const Rows& rows)
{
    return std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.row->evidence.empty(); });
}

/// Facts of every piece of proof of a row; empty when one of them is not known.
std::vector<const EvidenceFacts*> allFacts(const RuleRun& run, const DiagnosisView& diagnosis)
{
    std::vector<const EvidenceFacts*> all;
    for (const auto& evidence : diagnosis.row->evidence) {
        const EvidenceFacts* facts = factsOf(run, evidence);
        if (!facts) return {};
        all.push_back(facts);
    }
    return all;
}

template <class Test>
bool areAll(const RuleRun& run, const DiagnosisView& diagnosis, Test test)
{
    if (diagnosis.row->evidence.empty()) return false;
    const auto all = allFacts(run, diagnosis);
    return !all.empty() && std::all_of(all.begin(), all.end(), [&test](const auto* facts) { return test(*facts); });
}

bool hasStale(const RuleRun& run, const std::vector<Evidence>& evidence)
{
    return std::any_of(evidence.begin(), evidence.end(), [&run](const Evidence& one) {
        const EvidenceFacts* facts = factsOf(run, one);
        return facts && !facts->stillMatches;
    });
}

Finding withoutProof(Finding finding, const std::string& code)
{
    finding.field = Field::evidence;
    finding.message = fmt::format("{} has no proof, and other codes of this encounter do.", code);
    finding.fix = "Mark the words in the document that support it.";
    return finding;
}

Finding withStaleProof(Finding finding, const std::string& code)
{
    finding.field = Field::evidence;
    finding.message = fmt::format("Proof of {} is not what stands in its document now.", code);
    finding.fix = "Look at the new version of the document and mark the words again.";
    return finding;
}

bool isPassiveSection(const EvidenceFacts& facts)
{
    static constexpr std::array<std::string_view, 5> sections = {"problem list", "active problems", "family history",
                                                                 "copied forward", "copied from"};
    return mentions(facts.section, sections);
}

/// Credentials of clinicians who do not establish diagnoses. "RN, NP" is a nurse practitioner, who does. MA is left out:
/// it is a surname as well.
bool isOtherClinician(const EvidenceFacts& facts)
{
    static constexpr std::array<std::string_view, 25> others = {
        "rn",   "lpn", "lvn",       "bsn",       "cna",        "cma",    "rma",      "rd", "rdn",
        "ldn",  "emt", "paramedic", "pharmd",    "rph",        "cct",    "rrt",      "rt", "lcsw",
        "lmsw", "msw", "nurse",     "dietitian", "technician", "scribe", "therapist"};
    static constexpr std::array<std::string_view, 17> providers = {
        "md", "do",  "mbbs", "np",  "fnp", "aprn", "crnp",         "dnp",      "arnp",
        "pa", "cnm", "crna", "cns", "dpm", "dds",  "practitioner", "physician"};
    return mentions(facts.author, others) && !mentions(facts.author, providers);
}

}  // namespace

/// WF-1: a code without proof among codes that have it. Encounters that carry no proof at all came in coded; they are
/// left alone.
void checkHasProof(RuleRun& run)
{
    const auto& view = run.view();
    if (hasAnyProof(view.diagnoses))
        for (const auto& diagnosis : view.diagnoses)
            if (diagnosis.row->evidence.empty())
                run.report(withoutProof(findingAt(diagnosis, Severity::warning), diagnosis.dotted()));
    for (const auto* lines : {&view.lines, &view.pcs}) {
        if (!hasAnyProof(*lines)) continue;
        for (const auto& line : *lines)
            if (line.row->evidence.empty() && !line.code.empty())
                run.report(
                    withoutProof(findingAt(line, Field::evidence, Severity::warning), shownProcedure(*line.row)));
    }
}

/// WF-2: the document was replaced and the text at the place is another one.
void checkProofMatches(RuleRun& run)
{
    if (run.facts().evidence.empty()) return;
    const auto& view = run.view();
    for (const auto* diagnoses : {&view.diagnoses, &view.others})
        for (const auto& diagnosis : *diagnoses)
            if (hasStale(run, diagnosis.row->evidence))
                run.report(withStaleProof(findingAt(diagnosis, Severity::error), diagnosis.dotted()));
    for (const auto* lines : {&view.lines, &view.pcs})
        for (const auto& line : *lines)
            if (hasStale(run, line.row->evidence))
                run.report(withStaleProof(findingAt(line, Field::evidence), shownProcedure(*line.row)));
}

/// WF-3: every document is from more than 30 days before or after the visit.
void checkProofDate(RuleRun& run)
{
    if (run.facts().evidence.empty()) return;
    const auto& service = run.encounter().service;
    const Date first = service.from.plusDays(-30);
    Date last = service.to.value_or(service.from);
    if (service.dischargedAt && last < service.dischargedAt->date) last = service.dischargedAt->date;
    last = last.plusDays(30);
    for (const auto& diagnosis : run.view().diagnoses) {
        const bool isOutside = areAll(run, diagnosis, [first, last](const EvidenceFacts& facts) {
            return facts.documentDate && (*facts.documentDate < first || last < *facts.documentDate);
        });
        if (!isOutside) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message = fmt::format("Advisory: all proof of {} is from more than 30 days before or after the visit.",
                                      diagnosis.dotted());
        finding.fix = "Point to a document of this visit.";
        run.report(std::move(finding));
    }
}

/// WF-4: nothing but a problem list, copied text or the family history.
void checkProofSection(RuleRun& run)
{
    if (run.facts().evidence.empty()) return;
    static const auto family = CodePatterns::of("Z80-Z84");
    for (const auto& diagnosis : run.view().diagnoses) {
        if (family.matches(diagnosis.code) || !areAll(run, diagnosis, isPassiveSection)) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message = fmt::format("All proof of {} comes from a problem list, copied text or the family history.",
                                      diagnosis.dotted());
        finding.fix = "Point to words of this visit in which the provider deals with the condition.";
        run.report(std::move(finding));
    }
}

/// WF-5: only clinicians other than the provider wrote the proof, and the code is none that they may document.
void checkProofAuthor(RuleRun& run)
{
    if (run.facts().evidence.empty()) return;
    const CodeList& allowed = run.data().list("clinician-documented");
    for (const auto& diagnosis : run.view().diagnoses) {
        if (!areAll(run, diagnosis, isOtherClinician) || allowed.has(diagnosis.code, run.view().date)) continue;
        Finding finding = findingAtProof(diagnosis, Severity::warning);
        finding.message =
            fmt::format("All proof of {} was written by clinicians other than the provider.", diagnosis.dotted());
        finding.fix = "Point to the provider's own words, or query the provider.";
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
