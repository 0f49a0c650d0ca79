#include "edits/site/site_rule.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace cw {

namespace {

using Json = nlohmann::ordered_json;
using Join = SiteCondition::Join;
using Operator = SiteCondition::Operator;

constexpr std::array<std::pair<Join, std::string_view>, 3> joins = {
    {{Join::all, "all"}, {Join::any, "any"}, {Join::none, "none"}}};
constexpr std::array<std::pair<Operator, std::string_view>, 9> operators = {{{Operator::equals, "equals"},
                                                                             {Operator::differs, "differs"},
                                                                             {Operator::isUnder, "under"},
                                                                             {Operator::isOneOf, "one_of"},
                                                                             {Operator::contains, "contains"},
                                                                             {Operator::isEmpty, "empty"},
                                                                             {Operator::isFilled, "filled"},
                                                                             {Operator::less, "less"},
                                                                             {Operator::greater, "greater"}}};
constexpr std::array<std::pair<Scopes, std::string_view>, 3> settings = {
    {{scope::professional, "professional"}, {scope::outpatient, "outpatient"}, {scope::inpatient, "inpatient"}}};
constexpr int deepestText = 32;  ///< Far more than validate() lets pass; keeps reading from running away.

Json toJson(const SiteCondition& condition)
{
    for (const auto& [join, name] : joins) {
        if (join != condition.join) continue;
        Json parts = Json::array();
        for (const auto& part : condition.parts) parts.push_back(toJson(part));
        return {{name, parts}};
    }
    Json comparison{{"field", condition.field}};
    for (const auto& [op, name] : operators)
        if (op == condition.op) comparison["is"] = name;
    if (!condition.value.empty()) comparison["value"] = condition.value;
    return comparison;
}

Json toJson(const SiteRule& rule)
{
    Json scopes = Json::array();
    for (const auto& [bit, name] : settings)
        if ((rule.scope & bit) != 0) scopes.push_back(name);
    return {{"id", rule.id},
            {"title", rule.title},
            {"version", rule.version},
            {"active", rule.isActive},
            {"level", toString(rule.level)},
            {"settings", scopes},
            {"payer_id", rule.payerId},
            {"first", rule.effective.first ? rule.effective.first->iso() : std::string()},
            {"last", rule.effective.last ? rule.effective.last->iso() : std::string()},
            {"when", toJson(rule.when)},
            {"message", rule.message},
            {"fix", rule.fix},
            {"source", rule.source}};
}

/// Reads members of one rule; the first fault stays.
class Reader {
public:
    Reader(std::size_t number, std::string& fault) : m_number(number), m_fault(fault) {}

    void refuse(std::string_view member, std::string_view reason)
    {
        if (m_fault.empty()) m_fault = fmt::format("rule {}, {}: {}", m_number, member, reason);
    }
    std::string text(const Json& object, const char* member)
    {
        const auto found = object.find(member);
        if (found == object.end() || found->is_null()) return {};
        if (found->is_string()) return found->get<std::string>();
        refuse(member, "must be a text");
        return {};
    }
    std::optional<Date> date(const Json& object, const char* member)
    {
        const auto iso = text(object, member);
        if (iso.empty()) return std::nullopt;
        const auto parsed = Date::parse(iso);
        if (parsed) return *parsed;
        refuse(member, "must be a date such as 2025-01-15");
        return std::nullopt;
    }
    SiteCondition condition(const Json& json, int depth)
    {
        SiteCondition read;
        if (!json.is_object() || depth > deepestText) {
            refuse("when", "must be a comparison, or conditions joined by all, any or none");
            return read;
        }
        for (const auto& [join, name] : joins) {
            const auto parts = json.find(name);
            if (parts == json.end()) continue;
            if (!parts->is_array()) refuse(name, "must be a list of conditions");
            read.join = join;
            if (parts->is_array())
                for (const auto& part : *parts) read.parts.push_back(condition(part, depth + 1));
            return read;
        }
        return comparison(json);
    }
    SiteRule rule(const Json& json)
    {
        SiteRule read{.id = text(json, "id"),
                      .title = text(json, "title"),
                      .payerId = text(json, "payer_id"),
                      .effective = {date(json, "first"), date(json, "last")},
                      .message = text(json, "message"),
                      .fix = text(json, "fix"),
                      .source = text(json, "source")};
        if (const auto version = json.find("version"); version != json.end() && version->is_number_integer())
            read.version = version->get<int>();
        if (const auto active = json.find("active"); active != json.end() && active->is_boolean())
            read.isActive = active->get<bool>();
        const auto level = parseRuleLevel(text(json, "level"));
        if (level)
            read.level = *level;
        else
            refuse("level", "must be off, note, warning or error");
        read.scope = scopes(json);
        if (const auto when = json.find("when"); when != json.end())
            read.when = condition(*when, 1);
        else
            refuse("when", "is missing");
        return read;
    }

private:
    SiteCondition comparison(const Json& json)
    {
        SiteCondition read{.join = Join::compare, .field = text(json, "field"), .value = text(json, "value")};
        const auto word = text(json, "is");
        for (const auto& [op, name] : operators)
            if (name == word) {
                read.op = op;
                return read;
            }
        refuse("is", "must be equals, differs, under, one_of, contains, empty, filled, less or greater");
        return read;
    }
    Scopes scopes(const Json& json)
    {
        const auto list = json.find("settings");
        if (list == json.end()) return scope::all;
        Scopes read = 0;
        if (list->is_array())
            for (const auto& one : *list)
                for (const auto& [bit, name] : settings)
                    if (one.is_string() && one.get<std::string>() == name) read = static_cast<Scopes>(read | bit);
        if (read == 0) refuse("settings", "must name professional, outpatient or inpatient");
        return read;
    }

    std::size_t m_number;
    std::string& m_fault;
};

Error malformed(std::string reason)
{
    return {ErrorKind::invalidInput, "EDITS-050", "site rules: " + std::move(reason)};
}

}  // namespace

std::string writeSiteRules(const std::vector<SiteRule>& rules)
{
    Json list = Json::array();
    for (const auto& rule : rules) list.push_back(toJson(rule));
    return Json{{"schema", "site-rules/1"}, {"rules", list}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::vector<SiteRule>> parseSiteRules(std::string_view json)
{
    const auto all = Json::parse(json, nullptr, false);
    if (!all.is_object()) return malformed("this is no JSON object");
    if (all.value("schema", Json()) != "site-rules/1") return malformed("the member schema must be \"site-rules/1\"");
    const auto list = all.find("rules");
    if (list == all.end() || !list->is_array()) return malformed("the member rules must be a list");
    std::vector<SiteRule> rules;
    std::string fault;
    for (const auto& one : *list) {
        const auto number = rules.size() + 1;
        if (!one.is_object()) return malformed(fmt::format("rule {} is no object", number));
        rules.push_back(Reader(number, fault).rule(one));
        if (!fault.empty()) return malformed(std::move(fault));
        if (auto status = validate(rules.back()); !status)
            return malformed(fmt::format("rule {}: {}", number, status.error().detail));
    }
    return rules;
}

}  // namespace cw
