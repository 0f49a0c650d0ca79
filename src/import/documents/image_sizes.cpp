#include "import/documents/image_sizes.h"

#include "import/documents/render.h"

namespace cw {

namespace {

Error cutOff(std::string_view label, std::string_view kind)
{
    return {ErrorKind::invalidInput, "IMPORT-224",
            std::string(label) + ": the " + std::string(kind) + " image is damaged or cut off"};
}

std::uint64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    return value;
}

std::uint64_t littleEndian16(std::string_view bytes, std::size_t at)
{
    const auto swapped = bigEndian(bytes, at, 2);
    return (swapped & 0xFFU) << 8U | swapped >> 8U;
}

/// Past a chain of GIF sub-blocks; beyond the end when it is cut off.
std::size_t afterBlocks(std::string_view bytes, std::size_t at)
{
    while (at < bytes.size()) {
        const auto size = static_cast<unsigned char>(bytes[at]);
        at += std::size_t{1} + size;
        if (size == 0) return at;
    }
    return bytes.size() + 1;
}

std::size_t colourTable(unsigned char flags)
{
    return (flags & 0x80U) != 0 ? std::size_t{3} << ((flags & 7U) + 1U) : 0;
}

}  // namespace

// PNG specification, 5.2 to 5.3: signature, then chunks of length, type, data, CRC.
Status checkPng(std::string_view bytes, std::string_view label)
{
    if (bytes.size() < 33 || bytes.substr(12, 4) != "IHDR") return cutOff(label, "PNG");
    CW_CHECK(checkPixels(bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4), label));
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        if (bytes.substr(at + 4, 4) == "IEND") return {};
        at += static_cast<std::size_t>(bigEndian(bytes, at, 4)) + 12;
    }
    return cutOff(label, "PNG");
}

// ITU-T T.81, annex B: markers with a length until the start of scan, which the end of image has to follow.
Status checkJpeg(std::string_view bytes, std::string_view label)
{
    bool hasSize = false;
    for (std::size_t at = 2; at + 4 <= bytes.size();) {
        const auto marker = bigEndian(bytes, at + 1, 1);
        if (bytes[at] != '\xFF') return cutOff(label, "JPEG");
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const bool isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame) {
            CW_CHECK(checkPixels(bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2), label));
            hasSize = true;
        }
        if (marker == 0xDA) {
            const bool isWhole = hasSize && bytes.find("\xFF\xD9", at) != std::string_view::npos;
            return isWhole ? Status{} : cutOff(label, "JPEG");
        }
        at += static_cast<std::size_t>(bigEndian(bytes, at + 2, 2)) + 2;
    }
    return cutOff(label, "JPEG");
}

// GIF89a, appendix A: screen descriptor, then extensions and images made of sub-blocks, then the trailer.
Status checkGif(std::string_view bytes, std::string_view label)
{
    if (bytes.size() < 14) return cutOff(label, "GIF");
    CW_CHECK(checkPixels(littleEndian16(bytes, 6), littleEndian16(bytes, 8), label));
    bool hasImage = false;
    for (auto at = 13 + colourTable(static_cast<unsigned char>(bytes[10])); at < bytes.size();) {
        if (bytes[at] == '\x3B') return hasImage ? Status{} : cutOff(label, "GIF");
        if (bytes[at] == '\x21') {
            at = afterBlocks(bytes, at + 2);
        } else if (bytes[at] == '\x2C' && at + 10 < bytes.size()) {
            hasImage = true;
            CW_CHECK(checkPixels(littleEndian16(bytes, at + 5), littleEndian16(bytes, at + 7), label));
            at = afterBlocks(bytes, at + 11 + colourTable(static_cast<unsigned char>(bytes[at + 9])));
        } else {
            break;
        }
    }
    return cutOff(label, "GIF");
}

Status checkPixels(std::uint64_t width, std::uint64_t height, std::string_view label)
{
    constexpr std::uint64_t limit = 400'000'000;
    const auto size = std::to_string(width) + " by " + std::to_string(height);
    // A page more than 100,000 pixels long is no page.
    if (width == 0 || height == 0 || width > 100'000 || height > 100'000 || width * height > limit)
        return Error{ErrorKind::invalidInput, "IMPORT-221",
                     std::string(label) + ": an image of " + size + " pixels is no page that can be shown"};
    return {};
}

}  // namespace cw
