#include "store/keys/key_ring.h"

#include "tests/store/work_fixture.h"
#include "tests/support/small_disk.h"

#include <nlohmann/json.hpp>

#include <sys/stat.h>

namespace cw::store {
namespace {

class KeySlots : public testing::Test {
protected:
    KeySlots() : ring(FileKeyRing::create(file())) { must(ring.setPassword("anna", "correct horse")); }

    std::filesystem::path file() const { return m_folder.path() / "keys.json"; }
    Result<FileKeyRing> unlock(std::string_view user, std::string_view password) const
    {
        return FileKeyRing::unlock(file(), user, password);
    }
    nlohmann::json read() const { return nlohmann::json::parse(test::slurp(file())); }

    test::TemporaryFolder m_folder;
    FileKeyRing ring;
};

TEST_F(KeySlots, OpenWithThePassword)
{
    const auto opened = unlock("anna", "correct horse");
    ASSERT_TRUE(opened);
    EXPECT_EQ(ring.key().view(), opened->key().view());
}

TEST_F(KeySlots, OfEveryAccountOpenTheSameKey)
{
    must(ring.setPassword("ben", "battery staple"));
    EXPECT_EQ(ring.key().view(), unlock("ben", "battery staple")->key().view());
    EXPECT_EQ(ring.key().view(), unlock("anna", "correct horse")->key().view());
}

TEST_F(KeySlots, LookAlikeForAWrongPasswordAndAnUnknownName)
{
    const auto wrong = unlock("anna", "Correct horse");
    const auto unknown = unlock("nobody", "correct horse");
    ASSERT_FALSE(wrong);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(ErrorKind::denied, wrong.error().kind);
    EXPECT_EQ("STORE-070", wrong.error().id);
    EXPECT_EQ(describe(wrong.error()), describe(unknown.error()));
}

TEST_F(KeySlots, RefuseAnEmptyPassword)
{
    EXPECT_EQ("STORE-070", unlock("anna", "").error().id);
    EXPECT_EQ("STORE-070", unlock("", "").error().id);
}

TEST_F(KeySlots, TakeANewPasswordInPlaceOfTheOld)
{
    must(ring.setPassword("anna", "new password"));
    EXPECT_FALSE(unlock("anna", "correct horse"));
    EXPECT_EQ(ring.key().view(), unlock("anna", "new password")->key().view());
}

TEST_F(KeySlots, ThatWereRemovedDoNotOpen)
{
    must(ring.remove("anna"));
    EXPECT_EQ("STORE-070", unlock("anna", "correct horse").error().id);
    EXPECT_EQ("STORE-074", ring.remove("anna").error().id);
}

TEST_F(KeySlots, CannotBeGivenToAnotherAccount)
{
    auto json = read();
    json["slots"]["mallory"] = json["slots"]["anna"];
    m_folder.write("keys.json", json.dump());
    EXPECT_EQ("STORE-070", unlock("mallory", "correct horse").error().id);
}

TEST_F(KeySlots, OfTheSamePasswordDiffer)
{
    must(ring.setPassword("ben", "correct horse"));
    const auto slots = read()["slots"];
    for (const auto* field : {"salt", "nonce", "sealed"}) EXPECT_NE(slots["anna"][field], slots["ben"][field]) << field;
}

TEST_F(KeySlots, NameTheirKeyDerivation)
{
    EXPECT_EQ("argon2id 64 MiB x3", read()["kdf"]);
    EXPECT_EQ(32U, read()["slots"]["anna"]["salt"].get<std::string>().size());
}

TEST_F(KeySlots, HoldNeitherPasswordNorKey)
{
    std::string hex;
    for (const char c : ring.key().view()) {
        constexpr std::string_view digits = "0123456789abcdef";
        hex += digits[static_cast<unsigned char>(c) >> 4U];
        hex += digits[static_cast<unsigned char>(c) & 15U];
    }
    const auto bytes = test::slurp(file());
    EXPECT_EQ(std::string::npos, bytes.find(hex));
    EXPECT_EQ(std::string::npos, bytes.find("correct horse"));
}

TEST_F(KeySlots, AreForTheOwnerAlone)
{
    struct stat state {};
    ASSERT_EQ(0, ::stat(file().c_str(), &state));
    EXPECT_EQ(0600U, state.st_mode & 0777U);
}

TEST_F(KeySlots, ThatCannotBeReadAreCorrupt)
{
    for (const auto* bytes : {"", "not json", "{}", "[]", R"({"slots": 5})", R"({"slots": {"anna")"}) {
        m_folder.write("keys.json", bytes);
        const auto opened = unlock("anna", "correct horse");
        ASSERT_FALSE(opened) << bytes;
        EXPECT_EQ("STORE-071", opened.error().id) << bytes;
        EXPECT_EQ(ErrorKind::corrupt, opened.error().kind);
    }
}

TEST_F(KeySlots, WithDamagedFieldsDoNotOpen)
{
    for (const auto* field : {"salt", "nonce", "sealed"}) {
        auto json = read();
        auto value = json["slots"]["anna"][field].get<std::string>();
        value[0] = value[0] == '0' ? '1' : '0';
        json["slots"]["anna"][field] = value;
        m_folder.write("other.json", json.dump());
        EXPECT_EQ("STORE-070", FileKeyRing::unlock(m_folder.path() / "other.json", "anna", "correct horse").error().id);
        json["slots"]["anna"][field] = 7;
        m_folder.write("other.json", json.dump());
        EXPECT_FALSE(FileKeyRing::unlock(m_folder.path() / "other.json", "anna", "correct horse"));
    }
}

TEST_F(KeySlots, ThatAreNotThereAreNotFound)
{
    EXPECT_EQ(ErrorKind::notFound, FileKeyRing::unlock(m_folder.path() / "none", "anna", "x").error().kind);
}

TEST_F(KeySlots, VerifyAPasswordWithoutChangingAnything)
{
    const auto before = test::slurp(file());
    EXPECT_TRUE(ring.verify("anna", "correct horse"));
    EXPECT_FALSE(ring.verify("anna", "wrong horse"));
    EXPECT_EQ(before, test::slurp(file()));
}

TEST_F(KeySlots, OnAFullDiskKeepTheOldPassword)
{
    const auto told = test::onSmallDisk(16, [&] {
        const auto set = ring.setPassword("anna", "new password");
        return std::string(set ? "set" : toString(set.error().kind));
    });
    EXPECT_EQ("input/output", told);
    EXPECT_TRUE(unlock("anna", "correct horse"));
    EXPECT_EQ(1U, m_folder.names().size());
}

}  // namespace
}  // namespace cw::store
