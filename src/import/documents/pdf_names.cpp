#include "import/documents/pdf_names.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace cw {

namespace {

constexpr std::size_t unpackedLimit = std::size_t{16} << 20U;
constexpr std::size_t allUnpackedLimit = std::size_t{128} << 20U;
constexpr int openActionLimit = 16;  ///< A catalogue has one; every update of the file may bring another.
constexpr std::string_view delimiters = "()<>[]{}/% \t\r\n\f";

int hexValue(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// As much as can be unpacked of a Flate stream.
std::string inflated(std::string_view packed, std::size_t limit)
{
    std::string out;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return out;
    // zlib does not write through next_in.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
    std::array<char, 16384> buffer{};
    int done = Z_OK;
    while (done == Z_OK && out.size() < limit) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(buffer.size());
        done = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return out;
}

class MarkReader {
public:
    explicit MarkReader(std::string_view bytes) : m_bytes(bytes) {}

    PdfMarks read()
    {
        std::size_t at = 0;
        while (at < m_bytes.size()) {
            const auto stream = m_bytes.find("stream", at);
            if (stream == std::string_view::npos) break;
            const auto after = stream + 6;
            const bool isEnd = stream >= 3 && m_bytes.substr(stream - 3, 3) == "end";
            const bool isStream =
                !isEnd && after < m_bytes.size() && (m_bytes[after] == '\r' || m_bytes[after] == '\n');
            scan(m_bytes.substr(at, stream - at));
            at = after;
            if (!isStream) continue;
            const auto end = m_bytes.find("endstream", after);
            if (end == std::string_view::npos) break;
            takeStream(stream, m_bytes.substr(after, end - after));
            at = end + 9;
        }
        scan(m_bytes.substr(std::min(at, m_bytes.size())));
        return m_marks;
    }

private:
    /// Page contents, fonts and pictures are no objects; only streams that hold objects are looked into.
    void takeStream(std::size_t begin, std::string_view data)
    {
        const auto from = begin - std::min<std::size_t>(begin, 4096);
        auto dictionary = m_bytes.substr(from, begin - from);
        const auto object = dictionary.rfind("obj");
        if (object != std::string_view::npos) dictionary = dictionary.substr(object);
        if (dictionary.find("ObjStm") == std::string_view::npos) return;
        data.remove_prefix(std::min(data.find_first_not_of("\r\n"), data.size()));
        if (dictionary.find("/Filter") == std::string_view::npos) return scan(data);
        const auto room = std::min(unpackedLimit, allUnpackedLimit - std::min(m_unpacked, allUnpackedLimit));
        if (dictionary.find("FlateDecode") == std::string_view::npos || room == 0) return;
        const auto objects = inflated(data, room);
        m_unpacked += objects.size();
        scan(objects);
    }

    void scan(std::string_view source)
    {
        std::string last;
        for (std::size_t at = 0; at < source.size();) {
            auto name = nextPdfName(source, at);
            m_marks.hasScript = m_marks.hasScript || name == "JS" || name == "JavaScript";
            m_marks.hasLaunch = m_marks.hasLaunch || (name == "Launch" && last == "S");
            m_marks.hasAttachment = m_marks.hasAttachment || name == "EmbeddedFile" || name == "EmbeddedFiles";
            m_marks.isProtected = m_marks.isProtected || name == "Encrypt";
            if (name == "OpenAction" && m_openActions++ < openActionLimit)
                m_marks.opensWithAction = m_marks.opensWithAction || acts(source.substr(at));
            last = std::move(name);
        }
    }

    /// Whether the value of /OpenAction does more than to go to a page (ISO 32000-1, 12.6.4).
    bool acts(std::string_view value)
    {
        value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n\f"), value.size()));
        if (value.empty() || value.front() == '[') return false;
        if (value.front() >= '0' && value.front() <= '9') {
            const auto reference = value.substr(0, value.substr(0, 24).find('R'));
            if (reference.size() > 24) return false;
            const auto object = m_bytes.find("\n" + std::string(reference) + "obj");
            if (object == std::string_view::npos) return false;
            value = m_bytes.substr(object);
        }
        value = value.substr(0, 512);
        value = value.substr(0, value.find("endobj"));
        std::string last;
        for (std::size_t at = 0; at < value.size();) {
            auto name = nextPdfName(value, at);
            if (last == "S") return name != "GoTo" && name != "Named";
            last = std::move(name);
        }
        return false;
    }

    std::string_view m_bytes;
    PdfMarks m_marks;
    std::size_t m_unpacked = 0;
    int m_openActions = 0;
};

}  // namespace

std::string nextPdfName(std::string_view source, std::size_t& at)
{
    const auto slash = source.find('/', at);
    if (slash == std::string_view::npos) {
        at = source.size();
        return {};
    }
    const auto end = std::min(source.find_first_of(delimiters, slash + 1), source.size());
    const auto raw = source.substr(slash + 1, std::min<std::size_t>(end - slash - 1, 128));
    at = end;
    std::string name;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const bool isHex =
            raw[i] == '#' && i + 2 < raw.size() && hexValue(raw[i + 1]) >= 0 && hexValue(raw[i + 2]) >= 0;
        name += isHex ? static_cast<char>(hexValue(raw[i + 1]) * 16 + hexValue(raw[i + 2])) : raw[i];
        if (isHex) i += 2;
    }
    return name;
}

PdfMarks readPdfMarks(std::string_view bytes)
{
    return MarkReader(bytes).read();
}

}  // namespace cw
