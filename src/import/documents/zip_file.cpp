#include "base/text.h"
#include "import/documents/readers.h"
#include "import/documents/render.h"
#include "import/zip_archive.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

constexpr std::uint64_t unpackedLimit = std::uint64_t{512} << 20U;
constexpr std::uint64_t harmlessSize = std::uint64_t{10} << 20U;
constexpr std::uint64_t ratioLimit = 200;

std::string_view baseName(std::string_view path)
{
    const auto slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool climbsOut(std::string_view path)
{
    if (path.starts_with('/') || path.starts_with('\\') || path.substr(0, 3).find(':') != std::string_view::npos)
        return true;
    for (auto rest = path; !rest.empty();) {
        const auto end = std::min(rest.find_first_of("/\\"), rest.size());
        if (rest.substr(0, end) == "..") return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

/// What a Mac or Windows puts beside the files of a folder.
bool isSystemFile(std::string_view path)
{
    const auto name = text::lowerAscii(baseName(path));
    return path.starts_with("__MACOSX/") || name.starts_with('.') || name == "thumbs.db" || name == "desktop.ini";
}

/// Parts of an XDM package (IHE ITI TF-1:16, TF-2:3.32.4.1) that describe or show its documents.
bool isXdmFrame(std::string_view path)
{
    const auto name = text::lowerAscii(baseName(path));
    return name == "metadata.xml" || name == "index.htm" || name == "index.html" || name == "readme.txt";
}

bool isStyleSheet(std::string_view path)
{
    static constexpr std::array<std::string_view, 4> endings = {".xsl", ".xslt", ".css", ".js"};
    const auto name = text::lowerAscii(baseName(path));
    return std::any_of(endings.begin(), endings.end(), [&name](std::string_view end) { return name.ends_with(end); });
}

class ZipReader {
public:
    ZipReader(ZipArchive archive, const SourceFile& file) : m_archive(std::move(archive)), m_source(file) {}

    Result<IncomingFile> read()
    {
        CW_CHECK(checkSizes());
        m_archive.usePassword(m_source.options.password);
        const auto& members = m_archive.members();
        m_isXdm = std::any_of(members.begin(), members.end(), [](const ZipArchive::Member& member) {
            return text::upperAscii(member.name).find("IHE_XDM/") != std::string::npos;
        });
        std::int64_t done = 0;
        for (const auto& member : members) {
            if (m_source.progress.isCancelled())
                return Error{ErrorKind::cancelled, "IMPORT-208", label() + ": reading was stopped"};
            m_source.progress.report(++done, static_cast<std::int64_t>(members.size()), "reading the zip file");
            CW_CHECK(take(member));
        }
        if (m_file.items.empty()) return nothingUsable();
        m_file.kind = std::string(m_isXdm ? "XDM package, " : "zip, ") + std::to_string(members.size()) + " files";
        return std::move(m_file);
    }

private:
    std::string label() const { return std::string(m_source.name); }

    Status checkSizes() const
    {
        std::uint64_t unpacked = 0;
        for (const auto& member : m_archive.members()) {
            if (member.name == "[Content_Types].xml")
                return Error{ErrorKind::invalidInput, "IMPORT-215",
                             label() +
                                 ": a Word, Excel or PowerPoint file; this kind is not read, save it as PDF or RTF"};
            unpacked += std::min(member.size, unpackedLimit);
        }
        const auto packed = std::max<std::uint64_t>(m_source.bytes.size(), 1);
        if (unpacked >= unpackedLimit || (unpacked > harmlessSize && unpacked / packed > ratioLimit))
            return Error{ErrorKind::invalidInput, "IMPORT-216",
                         label() + ": the zip file would unpack to " + std::to_string(unpacked >> 20U) +
                             " MB or more, which is no chart; nothing was unpacked"};
        return {};
    }

    void refuse(const ZipArchive::Member& member, std::string reason)
    {
        m_file.refused.push_back({member.name.substr(0, 200), std::move(reason)});
    }

    Status take(const ZipArchive::Member& member)
    {
        if (isSystemFile(member.name)) return {};
        if (climbsOut(member.name)) {
            refuse(member, "its path leads out of the zip file; not read");
            return {};
        }
        if (isStyleSheet(member.name) || (m_isXdm && isXdmFrame(member.name))) {
            m_file.notes.push_back(member.name + ": passed over, not a document of the patient");
            return {};
        }
        if (member.isEncrypted && m_source.options.password.empty())
            return passwordNeeded(m_source.name, "the zip file is protected; its password is needed");
        auto bytes = m_archive.read(member, member.size);
        if (!bytes && member.isEncrypted) return passwordNeeded(m_source.name, "the password of the zip file is wrong");
        if (!bytes) {
            refuse(member, bytes.error().detail);
            return {};
        }
        if (ZipArchive::looksLikeZip(*bytes)) {
            refuse(member, "a zip, Word or Excel file inside the zip file; not read");
            return {};
        }
        auto content =
            readIncoming(std::move(*bytes), baseName(member.name), m_source.options, m_source.ids, m_source.progress);
        if (content)
            merge(member, std::move(*content));
        else if (content.error().kind == ErrorKind::cancelled)
            return content.error();
        else
            refuse(member, content.error().detail);
        return {};
    }

    void merge(const ZipArchive::Member& member, IncomingFile content)
    {
        for (auto& item : content.items) {
            item.record = item.record.empty() ? member.name : member.name + ", " + item.record;
            m_file.items.push_back(std::move(item));
        }
        for (auto& record : content.refused)
            m_file.refused.push_back(
                {member.name + (record.record.empty() ? "" : ", " + record.record), record.reason});
        for (const auto& note : content.notes) m_file.notes.push_back(member.name + ": " + note);
    }

    Error nothingUsable() const
    {
        std::string detail = label() + ": nothing in the zip file can be used";
        for (std::size_t i = 0; i < std::min<std::size_t>(m_file.refused.size(), 3); ++i)
            detail += "; " + m_file.refused[i].record + ": " + m_file.refused[i].reason;
        return {ErrorKind::invalidInput, "IMPORT-217", detail};
    }

    ZipArchive m_archive;
    const SourceFile& m_source;
    IncomingFile m_file;
    bool m_isXdm = false;
};

}  // namespace

Result<IncomingFile> readZipFile(const SourceFile& file)
{
    CW_TRY(auto archive, ZipArchive::open(std::string(file.bytes), std::string(file.name)));
    return ZipReader(std::move(archive), file).read();
}

}  // namespace cw
