#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

using What = AddedDocument::What;

/// Versions under a source key.
NewDocument version(const std::string& key, const std::string& number, const std::string& words)
{
    auto document = note(words);
    document.sourceKey = key;
    document.sourceVersion = number;
    document.title = "Report " + number;
    return document;
}

class DocumentVersions : public WorkTest {
protected:
    DocumentVersions()
    {
        const std::set<Role> coder = {Role::coder};
        first = anna.add(visit());
        anna.add(visit("T-2", 100));
        auto tx = must(anna.work->beginWrite());
        reader = must(anna.users.add(*tx, "anna", coder)).id;
        patient = must(anna.encounters.patientByMrn(*tx, patientMrn));
        must(tx->commit());
    }
    AddedDocument add(const NewDocument& document, bool toPatient = false)
    {
        auto tx = must(anna.work->beginWrite());
        const auto added = must(anna.documents.add(*tx, patient, toPatient ? EncounterRowId{} : first, document));
        must(tx->commit());
        return added;
    }
    std::vector<DocumentInfo> chart()
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.ofEncounter(*tx, first, reader));
    }
    /// "Report 2 current, Report 1 archived"
    std::string versions(DocumentId document)
    {
        auto tx = must(anna.work->beginRead());
        std::string all;
        for (const auto& info : must(anna.documents.versions(*tx, document, reader)))
            all += (all.empty() ? "" : ", ") + info.title + (info.isArchived ? " archived" : " current");
        return all;
    }

    EncounterRowId first;
    PatientId patient;
    UserId reader;
};

TEST_F(DocumentVersions, NewVersionSupersedesAndTheOldOneStays)
{
    const auto old = add(version("K", "1", "no fever"));
    auto tx = must(anna.work->beginWrite());
    must(anna.documents.markRead(*tx, old.version, reader));
    must(tx->commit());
    tx.reset();
    const auto added = add(version("K", "2", "no fever; corrected"));
    EXPECT_EQ(What::newVersion, added.what);
    EXPECT_EQ(old.id, added.id);
    ASSERT_EQ(1U, chart().size());
    const auto info = chart().front();
    EXPECT_EQ(added.version, info.version);
    EXPECT_EQ(2, info.versionNumber);
    EXPECT_EQ(2, info.versionCount);
    EXPECT_EQ("Report 2", info.title);
    EXPECT_TRUE(info.unread);
    EXPECT_EQ("Report 2 current, Report 1 archived", versions(old.id));
    tx.reset();
    const auto reading = must(anna.work->beginRead());
    EXPECT_EQ("no fever", must(anna.documents.bytes(*reading, old.version)));
    EXPECT_TRUE(must(anna.documents.info(*reading, old.version, reader)).isArchived);
    EXPECT_FALSE(must(anna.documents.info(*reading, old.version, reader)).unread);
}

TEST_F(DocumentVersions, SameBytesAreKnownEvenWhenTheyWereSuperseded)
{
    const auto old = add(version("K", "1", "no fever"));
    add(version("K", "2", "corrected"));
    const auto again = add(version("K", "1", "no fever"));
    EXPECT_EQ(What::known, again.what);
    EXPECT_EQ(old.version, again.version);
    EXPECT_EQ("Report 2 current, Report 1 archived", versions(old.id));
}

TEST_F(DocumentVersions, SameBytesUnderTheSameKeyAreKnownAtAnotherOwnerToo)
{
    const auto old = add(version("K", "1", "no fever"));
    const auto again = add(version("K", "1", "no fever"), true);
    EXPECT_EQ(What::known, again.what);
    EXPECT_EQ(old.version, again.version);
    EXPECT_EQ(What::added, add(note("no fever"), true).what);
}

TEST_F(DocumentVersions, OfAnotherPatientWithTheSameKeyAreApart)
{
    add(version("K", "1", "no fever"));
    auto other = visit("T-9", 900);
    other.patient.mrn = "MRN-2";
    const auto row = anna.add(other);
    auto tx = must(anna.work->beginWrite());
    const auto stranger = must(anna.encounters.patientByMrn(*tx, "MRN-2"));
    EXPECT_EQ(What::added, must(anna.documents.add(*tx, stranger, row, version("K", "2", "fever"))).what);
}

struct OrderCase {
    const char* there;
    const char* coming;
    What what;
};
class DocumentVersionOrder : public DocumentVersions, public testing::WithParamInterface<OrderCase> {};

TEST_P(DocumentVersionOrder, DecidesWhatIsCurrent)
{
    const auto old = add(version("K", GetParam().there, "what was there"));
    const auto added = add(version("K", GetParam().coming, "what came"));
    EXPECT_EQ(GetParam().what, added.what);
    EXPECT_EQ(old.id, added.id);
    const bool isNewer = GetParam().what == What::newVersion;
    EXPECT_EQ(isNewer ? added.version : old.version, chart().front().version);
    EXPECT_EQ("1", anna.ask("SELECT count(*) FROM document_version WHERE archived_at IS NULL"));
}

INSTANTIATE_TEST_SUITE_P(All, DocumentVersionOrder,
                         testing::Values(OrderCase{"9", "10", What::newVersion},
                                         OrderCase{"10", "9", What::olderVersion},
                                         OrderCase{"0010", "9", What::olderVersion},
                                         OrderCase{"2", "2", What::newVersion},
                                         OrderCase{"20250115103000", "20250115102959", What::olderVersion},
                                         OrderCase{"b", "a", What::olderVersion}, OrderCase{"a", "b", What::newVersion},
                                         OrderCase{"", "1", What::newVersion}, OrderCase{"5", "", What::newVersion}));

TEST_F(DocumentVersions, ThatReplaceAnotherKeySupersedeIt)
{
    const auto old = add(version("K1", "1", "first report"));
    auto addendum = version("K2", "1", "report with addendum");
    addendum.replacesKey = "K1";
    const auto added = add(addendum);
    EXPECT_EQ(What::newVersion, added.what);
    EXPECT_EQ(old.id, added.id);
    // Both keys name it now.
    EXPECT_EQ(What::newVersion, add(version("K2", "2", "report with two addenda")).what);
    EXPECT_EQ(What::olderVersion, add(version("K1", "2", "first report, late correction")).what);
    EXPECT_EQ("Report 2", chart().front().title);
    EXPECT_EQ(4, chart().front().versionCount);
    EXPECT_EQ(1U, chart().size());
}

TEST_F(DocumentVersions, ThatReplaceWhatComesLaterAreNewer)
{
    auto replacing = version("K2", "1", "corrected");
    replacing.replacesKey = "K1";
    const auto current = add(replacing);
    const auto late = add(version("K1", "7", "what it corrects"));
    EXPECT_EQ(What::olderVersion, late.what);
    EXPECT_EQ(current.id, late.id);
    EXPECT_EQ(current.version, chart().front().version);
    EXPECT_EQ("Report 1 current, Report 7 archived", versions(current.id));
}

TEST_F(DocumentVersions, ByAPersonsWordSupersedeWithoutAKey)
{
    const auto old = add(note("first scan"));
    auto tx = must(anna.work->beginWrite());
    const auto added = must(anna.documents.replace(*tx, old.id, note("better scan")));
    EXPECT_EQ(What::newVersion, added.what);
    EXPECT_EQ(What::known, must(anna.documents.replace(*tx, old.id, note("first scan"))).what);
    EXPECT_EQ(ErrorKind::notFound, anna.documents.replace(*tx, DocumentId{5}, note("x")).error().kind);
    must(tx->commit());
    tx.reset();
    ASSERT_EQ(1U, chart().size());
    EXPECT_EQ(added.version, chart().front().version);
}

TEST_F(DocumentVersions, SupersededByAPersonGoOnUnderTheirKey)
{
    const auto old = add(version("K", "1", "first"));
    auto tx = must(anna.work->beginWrite());
    must(anna.documents.replace(*tx, old.id, note("by hand")));
    must(tx->commit());
    tx.reset();
    EXPECT_EQ(What::newVersion, add(version("K", "2", "second")).what);
    EXPECT_EQ(1U, chart().size());
}

TEST_F(DocumentVersions, KeepProofAndBookmarksOnTheOldOne)
{
    const auto old = add(version("K", "1", "no fever"));
    const auto stored = anna.load();
    auto after = stored.encounter;
    Evidence proof;
    proof.id = EvidenceId{77};
    proof.span = {old.version, 0, 3, 8, {10, 20, 30, 40}};
    proof.quote = "fever";
    proof.isRecognised = true;
    after.diagnoses[0].evidence = {proof};
    must(anna.save(stored, after));
    auto tx = must(anna.work->beginWrite());
    Bookmark mark;
    mark.span = proof.span;
    must(anna.documents.addBookmark(*tx, mark, reader));
    must(tx->commit());
    tx.reset();
    add(version("K", "2", "corrected"));
    EXPECT_EQ(proof, anna.load().encounter.diagnoses[0].evidence.at(0));
    const auto reading = must(anna.work->beginRead());
    const auto marks = must(anna.documents.bookmarks(*reading, first, reader));
    ASSERT_EQ(1U, marks.size());
    EXPECT_TRUE(marks[0].isArchived);
    EXPECT_EQ(old.version, marks[0].span.version);
}

TEST_F(DocumentVersions, FromTwoDesksAtOnceLeaveOneCurrent)
{
    const auto ben = another("ben", 2'000'000);
    const auto old = add(version("K", "1", "first"));
    add(version("K", "3", "third"));
    auto tx = must(ben->work->beginWrite());
    EXPECT_EQ(What::olderVersion, must(ben->documents.add(*tx, patient, first, version("K", "2", "second"))).what);
    must(tx->commit());
    tx.reset();
    EXPECT_EQ("Report 3 current, Report 2 archived, Report 1 archived", versions(old.id));
}

// Some systems give the same setId and number to every C-CDA they make.
TEST_F(DocumentVersions, NamesakesOfACcdaStandSideBySide)
{
    auto visit = version("1.2.3^1", "1", "visit summary");
    visit.format = DocumentFormat::ccda;
    auto other = version("1.2.3^1", "1", "export summary");
    other.format = DocumentFormat::ccda;
    auto corrected = version("1.2.3^1", "2", "visit summary, corrected");
    corrected.format = DocumentFormat::ccda;
    EXPECT_EQ(What::added, add(visit).what);
    EXPECT_EQ(What::added, add(other).what);
    EXPECT_EQ(2U, chart().size());
    EXPECT_EQ(What::newVersion, add(corrected).what);
}

}  // namespace
}  // namespace cw::store
