#pragma once

#include "import/json_node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// Writes one JSON value from front to back. The caller keeps begin and end in pairs and names each member of an object
/// by key() or by a function that takes the name.
class JsonWriter {
public:
    enum class Layout { compact, pretty };  ///< Pretty: two blanks for each level, one value a line.
    explicit JsonWriter(Layout layout) : m_isPretty(layout == Layout::pretty) {}

    void beginObject() { begin('{'); }
    /// `foreign` is the JSON text of an object whose members go after the others, or empty.
    void endObject(const std::string& foreign = {});
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    /// `name` must outlive the object: a literal.
    void key(std::string_view name);

    void null() { token("null"); }
    void integer(std::int64_t value) { token(std::to_string(value)); }
    /// Control characters but tab and line ends become blanks: readers refuse them. Text that is no UTF-8 is taken as
    /// Windows-1252, so that the result can always be read.
    void text(std::string_view value);
    /// A value as it was read.
    void node(const JsonNode& value);

    void text(std::string_view name, std::string_view value) { key(name), text(value); }
    void textOrNull(std::string_view name, std::string_view value);
    /// Writes nothing at all when the value is empty.
    void textIfAny(std::string_view name, std::string_view value);
    void textsIfAny(std::string_view name, const std::vector<std::string>& values);
    void boolean(std::string_view name, std::optional<bool> value);
    /// JSON text as it was kept; null when empty.
    void json(std::string_view name, const std::string& value);
    /// cw::Date or LocalMinute in ISO form, or null.
    template <class T>
    void iso(std::string_view name, const std::optional<T>& value)
    {
        textOrNull(name, value ? value->iso() : std::string());
    }

    std::string take() { return std::move(m_out); }

private:
    struct Level {
        bool isEmpty = true;
        std::vector<std::string_view> names;
    };
    void begin(char bracket);
    void end(char bracket);
    void token(std::string_view value);
    void separate();
    void newLine();
    void quoted(std::string_view value);

    bool m_isPretty;
    bool m_afterKey = false;
    std::vector<Level> m_levels;
    std::string m_out;
};

}  // namespace cw
