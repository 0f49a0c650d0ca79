#include "import/json_check.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace cw {

namespace {

using Json = nlohmann::json;

constexpr std::size_t stepShown = 64;

/// Follows the parser without building anything and stops it at the first fault.
class Checker final : public nlohmann::json_sax<Json> {
public:
    enum class Fault { none, syntax, depth, duplicate };

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        auto& level = m_levels.back();
        level.key = name;
        if (level.names.insert(name).second) return true;
        m_fault = Fault::duplicate;
        return false;
    }

    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override
    {
        m_fault = Fault::syntax;
        m_position = position;
        return false;
    }

    Fault fault() const noexcept { return m_fault; }
    std::size_t position() const noexcept { return m_position; }

    std::string pointer() const
    {
        std::string text;
        for (const auto& level : m_levels)
            text += "/" + (level.isArray ? std::to_string(level.index) : pointerStep(level.key));
        return text;
    }

private:
    struct Level {
        bool isArray = false;
        std::size_t index = 0;  ///< Of the element being read.
        std::string key;
        std::unordered_set<std::string> names;
    };

    bool value()
    {
        if (!m_levels.empty() && m_levels.back().isArray) ++m_levels.back().index;
        return true;
    }

    bool open(bool isArray)
    {
        if (m_levels.size() == jsonDepthLimit) {
            m_fault = Fault::depth;
            return false;
        }
        m_levels.push_back({isArray, 0, {}, {}});
        return true;
    }

    bool close()
    {
        m_levels.pop_back();
        return value();
    }

    std::vector<Level> m_levels;
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

Status checkJson(std::string_view json, std::string_view fileName)
{
    const std::string file(fileName);
    if (json.size() > jsonSizeLimit)
        return Error{ErrorKind::invalidInput, "IMPORT-060",
                     file + ": larger than " + std::to_string(jsonSizeLimit >> 20U) + " MB"};
    Checker checker;
    if (Json::sax_parse(json.begin(), json.end(), &checker)) return {};
    switch (checker.fault()) {
    case Checker::Fault::depth:
        return Error{ErrorKind::invalidInput, "IMPORT-062",
                     file + ": " + checker.pointer() + ": nested deeper than " + std::to_string(jsonDepthLimit) +
                         " levels"};
    case Checker::Fault::duplicate:
        return Error{ErrorKind::invalidInput, "IMPORT-063",
                     file + ": " + checker.pointer() + ": the same member stands twice in one object"};
    default:
        return Error{ErrorKind::invalidInput, "IMPORT-061",
                     file + ": " + placeOf(json, checker.position()) + ": not valid JSON, or cut off"};
    }
}

}  // namespace cw
