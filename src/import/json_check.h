#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace cw {

constexpr std::size_t jsonSizeLimit = 256U << 20U;  ///< Bytes.
constexpr std::size_t jsonDepthLimit = 64;

/// Whether bytes are one JSON document that we take: syntax, UTF-8, no member twice in an object, within the limits.
/// Messages name place and reason, never a value. Fails with invalidInput: too large (IMPORT-060), syntax with line and
/// column (IMPORT-061), too deep (IMPORT-062), member twice (IMPORT-063).
Status checkJson(std::string_view json, std::string_view fileName);

/// A member name as a step of a JSON pointer (RFC 6901): "~" and "/" escaped, over-long names cut.
std::string pointerStep(std::string_view key);

}  // namespace cw
