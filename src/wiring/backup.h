#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cw::wiring {

/// Puts the files of a folder, and the named ones of `large` under its last name ("documents/…"), uncompressed into one new
/// zip archive that appears whole or not at all. Fails with io or conflict (the target exists).
Status archiveFolder(const std::filesystem::path& folder, const std::filesystem::path& large,
                     const std::vector<std::string>& largeNames, const std::filesystem::path& target);

}  // namespace cw::wiring
