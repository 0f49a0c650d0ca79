#include "edits/rules/proof/wf_rules.h"

#include "edits/rule_families.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cw::edits {

namespace {

std::string_view missingPart(const AttestedBy& by)
{
    const auto isBlank = [](const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; };
    if (isBlank(by.why)) return "a reason";
    if (isBlank(by.who)) return "the person who gave it";
    if (by.when.milliseconds <= 0) return "the time it was given";
    return {};
}

/// Fiscal year that begins on 1 October: 2024-10-01 is in 2025.
int fiscalYear(Date date)
{
    return date.year() + (Date::of(date.year(), 10, 1) <= date ? 1 : 0);
}

/// Of "FY2017", "January 2021", "October 2024"; 0 when the name has no year.
int fiscalYearOf(std::string_view release)
{
    std::size_t digits = 0;
    for (std::size_t i = 0; i < release.size(); ++i) {
        digits = release[i] >= '0' && release[i] <= '9' ? digits + 1 : 0;
        if (digits < 4) continue;
        const int year = std::atoi(std::string(release.substr(i - 3, 4)).c_str());
        constexpr std::array<std::string_view, 3> late = {"October", "November", "December"};
        const bool isLate =
            std::any_of(late.begin(), late.end(), [release](auto month) { return release.starts_with(month); });
        return year + (isLate ? 1 : 0);
    }
    return 0;
}

bool isAmong(const std::vector<std::int64_t>& subjects, std::int64_t id)
{
    return std::find(subjects.begin(), subjects.end(), id) != subjects.end();
}

/// At every row that the attestation is about.
Finding findingAtSubjects(const RuleRun& run, const std::vector<std::int64_t>& subjects)
{
    Finding finding;
    finding.key.subjects = subjects;
    for (const auto* rows : {&run.view().diagnoses, &run.view().others})
        for (const auto& diagnosis : *rows) {
            if (!isAmong(subjects, diagnosis.row->id.value)) continue;
            finding.at.push_back(diagnosisPath(diagnosis.index));
            finding.codes.push_back(diagnosis.dotted());
            if (!finding.diagnosis.isValid()) finding.diagnosis = diagnosis.row->id;
        }
    for (const auto* rows : {&run.view().lines, &run.view().pcs})
        for (const auto& line : *rows) {
            if (!isAmong(subjects, line.row->id.value)) continue;
            finding.at.push_back(linePath(line.index));
            for (auto& code : codesOf(*line.row)) finding.codes.push_back(std::move(code));
            if (!finding.procedure.isValid()) finding.procedure = line.row->id;
        }
    if (finding.at.empty()) finding.at = {"/diagnoses"};
    return finding;
}

}  // namespace

/// WF-9: an attestation that lacks its reason, its person or its time proves nothing in an audit.
void checkAttestations(RuleRun& run)
{
    std::vector<std::vector<std::int64_t>> told;
    for (const auto& attestation : run.facts().attestations) {
        const auto missing = missingPart(attestation.by);
        if (missing.empty() || std::find(told.begin(), told.end(), attestation.key.subjects) != told.end()) continue;
        told.push_back(attestation.key.subjects);
        Finding finding = findingAtSubjects(run, attestation.key.subjects);
        finding.message = fmt::format("The attestation of {} lacks {}.", attestation.key.rule, missing);
        finding.fix = "Withdraw it, and attest the finding again with a reason.";
        finding.basis = attestation.key.rule;
        run.report(std::move(finding));
    }
}

/// WF-13: the notes that serve the date are of an earlier fiscal year. The other tables serve their own dates only.
void checkDataAge(RuleRun& run)
{
    const Date date = run.view().date;
    const auto notes = run.tables().notes(date);
    if (!notes || run.view().diagnoses.empty()) return;
    const int year = fiscalYearOf(notes.release);
    if (year == 0 || year >= fiscalYear(date)) return;
    Finding finding = findingAt("/service/from", Field::serviceDates, Severity::warning);
    finding.message =
        fmt::format("The notes used for {} are those of the Tabular List {}, which is older than the date.", date.iso(),
                    notes.release);
    finding.fix = "Ask for the Tabular List of that fiscal year to be imported.";
    run.report(std::move(finding));
}

std::vector<Rule> workflowRules()
{
    constexpr Parts proof = part::diagnoses | part::evidence;
    return {
        {.id = "WF-1",
         .title = "Code without proof",
         .severity = Severity::warning,
         .source = "Chartwright: every code is traced to the words that support it",
         .fix = "Mark the words in the document that support the code.",
         .check = checkHasProof,
         .inputs = proof | part::lines},
        {.id = "WF-2",
         .title = "Proof no longer matches its document",
         .source = "Chartwright: proof is the text that stands in the document",
         .fix = "Look at the new version and mark the words again.",
         .check = checkProofMatches,
         .inputs = proof | part::lines | part::service},
        {.id = "WF-3",
         .title = "Proof from another time",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, III and IV.J; 30 days on either side are our own choice",
         .fix = "Point to a document of this visit.",
         .check = checkProofDate,
         .inputs = proof | part::service,
         .advisory = true,
         .offByDefault = true},
        {.id = "WF-4",
         .title = "Proof from a list, a copy or the family history",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, III and IV.J",
         .fix = "Point to words of this visit in which the provider deals with the condition.",
         .check = checkProofSection,
         .inputs = proof | part::service},
        {.id = "WF-5",
         .title = "Diagnosis from somebody who is not the provider",
         .severity = Severity::warning,
         .source = "ICD-10-CM Official Guidelines FY2026, I.B.14",
         .fix = "Point to the provider's own words, or query the provider.",
         .check = checkProofAuthor,
         .inputs = proof | part::service},
        {.id = "WF-9",
         .title = "Attestation without reason, person or time",
         .source = "Chartwright: an attestation names who, when and why",
         .fix = "Withdraw it, and attest the finding again with a reason.",
         .check = checkAttestations,
         .inputs = proof | part::lines | part::service},
        {.id = "WF-13",
         .title = "Notes older than the date of service",
         .severity = Severity::warning,
         .source = "Chartwright: a table that serves beyond its year is named",
         .fix = "Ask for the Tabular List of that fiscal year to be imported.",
         .check = checkDataAge,
         .inputs = part::diagnoses | part::service,
         .offByDefault = true},
    };
}

}  // namespace cw::edits
