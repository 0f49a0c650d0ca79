#include "edits/policy.h"

#include "edits/rules.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

RuleLevel levelFrom(Severity severity) noexcept
{
    switch (severity) {
    case Severity::note: return RuleLevel::note;
    case Severity::warning: return RuleLevel::warning;
    case Severity::error: return RuleLevel::error;
    }
    return RuleLevel::error;
}

}  // namespace

std::string_view toString(RuleLevel level) noexcept
{
    constexpr std::array<std::string_view, 4> names = {"off", "note", "warning", "error"};
    return names[static_cast<std::size_t>(level)];
}

Result<RuleLevel> parseRuleLevel(std::string_view text)
{
    for (const auto level : {RuleLevel::off, RuleLevel::note, RuleLevel::warning, RuleLevel::error})
        if (toString(level) == text) return level;
    return Error{ErrorKind::invalidInput, "EDITS-001",
                 "\"" + std::string(text) + "\" is no level; use off, note, warning or error"};
}

void EditPolicy::set(std::string_view rule, std::string_view payerId, RuleLevel level)
{
    m_levels.insert_or_assign({std::string(rule), std::string(payerId)}, level);
}

std::optional<RuleLevel> EditPolicy::level(std::string_view rule, std::string_view payerId) const
{
    if (m_levels.empty()) return std::nullopt;
    for (const auto payer : {payerId, std::string_view()}) {
        const auto found = m_levels.find(std::pair<std::string, std::string>(rule, payer));
        if (found != m_levels.end()) return found->second;
    }
    return std::nullopt;
}

RuleLevel levelOf(const Rule& rule, const EditPolicy* policy, std::string_view payerId)
{
    const RuleLevel own = rule.offByDefault ? RuleLevel::off : levelFrom(rule.severity);
    if (!policy || rule.isFixed) return own;
    return policy->level(rule.id, payerId).value_or(own);
}

Severity severityAt(Severity found, Severity ofRule, RuleLevel level) noexcept
{
    if (level == RuleLevel::off) return found;
    const auto most = static_cast<Severity>(static_cast<int>(level) - 1);
    return found == ofRule ? most : std::min(found, most);
}

}  // namespace cw
