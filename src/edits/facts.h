#pragma once

#include "codeset/code_library.h"
#include "codeset/reference_tables.h"
#include "edits/attestation.h"
#include "edits/finding.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace cw {

class RuleTables;

/// A service of the same patient in another encounter of the workspace or of the same file.
struct PastService {
    std::string encounterId;
    Date from = Date::of(2000, 1, 1);
    Date to = Date::of(2000, 1, 1);
    Setting setting = Setting::professional;
    std::string code;  ///< CPT or HCPCS; empty for an encounter without lines.
    std::vector<std::string> modifiers;
    Money charge;
    std::string renderingNpi;
    std::string billingNpi;
    std::string taxonomy;  ///< Of the rendering provider.
    std::string payerId;
    std::string frequencyCode;
    std::vector<std::string> diagnoses;  ///< Compact, those the line points to.
    bool isActive = true;                ///< Coded, approved, exported or later; not rejected.
    bool isClaim = true;                 ///< Of a stored encounter; false beside it in a file that is only looked at.
    bool operator==(const PastService&) const = default;
};

/// What is known of a piece of proof beside its words. `sentence` is patient data: it never goes into a finding.
struct EvidenceFacts {
    std::string documentType;  ///< "progress_note" ... (encounter JSON, documents[].type).
    std::optional<Date> documentDate;
    std::string author;
    std::string sentence;      ///< The sentence of the document in which the quote stands; empty: not read.
    std::string section;       ///< Heading above it, lower case: "family history"; empty: none or not read.
    bool stillMatches = true;  ///< The stored text at the place is the quote.
    bool operator==(const EvidenceFacts&) const = default;
};

/// What the caller knows beside the encounter and the tables.
struct EditContext {
    Date today = Date::of(2000, 1, 1);
    std::vector<PastService> history;
    std::map<EvidenceId, EvidenceFacts> evidence;
    std::vector<Attestation> attestations;
};

/// The reference facts that rules need, looked up once per encounter so that a rule stays a pure function.
struct EditFacts {
    Date today = Date::of(2000, 1, 1);  ///< For "in the future"; set by the caller from its Clock.
    using CodeOnDay = std::tuple<CodeSystem, std::string, Date>;
    /// Standing of every code of the encounter on its date, by (system, compact code, date).
    std::map<CodeOnDay, std::shared_ptr<const CodeStanding>> standings;
    /// Codes beside a diagnosis under the same parent, itself included, when its title names a side or "unspecified".
    std::map<std::string, std::shared_ptr<const std::vector<CodeEntry>>, std::less<>> siblings;
    /// Modifiers of the lines as the tables have them on the line's date; null: unknown to the tables.
    std::map<std::pair<std::string, Date>, std::shared_ptr<const CodeEntry>> modifiers;
    /// PTP edits in force between codes of one day, by the day.
    std::vector<std::pair<Date, PtpHit>> pairs;
    std::shared_ptr<const RuleTables> tables;  ///< Never null after gatherFacts().
    std::vector<PastService> history;
    std::map<EvidenceId, EvidenceFacts> evidence;
    std::vector<Attestation> attestations;

    const CodeStanding* standing(CodeSystem system, std::string_view compact, Date on) const;
};

/// Looks up what the rules need for this encounter. Fails as the tables' source fails.
Result<EditFacts> gatherFacts(const Encounter& encounter, const std::shared_ptr<const RuleTables>& tables,
                              EditContext context);
/// The same with the code tables alone: rules that need lists answer "not checked".
Result<EditFacts> gatherFacts(const Encounter& encounter, const CodeLibrary& library, Date today);

}  // namespace cw
