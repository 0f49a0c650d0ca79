#include "edits/site/site_fields.h"
#include "edits/site/site_rule.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw {

namespace {

using Join = SiteCondition::Join;
using Operator = SiteCondition::Operator;

constexpr int deepest = 8;
constexpr int mostComparisons = 100;

bool needsValue(Operator op)
{
    return op != Operator::isEmpty && op != Operator::isFilled;
}

bool isMeasure(SiteField::Kind kind)
{
    return kind == SiteField::Kind::number || kind == SiteField::Kind::amount || kind == SiteField::Kind::date;
}

Status checkMeasure(const SiteField& field, const std::string& value)
{
    const bool isGood = field.kind == SiteField::Kind::number   ? Quantity::parse(value).hasValue()
                        : field.kind == SiteField::Kind::amount ? Money::parse(value).hasValue()
                                                                : Date::parse(value).hasValue();
    if (isGood) return {};
    return Error{
        ErrorKind::invalidInput, "EDITS-045",
        fmt::format("\"{}\" cannot be compared with {}: use a number, an amount such as 125.00 or a date such as "
                    "2025-01-15, as the field asks",
                    value, field.label)};
}

Status checkComparison(const SiteCondition& condition)
{
    const auto* field = edits::siteField(condition.field);
    if (!field)
        return Error{ErrorKind::invalidInput, "EDITS-043", "\"" + condition.field + "\" is no field of an encounter"};
    if (!needsValue(condition.op)) return {};
    if (text::trim(condition.value).empty())
        return Error{ErrorKind::invalidInput, "EDITS-044",
                     fmt::format("the comparison of {} has no value", field->label)};
    const bool isOrder = condition.op == Operator::less || condition.op == Operator::greater;
    if (isOrder && !isMeasure(field->kind))
        return Error{ErrorKind::invalidInput, "EDITS-046",
                     fmt::format("{} has no order: less and greater are for numbers, amounts and dates", field->label)};
    const bool isList = condition.op == Operator::isOneOf || condition.op == Operator::contains;
    if (isMeasure(field->kind) && !isList) return checkMeasure(*field, condition.value);
    const bool isPattern = field->kind == SiteField::Kind::code && condition.op != Operator::contains;
    if (isPattern || condition.op == Operator::isUnder)
        if (auto codes = edits::CodePatterns::parse(condition.value); !codes)
            return Error{ErrorKind::invalidInput, "EDITS-047",
                         fmt::format("\"{}\" is no list of codes such as E11.- or N18.1-N18.6", condition.value)};
    return {};
}

Status check(const SiteCondition& condition, int depth, int& comparisons)
{
    if (depth > deepest)
        return Error{ErrorKind::invalidInput, "EDITS-041",
                     fmt::format("conditions are nested more than {} deep", deepest)};
    if (condition.join == Join::compare) {
        if (++comparisons > mostComparisons)
            return Error{ErrorKind::invalidInput, "EDITS-042",
                         fmt::format("more than {} comparisons", mostComparisons)};
        return checkComparison(condition);
    }
    if (condition.parts.empty()) return Error{ErrorKind::invalidInput, "EDITS-048", "a group of conditions is empty"};
    for (const auto& part : condition.parts) CW_CHECK(check(part, depth + 1, comparisons));
    return {};
}

}  // namespace

Status validate(const SiteRule& rule)
{
    for (const auto& [name, value] : {std::pair("title", &rule.title), std::pair("message", &rule.message),
                                      std::pair("fix", &rule.fix), std::pair("source", &rule.source)})
        if (text::trim(*value).empty())
            return Error{ErrorKind::invalidInput, "EDITS-040", fmt::format("the rule has no {}", name)};
    if (rule.scope == 0 || (rule.scope & ~scope::all) != 0)
        return Error{ErrorKind::invalidInput, "EDITS-049", "the rule is for no setting"};
    int comparisons = 0;
    return check(rule.when, 1, comparisons);
}

}  // namespace cw
