#include "import/json_object.h"

#include "base/text.h"
#include "import/json_writer.h"

#include <algorithm>
#include <limits>

namespace cw {

namespace {

using Kind = JsonNode::Kind;

constexpr std::size_t textLimit = 100'000;  // Bytes; the longest legitimate text is a note.

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

/// Why a value cannot be used as text; empty when it can.
std::string textFault(const JsonNode& value)
{
    if (value.kind != Kind::string) return "must be a string";
    if (value.text.size() > textLimit) return "longer than " + std::to_string(textLimit) + " bytes";
    if (std::any_of(value.text.begin(), value.text.end(), isControl)) return "must not hold control characters";
    return {};
}

}  // namespace

void JsonFault::set(std::string pointer, std::string reason)
{
    if (m_isSet) return;
    m_isSet = true;
    m_pointer = std::move(pointer);
    m_reason = std::move(reason);
}

JsonObject::JsonObject(const JsonNode* value, std::string pointer, JsonFault& fault)
    : m_pointer(std::move(pointer)), m_fault(&fault)
{
    if (value == nullptr || value->isNull()) return;
    if (value->kind == Kind::object)
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

const JsonNode* JsonObject::member(std::string_view key)
{
    if (m_value == nullptr) return nullptr;
    m_known.push_back(key);
    const auto* found = m_value->find(key);
    return found == nullptr || found->isNull() ? nullptr : found;
}

const std::string* JsonObject::textMember(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return nullptr;
    const auto reason = textFault(*value);
    if (reason.empty()) return &value->text;
    refuse(key, reason);
    return nullptr;
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
    if (value->kind == Kind::boolean) return value->boolean;
    refuse(key, "must be true or false");
    return std::nullopt;
}

std::optional<Date> JsonObject::date(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Kind::string)
        if (const auto day = Date::parse(value->text)) return *day;
    refuse(key, "must be a date string of the form YYYY-MM-DD");
    return std::nullopt;
}

std::optional<LocalMinute> JsonObject::minute(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Kind::string)
        if (const auto time = LocalMinute::parse(value->text)) return *time;
    refuse(key, "must be a time string of the form YYYY-MM-DDThh:mm");
    return std::nullopt;
}

std::optional<Money> JsonObject::money(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Kind::string)
        if (const auto amount = Money::parse(value->text)) return *amount;
    refuse(key, "must be a decimal string such as \"125.00\"");
    return std::nullopt;
}

std::optional<Quantity> JsonObject::quantity(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Kind::string)
        if (const auto amount = Quantity::parse(value->text)) return *amount;
    refuse(key, "must be a decimal string such as \"1\" or \"0.5\"");
    return std::nullopt;
}

JsonObject JsonObject::object(std::string_view key)
{
    return {member(key), pointerTo(key), *m_fault};
}

const JsonNode* JsonObject::arrayMember(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr || value->kind == Kind::array) return value;
    refuse(key, "must be an array");
    return nullptr;
}

void JsonObject::eachObject(std::string_view key, const std::function<void(JsonObject&)>& visit)
{
    const auto* array = arrayMember(key);
    if (array == nullptr) return;
    for (std::size_t at = 0; at < array->children.size() && !m_fault->isSet(); ++at) {
        const auto pointer = pointerTo(key) + "/" + std::to_string(at);
        const auto& element = array->children[at];
        if (element.isNull()) m_fault->set(pointer, "must be an object");
        JsonObject child(&element, pointer, *m_fault);
        if (child.isPresent()) visit(child);
    }
}

std::vector<std::string> JsonObject::texts(std::string_view key)
{
    std::vector<std::string> found;
    const auto* array = arrayMember(key);
    if (array == nullptr) return found;
    for (std::size_t at = 0; at < array->children.size(); ++at) {
        const auto& element = array->children[at];
        if (const auto reason = textFault(element); !reason.empty())
            m_fault->set(pointerTo(key) + "/" + std::to_string(at), reason);
        else
            found.push_back(element.text);
    }
    return found;
}

std::optional<int> JsonObject::toInteger(const JsonNode& value, const std::string& pointer)
{
    if (value.kind == Kind::integer && value.integer >= std::numeric_limits<int>::min() &&
        value.integer <= std::numeric_limits<int>::max())
        return static_cast<int>(value.integer);
    m_fault->set(pointer, "must be a whole number");
    return std::nullopt;
}

std::vector<int> JsonObject::integers(std::string_view key)
{
    std::vector<int> found;
    const auto* array = arrayMember(key);
    if (array == nullptr) return found;
    for (std::size_t at = 0; at < array->children.size(); ++at)
        if (const auto number = toInteger(array->children[at], pointerTo(key) + "/" + std::to_string(at)))
            found.push_back(*number);
    return found;
}

std::optional<int> JsonObject::integer(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr) return std::nullopt;
    return toInteger(*value, pointerTo(key));
}

std::vector<std::string_view> JsonObject::names() const
{
    std::vector<std::string_view> found;
    if (m_value == nullptr) return found;
    for (const auto& child : m_value->children)
        if (!child.isNull()) found.push_back(child.key);
    return found;
}

std::string JsonObject::raw(std::string_view key)
{
    const auto* value = member(key);
    if (value == nullptr || (value->kind == Kind::array && value->children.empty())) return {};
    JsonWriter writer(JsonWriter::Layout::compact);
    writer.node(*value);
    return writer.take();
}

std::vector<std::string_view> JsonObject::unknownNames() const
{
    std::vector<std::string_view> found;
    if (m_value == nullptr) return found;
    for (const auto& child : m_value->children)
        if (std::find(m_known.begin(), m_known.end(), child.key) == m_known.end()) found.push_back(child.key);
    return found;
}

std::string JsonObject::foreign() const
{
    if (m_value == nullptr) return {};
    const auto isForeign = [this](const JsonNode& member) {
        return std::find(m_known.begin(), m_known.end(), member.key) == m_known.end();
    };
    if (std::none_of(m_value->children.begin(), m_value->children.end(), isForeign)) return {};
    JsonWriter writer(JsonWriter::Layout::compact);
    writer.beginObject();
    for (const auto& member : m_value->children) {
        if (!isForeign(member)) continue;
        writer.key(member.key);
        writer.node(member);
    }
    writer.endObject();
    return writer.take();
}

}  // namespace cw
