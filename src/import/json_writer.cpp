#include "import/json_writer.h"

#include "base/text.h"

#include <algorithm>

namespace cw {

namespace {

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20;
}

void appendEscaped(std::string& out, char c)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    if (!isControl(c)) {
        out += c;
        return;
    }
    out += "\\u00";
    out += hex[static_cast<unsigned char>(c) >> 4U];
    out += hex[static_cast<unsigned char>(c) & 0x0FU];
}

}  // namespace

void JsonWriter::newLine()
{
    if (!m_isPretty) return;
    m_out += '\n';
    m_out.append(m_levels.size() * 2, ' ');
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_levels.empty()) return;
    if (!m_levels.back().isEmpty) m_out += ',';
    m_levels.back().isEmpty = false;
    newLine();
}

void JsonWriter::begin(char bracket)
{
    separate();
    m_out += bracket;
    m_levels.emplace_back();
}

void JsonWriter::end(char bracket)
{
    const bool wasEmpty = m_levels.back().isEmpty;
    m_levels.pop_back();
    if (!wasEmpty) newLine();
    m_out += bracket;
}

void JsonWriter::endObject(const std::string& foreign)
{
    if (!foreign.empty()) {
        const auto others = parseJson(foreign, "foreign members");
        if (others && others->kind == JsonNode::Kind::object) {
            for (const auto& member : others->children) {
                const auto& names = m_levels.back().names;
                if (std::find(names.begin(), names.end(), member.key) != names.end()) continue;
                separate();
                quoted(member.key);
                m_out += m_isPretty ? ": " : ":";
                m_afterKey = true;
                node(member);
            }
        }
    }
    end('}');
}

void JsonWriter::key(std::string_view name)
{
    separate();
    m_levels.back().names.push_back(name);
    quoted(name);
    m_out += m_isPretty ? ": " : ":";
    m_afterKey = true;
}

void JsonWriter::token(std::string_view value)
{
    separate();
    m_out += value;
}

void JsonWriter::quoted(std::string_view value)
{
    m_out += '"';
    for (const char c : value) appendEscaped(m_out, c);
    m_out += '"';
}

void JsonWriter::text(std::string_view value)
{
    separate();
    const bool isPlain = std::none_of(value.begin(), value.end(),
                                      [](char c) { return isControl(c) || static_cast<unsigned char>(c) >= 0x80; });
    if (isPlain) return quoted(value);
    std::string clean = text::isUtf8(value) ? std::string(value) : text::fromCp1252(value);
    for (char& c : clean)
        if (isControl(c) && c != '\n' && c != '\r' && c != '\t') c = ' ';
    quoted(clean);
}

void JsonWriter::node(const JsonNode& value)
{
    switch (value.kind) {
    case JsonNode::Kind::null: return null();
    case JsonNode::Kind::boolean: return token(value.boolean ? "true" : "false");
    case JsonNode::Kind::integer: return integer(value.integer);
    case JsonNode::Kind::number: return token(value.text);
    case JsonNode::Kind::string: separate(); return quoted(value.text);
    case JsonNode::Kind::array:
        beginArray();
        for (const auto& element : value.children) node(element);
        return endArray();
    case JsonNode::Kind::object:
        beginObject();
        for (const auto& member : value.children) {
            key(member.key);
            node(member);
        }
        return endObject();
    }
}

void JsonWriter::textOrNull(std::string_view name, std::string_view value)
{
    key(name);
    if (value.empty())
        null();
    else
        text(value);
}

void JsonWriter::textIfAny(std::string_view name, std::string_view value)
{
    if (!value.empty()) text(name, value);
}

void JsonWriter::textsIfAny(std::string_view name, const std::vector<std::string>& values)
{
    if (values.empty()) return;
    key(name);
    beginArray();
    for (const auto& value : values) text(value);
    endArray();
}

void JsonWriter::boolean(std::string_view name, std::optional<bool> value)
{
    key(name);
    token(!value ? "null" : *value ? "true" : "false");
}

void JsonWriter::json(std::string_view name, const std::string& value)
{
    key(name);
    const auto parsed = value.empty() ? Result<JsonNode>(JsonNode{}) : parseJson(value, name);
    if (parsed)
        node(*parsed);
    else
        null();
}

}  // namespace cw
