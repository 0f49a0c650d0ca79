#include "import/packed_file.h"

#include "base/text.h"
#include "import/xlsx.h"

#include <lzma.h>
#include <zlib.h>

#include <algorithm>
#include <limits>

namespace cw {

namespace {

constexpr std::size_t chunkSize = 1U << 20U;
constexpr std::uint64_t xzMemoryLimit = 256ULL << 20U;
constexpr std::string_view xzMagic("\xFD"
                                   "7zXZ\0",
                                   6);
constexpr std::string_view gzMagic("\x1F\x8B", 2);

struct XzStream {
    lzma_stream stream = LZMA_STREAM_INIT;
    XzStream() = default;
    XzStream(const XzStream&) = delete;
    XzStream& operator=(const XzStream&) = delete;
    ~XzStream() { lzma_end(&stream); }
};

struct GzStream {
    z_stream stream{};
    GzStream() = default;
    GzStream(const GzStream&) = delete;
    GzStream& operator=(const GzStream&) = delete;
    ~GzStream() { inflateEnd(&stream); }
};

std::string tooLarge(const std::string& name, std::uint64_t limit)
{
    return name + ": larger than " + std::to_string(limit) + " bytes when unpacked";
}

/// How many more bytes to ask for: one more than allowed tells that there is too much.
std::size_t room(std::size_t held, std::uint64_t limit)
{
    return static_cast<std::size_t>(std::min<std::uint64_t>(chunkSize, limit - held + 1));
}

Result<std::string> unpackXz(std::string_view packed, const std::string& name, std::uint64_t limit)
{
    XzStream xz;
    if (lzma_stream_decoder(&xz.stream, xzMemoryLimit, LZMA_CONCATENATED) != LZMA_OK)
        return Error{ErrorKind::corrupt, "IMPORT-147", name + ": the xz file cannot be opened"};
    xz.stream.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
    xz.stream.avail_in = packed.size();
    std::string bytes;
    for (;;) {
        const auto held = bytes.size();
        bytes.resize(held + room(held, limit));
        xz.stream.next_out = reinterpret_cast<std::uint8_t*>(bytes.data()) + held;
        xz.stream.avail_out = bytes.size() - held;
        const auto state = lzma_code(&xz.stream, LZMA_FINISH);
        bytes.resize(bytes.size() - xz.stream.avail_out);
        if (bytes.size() > limit) return Error{ErrorKind::invalidInput, "IMPORT-142", tooLarge(name, limit)};
        if (state == LZMA_STREAM_END) return bytes;
        if (state != LZMA_OK)
            return Error{ErrorKind::corrupt, "IMPORT-140", name + ": the xz file is damaged or cut off"};
    }
}

Result<std::string> unpackGz(std::string_view packed, const std::string& name, std::uint64_t limit)
{
    GzStream gz;
    constexpr int gzipOnly = 16 + MAX_WBITS;
    const bool opened = inflateInit2(&gz.stream, gzipOnly) == Z_OK;
    if (!opened || packed.size() > std::numeric_limits<uInt>::max())
        return Error{ErrorKind::corrupt, "IMPORT-148", name + ": the gz file cannot be opened"};
    gz.stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib does not write there.
    gz.stream.avail_in = static_cast<uInt>(packed.size());
    std::string bytes;
    for (;;) {
        const auto held = bytes.size();
        bytes.resize(held + room(held, limit));
        gz.stream.next_out = reinterpret_cast<Bytef*>(bytes.data()) + held;
        gz.stream.avail_out = static_cast<uInt>(bytes.size() - held);
        const auto state = inflate(&gz.stream, Z_NO_FLUSH);
        bytes.resize(bytes.size() - gz.stream.avail_out);
        if (bytes.size() > limit) return Error{ErrorKind::invalidInput, "IMPORT-143", tooLarge(name, limit)};
        if (state == Z_STREAM_END && gz.stream.avail_in == 0) return bytes;
        const bool goesOn = state == Z_STREAM_END ? inflateReset(&gz.stream) == Z_OK : state == Z_OK;
        if (!goesOn) return Error{ErrorKind::corrupt, "IMPORT-141", name + ": the gz file is damaged or cut off"};
    }
}

std::string withoutSuffix(const std::string& name, std::string_view suffix)
{
    return text::lowerAscii(name).ends_with(suffix) ? name.substr(0, name.size() - suffix.size()) : name;
}

}  // namespace

bool looksPacked(std::string_view bytes) noexcept
{
    return bytes.starts_with(xzMagic) || bytes.starts_with(gzMagic);
}

Result<UnpackedFile> unpackFile(std::string bytes, const std::string& name, std::uint64_t limit)
{
    if (std::string_view(bytes).starts_with(xzMagic)) {
        CW_TRY(auto text, unpackXz(bytes, name, limit));
        return UnpackedFile{std::move(text), withoutSuffix(name, ".xz")};
    }
    if (std::string_view(bytes).starts_with(gzMagic)) {
        CW_TRY(auto text, unpackGz(bytes, name, limit));
        return UnpackedFile{std::move(text), withoutSuffix(name, ".gz")};
    }
    if (looksLikeXlsx(bytes)) {
        CW_TRY(auto text, xlsxAsText(std::move(bytes), name));
        return UnpackedFile{std::move(text), name};
    }
    return UnpackedFile{std::move(bytes), name};
}

}  // namespace cw
