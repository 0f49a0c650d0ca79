#include "edits/site/site_rule.h"

#include "edits/engine/encounter_view.h"
#include "edits/site/site_fields.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace cw {

namespace {

using edits::EncounterView;
using edits::SiteValue;
using Join = SiteCondition::Join;
using Operator = SiteCondition::Operator;

/// Numbers in thousandths, amounts in cents, dates as days: what `less` and `greater` compare.
std::optional<std::int64_t> measureOf(SiteField::Kind kind, std::string_view text, bool isStored)
{
    switch (kind) {
    case SiteField::Kind::number: {
        const auto quantity = Quantity::parse(text);
        return quantity ? std::optional(quantity->inThousandths()) : std::nullopt;
    }
    case SiteField::Kind::amount: {
        if (isStored) {
            std::int64_t cents = 0;
            const auto end = std::from_chars(text.data(), text.data() + text.size(), cents);
            return end.ec == std::errc() ? std::optional(cents) : std::nullopt;
        }
        const auto money = Money::parse(text);
        return money ? std::optional(money->inCents()) : std::nullopt;
    }
    case SiteField::Kind::date: {
        const auto date = Date::parse(text);
        return date ? std::optional<std::int64_t>(Date::of(1970, 1, 1).daysUntil(*date)) : std::nullopt;
    }
    case SiteField::Kind::code:
    case SiteField::Kind::text:
    case SiteField::Kind::flag: return std::nullopt;
    }
    return std::nullopt;
}

bool isUnder(std::string_view code, const std::string& patterns)
{
    const auto parsed = edits::CodePatterns::parse(patterns);
    return parsed && parsed->matches(code);
}

bool isEqual(const SiteField& field, const std::string& text, const std::string& value)
{
    if (field.kind == SiteField::Kind::code) return !text.empty() && isUnder(text, value);
    const auto a = measureOf(field.kind, text, true);
    const auto b = measureOf(field.kind, value, false);
    return a && b ? *a == *b : text == value;
}

bool isOneOf(const SiteField& field, const std::string& text, std::string_view list)
{
    while (!list.empty()) {
        const auto end = list.find_first_of(", ");
        const auto one = list.substr(0, end);
        if (!one.empty() && isEqual(field, text, std::string(one))) return true;
        if (end == std::string_view::npos) return false;
        list.remove_prefix(end + 1);
    }
    return false;
}

bool fits(const SiteField& field, const SiteCondition& condition, const std::string& text)
{
    switch (condition.op) {
    case Operator::isEmpty: return text.empty();
    case Operator::isFilled: return !text.empty();
    case Operator::equals: return isEqual(field, text, condition.value);
    case Operator::differs: return !isEqual(field, text, condition.value);
    case Operator::isUnder: return !text.empty() && isUnder(text, condition.value);
    case Operator::isOneOf: return isOneOf(field, text, condition.value);
    case Operator::contains: return text.find(condition.value) != std::string::npos;
    case Operator::less:
    case Operator::greater: {
        const auto a = measureOf(field.kind, text, true);
        const auto b = measureOf(field.kind, condition.value, false);
        if (!a || !b) return false;
        return condition.op == Operator::less ? *a < *b : *a > *b;
    }
    }
    return false;
}

/// Evaluates a condition; rows that met a comparison go to `met`, which may be null.
bool holds(const SiteCondition& condition, const EncounterView& view, std::vector<SiteValue>* met)
{
    const auto& parts = condition.parts;
    switch (condition.join) {
    case Join::all: {
        const std::size_t before = met ? met->size() : 0;
        for (const auto& part : parts) {
            if (holds(part, view, met)) continue;
            if (met) met->erase(met->begin() + static_cast<std::ptrdiff_t>(before), met->end());
            return false;
        }
        return true;
    }
    case Join::any: {
        bool any = false;
        for (const auto& part : parts) any = holds(part, view, met) || any;
        return any;
    }
    case Join::none:
        return std::none_of(parts.begin(), parts.end(), [&](const auto& part) { return holds(part, view, nullptr); });
    case Join::compare: break;
    }
    const auto* field = edits::siteField(condition.field);
    if (!field) return false;
    bool any = false;
    for (auto& value : edits::valuesOf(view, condition.field)) {
        if (!fits(*field, condition, value.text)) continue;
        any = true;
        if (met) met->push_back(std::move(value));
    }
    return any;
}

}  // namespace

bool matches(const SiteCondition& condition, const EncounterView& view)
{
    return holds(condition, view, nullptr);
}

void runSiteRule(const SiteRule& rule, const EncounterView& view, EditReport& report)
{
    const bool isFor = rule.isActive && rule.level != RuleLevel::off &&
                       (rule.scope & scopeOf(view.encounter.setting)) != 0 && rule.effective.contains(view.date) &&
                       (rule.payerId.empty() || rule.payerId == view.payerId);
    std::vector<SiteValue> met;
    if (!isFor || !holds(rule.when, view, &met)) return;
    Finding finding{.key = {.rule = rule.id},
                    .severity = static_cast<Severity>(static_cast<int>(rule.level) - 1),
                    .message = rule.message,
                    .fix = rule.fix,
                    .source = rule.source};
    auto& subjects = finding.key.subjects;
    for (const auto& value : met) {
        if (std::find(finding.at.begin(), finding.at.end(), value.at) == finding.at.end())
            finding.at.push_back(value.at);
        if (value.diagnosis.isValid()) subjects.push_back(value.diagnosis.value);
        if (value.line.isValid()) subjects.push_back(value.line.value);
    }
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    for (const auto& diagnosis : view.diagnoses)
        if (std::find(subjects.begin(), subjects.end(), diagnosis.row->id.value) != subjects.end())
            finding.codes.push_back(diagnosis.dotted());
    for (const auto& line : view.lines)
        if (std::find(subjects.begin(), subjects.end(), line.row->id.value) != subjects.end() && !line.code.empty())
            finding.codes.push_back(line.code);
    if (met.empty()) finding.at.emplace_back("/diagnoses");
    finding.field = met.empty() ? Field::diagnosisCode : met.front().field;
    for (const auto& value : met) {
        if (value.diagnosis.isValid() && !finding.diagnosis.isValid()) finding.diagnosis = value.diagnosis;
        if (value.line.isValid() && !finding.procedure.isValid()) finding.procedure = value.line;
    }
    // Other conditions or other values ask for another look; other wording does not.
    std::vector<std::string> values;
    for (const auto& value : met) values.push_back(value.text);
    std::sort(values.begin(), values.end());
    SiteRule conditions;
    conditions.when = rule.when;
    finding.basis = writeSiteRules({conditions});
    for (const auto& value : values) finding.basis += '\x1F' + value;
    finding.canAttest = finding.severity != Severity::error;
    report.findings.push_back(std::move(finding));
}

}  // namespace cw
