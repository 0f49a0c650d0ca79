#pragma once

#include "base/date.h"
#include "base/money.h"
#include "import/json_node.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cw {

/// The first value that a reader could not use; later ones are not recorded.
class JsonFault {
public:
    void set(std::string pointer, std::string reason);
    bool isSet() const noexcept { return m_isSet; }
    const std::string& pointer() const noexcept { return m_pointer; }
    const std::string& reason() const noexcept { return m_reason; }

private:
    bool m_isSet = false;
    std::string m_pointer;
    std::string m_reason;
};

/// One object of a document, read member by member. A member that is missing or null reads as empty; one of another
/// type or form sets the fault, with its JSON pointer and what it must be, and reads as empty. Remembers which members
/// were asked for: the others are foreign. Refers to the document, which must outlive it.
class JsonObject {
public:
    /// `value` null or JSON null: an object without members that is not present.
    JsonObject(const JsonNode* value, std::string pointer, JsonFault& fault);

    bool isPresent() const noexcept { return m_value != nullptr; }
    /// Sets the fault for a member of this object.
    void refuse(std::string_view key, std::string reason);

    std::string text(std::string_view key);
    /// Missing, null or blank is a fault.
    std::string requiredText(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    std::optional<Date> date(std::string_view key);
    std::optional<LocalMinute> minute(std::string_view key);
    std::optional<Money> money(std::string_view key);
    std::optional<Quantity> quantity(std::string_view key);

    template <class T>
    using Choices = std::vector<std::pair<std::string_view, T>>;
    /// One of a fixed set of texts.
    template <class T>
    std::optional<T> choice(std::string_view key, const Choices<T>& choices)
    {
        const auto* chosen = textMember(key);
        if (chosen == nullptr) return std::nullopt;
        std::string allowed;
        for (const auto& [name, value] : choices) {
            if (*chosen == name) return value;
            allowed += (allowed.empty() ? "" : ", ") + std::string(name);
        }
        refuse(key, "must be one of " + allowed);
        return std::nullopt;
    }

    /// The text of a choice; empty when there is none.
    template <class T>
    static std::string_view nameOf(const Choices<T>& choices, const std::optional<T>& wanted)
    {
        for (const auto& [name, value] : choices)
            if (wanted == value) return name;
        return {};
    }

    JsonObject object(std::string_view key);
    void eachObject(std::string_view key, const std::function<void(JsonObject&)>& visit);
    std::vector<std::string> texts(std::string_view key);
    std::vector<int> integers(std::string_view key);
    std::optional<int> integer(std::string_view key);
    /// The names of all members that are not null, in the order in which they stand.
    std::vector<std::string_view> names() const;
    /// JSON text of a member as it stands; empty when missing, null or an empty array.
    std::string raw(std::string_view key);
    /// Marks a member as known without reading it.
    void skip(std::string_view key) { member(key); }

    /// Names of the members that were not asked for, null ones too. Call it last.
    std::vector<std::string_view> unknownNames() const;
    /// JSON object text of the members that were not asked for; empty when there are none. Call it last.
    std::string foreign() const;

private:
    const JsonNode* member(std::string_view key);
    const std::string* textMember(std::string_view key);
    const JsonNode* arrayMember(std::string_view key);
    std::optional<int> toInteger(const JsonNode& value, const std::string& pointer);
    std::string pointerTo(std::string_view key) const;

    const JsonNode* m_value = nullptr;
    std::string m_pointer;
    JsonFault* m_fault;
    std::vector<std::string_view> m_known;
};

}  // namespace cw
