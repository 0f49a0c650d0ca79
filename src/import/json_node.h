#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A JSON value as it was read. Members keep their order and numbers their digits, so that what we do not know is
/// written back as it came. Lean on purpose: encounters are read by the ten thousand.
struct JsonNode {
    enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };

    Kind kind = Kind::null;
    bool boolean = false;
    std::int64_t integer = 0;        ///< Kind integer: what fits; larger ones and fractions are Kind number.
    std::string key;                 ///< Name as a member of an object.
    std::string text;                ///< The string, or the digits of a number.
    std::vector<JsonNode> children;  ///< Elements or members.

    bool isNull() const noexcept { return kind == Kind::null; }
    /// The member of an object, null ones too; nullptr when there is none.
    const JsonNode* find(std::string_view name) const noexcept;
};

constexpr std::size_t jsonSizeLimit = 256U << 20U;  ///< Bytes.
constexpr std::size_t jsonDepthLimit = 64;

/// One JSON document: valid UTF-8, no member twice in an object, within the limits. Messages name place and reason,
/// never a value. Fails with invalidInput: too large (IMPORT-060), syntax with line and column (IMPORT-061), too deep
/// (IMPORT-062), member twice (IMPORT-063). With `repeated`, members that stand twice are counted there instead: all
/// stay in the tree, and find() gives the first.
Result<JsonNode> parseJson(std::string_view json, std::string_view fileName, std::size_t* repeated = nullptr);

/// A member name as a step of a JSON pointer (RFC 6901): "~" and "/" escaped, over-long names cut.
std::string pointerStep(std::string_view key);

}  // namespace cw
