#pragma once

#include "edits/facts.h"
#include "edits/finding.h"
#include "edits/policy.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace cw {

namespace edits {
class RuleRun;
}
struct SiteRule;

/// Which settings a rule is for, as bits.
using Scopes = std::uint8_t;
namespace scope {
inline constexpr Scopes professional = 1;
inline constexpr Scopes outpatient = 2;
inline constexpr Scopes inpatient = 4;
inline constexpr Scopes facility = outpatient | inpatient;
inline constexpr Scopes lines = professional | outpatient;  ///< Where procedures are CPT and HCPCS lines.
inline constexpr Scopes all = professional | outpatient | inpatient;
}  // namespace scope
Scopes scopeOf(Setting setting) noexcept;

/// Parts of an encounter and of its facts that a rule reads, as bits: it runs again only when one of them changed.
using Parts = std::uint16_t;
namespace part {
inline constexpr Parts diagnoses = 1;  ///< Codes, roles, order, POA; not their evidence.
inline constexpr Parts lines = 2;      ///< Procedure lines with modifiers and pointers; not their evidence.
inline constexpr Parts evidence = 4;   ///< Proof, what is known of it, and attestations.
inline constexpr Parts patient = 8;
inline constexpr Parts coverages = 16;
inline constexpr Parts providers = 32;
inline constexpr Parts claim = 64;     ///< ClaimDetails with flags and institutional codes.
inline constexpr Parts service = 128;  ///< Setting, dates, places, admission, type of bill.
inline constexpr Parts history = 256;  ///< EditFacts::history.
inline constexpr Parts all = 0xFFFF;
}  // namespace part

/// Whom a rule is for.
enum class PayerFilter {
    any,
    medicare  ///< Claim filing codes MA and MB (837 SBR09).
};

/// Whether a person may take a finding for right with a reason.
enum class Attest {
    never,
    warnings,  ///< Warnings and notes; errors must be mended.
    always     ///< Errors too: the official text knows an exception that only a person can see.
};

/// One entry of the rule catalogue (`edits rules`).
struct Rule {
    std::string_view id;                  ///< "CV-1" (specs/edit-rules).
    std::string_view title;               ///< Short, for the catalogue.
    Severity severity = Severity::error;  ///< The worst that it reports.
    Scopes scope = scope::all;
    std::string_view source;
    std::string_view fix;  ///< What to do in general, one sentence; a finding says it with codes.
    void (*check)(edits::RuleRun&) = nullptr;
    Parts inputs = part::all;
    Attest attest = Attest::warnings;
    PayerFilter payer = PayerFilter::any;
    bool advisory = false;      ///< Not checked against the primary document: warns, can be switched off, says so.
    bool offByDefault = false;  ///< Advisory rules that a site switches on.
    bool isFixed = false;       ///< Guards the claim file itself: its severity cannot be changed.
    DateInterval effective;     ///< Of coding dates; open: always.
    int version = 1;
};

/// All rules in the order in which findings are shown.
const std::vector<Rule>& ruleCatalogue();
const Rule* findRule(std::string_view id);

/// What a site adds to the catalogue.
struct EditOptions {
    const EditPolicy* policy = nullptr;  ///< Null: every rule at its default.
    const std::vector<SiteRule>* siteRules = nullptr;
};

/// Runs every rule that is not off. Pure: the same input gives the same report.
EditReport runEdits(const Encounter& encounter, const EditFacts& facts, const EditOptions& options = {});

/// 10 digits, first 1 or 2, check digit by Luhn over "80840" + NPI (45 CFR 162.406).
bool isValidNpi(std::string_view npi) noexcept;

}  // namespace cw
