#pragma once

#include "codeset/code_library.h"
#include "edits/finding.h"

#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace cw {

/// The reference facts that rules need, looked up once per encounter so that a rule stays a pure function.
struct EditFacts {
    Date today;  ///< For "in the future"; set by the caller from its Clock.
    /// Standing of every code of the encounter on its date, by (system, compact code, date).
    std::map<std::tuple<CodeSystem, std::string, Date>, CodeStanding> standings;

    const CodeStanding* standing(CodeSystem system, std::string_view compact, Date on) const;
};

/// Looks up what the rules need for this encounter. Fails as the library fails.
Result<EditFacts> gatherFacts(const Encounter& encounter, const CodeLibrary& library, Date today);

/// One entry of the rule catalogue (`edits rules`).
struct Rule {
    std::string_view id;     ///< "CV-1" (specs/edit-rules).
    std::string_view title;  ///< Short, for the catalogue.
    Severity severity;
    std::string_view source;
    bool advisory = false;  ///< Not checked against the primary document: warns, can be switched off, says so.
    std::function<void(const Encounter&, const EditFacts&, EditReport&)> check;
};

/// All rules in the order in which findings are shown.
const std::vector<Rule>& ruleCatalogue();

/// Runs every rule that is not in `off`. Pure: the same input gives the same report.
EditReport runEdits(const Encounter& encounter, const EditFacts& facts,
                    const std::set<std::string, std::less<>>& off = {});

/// 10 digits, first 1 or 2, check digit by Luhn over "80840" + NPI (45 CFR 162.406).
bool isValidNpi(std::string_view npi) noexcept;

}  // namespace cw
