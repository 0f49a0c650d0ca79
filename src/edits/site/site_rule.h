#pragma once

#include "base/date.h"
#include "base/result.h"
#include "edits/policy.h"
#include "edits/rules.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

namespace edits {
class EncounterView;
}

/// A condition over fields of an encounter: a comparison, or several conditions joined by all, any or none. A tree that
/// refers to nothing but the encounter: it always ends.
struct SiteCondition {
    enum class Join { compare, all, any, none };
    enum class Operator { equals, differs, isUnder, isOneOf, contains, isEmpty, isFilled, less, greater };
    Join join = Join::all;
    std::string field;  ///< One of siteFields(); rows ("diagnosis.code") ask whether any row fits.
    Operator op = Operator::equals;
    std::string value;  ///< Code patterns for code fields; `less`, `greater`: number, amount or date.
    std::vector<SiteCondition> parts;
    bool operator==(const SiteCondition&) const = default;
};

/// What may stand in SiteCondition::field.
struct SiteField {
    std::string_view name;   ///< "diagnosis.code", "line.modifier", "patient.age", "payer.id", "flag" ...
    std::string_view label;  ///< "Any diagnosis code"
    enum class Kind { code, text, number, amount, date, flag } kind = Kind::text;
};
const std::vector<SiteField>& siteFields();

/// A rule that a site wrote itself.
struct SiteRule {
    std::string id;  ///< "SITE-1"; given by the store.
    std::string title;
    int version = 1;
    bool isActive = false;
    RuleLevel level = RuleLevel::warning;
    Scopes scope = scope::all;
    std::string payerId;  ///< Empty: every payer.
    DateInterval effective;
    SiteCondition when;
    std::string message;
    std::string fix;
    std::string source;  ///< Whose rule it is: "Contract 2025, section 4".
    bool operator==(const SiteRule&) const = default;
};

/// True when the encounter meets the condition. Depth at most 8, at most 100 comparisons (checked by validate()).
bool matches(const SiteCondition& condition, const edits::EncounterView& view);
/// Reports the rule when it is active, in scope, in force and met; the places are those of the rows that met it.
void runSiteRule(const SiteRule& rule, const edits::EncounterView& view, EditReport& report);
/// Fails with invalidInput (EDITS-040 to 049), naming what is missing or wrong.
Status validate(const SiteRule& rule);

/// `{"schema": "site-rules/1", "rules": [...]}`; what came from writeSiteRules() reads back equal. Fails with malformed
/// (EDITS-050), naming the place and the reason; then nothing is taken.
std::string writeSiteRules(const std::vector<SiteRule>& rules);
Result<std::vector<SiteRule>> parseSiteRules(std::string_view json);

}  // namespace cw
