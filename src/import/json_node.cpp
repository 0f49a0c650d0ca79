#include "import/json_node.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_set>

namespace cw {

namespace {

using Kind = JsonNode::Kind;

constexpr std::size_t stepShown = 64;
constexpr std::size_t membersSearched = 32;  ///< Above that many, names are looked up in a set.

/// Builds the tree from the parser's events and stops it at the first fault.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    enum class Fault { none, syntax, depth, duplicate };

    explicit Builder(std::size_t* repeated) : m_repeated(repeated) {}

    bool null() override { return add({}); }

    bool boolean(bool value) override
    {
        JsonNode node;
        node.kind = Kind::boolean;
        node.boolean = value;
        return add(std::move(node));
    }

    bool number_integer(number_integer_t value) override
    {
        JsonNode node;
        node.kind = Kind::integer;
        node.integer = value;
        return add(std::move(node));
    }

    bool number_unsigned(number_unsigned_t value) override
    {
        if (value <= INT64_MAX) return number_integer(static_cast<number_integer_t>(value));
        return number_float(0, std::to_string(value));
    }

    bool number_float(number_float_t, const string_t& digits) override
    {
        JsonNode node;
        node.kind = Kind::number;
        node.text = digits;
        return add(std::move(node));
    }

    bool string(string_t& value) override
    {
        JsonNode node;
        node.kind = Kind::string;
        node.text = std::move(value);
        return add(std::move(node));
    }

    bool binary(binary_t&) override { return false; }  // Not in JSON text.
    bool start_object(std::size_t) override { return open(Kind::object); }
    bool start_array(std::size_t) override { return open(Kind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        m_key = std::move(name);
        if (!isKnown(m_levels.back())) return true;
        if (m_repeated != nullptr) return ++*m_repeated, true;
        m_fault = Fault::duplicate;
        return false;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override
    {
        m_fault = Fault::syntax;
        m_position = position;
        return false;
    }

    Fault fault() const noexcept { return m_fault; }
    std::size_t position() const noexcept { return m_position; }
    JsonNode takeRoot() { return std::move(m_root); }

    /// Where the parser stood when it was stopped.
    std::string pointer() const
    {
        std::string text;
        for (const auto& level : m_levels) {
            const auto& node = *level.node;
            const bool isLast = &level == &m_levels.back();
            if (node.kind == Kind::array)
                text += "/" + std::to_string(node.children.size() - (isLast ? 0 : 1));
            else
                text += "/" + pointerStep(isLast ? m_key : node.children.back().key);
        }
        return text;
    }

private:
    struct Level {
        JsonNode* node;  ///< Stays in place: its parent gets no other child before it is closed.
        std::unordered_set<std::string> names;
    };

    bool isKnown(Level& level) const
    {
        const auto& members = level.node->children;
        if (members.size() < membersSearched) return level.node->find(m_key) != nullptr;
        if (level.names.empty())
            for (const auto& member : members) level.names.insert(member.key);
        return !level.names.insert(m_key).second;
    }

    bool add(JsonNode node)
    {
        place(std::move(node));
        return true;
    }

    JsonNode* place(JsonNode node)
    {
        if (m_levels.empty()) {
            m_root = std::move(node);
            return &m_root;
        }
        auto& parent = *m_levels.back().node;
        if (parent.kind == Kind::object) node.key = std::move(m_key);
        parent.children.push_back(std::move(node));
        return &parent.children.back();
    }

    bool open(Kind kind)
    {
        if (m_levels.size() == jsonDepthLimit) {
            m_fault = Fault::depth;
            return false;
        }
        JsonNode node;
        node.kind = kind;
        m_levels.push_back({place(std::move(node)), {}});
        return true;
    }

    bool close()
    {
        m_levels.pop_back();
        return true;
    }

    std::size_t* m_repeated;
    JsonNode m_root;
    std::vector<Level> m_levels;
    std::string m_key;  ///< Of the member whose value comes next.
    Fault m_fault = Fault::none;
    std::size_t m_position = 0;
};

/// "line 3, column 14" of a byte counted from 1, as the parser counts.
std::string placeOf(std::string_view json, std::size_t position)
{
    const auto before = json.substr(0, std::min(position == 0 ? 0 : position - 1, json.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lineStart = before.rfind('\n');
    const auto column = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace

const JsonNode* JsonNode::find(std::string_view name) const noexcept
{
    const auto found =
        std::find_if(children.begin(), children.end(), [name](const JsonNode& child) { return child.key == name; });
    return found == children.end() ? nullptr : &*found;
}

std::string pointerStep(std::string_view key)
{
    std::string step;
    for (const char c : key.substr(0, stepShown)) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
    }
    return step;
}

Result<JsonNode> parseJson(std::string_view json, std::string_view fileName, std::size_t* repeated)
{
    const std::string file(fileName);
    if (json.size() > jsonSizeLimit)
        return Error{ErrorKind::invalidInput, "IMPORT-060",
                     file + ": larger than " + std::to_string(jsonSizeLimit >> 20U) + " MB"};
    Builder builder(repeated);
    // Pointers, not string_view iterators: the parser then reads without a copy or a check for each byte.
    if (nlohmann::json::sax_parse(json.data(), json.data() + json.size(), &builder)) return builder.takeRoot();
    switch (builder.fault()) {
    case Builder::Fault::depth:
        return Error{ErrorKind::invalidInput, "IMPORT-062",
                     file + ": " + builder.pointer() + ": nested deeper than " + std::to_string(jsonDepthLimit) +
                         " levels"};
    case Builder::Fault::duplicate:
        return Error{ErrorKind::invalidInput, "IMPORT-063",
                     file + ": " + builder.pointer() + ": the same member stands twice in one object"};
    default:
        return Error{ErrorKind::invalidInput, "IMPORT-061",
                     file + ": " + placeOf(json, builder.position()) + ": not valid JSON, or cut off"};
    }
}

}  // namespace cw
