#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// A zip file held in memory, read member by member; nothing is ever unpacked to disk. One thread at a time.
class ZipArchive {
public:
    struct Member {
        std::string name;        ///< UTF-8, with its folder inside the archive.
        std::uint64_t size = 0;  ///< As the directory declares it; read() does not trust it.
        std::uint64_t index = 0;
        bool isEncrypted = false;
    };
    /// No member larger than this is unpacked (zip bombs).
    static constexpr std::uint64_t memberLimit = 512ULL << 20U;

    /// True for bytes that begin like a zip file, damaged ones too.
    static bool looksLikeZip(std::string_view bytes) noexcept;
    /// `name` is for messages. Fails with corrupt (IMPORT-001: not a zip file, or cut off) or invalidInput (IMPORT-002:
    /// more than 10,000 members).
    static Result<ZipArchive> open(std::string bytes, std::string name);
    /// Fails as readFile() and open() do.
    static Result<ZipArchive> openFile(const std::filesystem::path& path);

    ZipArchive(ZipArchive&&) noexcept;
    ZipArchive& operator=(ZipArchive&&) noexcept;
    ~ZipArchive();

    /// In the order of the archive, folders left out.
    const std::vector<Member>& members() const noexcept;
    const std::string& name() const noexcept;
    /// For members that are encrypted; a wrong one shows when they are read.
    void usePassword(const std::string& password);

    /// The whole member, its CRC checked. Fails with invalidInput when larger than `limit` (IMPORT-003, IMPORT-004),
    /// unsupported when encrypted or packed in an unknown way (IMPORT-005), corrupt when damaged (IMPORT-006).
    Result<std::string> read(const Member& member, std::uint64_t limit = memberLimit) const;
    /// The first `count` bytes, or all of a smaller member: to recognise it. The CRC of a larger one is not checked.
    Result<std::string> readHead(const Member& member, std::size_t count) const;

private:
    struct State;
    explicit ZipArchive(std::unique_ptr<State> state) noexcept;
    Result<std::string> unpack(const Member& member, std::uint64_t limit, bool headOnly) const;

    std::unique_ptr<State> m_state;
};

}  // namespace cw
