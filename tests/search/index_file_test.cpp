#include "search_fixture.h"

#include "base/file.h"

#include <filesystem>
#include <random>

#include <unistd.h>

namespace cw::search {
namespace {

class IndexFileTest : public ::testing::Test {
protected:
    IndexFileTest() : m_bytes(*buildIndex(smallSource(), {})) { std::filesystem::create_directories(m_folder); }
    ~IndexFileTest() override { std::filesystem::remove_all(m_folder); }
    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / ("cw-index-" + std::to_string(::getpid()));
    std::string m_bytes;
};

TEST_F(IndexFileTest, AnswersFromTheFileAsFromMemory)
{
    ASSERT_TRUE(writeFileAtomically(m_folder / "search.idx", m_bytes));
    const auto index = Index::open(m_folder / "search.idx");
    ASSERT_TRUE(index) << index.error().detail;
    EXPECT_EQ("small", (*index)->key());
    Searcher searcher(*index);
    Query query;
    query.text = "chf";
    EXPECT_EQ("I509", searcher.find(query).front().entry.code);
}

TEST_F(IndexFileTest, TheSameSourceGivesTheSameBytes)
{
    EXPECT_EQ(m_bytes, *buildIndex(smallSource(), {}));
}

TEST_F(IndexFileTest, AMissingFileIsToldApart)
{
    EXPECT_EQ(ErrorKind::notFound, Index::open(m_folder / "none.idx").error().kind);
}

TEST_F(IndexFileTest, ADamagedFileIsRefused)
{
    for (const auto size :
         {std::size_t{0}, std::size_t{7}, sizeof(format::Header), m_bytes.size() / 2, m_bytes.size() - 1}) {
        const auto index = Index::fromBytes(m_bytes.substr(0, size));
        ASSERT_FALSE(index) << size;
        EXPECT_EQ(ErrorKind::corrupt, index.error().kind);
    }
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        auto bytes = m_bytes;
        const auto at = random() % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ (1U << (random() % 8)));
        const auto index = Index::fromBytes(bytes);
        // A flipped bit of the key is the only one that may pass; the key is then not the one that is wanted.
        if (index) {
            EXPECT_NE("small", (*index)->key());
        }
    }
}

TEST_F(IndexFileTest, ACancelledBuildSaysSo)
{
    std::stop_source stop;
    stop.request_stop();
    const auto built = buildIndex(smallSource(), Progress({}, stop.get_token()));
    ASSERT_FALSE(built);
    EXPECT_EQ(ErrorKind::cancelled, built.error().kind);
}

TEST_F(IndexFileTest, AnEmptyLibraryIsSearchable)
{
    const auto index = Index::fromBytes(*buildIndex(Source{}, {}));
    ASSERT_TRUE(index);
    Searcher searcher(*index);
    Query query;
    for (const char* text : {"e", "E11", "diabetes", "hypretension"}) {
        query.text = text;
        EXPECT_TRUE(searcher.find(query).empty());
    }
}

}  // namespace
}  // namespace cw::search
