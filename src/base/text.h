#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cw::text {

std::string_view trim(std::string_view text) noexcept;
std::string upperAscii(std::string_view text);
std::string lowerAscii(std::string_view text);
bool isAscii(std::string_view text) noexcept;
bool isDigits(std::string_view text) noexcept;  ///< Not empty and 0-9 only.
bool isUtf8(std::string_view text) noexcept;
/// Bytes of Windows code page 1252, as CMS writes older files, as UTF-8. Never fails: undefined bytes become U+FFFD.
std::string fromCp1252(std::string_view bytes);
std::vector<std::string_view> split(std::string_view text, char separator);
/// Lines without their "\n" or "\r\n"; a last line without line feed counts.
std::vector<std::string_view> lines(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace cw::text
