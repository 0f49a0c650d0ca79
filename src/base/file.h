#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace cw {

/// The whole file. Fails with notFound (BASE-010), io (BASE-011), or invalidInput when larger than `limit` bytes
/// (BASE-012). The message names the file.
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t limit = 512ULL << 20U);

/// A file written and synced under a temporary name beside its final one (mode 0600); removed unless it is placed.
class StagedFile {
public:
    /// Fails with io; a full disk shows here, before anything depends on the file.
    static Result<StagedFile> write(const std::filesystem::path& path, std::string_view bytes);
    StagedFile(StagedFile&& other) noexcept;
    StagedFile& operator=(StagedFile&&) = delete;
    ~StagedFile();
    /// Gives the file its name, whole and at once. With `replace` false an existing file is a conflict (BASE-026).
    Status place(bool replace);

private:
    StagedFile(std::filesystem::path target, std::filesystem::path temporary);
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;  ///< Empty once placed.
};

/// Writes a new file that appears whole under its name or not at all: temporary file beside it (mode 0600), fsync,
/// rename, fsync of the folder. With `replace` false an existing file is a conflict (BASE-026).
/// Fails with io (a full disk among the reasons) and then leaves nothing behind.
Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes, bool replace = false);

}  // namespace cw
