#include "base/digest.h"
#include "import/encounter_json.h"
#include "store/migrations.h"
#include "store/work/document_content.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

/// A work store as the program before charts left it (schema 2), with one encounter, a note, a PDF, proof and read marks.
class Upgrade : public testing::Test {
protected:
    Upgrade()
    {
        auto before = workMigrations();
        before.resize(2);
        const auto database = must(Database::open(file(), m_key.view(), Database::Mode::create));
        must(migrate(*database, file(), before, m_key.view()));
        must(database->execute("INSERT INTO account VALUES (1, 'anna', 'coder', 0, 0);"
                               "INSERT INTO patient (id, mrn, last_name, first_name, birth_date) VALUES "
                               "(10, 'MRN-1', 'Tarn', 'Ada', '1950-01-02'), (11, 'MRN-2', 'Holt', 'Ben', NULL);"));
        encounter(*database, 20, "V-1", 10, Sex::female);
        encounter(*database, 21, "V-2", 11, std::nullopt);
        document(*database, 30, 20, "lab_report", "Lab", "text", "PLAN:\n\nRest for Ada.\n", true);
        document(*database, 31, std::nullopt, "other", "Scan", "pdf", "%PDF-1.4 %%EOF", false);
        must(database->execute(
            "INSERT INTO document_read VALUES (130, 1, 5);"
            "INSERT INTO diagnosis (id, encounter, sequence, role, code, present_on_admission, foreign_members) "
            "VALUES (40, 20, 1, 'diagnosis', 'I10', '', '');"
            "INSERT INTO evidence (id, encounter, diagnosis, document_version, page, begin_at, end_at, quote, digest, "
            "document_title) VALUES (50, 20, 40, 130, 0, 7, 11, 'Rest', 'd', 'Lab');"));
    }
    static void encounter(Database& database, int id, const std::string& name, int patient, std::optional<Sex> sex)
    {
        auto content = visit(name);
        content.patient.sex = sex;
        auto insert = must(database.prepare(
            "INSERT INTO encounter (id, encounter_id, patient, setting, service_from, place_of_service, patient_name, "
            "payer_name, payer_id, claim_filing_code, charge_cents, header, status, created_at) VALUES "
            "(?, ?, ?, 'professional', '2025-01-15', '11', 'name', '', '', '', 0, ?, 'new', 7)"));
        must(insert.bind(id).bind(name).bind(patient).bind(writeEncounterHeader(content)).run());
    }
    static void document(Database& database, int id, std::optional<std::int64_t> encounter, const char* type,
                         const char* title, const char* format, const std::string& bytes, bool hasText)
    {
        auto insert = must(database.prepare("INSERT INTO document VALUES (?, 10, ?, ?, ?, '2025-01-14', 'Lab Inc.', "
                                            "'lab.txt', '{\"a\":1}')"));
        must(insert.bind(id).bind(encounter).bind(type).bind(title).run());
        auto version = must(database.prepare("INSERT INTO document_version VALUES (?, ?, 1, ?, ?, ?, 1, ?, ?, 99)"));
        version.bind(id + 100).bind(id).bind(format).bind(sha256Hex(bytes));
        version.bind(static_cast<std::int64_t>(bytes.size())).bindBlob(bytes);
        must(version.bind(hasText ? bytes : std::string()).run());
    }
    std::filesystem::path file() const { return m_folder.path() / "work.db"; }
    std::unique_ptr<Desk> open() const
    {
        return std::make_unique<Desk>(file(), m_key.view(), m_clock, "anna", 1'000'000, false);
    }
    static std::vector<DocumentInfo> chart(Desk& desk)
    {
        auto tx = must(desk.work->beginRead());
        return must(desk.documents.ofEncounter(*tx, EncounterRowId{20}, UserId{1}));
    }

    test::TemporaryFolder m_folder;
    StoreKey m_key = StoreKey::random();
    FixedClock m_clock{Date::of(2025, 1, 20)};
};

TEST_F(Upgrade, KeepsDocumentsWithTheirFactsBytesAndMarks)
{
    const auto desk = open();
    const auto documents = chart(*desk);
    ASSERT_EQ(2U, documents.size());
    const auto& lab = documents[0];
    EXPECT_EQ(DocumentId{30}, lab.id);
    EXPECT_EQ(DocumentVersionId{130}, lab.version);
    EXPECT_EQ("Lab", lab.title);
    EXPECT_EQ(DocumentType::labReport, lab.type);
    EXPECT_EQ(Date::of(2025, 1, 14), lab.date);
    EXPECT_EQ("Lab Inc.", lab.author);
    EXPECT_EQ("lab.txt", lab.sourceName);
    EXPECT_EQ(R"({"a":1})", lab.foreign);
    EXPECT_EQ(Instant{99}, lab.addedAt);
    EXPECT_FALSE(lab.unread);
    EXPECT_FALSE(lab.isArchived);
    EXPECT_FALSE(lab.needsReading);
    EXPECT_TRUE(documents[1].unread);
    EXPECT_TRUE(documents[1].needsReading);
    auto tx = must(desk->work->beginRead());
    EXPECT_EQ("%PDF-1.4 %%EOF", must(desk->documents.bytes(*tx, DocumentVersionId{131})));
    EXPECT_EQ(plainTextRendition("PLAN:\n\nRest for Ada.\n"),
              must(desk->documents.rendition(*tx, DocumentVersionId{130})));
    EXPECT_TRUE(must(documentFaults(*tx, desk->documents, desk->unmatched)).empty());
    EXPECT_EQ(1U, must(desk->documents.waitingForText(*tx, false, 9)).size());
}

TEST_F(Upgrade, NoticesTextThatWasAltered)
{
    const auto desk = open();
    must(desk->database().execute("UPDATE document_content SET plain_text = 'other words' WHERE version = 130"));
    auto tx = must(desk->work->beginRead());
    EXPECT_EQ(ErrorKind::corrupt, desk->documents.rendition(*tx, DocumentVersionId{130}).error().kind);
}

TEST_F(Upgrade, KeepsProof)
{
    const auto desk = open();
    const auto proof = desk->load("V-1").encounter.diagnoses.at(0).evidence.at(0);
    EXPECT_EQ((Span{DocumentVersionId{130}, 0, 7, 11, {}}), proof.span);
    EXPECT_EQ("Rest", proof.quote);
    EXPECT_FALSE(proof.isRecognised);
}

TEST_F(Upgrade, GivesPatientsTheirNumberAndSex)
{
    const auto desk = open();
    auto tx = must(desk->work->beginRead());
    const auto first = must(desk->patients.byNumber(*tx, {"", "MRN-1"}));
    ASSERT_TRUE(first);
    EXPECT_EQ(PatientId{10}, first->id);
    EXPECT_EQ(Sex::female, first->person.sex);
    EXPECT_FALSE(must(desk->patients.byNumber(*tx, {"", "MRN-2"}))->person.sex);
}

TEST_F(Upgrade, LeavesASoundStoreOfTheNewestSchemaAndACopy)
{
    const auto desk = open();
    EXPECT_EQ(std::to_string(workMigrations().back().number), desk->ask("PRAGMA user_version"));
    EXPECT_EQ("ok", desk->ask("PRAGMA integrity_check"));
    EXPECT_EQ("", desk->ask("PRAGMA foreign_key_check"));
    EXPECT_TRUE(std::filesystem::exists(file().string() + ".v2.bak"));
    const auto fresh = must(WorkDatabase::open(m_folder.path() / "fresh.db", m_key.view(), true));
    const auto schema = [](Database& database) {
        auto select = must(database.prepare("SELECT type, name, sql FROM sqlite_master ORDER BY type, name"));
        std::string all;
        while (must(select.step())) all += select.text(0) + " " + select.text(1) + " " + select.text(2) + "\n";
        return all;
    };
    EXPECT_EQ(schema(fresh->database()), schema(desk->database()));
}

TEST_F(Upgrade, LetsOldDocumentsBeSuperseded)
{
    const auto desk = open();
    auto tx = must(desk->work->beginWrite());
    const auto added = must(desk->documents.replace(*tx, DocumentId{30}, note("Rest for Ada, corrected.")));
    EXPECT_EQ(AddedDocument::What::newVersion, added.what);
    must(tx->commit());
    tx.reset();
    EXPECT_EQ(added.version, chart(*desk)[1].version);
}

}  // namespace
}  // namespace cw::store
