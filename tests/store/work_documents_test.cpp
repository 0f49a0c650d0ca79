#include "base/digest.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class Documents : public WorkTest {
protected:
    Documents()
    {
        const std::set<Role> coder = {Role::coder};
        anna.add(visit());
        auto tx = must(anna.work->beginWrite());
        reader = must(anna.users.add(*tx, "anna", coder)).id;
        ben = must(anna.users.add(*tx, "ben", coder)).id;
        must(tx->commit());
    }
    std::vector<DocumentInfo> chart(const std::string& encounterId = "T-1")
    {
        auto tx = must(anna.work->beginRead());
        return must(
            anna.documents.ofEncounter(*tx, must(anna.encounters.load(*tx, encounterId)).encounter.row, reader));
    }
    AddedDocument add(const NewDocument& document)
    {
        auto tx = must(anna.work->beginWrite());
        const auto stored = must(anna.encounters.load(*tx, "T-1"));
        const auto added = must(anna.documents.add(*tx, stored.patient, stored.encounter.row, document));
        must(tx->commit());
        return added;
    }
    Result<Rendition> rendition(DocumentVersionId version)
    {
        auto tx = must(anna.work->beginRead());
        return anna.documents.rendition(*tx, version);
    }
    Result<std::string> bytes(DocumentVersionId version)
    {
        auto tx = must(anna.work->beginRead());
        return anna.documents.bytes(*tx, version);
    }

    UserId reader;
    UserId ben;
};

TEST_F(Documents, KeepTheirBytesAndWhatIsKnownOfThem)
{
    const std::string content("%PDF-\0\xFF", 7);
    {
        auto tx = must(anna.work->beginWrite());
        const auto stored = must(anna.encounters.load(*tx, "T-1"));
        NewDocument document;
        document.type = DocumentType::labReport;
        document.format = DocumentFormat::pdf;
        document.title = "Lab";
        document.date = Date::of(2025, 1, 14);
        document.author = "Lab Inc.";
        document.sourceName = "lab.pdf";
        document.bytes = content;
        document.pages = 3;
        document.foreign = R"({"a":1})";
        document.status = "final";
        document.password = "swordfish";
        must(anna.documents.add(*tx, stored.patient, stored.encounter.row, document));
        must(tx->commit());
    }
    ASSERT_EQ(1U, chart().size());
    const auto info = chart().front();
    EXPECT_EQ(DocumentType::labReport, info.type);
    EXPECT_EQ(DocumentFormat::pdf, info.format);
    EXPECT_EQ("Lab", info.title);
    EXPECT_EQ(Date::of(2025, 1, 14), info.date);
    EXPECT_EQ("Lab Inc.", info.author);
    EXPECT_EQ("lab.pdf", info.sourceName);
    EXPECT_EQ(sha256Hex(content), info.digest);
    EXPECT_EQ(7, info.size);
    EXPECT_EQ(3, info.pages);
    EXPECT_EQ(R"({"a":1})", info.foreign);
    EXPECT_EQ("final", info.status);
    EXPECT_EQ(1, info.versionNumber);
    EXPECT_EQ(1, info.versionCount);
    EXPECT_FALSE(info.isArchived);
    EXPECT_TRUE(info.needsReading);
    EXPECT_EQ(m_clock.now(), info.addedAt);
    EXPECT_EQ(content, *bytes(info.version));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("swordfish", must(anna.documents.password(*tx, info.version)));
    EXPECT_EQ(Rendition{}, must(anna.documents.rendition(*tx, info.version)));
}

TEST_F(Documents, KeepTheirReadableTextAndItsLayout)
{
    NewDocument document;
    document.format = DocumentFormat::html;
    document.bytes = "<h1>Plan</h1><p>Rest.</p>";
    RenditionWriter writer;
    writer.heading(1, "Plan");
    writer.labelled("Advice", "Rest.");
    document.rendition = std::move(writer).finish();
    const auto version = add(document).version;
    EXPECT_EQ(document.rendition, must(rendition(version)));
    EXPECT_FALSE(chart().front().needsReading);
    must(anna.database().execute("UPDATE document_content SET plain_text = replace(plain_text, 'Rest', 'Work')"));
    EXPECT_EQ(ErrorKind::corrupt, rendition(version).error().kind);
}

TEST_F(Documents, InPlainTextAreLaidOutWithoutAStoredLayout)
{
    auto document = note("PLAN:\n\nRest.\n");
    document.rendition.blocks.clear();
    EXPECT_EQ(plainTextRendition(document.bytes), must(rendition(add(document).version)));
}

TEST_F(Documents, WithTheSameBytesAreStoredOnce)
{
    anna.addDocument("the same note");
    anna.addDocument("the same note");
    anna.addDocument("another note");
    EXPECT_EQ(2U, chart().size());
}

TEST_F(Documents, WithTheSameBytesAtAnotherEncounterAreStoredAgain)
{
    anna.addDocument("the same note");
    anna.add(visit("T-2", 100));
    {
        auto tx = must(anna.work->beginWrite());
        const auto stored = must(anna.encounters.load(*tx, "T-2"));
        const auto document = note("the same note");
        must(anna.documents.add(*tx, stored.patient, stored.encounter.row, document));
        must(tx->commit());
    }
    EXPECT_EQ(1U, chart("T-1").size());
    EXPECT_EQ(1U, chart("T-2").size());
}

TEST_F(Documents, OfThePatientStandInEveryChart)
{
    anna.add(visit("T-2", 100));
    {
        auto tx = must(anna.work->beginWrite());
        const auto document = note("history");
        must(anna.documents.add(*tx, must(anna.encounters.patientByMrn(*tx, patientMrn)), {}, document));
        must(tx->commit());
    }
    EXPECT_EQ(1U, chart("T-1").size());
    EXPECT_EQ(1U, chart("T-2").size());
}

TEST_F(Documents, AreUnreadUntilThePersonReadsThem)
{
    const auto version = anna.addDocument("note");
    EXPECT_TRUE(chart().front().unread);
    auto tx = must(anna.work->beginWrite());
    must(anna.documents.markRead(*tx, version, reader));
    must(anna.documents.markRead(*tx, version, reader));
    must(tx->commit());
    tx.reset();
    EXPECT_FALSE(chart().front().unread);
    std::swap(reader, ben);
    EXPECT_TRUE(chart().front().unread);
    std::swap(reader, ben);
    tx = must(anna.work->beginWrite());
    must(anna.documents.markUnread(*tx, version, reader));
    must(tx->commit());
    tx.reset();
    EXPECT_TRUE(chart().front().unread);
}

TEST_F(Documents, WhoseBytesWereAlteredAreCorrupt)
{
    const auto version = anna.addDocument("note");
    must(anna.database().execute("UPDATE document_content SET bytes = x'00'"));
    const auto read = bytes(version);
    ASSERT_FALSE(read);
    EXPECT_EQ(ErrorKind::corrupt, read.error().kind);
}

TEST_F(Documents, ThatAreNotThereAreNotFound)
{
    EXPECT_EQ(ErrorKind::notFound, bytes(DocumentVersionId{5}).error().kind);
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(ErrorKind::notFound, anna.documents.info(*tx, DocumentVersionId{5}, reader).error().kind);
}

}  // namespace
}  // namespace cw::store
