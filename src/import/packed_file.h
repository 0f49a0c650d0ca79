#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cw {

/// A file and its name; `name` without ".xz" or ".gz" when it was packed so.
struct UnpackedFile {
    std::string bytes;
    std::string name;
};

/// No packed file is unpacked beyond this (as ZipArchive::memberLimit).
constexpr std::uint64_t unpackedLimit = 512ULL << 20U;

/// True for bytes that begin like an .xz or a .gz file.
bool looksPacked(std::string_view bytes) noexcept;

/// Unpacks .xz and .gz, whole or not at all, and gives the first sheet of an .xlsx as text (xlsxAsText()); other bytes
/// stay as they are. Fails with corrupt when damaged or cut off
/// (IMPORT-140 xz, IMPORT-141 gz), invalidInput when larger than `limit` (IMPORT-142 xz, IMPORT-143 gz).
Result<UnpackedFile> unpackFile(std::string bytes, const std::string& name, std::uint64_t limit = unpackedLimit);

}  // namespace cw
