#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class DocumentMarks : public WorkTest {
protected:
    DocumentMarks()
    {
        row = anna.add(visit());
        other = anna.add(visit("T-2", 100));
        auto tx = must(anna.work->beginWrite());
        me = must(anna.users.add(*tx, "anna", {Role::coder})).id;
        ben = must(anna.users.add(*tx, "ben", {Role::coder})).id;
        patient = must(anna.encounters.patientByMrn(*tx, patientMrn));
        must(tx->commit());
    }
    AddedDocument add(const std::string& words, EncounterRowId owner = {}, const std::string& key = {})
    {
        auto tx = must(anna.work->beginWrite());
        auto document = note(words);
        document.title = words;
        document.sourceKey = key;
        const auto added = must(anna.documents.add(*tx, patient, owner, document));
        must(tx->commit());
        return added;
    }
    std::string tags(UserId reader)
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.ofEncounter(*tx, row, reader)).front().tags;
    }
    /// Titles of the places and notes, in order.
    std::string bookmarks(UserId reader)
    {
        auto tx = must(anna.work->beginRead());
        std::string all;
        for (const auto& mark : must(anna.documents.bookmarks(*tx, row, reader)))
            all += mark.documentTitle + ":" + mark.note + "/" + mark.author + " ";
        return all;
    }
    std::int64_t mark(DocumentVersionId version, std::int64_t begin, const std::string& words, UserId author,
                      bool isPrivate = false)
    {
        auto tx = must(anna.work->beginWrite());
        Bookmark bookmark;
        bookmark.span = {version, 0, begin, begin + 4, {1, 2, 3, 4}};
        bookmark.quote = "word";
        bookmark.note = words;
        bookmark.role = "coder";
        bookmark.isPrivate = isPrivate;
        const auto id = must(anna.documents.addBookmark(*tx, bookmark, author));
        must(tx->commit());
        return id;
    }
    void move(const std::string& encounterId, EncounterStatus status)
    {
        auto tx = must(anna.work->beginWrite());
        const auto stored = must(anna.encounters.load(*tx, encounterId));
        auto next = stored.workflow;
        next.status = status;
        must(anna.encounters.setWorkflow(*tx, stored.encounter.row, stored.workflow, next, "step", anna.actor));
        must(tx->commit());
    }
    std::size_t late(EncounterRowId encounter)
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.late(*tx, encounter)).size();
    }
    std::int64_t revision(EncounterRowId encounter)
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.revision(*tx, encounter));
    }

    EncounterRowId row;
    EncounterRowId other;
    UserId me;
    UserId ben;
    PatientId patient;
};

TEST_F(DocumentMarks, TagsArePutOnAndTakenAwayForOnePerson)
{
    const auto added = add("note", row);
    auto tx = must(anna.work->beginWrite());
    for (const char letter : {'R', 'A', 'Z', 'R'}) must(anna.documents.toggleTag(*tx, added.id, me, letter));
    for (const char letter : {'a', '1', ' ', '['})
        EXPECT_EQ(ErrorKind::invalidInput, anna.documents.toggleTag(*tx, added.id, me, letter).error().kind);
    must(tx->commit());
    tx.reset();
    EXPECT_EQ("AZ", tags(me));
    EXPECT_EQ("", tags(ben));
}

TEST_F(DocumentMarks, BookmarksStandInOrderAndPrivateOnesAreTheAuthors)
{
    const auto second = add("b", row);
    const auto first = add("a");
    mark(second.version, 0, "3", ben);
    mark(first.version, 9, "2", ben);
    mark(first.version, 3, "1", me, true);
    EXPECT_EQ("a:1/anna a:2/ben b:3/ben ", bookmarks(me));
    EXPECT_EQ("a:2/ben b:3/ben ", bookmarks(ben));
    auto tx = must(anna.work->beginRead());
    const auto all = must(anna.documents.bookmarks(*tx, row, me));
    EXPECT_EQ((Span{first.version, 0, 3, 7, {1, 2, 3, 4}}), all[0].span);
    EXPECT_EQ("word", all[0].quote);
    EXPECT_EQ("coder", all[0].role);
    EXPECT_EQ(m_clock.now(), all[0].madeAt);
    EXPECT_TRUE(all[0].isPrivate);
}

TEST_F(DocumentMarks, BookmarksAreTakenAwayByTheirAuthorAndOnlyVoided)
{
    const auto id = mark(add("a").version, 3, "1", me);
    auto tx = must(anna.work->beginWrite());
    EXPECT_EQ(ErrorKind::denied, anna.documents.removeBookmark(*tx, id, ben).error().kind);
    must(anna.documents.removeBookmark(*tx, id, me));
    EXPECT_EQ(ErrorKind::notFound, anna.documents.removeBookmark(*tx, id, me).error().kind);
    must(tx->commit());
    tx.reset();
    EXPECT_EQ("", bookmarks(me));
    EXPECT_EQ("anna", anna.ask("SELECT voided_by FROM bookmark"));
}

TEST_F(DocumentMarks, CodesOfSourcesAreKeptOnceAndOfCurrentVersionsOnly)
{
    SourceCode code{SourceCodeKind::diagnosis, "icd10cm", "E11.9", "Type 2 diabetes", "active", false,
                    Date::of(2025, 1, 3),      {4, 9}};
    SourceCode second = code;
    second.system = "snomed";
    second.code = "44054006";
    second.isNegated = true;
    second.date.reset();
    const auto document = add("problem list", row, "K");
    auto tx = must(anna.work->beginWrite());
    must(anna.documents.addCodes(*tx, patient, row, document.version, {code, second}));
    must(anna.documents.addCodes(*tx, patient, row, document.version, {code, second}));
    must(anna.documents.addCodes(*tx, patient, row, {}, {code}));
    must(anna.documents.addCodes(*tx, patient, other, {}, {second}));
    must(anna.documents.addCodes(*tx, patient, {}, {}, {second}));
    must(tx->commit());
    tx.reset();
    const auto codes = [&] {
        const auto reading = must(anna.work->beginRead());
        return must(anna.documents.codes(*reading, row));
    };
    ASSERT_EQ(4U, codes().size());
    EXPECT_FALSE(codes()[0].version.isValid());
    EXPECT_EQ(code, codes()[2].code);
    EXPECT_EQ(second, codes()[3].code);
    EXPECT_EQ(document.version, codes()[2].version);
    EXPECT_EQ("problem list", codes()[2].documentTitle);
    add("problem list, corrected", row, "K");
    EXPECT_EQ(2U, codes().size());
}

TEST_F(DocumentMarks, WhatComesBeforeCodingIsNotLate)
{
    add("note", row);
    EXPECT_EQ(0U, late(row));
}

TEST_F(DocumentMarks, WhatComesAfterCodingBeganIsLateUntilAcknowledged)
{
    add("note", row, "K");
    move("T-1", EncounterStatus::inCoding);
    const auto added = add("note, corrected", row, "K");
    ASSERT_EQ(1U, late(row));
    EXPECT_EQ(0U, late(other));
    auto tx = must(anna.work->beginWrite());
    EXPECT_EQ(added.version, must(anna.documents.late(*tx, row)).front());
    must(anna.documents.acknowledgeLate(*tx, row, "anna"));
    must(tx->commit());
    tx.reset();
    EXPECT_EQ(0U, late(row));
    EXPECT_EQ("anna", anna.ask("SELECT acknowledged_by FROM late_document"));
    add("note, corrected", row, "K");
    EXPECT_EQ(0U, late(row)) << "known bytes are not news";
}

TEST_F(DocumentMarks, OfAnExportedVisitAreLateWhenTheyAreItsOwn)
{
    move("T-1", EncounterStatus::exported);
    move("T-2", EncounterStatus::approved);
    add("pathology", row);
    EXPECT_EQ(1U, late(row));
    add("history");
    EXPECT_EQ(1U, late(row)) << "a document of the patient is late for visits that are worked on";
    EXPECT_EQ(1U, late(other));
}

TEST_F(DocumentMarks, RevisionGrowsWithEveryVersionOfTheChart)
{
    auto last = revision(row);
    const auto grows = [&] {
        const auto before = last;
        last = revision(row);
        return last > before;
    };
    add("note", row, "K");
    EXPECT_TRUE(grows());
    add("history");
    EXPECT_TRUE(grows());
    add("note, corrected", row, "K");
    EXPECT_TRUE(grows());
    add("note", row, "K");
    EXPECT_FALSE(grows()) << "known";
    add("elsewhere", other);
    EXPECT_FALSE(grows()) << "another chart";
}

}  // namespace
}  // namespace cw::store
