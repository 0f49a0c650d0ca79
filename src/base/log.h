#pragma once

#include <filesystem>

namespace cw {

/// Sends spdlog's default logger to a rotating file (3 × 1 MB) in `folder`. Log lines carry ids, never names, texts or
/// paths of documents. Without a usable folder, logging goes nowhere.
void startLog(const std::filesystem::path& folder, bool verbose);

}  // namespace cw
