#include "store/work/document_content.h"
#include "tests/store/work_fixture.h"
#include "tests/support/small_disk.h"

#include <fstream>

namespace cw::store {
namespace {

/// More than two chunks and a rest, with words that a search would find.
std::string largeBytes(char fill = 'x')
{
    std::string bytes = "%PDF-1.7 Quenneville was seen";
    bytes.append(LargeDocuments::limit + 300'001, fill);
    return bytes;
}

NewDocument largePdf(const std::string& bytes = largeBytes())
{
    NewDocument document;
    document.format = DocumentFormat::pdf;
    document.bytes = bytes;
    return document;
}

AddedDocument addLarge(Desk& desk, const NewDocument& document, bool commits = true)
{
    auto tx = must(desk.work->beginWrite());
    const auto stored = must(desk.encounters.load(*tx, "T-1"));
    const auto added = must(desk.documents.add(*tx, stored.patient, stored.encounter.row, document));
    if (commits) must(tx->commit());
    return added;
}

class LargeDocumentFiles : public WorkTest {
protected:
    LargeDocumentFiles() { anna.add(visit()); }

    std::filesystem::path folder() const { return m_folder.path() / "documents"; }
    std::vector<std::filesystem::path> files() const
    {
        std::vector<std::filesystem::path> all;
        if (!std::filesystem::exists(folder())) return all;
        for (const auto& entry : std::filesystem::directory_iterator(folder())) all.push_back(entry.path());
        return all;
    }
    Result<std::string> bytes(DocumentVersionId version)
    {
        auto tx = must(anna.work->beginRead());
        return anna.documents.bytes(*tx, version);
    }
    std::vector<std::string> faults()
    {
        auto tx = must(anna.work->beginRead());
        return must(documentFaults(*tx, anna.documents, anna.unmatched));
    }
    int removeOrphans()
    {
        auto tx = must(anna.work->beginWrite());
        const int removed = must(anna.files.removeOrphans(*tx));
        must(tx->commit());
        return removed;
    }
};

TEST_F(LargeDocumentFiles, LieOutsideTheRowsAndCannotBeRead)
{
    const auto added = addLarge(anna, largePdf());
    EXPECT_EQ("0", anna.ask("SELECT length(bytes) FROM document_content"));
    ASSERT_EQ(1U, files().size());
    const auto stored = test::slurp(files().front());
    EXPECT_GT(stored.size(), largeBytes().size());
    EXPECT_EQ(std::string::npos, stored.find("Quenneville"));
    EXPECT_EQ(std::string::npos, stored.find("xxxxxxxx"));
    EXPECT_EQ(32U, files().front().filename().string().size());
    EXPECT_EQ(std::filesystem::perms::none,
              std::filesystem::status(files().front()).permissions() &
                  (std::filesystem::perms::group_all | std::filesystem::perms::others_all));
    EXPECT_EQ(largeBytes(), must(bytes(added.version)));
    EXPECT_TRUE(faults().empty());
}

TEST_F(LargeDocumentFiles, OfTheSameBytesDifferOnDisk)
{
    addLarge(anna, largePdf());
    anna.add(visit("T-2", 100));
    auto tx = must(anna.work->beginWrite());
    const auto stored = must(anna.encounters.load(*tx, "T-2"));
    must(anna.documents.add(*tx, stored.patient, stored.encounter.row, largePdf()));
    must(tx->commit());
    ASSERT_EQ(2U, files().size());
    EXPECT_NE(test::slurp(files()[0]), test::slurp(files()[1]));
}

TEST_F(LargeDocumentFiles, AreMadeOnlyAboveTheLimit)
{
    addLarge(anna, largePdf("%PDF" + std::string(LargeDocuments::limit - 4, 'y')));
    EXPECT_TRUE(files().empty());
    addLarge(anna, largePdf("%PDF" + std::string(LargeDocuments::limit - 3, 'y')));
    EXPECT_EQ(1U, files().size());
}

struct DamageCase {
    const char* name;
    std::function<void(const std::filesystem::path&)> damage;
};
class LargeDocumentDamage : public LargeDocumentFiles, public testing::WithParamInterface<DamageCase> {};

TEST_P(LargeDocumentDamage, IsCorruptAndNamed)
{
    const auto added = addLarge(anna, largePdf());
    GetParam().damage(files().front());
    const auto read = bytes(added.version);
    ASSERT_FALSE(read);
    EXPECT_EQ(ErrorKind::corrupt, read.error().kind);
    ASSERT_EQ(1U, faults().size());
    EXPECT_NE(std::string::npos, faults().front().find(std::to_string(added.version.value))) << faults().front();
}

INSTANTIATE_TEST_SUITE_P(
    All, LargeDocumentDamage,
    testing::Values(DamageCase{"missing", [](const auto& file) { std::filesystem::remove(file); }},
                    DamageCase{"empty", [](const auto& file) { std::filesystem::resize_file(file, 0); }},
                    DamageCase{"header", [](const auto& file) { test::damage(file, 3, 1); }},
                    DamageCase{"first", [](const auto& file) { test::damage(file, 100, 1); }},
                    DamageCase{"last",
                               [](const auto& file) { test::damage(file, std::filesystem::file_size(file) - 1, 1); }},
                    DamageCase{"cutOff",
                               [](const auto& file) {
                                   // Whole chunks, so that only the missing end tells.
                                   std::filesystem::resize_file(file, 24 + 2 * (std::uintmax_t{256} * 1024 + 17));
                               }},
                    DamageCase{"longer", [](const auto& file) { std::ofstream(file, std::ios::app) << "more"; }}),
    [](const auto& one) { return std::string(one.param.name); });

TEST_F(LargeDocumentFiles, CannotBeSwapped)
{
    const auto one = addLarge(anna, largePdf(largeBytes('a')));
    const auto first = files().front();
    addLarge(anna, largePdf(largeBytes('b')));
    const auto second = files().front() == first ? files().back() : files().front();
    std::filesystem::copy_file(second, first, std::filesystem::copy_options::overwrite_existing);
    EXPECT_EQ(ErrorKind::corrupt, bytes(one.version).error().kind);
}

TEST_F(LargeDocumentFiles, OpenOnlyWithTheKeyOfTheirStore)
{
    addLarge(anna, largePdf());
    const auto other = StoreKey::random();
    const LargeDocuments strange(folder(), other.view());
    const auto name = files().front().filename().string();
    EXPECT_EQ(ErrorKind::corrupt, strange.read(name, static_cast<std::int64_t>(largeBytes().size())).error().kind);
}

TEST_F(LargeDocumentFiles, OfATransactionThatFailedAreRemovedLater)
{
    const auto kept = addLarge(anna, largePdf(largeBytes('a')));
    addLarge(anna, largePdf(largeBytes('b')), false);
    m_folder.write("documents/read me.txt", "not ours");
    EXPECT_EQ(3U, files().size());
    EXPECT_EQ(1, removeOrphans());
    EXPECT_EQ(2U, files().size());
    EXPECT_EQ(0, removeOrphans());
    EXPECT_TRUE(bytes(kept.version));
}

TEST_F(LargeDocumentFiles, HalfWrittenAreRemovedToo)
{
    m_folder.write("documents/.0123456789abcdef0123456789abcdef.AbCdEf", "half");
    EXPECT_EQ(1, removeOrphans());
    EXPECT_TRUE(files().empty());
}

TEST_F(LargeDocumentFiles, OfAnUnmatchedRecordAreKept)
{
    auto tx = must(anna.work->beginWrite());
    const auto id = must(anna.unmatched.add(*tx, {}, largeBytes()));
    must(tx->commit());
    tx.reset();
    EXPECT_EQ(1U, files().size());
    EXPECT_EQ(0, removeOrphans());
    const auto reading = must(anna.work->beginRead());
    EXPECT_EQ(largeBytes(), must(anna.unmatched.bytes(*reading, id)));
}

TEST_F(LargeDocumentFiles, WithoutAFolderToLieInFail)
{
    m_folder.write("blocked", "a file where the folder should be");
    const LargeDocuments nowhere(m_folder.path() / "blocked", m_key.view());
    auto tx = must(anna.work->beginWrite());
    EXPECT_EQ(ErrorKind::io, nowhere.write(*tx, largeBytes()).error().kind);
}

TEST(LargeDocumentFullDisk, LeavesNothingBehind)
{
    const test::TemporaryFolder folder;
    const auto key = StoreKey::random();
    const FixedClock clock{Date::of(2025, 1, 20)};
    const auto open = [&](std::int64_t firstId, bool create) {
        return std::make_unique<Desk>(folder.path() / "work.db", key.view(), clock, "anna", firstId, create);
    };
    open(1'000'000, true)->add(visit());
    const auto told = test::onSmallDisk(1'200'000, [&]() -> std::string {
        const auto desk = open(2'000'000, false);
        auto tx = must(desk->work->beginWrite());
        const auto stored = must(desk->encounters.load(*tx, "T-1"));
        const auto added = desk->documents.add(*tx, stored.patient, stored.encounter.row, largePdf());
        return added ? "stored" : std::string(added.error().id);
    });
    EXPECT_EQ("STORE-209", told);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path() / "documents"));
}

TEST(LargeDocumentKilled, BetweenFileAndRowLeavesAnOrphanThatGoes)
{
    const test::TemporaryFolder folder;
    const auto key = StoreKey::random();
    const FixedClock clock{Date::of(2025, 1, 20)};
    const auto open = [&](std::int64_t firstId, bool create) {
        return std::make_unique<Desk>(folder.path() / "work.db", key.view(), clock, "anna", firstId, create);
    };
    open(1'000'000, true)->add(visit());
    const auto end = test::inChild([&]() -> std::string {
        const auto desk = open(2'000'000, false);
        auto tx = must(desk->work->beginWrite());
        const auto stored = must(desk->encounters.load(*tx, "T-1"));
        must(desk->documents.add(*tx, stored.patient, stored.encounter.row, largePdf()));
        test::dieNow();
    });
    EXPECT_TRUE(end.wasKilled);
    const auto count = [&folder] {
        return std::distance(std::filesystem::directory_iterator(folder.path() / "documents"), {});
    };
    EXPECT_EQ(1, count());
    const auto desk = open(3'000'000, false);
    EXPECT_EQ("0", desk->ask("SELECT count(*) FROM document"));
    auto tx = must(desk->work->beginWrite());
    EXPECT_EQ(1, must(desk->files.removeOrphans(*tx)));
    must(tx->commit());
    tx.reset();
    EXPECT_EQ(0, count());
    const auto added = addLarge(*desk, largePdf());
    const auto reading = must(desk->work->beginRead());
    EXPECT_EQ(largeBytes(), must(desk->documents.bytes(*reading, added.version)));
}

}  // namespace
}  // namespace cw::store
