#include "wiring/backup.h"

#include <fcntl.h>
#include <unistd.h>
#include <zip.h>

namespace cw::wiring {

namespace {

Status syncFile(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool good = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (good) return {};
    return Error{ErrorKind::io, "WIRING-040", "the backup cannot be written to disk"};
}

/// An encrypted file does not compress; storing it is quick.
bool addFile(zip_t* archive, const std::filesystem::path& file, const std::string& name)
{
    zip_source_t* source = zip_source_file(archive, file.c_str(), 0, -1);
    if (source == nullptr) return false;
    const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index >= 0) return zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) == 0;
    zip_source_free(source);
    return false;
}

}  // namespace

Status archiveFolder(const std::filesystem::path& folder, const std::filesystem::path& large,
                     const std::vector<std::string>& largeNames, const std::filesystem::path& target)
{
    auto making = target;
    making += ".making";
    std::error_code failure;
    std::filesystem::remove(making, failure);
    int code = 0;
    zip_t* archive = zip_open(making.c_str(), ZIP_CREATE | ZIP_EXCL, &code);
    if (archive == nullptr) return Error{ErrorKind::io, "WIRING-041", "the backup file cannot be made"};
    bool good = true;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure))
        good = good && addFile(archive, entry.path(), entry.path().filename().string());
    for (const auto& name : largeNames)
        good = good && addFile(archive, large / name, large.filename().string() + "/" + name);
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        good = false;
    }
    if (good && !failure) {
        CW_CHECK(syncFile(making));
        std::filesystem::create_hard_link(making, target, failure);
    }
    std::error_code ignored;
    std::filesystem::remove(making, ignored);
    if (!good || failure)
        return Error{failure == std::errc::file_exists ? ErrorKind::conflict : ErrorKind::io, "WIRING-042",
                     "the backup file cannot be finished (" +
                         (failure ? failure.message() : std::string("disk full?")) + ")"};
    return {};
}

}  // namespace cw::wiring
