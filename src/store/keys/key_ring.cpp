#include "store/keys/key_ring.h"

#include "base/file.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <cstdlib>

namespace cw::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr unsigned long long passes = 3;
constexpr std::size_t memoryBytes = std::size_t{64} << 20U;
constexpr std::size_t sealedSize = StoreKey::size + crypto_aead_xchacha20poly1305_ietf_ABYTES;

std::string toHex(std::string_view bytes)
{
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    hex.pop_back();
    return hex;
}

/// Empty when the text is not hexadecimal of that many bytes.
std::string fromHex(std::string_view hex, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t length = 0;
    const int outcome = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), size, hex.data(), hex.size(),
                                       nullptr, &length, nullptr);
    return outcome == 0 && length == size ? bytes : std::string();
}

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Argon2id of the password; nothing when there is not enough memory.
std::string stretch(std::string_view password, std::string_view salt, unsigned long long ops, std::size_t memory)
{
    std::string out(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    const int outcome = crypto_pwhash(reinterpret_cast<unsigned char*>(out.data()), out.size(), password.data(),
                                      password.size(), raw(salt), ops, memory, crypto_pwhash_ALG_ARGON2ID13);
    return outcome == 0 ? out : std::string();
}

Result<Json> readSlots(const std::filesystem::path& file)
{
    CW_TRY(const auto bytes, readFile(file, std::uintmax_t{1} << 20U));
    auto json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("slots") || !json["slots"].is_object())
        return Error{ErrorKind::corrupt, "STORE-071", file.filename().string() + ": not a file of key slots"};
    return json;
}

std::string field(const Json& slot, const char* name)
{
    return slot.contains(name) && slot[name].is_string() ? slot[name].get<std::string>() : std::string();
}

Error wrongPassword()
{
    return {ErrorKind::denied, "STORE-070", "the name or the password is wrong"};
}

}  // namespace

StoreKey StoreKey::random()
{
    StoreKey key;
    if (sodium_init() < 0) std::abort();  // Without a random source nothing here may go on.
    randombytes_buf(key.m_bytes.data(), key.m_bytes.size());
    return key;
}

StoreKey::StoreKey(StoreKey&& other) noexcept : m_bytes(other.m_bytes)
{
    sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
}

StoreKey::~StoreKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

FileKeyRing FileKeyRing::create(std::filesystem::path file)
{
    return {std::move(file), StoreKey::random()};
}

Result<FileKeyRing> FileKeyRing::unlock(const std::filesystem::path& file, std::string_view user,
                                        std::string_view password)
{
    if (sodium_init() < 0) return Error{ErrorKind::io, "STORE-075", "the cryptographic library cannot start"};
    CW_TRY(const auto json, readSlots(file));
    const std::string name(user);
    static const Json none = Json::object();
    const auto& slot = json["slots"].contains(name) ? json["slots"][name] : none;
    auto salt = fromHex(field(slot, "salt"), crypto_pwhash_SALTBYTES);
    const auto nonce = fromHex(field(slot, "nonce"), crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const auto sealed = fromHex(field(slot, "sealed"), sealedSize);
    // An unknown name takes as long as a wrong password.
    const bool usable = !salt.empty() && !nonce.empty() && !sealed.empty();
    if (!usable) salt.assign(crypto_pwhash_SALTBYTES, '\0');
    auto wrapping = stretch(password, salt, passes, memoryBytes);
    if (wrapping.empty())
        return Error{ErrorKind::io, "STORE-072", "not enough memory to check the password (64 MB are needed)"};
    StoreKey key;
    unsigned long long length = 0;
    const bool opened =
        usable && crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(key.m_bytes.data()),
                                                             &length, nullptr, raw(sealed), sealed.size(), raw(name),
                                                             name.size(), raw(nonce), raw(wrapping)) == 0;
    sodium_memzero(wrapping.data(), wrapping.size());
    if (!opened || length != StoreKey::size) return wrongPassword();
    return FileKeyRing(file, std::move(key));
}

Status FileKeyRing::setPassword(std::string_view user, std::string_view password)
{
    Json json = {{"format", 1}, {"kdf", "argon2id 64 MiB x3"}, {"slots", Json::object()}};
    std::error_code ignored;
    if (std::filesystem::exists(m_file, ignored)) {
        CW_TRY(json, readSlots(m_file));
    }
    std::string salt(crypto_pwhash_SALTBYTES, '\0');
    std::string nonce(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, '\0');
    randombytes_buf(salt.data(), salt.size());
    randombytes_buf(nonce.data(), nonce.size());
    auto wrapping = stretch(password, salt, passes, memoryBytes);
    if (wrapping.empty())
        return Error{ErrorKind::io, "STORE-073", "not enough memory to protect the password (64 MB are needed)"};
    std::string sealed(sealedSize, '\0');
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(sealed.data()), &length,
                                               raw(m_key.view()), StoreKey::size, raw(user), user.size(), nullptr,
                                               raw(nonce), raw(wrapping));
    sodium_memzero(wrapping.data(), wrapping.size());
    json["slots"][std::string(user)] = {{"salt", toHex(salt)}, {"nonce", toHex(nonce)}, {"sealed", toHex(sealed)}};
    return writeFileAtomically(m_file, json.dump(2) + "\n", true);
}

Status FileKeyRing::remove(std::string_view user)
{
    CW_TRY(auto json, readSlots(m_file));
    if (json["slots"].erase(std::string(user)) == 0)
        return Error{ErrorKind::notFound, "STORE-074", "no key slot for " + std::string(user)};
    return writeFileAtomically(m_file, json.dump(2) + "\n", true);
}

Status FileKeyRing::verify(std::string_view user, std::string_view password) const
{
    CW_TRY([[maybe_unused]] const auto ring, unlock(m_file, user, password));
    return {};
}

}  // namespace cw::store
