#pragma once

#include "identity/user.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace cw::store {

/// The random key of a work store, wiped from memory when it goes.
class StoreKey {
public:
    static constexpr std::size_t size = 32;
    static StoreKey random();
    StoreKey(StoreKey&& other) noexcept;
    StoreKey& operator=(StoreKey&&) = delete;
    ~StoreKey();
    std::string_view view() const noexcept { return {m_bytes.data(), m_bytes.size()}; }

private:
    friend class FileKeyRing;
    StoreKey() = default;
    std::array<char, size> m_bytes{};
};

/// Key slots in `keys.json`: per account a salt, and the store key sealed with XChaCha20-Poly1305 under the Argon2id hash
/// (64 MiB, 3 passes) of its password. The account name is authenticated with it, so slots cannot be swapped.
class FileKeyRing final : public KeyRing {
public:
    /// For a new workspace: a random key, no slot yet.
    static FileKeyRing create(std::filesystem::path file);
    /// Opens the slot of `user`. Fails with denied (STORE-070: unknown name and wrong password look the same), notFound,
    /// corrupt.
    static Result<FileKeyRing> unlock(const std::filesystem::path& file, std::string_view user,
                                      std::string_view password);

    const StoreKey& key() const noexcept { return m_key; }
    Status setPassword(std::string_view user, std::string_view password) override;
    Status remove(std::string_view user) override;
    Status verify(std::string_view user, std::string_view password) const override;

private:
    FileKeyRing(std::filesystem::path file, StoreKey key) : m_file(std::move(file)), m_key(std::move(key)) {}
    std::filesystem::path m_file;
    StoreKey m_key;
};

}  // namespace cw::store
