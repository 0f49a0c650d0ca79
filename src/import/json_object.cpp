#include "import/json_object.h"

#include "base/text.h"
#include "import/json_check.h"

#include <algorithm>
#include <limits>

namespace cw {

namespace {

constexpr std::size_t textLimit = 100'000;  // Bytes; the longest legitimate text is a note.

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

}  // namespace

void JsonFault::set(std::string pointer, std::string reason)
{
    if (m_isSet) return;
    m_isSet = true;
    m_pointer = std::move(pointer);
    m_reason = std::move(reason);
}

JsonObject::JsonObject(const Json* value, std::string pointer, JsonFault& fault)
    : m_pointer(std::move(pointer)), m_fault(&fault)
{
    if (value == nullptr || value->is_null()) return;
    if (value->is_object())
        m_value = value;
    else
        m_fault->set(m_pointer, "must be an object");
}

std::string JsonObject::pointerTo(std::string_view key) const
{
    return m_pointer + "/" + pointerStep(key);
}

void JsonObject::refuse(std::string_view key, std::string reason)
{
    m_fault->set(pointerTo(key), std::move(reason));
}

const Json* JsonObject::member(std::string_view key)
{
    if (m_value == nullptr) return nullptr;
    m_known.push_back(key);
    const auto found = m_value->find(std::string(key));
    return found == m_value->end() || found->is_null() ? nullptr : &*found;
}

bool JsonObject::isUsableText(const Json& value, const std::string& pointer)
{
    if (!value.is_string()) {
        m_fault->set(pointer, "must be a string");
        return false;
    }
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() > textLimit)
        m_fault->set(pointer, "longer than " + std::to_string(textLimit) + " bytes");
    else if (std::any_of(text.begin(), text.end(), isControl))
        m_fault->set(pointer, "must not hold control characters");
    else
        return true;
    return false;
}

const std::string* JsonObject::textMember(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr || !isUsableText(*value, pointerTo(key))) return nullptr;
    return &value->get_ref<const std::string&>();
}

std::string JsonObject::text(std::string_view key)
{
    const auto* found = textMember(key);
    return found == nullptr ? std::string() : *found;
}

std::string JsonObject::requiredText(std::string_view key)
{
    auto found = text(key);
    if (text::trim(found).empty()) refuse(key, "is needed and must not be empty");
    return found;
}

std::optional<bool> JsonObject::boolean(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_boolean()) return value->get<bool>();
    refuse(key, "must be true or false");
    return std::nullopt;
}

std::optional<Date> JsonObject::date(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_string())
        if (const auto day = Date::parse(value->get_ref<const std::string&>())) return *day;
    refuse(key, "must be a date string of the form YYYY-MM-DD");
    return std::nullopt;
}

std::optional<LocalMinute> JsonObject::minute(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_string())
        if (const auto time = LocalMinute::parse(value->get_ref<const std::string&>())) return *time;
    refuse(key, "must be a time string of the form YYYY-MM-DDThh:mm");
    return std::nullopt;
}

std::optional<Money> JsonObject::money(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_string())
        if (const auto amount = Money::parse(value->get_ref<const std::string&>())) return *amount;
    refuse(key, "must be a decimal string such as \"125.00\"");
    return std::nullopt;
}

std::optional<Quantity> JsonObject::quantity(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_string())
        if (const auto amount = Quantity::parse(value->get_ref<const std::string&>())) return *amount;
    refuse(key, "must be a decimal string such as \"1\" or \"0.5\"");
    return std::nullopt;
}

JsonObject JsonObject::object(std::string_view key)
{
    return {member(key), pointerTo(key), *m_fault};
}

const Json* JsonObject::arrayMember(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr || value->is_array()) return value;
    refuse(key, "must be an array");
    return nullptr;
}

void JsonObject::eachObject(std::string_view key, const std::function<void(JsonObject&)>& visit)
{
    const auto* array = arrayMember(key);
    if (array == nullptr) return;
    for (std::size_t at = 0; at < array->size() && !m_fault->isSet(); ++at) {
        const auto pointer = pointerTo(key) + "/" + std::to_string(at);
        const auto& element = (*array)[at];
        if (element.is_null()) m_fault->set(pointer, "must be an object");
        JsonObject child(&element, pointer, *m_fault);
        if (child.isPresent()) visit(child);
    }
}

std::vector<std::string> JsonObject::texts(std::string_view key)
{
    std::vector<std::string> found;
    const auto* array = arrayMember(key);
    if (array == nullptr) return found;
    for (std::size_t at = 0; at < array->size(); ++at)
        if (isUsableText((*array)[at], pointerTo(key) + "/" + std::to_string(at)))
            found.push_back((*array)[at].get<std::string>());
    return found;
}

std::optional<int> JsonObject::toInteger(const Json& value, const std::string& pointer)
{
    if (value.is_number_unsigned() && value.get<std::uint64_t>() <= std::numeric_limits<int>::max())
        return static_cast<int>(value.get<std::uint64_t>());
    if (value.is_number_integer() && !value.is_number_unsigned() &&
        value.get<std::int64_t>() >= std::numeric_limits<int>::min() && value.get<std::int64_t>() < 0)
        return static_cast<int>(value.get<std::int64_t>());
    m_fault->set(pointer, "must be a whole number");
    return std::nullopt;
}

std::vector<int> JsonObject::integers(std::string_view key)
{
    std::vector<int> found;
    const auto* array = arrayMember(key);
    if (array == nullptr) return found;
    for (std::size_t at = 0; at < array->size(); ++at)
        if (const auto number = toInteger((*array)[at], pointerTo(key) + "/" + std::to_string(at)))
            found.push_back(*number);
    return found;
}

std::optional<int> JsonObject::integer(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    return toInteger(*value, pointerTo(key));
}

std::string JsonObject::raw(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr || (value->is_array() && value->empty())) return {};
    return dumpJson(*value);
}

std::string JsonObject::foreign() const
{
    if (m_value == nullptr) return {};
    Json others = Json::object();
    for (const auto& [key, value] : m_value->items())
        if (std::find(m_known.begin(), m_known.end(), key) == m_known.end()) others[key] = value;
    return others.empty() ? std::string() : dumpJson(others);
}

std::string dumpJson(const Json& value, int indent)
{
    return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

void appendForeign(Json& object, const std::string& foreign)
{
    if (foreign.empty()) return;
    const auto members = Json::parse(foreign, nullptr, false);
    if (!members.is_object()) return;
    for (const auto& [key, value] : members.items())
        if (!object.contains(key)) object[key] = value;
}

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

}  // namespace cw
