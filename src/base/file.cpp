#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace cw {

namespace {

std::string reason(const std::filesystem::path& path)
{
    return path.filename().string() + ": " + std::strerror(errno);
}

/// Closes a descriptor when done with it.
struct Descriptor {
    int value = -1;
    ~Descriptor()
    {
        if (value >= 0) ::close(value);
    }
};

Status writeAll(int descriptor, std::string_view bytes, const std::filesystem::path& path)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return Error{ErrorKind::io, "BASE-021", "cannot write " + reason(path)};
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Status syncFolder(const std::filesystem::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return Error{ErrorKind::io, "BASE-022", "cannot open folder " + reason(folder)};
    const int outcome = ::fsync(descriptor);
    ::close(descriptor);
    if (outcome != 0) return Error{ErrorKind::io, "BASE-023", "cannot sync folder " + reason(folder)};
    return {};
}

}  // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t limit)
{
    std::error_code failure;
    const auto state = std::filesystem::status(path, failure);
    if (!std::filesystem::exists(state))
        return Error{ErrorKind::notFound, "BASE-010", path.filename().string() + ": no such file"};
    if (!std::filesystem::is_regular_file(state))
        return Error{ErrorKind::io, "BASE-019", path.filename().string() + ": not a file"};
    const auto size = std::filesystem::file_size(path, failure);
    if (!failure && size > limit)
        return Error{ErrorKind::invalidInput, "BASE-012",
                     path.filename().string() + ": larger than " + std::to_string(limit >> 20U) + " MB"};
    std::ifstream in(path, std::ios::binary);
    std::string bytes;
    if (!failure) bytes.resize(size);
    if (!in || failure || (size > 0 && !in.read(bytes.data(), static_cast<std::streamsize>(size))))
        return Error{ErrorKind::io, "BASE-011", "cannot read " + path.filename().string()};
    return bytes;
}

StagedFile::StagedFile(std::filesystem::path target, std::filesystem::path temporary)
    : m_target(std::move(target)), m_temporary(std::move(temporary))
{}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, {}))
{}

StagedFile::~StagedFile()
{
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

Result<StagedFile> StagedFile::write(const std::filesystem::path& path, std::string_view bytes)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::string name = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
    const Descriptor descriptor{::mkostemp(name.data(), O_CLOEXEC)};
    if (descriptor.value < 0) return Error{ErrorKind::io, "BASE-024", "cannot create " + reason(path)};
    StagedFile staged(path, name);
    CW_CHECK(writeAll(descriptor.value, bytes, path));
    if (::fsync(descriptor.value) != 0) return Error{ErrorKind::io, "BASE-025", "cannot sync " + reason(path)};
    return staged;
}

Status StagedFile::place(bool replace)
{
    // link() refuses an existing name, rename() replaces it: both are atomic.
    if (replace) {
        if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
            return Error{ErrorKind::io, "BASE-020", "cannot replace " + reason(m_target)};
        m_temporary.clear();
    } else if (::link(m_temporary.c_str(), m_target.c_str()) != 0) {
        const auto kind = errno == EEXIST ? ErrorKind::conflict : ErrorKind::io;
        return Error{kind, "BASE-026", "cannot place " + reason(m_target)};
    }
    return syncFolder(m_target.has_parent_path() ? m_target.parent_path() : std::filesystem::path("."));
}

Status writeFileAtomically(const std::filesystem::path& path, std::string_view bytes, bool replace)
{
    CW_TRY(auto staged, StagedFile::write(path, bytes));
    return staged.place(replace);
}

}  // namespace cw
