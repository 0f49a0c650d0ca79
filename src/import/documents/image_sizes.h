#pragma once

#include "base/result.h"

#include <string_view>

namespace cw {

/// Whether the image is whole, as its blocks tell without decoding it, and of a sensible size. Fail with invalidInput:
/// cut off or damaged (IMPORT-224), no size that can be shown (IMPORT-221).
Status checkPng(std::string_view bytes, std::string_view label);
Status checkJpeg(std::string_view bytes, std::string_view label);
Status checkGif(std::string_view bytes, std::string_view label);

}  // namespace cw
