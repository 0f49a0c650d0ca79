#include "import/zip_archive.h"

#include "base/file.h"

#include <zip.h>

#include <algorithm>

namespace cw {

namespace {

constexpr zip_int64_t memberCountLimit = 10'000;
constexpr std::size_t chunkSize = 1U << 18U;

struct ArchiveCloser {
    void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
};

struct MemberCloser {
    void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

}  // namespace

struct ZipArchive::State {
    std::string name;
    std::string bytes;  ///< libzip reads from here; outlives `archive`.
    std::unique_ptr<zip_t, ArchiveCloser> archive;
    std::vector<Member> members;
};

ZipArchive::ZipArchive(std::unique_ptr<State> state) noexcept : m_state(std::move(state)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

bool ZipArchive::looksLikeZip(std::string_view bytes) noexcept
{
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Result<ZipArchive> ZipArchive::open(std::string bytes, std::string name)
{
    auto state = std::make_unique<State>();
    state->name = std::move(name);
    state->bytes = std::move(bytes);

    zip_error_t failure;  // Stays "not a zip archive" for what libzip would take as an archive without members.
    zip_error_init_with_code(&failure, ZIP_ER_NOZIP);
    zip_source_t* source = !looksLikeZip(state->bytes)
                               ? nullptr
                               : zip_source_buffer_create(state->bytes.data(), state->bytes.size(), 0, &failure);
    if (source != nullptr) {
        state->archive.reset(zip_open_from_source(source, ZIP_RDONLY, &failure));
        if (!state->archive) zip_source_free(source);
    }
    const std::string reason = state->archive ? "" : zip_error_strerror(&failure);
    zip_error_fini(&failure);
    if (!state->archive)
        return Error{ErrorKind::corrupt, "IMPORT-001", state->name + ": the zip file is damaged or cut off: " + reason};

    const auto count = zip_get_num_entries(state->archive.get(), 0);
    if (count > memberCountLimit)
        return Error{ErrorKind::invalidInput, "IMPORT-002", state->name + ": the zip file has too many members"};
    for (zip_int64_t at = 0; at < count; ++at) {
        zip_stat_t entry;
        zip_stat_init(&entry);
        const auto index = static_cast<zip_uint64_t>(at);
        if (zip_stat_index(state->archive.get(), index, 0, &entry) != 0 || (entry.valid & ZIP_STAT_NAME) == 0) continue;
        const std::string_view memberName = entry.name;
        if (memberName.empty() || memberName.ends_with('/')) continue;
        const auto size = (entry.valid & ZIP_STAT_SIZE) != 0 ? entry.size : 0;
        const bool isEncrypted =
            (entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE;
        state->members.push_back({std::string(memberName), size, index, isEncrypted});
    }
    return ZipArchive(std::move(state));
}

Result<ZipArchive> ZipArchive::openFile(const std::filesystem::path& path)
{
    CW_TRY(auto bytes, readFile(path));
    return open(std::move(bytes), path.filename().string());
}

const std::vector<ZipArchive::Member>& ZipArchive::members() const noexcept
{
    return m_state->members;
}

const std::string& ZipArchive::name() const noexcept
{
    return m_state->name;
}

void ZipArchive::usePassword(const std::string& password)
{
    zip_set_default_password(m_state->archive.get(), password.empty() ? nullptr : password.c_str());
}

Result<std::string> ZipArchive::read(const Member& member, std::uint64_t limit) const
{
    return unpack(member, limit, false);
}

Result<std::string> ZipArchive::readHead(const Member& member, std::size_t count) const
{
    return unpack(member, count, true);
}

Result<std::string> ZipArchive::unpack(const Member& member, std::uint64_t limit, bool headOnly) const
{
    const std::string label = m_state->name + ": " + member.name;
    const std::string tooLarge = ": larger than " + std::to_string(limit) + " bytes when unpacked";
    if (!headOnly && member.size > limit) return Error{ErrorKind::invalidInput, "IMPORT-003", label + tooLarge};

    const std::unique_ptr<zip_file_t, MemberCloser> file(zip_fopen_index(m_state->archive.get(), member.index, 0));
    if (!file)
        return Error{ErrorKind::unsupported, "IMPORT-005",
                     label + ": cannot be unpacked: " + zip_strerror(m_state->archive.get())};
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::min(member.size, limit)));
    for (;;) {
        const auto held = bytes.size();
        // One byte more than allowed tells a member that is longer than its directory entry says.
        const auto wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(chunkSize, limit - held + (headOnly ? 0U : 1U)));
        if (wanted == 0) return bytes;
        bytes.resize(held + wanted);
        const auto got = zip_fread(file.get(), bytes.data() + held, wanted);
        if (got < 0)
            return Error{ErrorKind::corrupt, "IMPORT-006",
                         label + ": damaged or cut off: " + zip_error_strerror(zip_file_get_error(file.get()))};
        bytes.resize(held + static_cast<std::size_t>(got));
        if (!headOnly && bytes.size() > limit) return Error{ErrorKind::invalidInput, "IMPORT-004", label + tooLarge};
        if (got == 0) return bytes;  // The end: libzip has compared length and CRC.
    }
}

}  // namespace cw
