#include "tests/import/fixtures.h"

#include <gtest/gtest.h>
#include <lzma.h>
#include <zip.h>
#include <zlib.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace cw::test {

namespace {

std::string buildZip(const ZipMembers& members, bool stored, bool encrypted)
{
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &failure);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &failure);
    for (const auto& [name, bytes] : members) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const auto index = static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8));
        if (stored) zip_set_file_compression(archive, index, ZIP_CM_STORE, 0);
        if (encrypted) zip_file_set_encryption(archive, index, ZIP_EM_AES_256, "secret");
    }
    EXPECT_EQ(0, zip_close(archive));
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    EXPECT_EQ(static_cast<zip_int64_t>(bytes.size()), zip_source_read(target, bytes.data(), bytes.size()));
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&failure);
    return bytes;
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(width, ' ');
    return text;
}

std::string readAll(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    EXPECT_TRUE(in) << path;
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

std::string makeZip(const ZipMembers& members, bool stored)
{
    return buildZip(members, stored, false);
}

std::string makeEncryptedZip(const ZipMembers& members)
{
    return buildZip(members, false, true);
}

std::string makeXz(const std::string& bytes)
{
    std::string packed(lzma_stream_buffer_bound(bytes.size()), '\0');
    std::size_t size = 0;
    EXPECT_EQ(LZMA_OK, lzma_easy_buffer_encode(6, LZMA_CHECK_CRC64, nullptr,
                                               reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(),
                                               reinterpret_cast<std::uint8_t*>(packed.data()), &size, packed.size()));
    packed.resize(size);
    return packed;
}

std::string makeGz(const std::string& bytes)
{
    z_stream stream{};
    EXPECT_EQ(Z_OK, deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY));
    std::string input = bytes;
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    EXPECT_EQ(Z_STREAM_END, deflate(&stream, Z_FINISH));
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string orderRow(int order, const std::string& code, char flag, const std::string& title)
{
    auto number = std::to_string(order);
    number.insert(0, 5 - number.size(), '0');
    return number + " " + padded(code, 7) + " " + flag + " " + padded(title, 60) + " " + title;
}

std::string crlf(const std::vector<std::string>& rows)
{
    std::string text;
    for (const auto& row : rows) text += row + "\r\n";
    return text;
}

std::string hcpcsRecord(const std::string& subject, char record, const std::string& description,
                        const std::string& added, const std::string& terminated)
{
    const bool first = record == '3' || record == '7';
    std::string line = padded(subject, 5) + (first ? "00100" : "00200") + record + padded(description, 80);
    line += padded(first ? description : "", 28);
    line = padded(line, 268) + padded(first ? added : "", 8) + padded(first ? added : "", 8) + padded(terminated, 8);
    return padded(line + "N", 320);
}

std::string testData(const std::string& name)
{
    return readAll(std::filesystem::path(CW_TEST_DATA) / "import" / name);
}

std::optional<std::filesystem::path> sharedFile(const std::string& relative)
{
    const char* folder = std::getenv("CHARTWRIGHT_SHARED");
    const auto root =
        folder != nullptr ? std::filesystem::path(folder) : std::filesystem::path(CW_SOURCE_DIR) / "../shared";
    auto file = root / relative;
    if (std::filesystem::exists(file)) return file;
    return std::nullopt;
}

TemporaryFolder::TemporaryFolder()
{
    auto name = (std::filesystem::temp_directory_path() / "cw-import-XXXXXX").string();
    EXPECT_NE(nullptr, ::mkdtemp(name.data()));
    m_path = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TemporaryFolder::write(const std::string& name, const std::string& bytes) const
{
    std::ofstream(m_path / name, std::ios::binary) << bytes;
    return m_path / name;
}

}  // namespace cw::test
