#pragma once

#include "base/date.h"
#include "base/money.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace cw {

/// Members of JSON that the reader of encounter JSON has checked: one that is missing or of another form reads as empty.

inline std::string textMember(const nlohmann::json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

inline std::optional<Date> dateMember(const nlohmann::json& object, const char* key)
{
    const auto date = Date::parse(textMember(object, key));
    return date ? std::optional(*date) : std::nullopt;
}

inline std::optional<Money> moneyMember(const nlohmann::json& object, const char* key)
{
    const auto amount = Money::parse(textMember(object, key));
    return amount ? std::optional(*amount) : std::nullopt;
}

inline std::optional<Quantity> quantityMember(const nlohmann::json& object, const char* key)
{
    const auto amount = Quantity::parse(textMember(object, key));
    return amount ? std::optional(*amount) : std::nullopt;
}

/// Calls `take` with each object of an array member.
template <class Take>
void eachMember(const nlohmann::json& object, const char* key, Take take)
{
    const auto list = object.find(key);
    if (list == object.end() || !list->is_array()) return;
    for (const auto& one : *list)
        if (one.is_object()) take(one);
}

}  // namespace cw
