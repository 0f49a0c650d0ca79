#pragma once

#include "base/result.h"
#include "edits/finding.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cw {

struct Rule;

/// What a site makes of a rule.
enum class RuleLevel { off, note, warning, error };
std::string_view toString(RuleLevel level) noexcept;  ///< "off", "note", "warning", "error"
/// Fails with invalidInput (EDITS-001).
Result<RuleLevel> parseRuleLevel(std::string_view text);

/// Levels of rules for the site and for single payers; what is not set is as the catalogue has it. A payer's level goes
/// before the site's.
class EditPolicy {
public:
    void set(std::string_view rule, std::string_view payerId, RuleLevel level);  ///< `payerId` empty: the site.
    std::optional<RuleLevel> level(std::string_view rule, std::string_view payerId) const;
    bool isEmpty() const noexcept { return m_levels.empty(); }
    bool operator==(const EditPolicy&) const = default;

private:
    std::map<std::pair<std::string, std::string>, RuleLevel, std::less<>> m_levels;
};

/// The level in force; of rules that guard the claim file always that of the catalogue.
RuleLevel levelOf(const Rule& rule, const EditPolicy* policy, std::string_view payerId);
/// A finding's severity at a level: those at the rule's own severity take the level, milder ones are at most that.
Severity severityAt(Severity found, Severity ofRule, RuleLevel level) noexcept;

}  // namespace cw
