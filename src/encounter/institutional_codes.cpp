#include "encounter/institutional_codes.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace cw {

namespace {

using Json = nlohmann::json;

std::string textOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <class Take>
void eachOf(const Json& all, const char* key, Take take)
{
    const auto list = all.find(key);
    if (list == all.end() || !list->is_array()) return;
    for (const auto& one : *list)
        if (one.is_object()) take(one);
}

}  // namespace

bool InstitutionalCodes::hasCondition(std::string_view code) const noexcept
{
    return std::find(conditions.begin(), conditions.end(), code) != conditions.end();
}

InstitutionalCodes parseInstitutionalCodes(std::string_view json)
{
    InstitutionalCodes codes;
    if (json.empty()) return codes;
    const auto all = Json::parse(json, nullptr, false);
    if (!all.is_object()) return codes;
    eachOf(all, "occurrences", [&codes](const Json& one) {
        OccurrenceCode occurrence{.code = textOf(one, "code")};
        if (const auto date = Date::parse(textOf(one, "date"))) occurrence.date = *date;
        codes.occurrences.push_back(std::move(occurrence));
    });
    eachOf(all, "conditions", [&codes](const Json& one) { codes.conditions.push_back(textOf(one, "code")); });
    eachOf(all, "values", [&codes](const Json& one) {
        ValueCode value{.code = textOf(one, "code")};
        if (const auto amount = Money::parse(textOf(one, "amount"))) value.amount = *amount;
        codes.values.push_back(std::move(value));
    });
    return codes;
}

}  // namespace cw
