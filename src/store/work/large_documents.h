#pragma once

#include "base/result.h"
#include "base/transaction.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cw::store {

/// Bytes too large for a row: a file each in the workspace's folder `documents`, under a random name that means nothing.
///
/// A file is libsodium's secretstream (XChaCha20-Poly1305) in chunks of 256 KiB under a key derived from that of the work
/// store, each chunk bound to the file's name; so files cannot be read, cut off, joined or swapped. It is whole and synced
/// under its name before write() returns, thus before the row that names it commits. What a crash or a rollback leaves
/// without a row is removed by removeOrphans(). Files are never changed.
class LargeDocuments {
public:
    /// Larger than this is stored in a file.
    static constexpr std::size_t limit = std::size_t{1} << 20U;

    /// Nothing is made before the first write.
    LargeDocuments(std::filesystem::path folder, std::string_view workKey);
    LargeDocuments(const LargeDocuments&) = delete;
    LargeDocuments& operator=(const LargeDocuments&) = delete;
    ~LargeDocuments();

    /// The new file's name. Only while the token is held that will store the name: removeOrphans() waits for it.
    /// Fails with io (a full disk among the reasons) and then leaves nothing behind.
    Result<std::string> write(WriteTx& tx, std::string_view bytes) const;
    /// `size` is that of the bytes, as the row has it. Fails with corrupt (missing, damaged, another key) or io.
    Result<std::string> read(const std::string& name, std::int64_t size) const;

    /// Removes files that no row names; how many. Under the store's write lock nobody is between file and row.
    Result<int> removeOrphans(WriteTx& tx) const;
    /// Names of files that rows name.
    static Result<std::vector<std::string>> named(ReadTx& tx);
    const std::filesystem::path& folder() const noexcept { return m_folder; }

private:
    std::filesystem::path m_folder;
    std::array<unsigned char, 32> m_key{};
};

/// Bytes for a row: the row's own, or none and the name of a file.
struct PlacedBytes {
    std::string_view inRow;
    std::string fileName;
};
Result<PlacedBytes> placeBytes(WriteTx& tx, const LargeDocuments& files, std::string_view bytes);

}  // namespace cw::store
