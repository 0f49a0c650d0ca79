#include "import/documents/ccda/unstructured.h"

#include "base/text.h"
#include "import/documents/readers.h"

#include <zlib.h>

#include <array>

namespace cw::ccda {

namespace {

constexpr std::size_t sizeLimit = std::size_t{256} << 20U;

enum class Inflated { whole, damaged, tooLarge };

/// `windowBits` as zlib takes them: 47 for zlib or gzip by their header, -15 for bare deflate.
Inflated inflateAll(std::string_view packed, int windowBits, std::string& out)
{
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK) return Inflated::damaged;
    // zlib does not write to its input.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 1U << 16U> chunk{};
    auto result = Inflated::whole;
    for (int status = Z_OK; status != Z_STREAM_END && result == Inflated::whole;) {
        stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
        stream.avail_out = static_cast<uInt>(chunk.size());
        status = inflate(&stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END) result = Inflated::damaged;
        out.append(chunk.data(), chunk.size() - stream.avail_out);
        if (out.size() > sizeLimit) result = Inflated::tooLarge;
    }
    inflateEnd(&stream);
    return result;
}

/// HL7 V3 CompressionAlgorithm: DF bare deflate (RFC 1951), ZL zlib (RFC 1950), GZ gzip (RFC 1952). Senders write DF for all
/// three, so the bytes decide.
Result<std::string> unpack(std::string bytes, std::string_view compression, const std::string& label)
{
    if (compression.empty()) return bytes;
    if (compression != "DF" && compression != "ZL" && compression != "GZ")
        return Error{ErrorKind::invalidInput, "IMPORT-238",
                     label + ": nonXMLBody: compression must be DF, ZL or GZ, others are not read"};
    std::string out;
    auto result = inflateAll(bytes, 47, out);
    if (result == Inflated::damaged) {
        out.clear();
        result = inflateAll(bytes, -15, out);
    }
    if (result == Inflated::tooLarge)
        return Error{ErrorKind::invalidInput, "IMPORT-240", label + ": nonXMLBody: larger than 256 MB when unpacked"};
    if (result == Inflated::damaged)
        return Error{ErrorKind::invalidInput, "IMPORT-239", label + ": nonXMLBody: the compressed data are damaged"};
    return out;
}

/// Character data as it stands, lines kept.
std::string rawText(pugi::xml_node text)
{
    std::string all;
    for (const auto child : text.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) all += child.value();
    return all;
}

}  // namespace

Result<NewDocument> readUnstructured(pugi::xml_node body, std::string_view title, const std::string& label)
{
    const auto text = body.child("text");
    auto content = rawText(text);
    if (text::trim(content).empty() && text.child("reference"))
        return Error{ErrorKind::invalidInput, "IMPORT-236",
                     label + ": nonXMLBody: the document stands in another file, which this one only points at; "
                             "nothing is fetched, import that file itself"};
    if (text::trim(content).empty())
        return Error{ErrorKind::invalidInput, "IMPORT-237", label + ": nonXMLBody: holds no document"};
    const auto mediaType = attribute(text, "mediaType");
    const bool isText = mediaType.empty() || text::lowerAscii(mediaType).starts_with("text/");
    const auto record = label + ": nonXMLBody";
    if (attribute(text, "representation") == "B64" || !isText) {
        CW_TRY(auto decoded, decodeBase64(content, record));
        CW_TRY(content, unpack(std::move(decoded), attribute(text, "compression"), label));
    }
    return readEmbedded(std::move(content), mediaType, title, record);
}

}  // namespace cw::ccda
