#pragma once

#include "edits/codes/code_pattern.h"
#include "edits/facts.h"
#include "edits/rules.h"
#include "encounter/institutional_codes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw::edits {

/// A diagnosis as rules read it.
struct DiagnosisView {
    std::size_t index = 0;  ///< Into Encounter::diagnoses.
    const Diagnosis* row = nullptr;
    std::string code;                        ///< Compact.
    int position = 0;                        ///< 1-based among the claim's diagnoses; 0 for other roles.
    const CodeStanding* standing = nullptr;  ///< Null when never looked up.

    std::string dotted() const { return displayCode(CodeSystem::icd10cm, code); }
    std::string_view title() const noexcept;  ///< Long title; empty when the tables lack the code.
    /// True when the code starts with the compact text.
    bool isUnder(std::string_view prefix) const noexcept { return code.starts_with(prefix); }
    char seventh() const noexcept { return code.size() == 7 ? code[6] : '\0'; }
};

/// A procedure line as rules read it.
struct LineView {
    std::size_t index = 0;  ///< Into Encounter::procedures.
    const ProcedureLine* row = nullptr;
    std::string code;  ///< Upper case; empty for a revenue line without code.
    std::optional<CodeSystem> system;
    Date from = Date::of(2000, 1, 1);  ///< Its own, else the encounter's.
    Date to = Date::of(2000, 1, 1);
    std::string_view place;
    const CodeStanding* standing = nullptr;

    bool hasModifier(std::string_view modifier) const noexcept;
    bool hasAnyModifier(std::initializer_list<std::string_view> modifiers) const noexcept;
    std::string_view title() const noexcept;
};

/// An encounter read once for all rules: codes compact, dates and places resolved. Malformed codes are left out (CV-8 and
/// CV-9 say so).
class EncounterView {
public:
    EncounterView(const Encounter& encounter, const EditFacts& facts);

    const Encounter& encounter;
    const EditFacts& facts;
    std::vector<DiagnosisView> diagnoses;  ///< Of role diagnosis, in claim order.
    std::vector<DiagnosisView> others;     ///< Admitting, reason for visit.
    std::vector<LineView> lines;           ///< CPT and HCPCS lines and revenue lines without code.
    std::vector<LineView> pcs;             ///< ICD-10-PCS procedures.
    InstitutionalCodes institutional;
    Date date = Date::of(2000, 1, 1);  ///< Coding date.
    std::optional<int> age;            ///< Completed years on the first day of service.
    std::optional<int> ageInDays;
    bool isMedicare = false;
    std::string_view payerId;

    /// The first-listed or principal diagnosis; null when there is none.
    const DiagnosisView* first() const noexcept { return diagnoses.empty() ? nullptr : &diagnoses.front(); }
    bool hasFlag(std::string_view flag) const noexcept;                   ///< ClaimDetails::flags (visit_facts.h).
    const DiagnosisView* find(const CodePatterns& codes) const noexcept;  ///< The first that matches.
    const DiagnosisView* find(const CodePattern& codes) const noexcept;
    const DiagnosisView* findUnder(std::string_view prefix) const noexcept;
    bool hasUnder(std::string_view prefix) const noexcept { return findUnder(prefix) != nullptr; }
    std::vector<const DiagnosisView*> allOf(const CodePatterns& codes) const;
};

}  // namespace cw::edits
