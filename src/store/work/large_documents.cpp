#include "store/work/large_documents.h"

#include "store/work/work_database.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <set>
#include <utility>

namespace cw::store {

namespace {

constexpr std::size_t chunkSize = std::size_t{256} << 10U;
constexpr std::size_t sealedSize = chunkSize + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t headerSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t nameLength = 32;
constexpr std::string_view keyPurpose = "chartwright large documents 1";

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

Error failed(std::string_view id, std::string_view what)
{
    return {ErrorKind::io, id, "a large document cannot be " + std::string(what) + ": " + std::strerror(errno)};
}

Error damaged(std::string_view id, const std::string& name, std::string_view reason)
{
    return {ErrorKind::corrupt, id, "large document " + name + " " + std::string(reason)};
}

/// An open file that closes itself; one being made goes again unless it is kept.
class OpenFile {
public:
    explicit OpenFile(int descriptor, std::string temporary = {})
        : m_descriptor(descriptor), m_temporary(std::move(temporary))
    {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile()
    {
        if (m_descriptor >= 0) ::close(m_descriptor);
        if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
    }
    int descriptor() const noexcept { return m_descriptor; }
    bool write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    /// As many bytes as are there, at most `size`; nothing after a failure.
    std::string read(std::size_t size) const
    {
        std::string bytes(size, '\0');
        std::size_t done = 0;
        while (done < size) {
            const auto got = ::read(m_descriptor, bytes.data() + done, size - done);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            done += static_cast<std::size_t>(got);
        }
        bytes.resize(done);
        return bytes;
    }
    bool moveTo(const std::filesystem::path& target)
    {
        if (::rename(m_temporary.c_str(), target.c_str()) != 0) return false;
        m_temporary.clear();
        return true;
    }

private:
    int m_descriptor;
    std::string m_temporary;
};

bool syncFolder(const std::filesystem::path& folder)
{
    const OpenFile opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return opened.descriptor() >= 0 && ::fsync(opened.descriptor()) == 0;
}

Status makeFolder(const std::filesystem::path& folder)
{
    if (::mkdir(folder.c_str(), S_IRWXU) != 0) {
        if (errno == EEXIST) return {};
        return failed("STORE-206", "given a folder");
    }
    if (!syncFolder(folder.parent_path())) return failed("STORE-207", "given a folder");
    return {};
}

std::string randomName()
{
    std::string bytes(nameLength / 2, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    std::string name(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(name.data(), name.size(), raw(bytes), bytes.size());
    name.pop_back();
    return name;
}

/// What somebody else put into the folder is left alone.
bool isOurs(std::string_view name)
{
    const auto random = name.starts_with('.') ? name.substr(1, nameLength) : name;
    return random.size() == nameLength && random.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool writeSealed(const OpenFile& file, std::string_view bytes, const std::string& name, const unsigned char* key)
{
    crypto_secretstream_xchacha20poly1305_state state;
    std::string header(headerSize, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(header), key);
    bool good = file.write(header);
    std::string sealed(sealedSize, '\0');
    bool isLast = false;
    while (good && !isLast) {
        const auto chunk = bytes.substr(0, chunkSize);
        bytes.remove_prefix(chunk.size());
        isLast = bytes.empty();
        unsigned long long length = 0;
        crypto_secretstream_xchacha20poly1305_push(&state, raw(sealed), &length, raw(chunk), chunk.size(), raw(name),
                                                   name.size(),
                                                   isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        good = file.write(std::string_view(sealed).substr(0, length));
    }
    sodium_memzero(&state, sizeof state);
    return good;
}

/// False when a chunk does not open or the end is missing.
bool readSealed(const OpenFile& file, std::string& bytes, const std::string& name, const unsigned char* key)
{
    crypto_secretstream_xchacha20poly1305_state state;
    const auto header = file.read(headerSize);
    if (header.size() != headerSize || crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(header), key) != 0)
        return false;
    std::string chunk(chunkSize, '\0');
    unsigned char tag = 0;
    bool good = true;
    while (good && tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        const auto sealed = file.read(sealedSize);
        unsigned long long length = 0;
        good = sealed.size() >= crypto_secretstream_xchacha20poly1305_ABYTES &&
               crypto_secretstream_xchacha20poly1305_pull(&state, raw(chunk), &length, &tag, raw(sealed), sealed.size(),
                                                          raw(name), name.size()) == 0;
        if (good) bytes.append(chunk, 0, length);
    }
    sodium_memzero(&state, sizeof state);
    return good && file.read(1).empty();
}

}  // namespace

LargeDocuments::LargeDocuments(std::filesystem::path folder, std::string_view workKey) : m_folder(std::move(folder))
{
    if (sodium_init() < 0) std::abort();  // Without a random source nothing here may go on.
    crypto_generichash(m_key.data(), m_key.size(), raw(keyPurpose), keyPurpose.size(), raw(workKey), workKey.size());
}

LargeDocuments::~LargeDocuments()
{
    sodium_memzero(m_key.data(), m_key.size());
}

Result<std::string> LargeDocuments::write([[maybe_unused]] WriteTx& tx, std::string_view bytes) const
{
    CW_CHECK(makeFolder(m_folder));
    const auto name = randomName();
    std::string temporary = (m_folder / ("." + name + ".XXXXXX")).string();
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) return failed("STORE-208", "made");
    OpenFile file(descriptor, temporary);
    if (!writeSealed(file, bytes, name, m_key.data())) return failed("STORE-209", "written");
    if (::fsync(descriptor) != 0) return failed("STORE-214", "synced");
    if (!file.moveTo(m_folder / name)) return failed("STORE-215", "named");
    if (!syncFolder(m_folder)) {
        const auto failure = failed("STORE-216", "synced");
        ::unlink((m_folder / name).c_str());
        return failure;
    }
    return name;
}

Result<std::string> LargeDocuments::read(const std::string& name, std::int64_t size) const
{
    const OpenFile file(::open((m_folder / name).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (file.descriptor() < 0) {
        if (errno == ENOENT) return damaged("STORE-217", name, "is missing from the workspace folder");
        return failed("STORE-218", "read");
    }
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::max<std::int64_t>(size, 0)));
    if (!readSealed(file, bytes, name, m_key.data()) || bytes.size() != static_cast<std::size_t>(size))
        return damaged("STORE-219", name, "is damaged");
    return bytes;
}

Result<std::vector<std::string>> LargeDocuments::named(ReadTx& tx)
{
    CW_TRY(auto select, databaseOf(tx).prepare("SELECT file_name FROM document_content WHERE file_name <> '' UNION ALL "
                                               "SELECT file_name FROM unmatched_content WHERE file_name <> ''"));
    std::vector<std::string> names;
    while (true) {
        CW_TRY(const bool row, select.step());
        if (!row) return names;
        names.push_back(select.text(0));
    }
}

Result<int> LargeDocuments::removeOrphans(WriteTx& tx) const
{
    CW_TRY(const auto names, named(tx));
    const std::set<std::string> kept(names.begin(), names.end());
    std::vector<std::filesystem::path> orphans;
    std::error_code failure;
    for (auto entry = std::filesystem::directory_iterator(m_folder, failure);
         !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
        const auto name = entry->path().filename().string();
        if (isOurs(name) && !kept.contains(name)) orphans.push_back(entry->path());
    }
    int removed = 0;
    for (const auto& orphan : orphans)
        if (::unlink(orphan.c_str()) == 0) ++removed;
    return removed;
}

Result<PlacedBytes> placeBytes(WriteTx& tx, const LargeDocuments& files, std::string_view bytes)
{
    if (bytes.size() <= LargeDocuments::limit) return PlacedBytes{bytes, {}};
    CW_TRY(auto name, files.write(tx, bytes));
    return PlacedBytes{{}, std::move(name)};
}

}  // namespace cw::store
