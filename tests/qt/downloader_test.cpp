#include "qt/downloader.h"

#include "tests/qt/small_server.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cw::test {
namespace {

class Downloading : public testing::Test {
protected:
    Result<DownloadedFile> get(const std::string& address, std::uintmax_t limit = 1 << 20,
                               const Progress& progress = {})
    {
        return Downloader().download({address, m_folder.path(), limit}, progress);
    }
    void expectFailure(const std::string& address, const std::string& id, ErrorKind kind)
    {
        const auto got = get(address);
        ASSERT_FALSE(got) << address;
        EXPECT_EQ(id, got.error().id) << got.error().detail;
        EXPECT_EQ(kind, got.error().kind);
        EXPECT_TRUE(m_folder.names().empty()) << m_folder.names().front();
    }

    TemporaryFolder m_folder;
    SmallServer m_server;
};

TEST_F(Downloading, PutsTheFileIntoTheFolder)
{
    const std::string bytes(300'000, 'z');
    m_server.answer("/2025/icd10cm%20codes.zip", "200 OK\r\nContent-Type: application/zip", bytes);
    std::int64_t last = 0;
    const auto got = get(m_server.url("/2025/icd10cm%20codes.zip"), 1 << 20,
                         Progress([&last](std::int64_t done, std::int64_t, const std::string&) { last = done; }));
    ASSERT_TRUE(got) << describe(got.error());
    EXPECT_EQ(m_folder.path() / "icd10cm codes.zip", got->file);
    EXPECT_EQ(bytes, slurp(got->file));
    EXPECT_EQ(bytes.size(), got->bytes);
    EXPECT_FALSE(got->isPage);
    EXPECT_EQ(300'000, last);
    EXPECT_EQ(1U, m_folder.names().size());
}

TEST_F(Downloading, NeverOverwrites)
{
    m_folder.write("a.zip", "mine");
    m_server.answer("/a.zip", "200 OK", "theirs");
    const auto got = get(m_server.url("/a.zip"));
    ASSERT_TRUE(got);
    EXPECT_EQ("a (2).zip", got->file.filename());
    EXPECT_EQ("mine", slurp(m_folder.path() / "a.zip"));
    EXPECT_EQ("theirs", slurp(got->file));
}

TEST_F(Downloading, TakesTheServersNameWithoutItsFolders)
{
    m_server.answer("/get?id=7", "200 OK\r\nContent-Disposition: attachment; filename=\"../../.evil/NCCI Q3.zip\"",
                    "x");
    const auto got = get(m_server.url("/get?id=7"));
    ASSERT_TRUE(got) << describe(got.error());
    EXPECT_EQ(m_folder.path() / "NCCI Q3.zip", got->file);
}

TEST_F(Downloading, FollowsRedirectsAndKeepsNoCookies)
{
    m_server.answer("/old", "302 Found\r\nSet-Cookie: id=1\r\nLocation: /new.zip", "");
    m_server.answer("/new.zip", "200 OK", "new");
    const auto got = get(m_server.url("/old"));
    ASSERT_TRUE(got) << describe(got.error());
    EXPECT_EQ("new", slurp(got->file));
    EXPECT_EQ(m_server.url("/new.zip"), got->address);
    for (const auto& request : m_server.requests()) EXPECT_EQ(std::string::npos, request.find("Cookie:")) << request;
}

TEST_F(Downloading, RefusesToGoRoundInCircles)
{
    m_server.answer("/a", "302 Found\r\nLocation: /a", "");
    expectFailure(m_server.url("/a"), "QT-017", ErrorKind::io);
}

TEST_F(Downloading, TellsAPageFromAFile)
{
    m_server.answer("/page", "200 OK\r\nContent-Type: text/html; charset=utf-8", "<html></html>");
    const auto got = get(m_server.url("/page"));
    ASSERT_TRUE(got);
    EXPECT_TRUE(got->isPage);
}

TEST_F(Downloading, RefusesAFileOverTheLimit)
{
    m_server.answer("/big.zip", "200 OK", std::string(3 << 20, 'b'));
    expectFailure(m_server.url("/big.zip"), "QT-012", ErrorKind::invalidInput);
}

TEST_F(Downloading, TellsWhatTheServerSaid)
{
    m_server.answer("/secret", "403 Forbidden", "no");
    m_server.answer("/broken", "500 Internal Server Error", "no");
    expectFailure(m_server.url("/none.zip"), "QT-013", ErrorKind::notFound);
    expectFailure(m_server.url("/secret"), "QT-014", ErrorKind::denied);
    expectFailure(m_server.url("/broken"), "QT-018", ErrorKind::io);
}

TEST_F(Downloading, OfflineIsAPlainAnswer)
{
    expectFailure("http://127.0.0.1:1/a.zip", "QT-015", ErrorKind::io);
    expectFailure("http://no-such-host.invalid/a.zip", "QT-015", ErrorKind::io);
}

TEST_F(Downloading, TakesWebAddressesOnly)
{
    for (const auto* address : {"", "file:///etc/passwd", "ftp://127.0.0.1/a.zip", "https://", "a.zip"})
        expectFailure(address, "QT-011", ErrorKind::invalidInput);
}

TEST_F(Downloading, CancelLeavesNothingBehind)
{
    m_server.hangAt("/slow.zip");
    std::stop_source stop;
    const auto got = get(
        m_server.url("/slow.zip"), 1 << 21,
        Progress([&stop](std::int64_t, std::int64_t, const std::string&) { stop.request_stop(); }, stop.get_token()));
    ASSERT_FALSE(got);
    EXPECT_EQ("QT-010", got.error().id);
    EXPECT_EQ(ErrorKind::cancelled, got.error().kind);
    EXPECT_TRUE(m_folder.names().empty());
}

TEST_F(Downloading, AFolderThatIsNotThereIsSaid)
{
    m_server.answer("/a.zip", "200 OK", "x");
    const auto got = Downloader().download({m_server.url("/a.zip"), m_folder.path() / "none"}, {});
    ASSERT_FALSE(got);
    EXPECT_EQ("QT-019", got.error().id);
}

}  // namespace
}  // namespace cw::test
