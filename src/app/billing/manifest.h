#pragma once

#include "claim/claim_file.h"

#include <filesystem>
#include <string>

namespace cw::app {

/// `837p-000219.manifest.json` beside `837p-000219.x12`.
std::filesystem::path manifestPath(const std::filesystem::path& file);
/// What a claim file holds, without a patient's data: batch, form, control numbers, digest of the file, and of each claim its
/// number, encounter, charges and the digest of its snapshot.
std::string manifestOf(const Batch& batch, const ClaimFile& file);

}  // namespace cw::app
