#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class Merges : public WorkTest {
protected:
    Merges()
    {
        row = anna.add(visit());
        auto other = visit("T-2", 100);
        other.patient.mrn = "OLD-1";
        other.patient.firstName = "O.";
        oldRow = anna.add(other);
        auto tx = must(anna.work->beginWrite());
        into = must(anna.encounters.patientByMrn(*tx, patientMrn));
        from = must(anna.encounters.patientByMrn(*tx, "OLD-1"));
        must(anna.patients.addNumber(*tx, from, {"STATE", "9"}));
        must(anna.documents.add(*tx, from, oldRow, note("of the visit")));
        must(anna.documents.add(*tx, from, {}, note("of the patient")));
        must(anna.documents.addCodes(*tx, from, oldRow, {}, {SourceCode{}}));
        UnmatchedItem item;
        item.candidate = from;
        unmatched = must(anna.unmatched.add(*tx, item, "message"));
        must(tx->commit());
    }
    Result<std::int64_t> merge(PatientId one, PatientId two)
    {
        auto tx = must(anna.work->beginWrite());
        auto merged = anna.patients.merge(*tx, one, two, anna.actor);
        if (merged) must(tx->commit());
        return merged;
    }
    Status undo(std::int64_t id)
    {
        auto tx = must(anna.work->beginWrite());
        auto undone = anna.patients.undoMerge(*tx, id, anna.actor);
        if (undone) must(tx->commit());
        return undone;
    }
    std::size_t chart(EncounterRowId encounter)
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.ofEncounter(*tx, encounter, {})).size();
    }
    std::size_t documents(PatientId patient)
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.documents.ofPatient(*tx, patient, {})).size();
    }
    PatientId byNumber(const std::string& authority, const std::string& value)
    {
        auto tx = must(anna.work->beginRead());
        const auto found = must(anna.patients.byNumber(*tx, {authority, value}));
        return found ? found->id : PatientId{};
    }
    PatientId byMrn(const std::string& mrn)
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.encounters.patientByMrn(*tx, mrn));
    }

    EncounterRowId row;
    EncounterRowId oldRow;
    PatientId into;
    PatientId from;
    std::int64_t unmatched = 0;
};

TEST_F(Merges, MoveEverythingAndAreFollowed)
{
    const auto before = anna.load("T-2").encounter;
    must(merge(from, into));
    EXPECT_EQ(into, anna.load("T-2").patient);
    EXPECT_EQ(before, anna.load("T-2").encounter) << "the copies on encounters stay";
    EXPECT_EQ(1U, chart(row)) << "the document without encounter";
    EXPECT_EQ(2U, documents(into));
    EXPECT_EQ(2U, documents(from));
    for (const auto& [authority, value] : {std::pair("", "OLD-1"), std::pair("STATE", "9")})
        EXPECT_EQ(into, byNumber(authority, value));
    EXPECT_EQ(into, byMrn("OLD-1"));
    auto tx = must(anna.work->beginRead());
    const auto old = must(anna.patients.find(*tx, from));
    EXPECT_EQ(into, old.mergedInto);
    EXPECT_TRUE(old.numbers.empty());
    EXPECT_EQ(into, must(anna.unmatched.find(*tx, unmatched)).candidate);
    EXPECT_EQ(1U, must(anna.patients.search(*tx, "quenneville", 10)).size());
    ASSERT_EQ(1U, must(anna.patients.byValue(*tx, "OLD-1")).size());
    EXPECT_EQ(into, must(anna.patients.byValue(*tx, "OLD-1")).front().id);
}

TEST_F(Merges, TakeWhatComesUnderTheOldNumberToo)
{
    must(merge(from, into));
    auto later = visit("T-3", 200);
    later.patient.mrn = "OLD-1";
    anna.add(later);
    EXPECT_EQ(into, anna.load("T-3").patient);
    auto tx = must(anna.work->beginWrite());
    must(anna.documents.add(*tx, from, {}, note("came for the old record")));
    must(anna.patients.addNumber(*tx, from, {"STATE", "10"}));
    must(tx->commit());
    tx.reset();
    EXPECT_EQ(3U, documents(into));
    EXPECT_EQ(into, byNumber("STATE", "10"));
}

TEST_F(Merges, AreUndoneWithWhatWasMovedAndIsStillThere)
{
    const auto id = must(merge(from, into));
    {
        auto tx = must(anna.work->beginWrite());
        must(anna.documents.add(*tx, from, {}, note("came after the merge")));
        must(tx->commit());
    }
    must(undo(id));
    EXPECT_EQ(from, anna.load("T-2").patient);
    EXPECT_EQ(2U, documents(from));
    EXPECT_EQ(1U, documents(into)) << "what came after the merge stays where it came to";
    EXPECT_EQ(from, byMrn("OLD-1"));
    EXPECT_EQ(from, byNumber("STATE", "9"));
    EXPECT_EQ(into, byMrn(patientMrn));
    EXPECT_EQ("0", anna.ask("SELECT count(*) FROM patient WHERE merged_into IS NOT NULL"));
    EXPECT_EQ(ErrorKind::conflict, undo(id).error().kind);
    EXPECT_EQ(ErrorKind::notFound, undo(5).error().kind);
    EXPECT_TRUE(merge(from, into)) << "and may be made again";
}

TEST_F(Merges, OfOneThatIsMergedAlreadyAreRefused)
{
    auto third = visit("T-3", 200);
    third.patient.mrn = "OLD-2";
    anna.add(third);
    const auto other = byMrn("OLD-2");
    EXPECT_EQ(ErrorKind::conflict, merge(from, from).error().kind);
    EXPECT_EQ(ErrorKind::notFound, merge(from, PatientId{5}).error().kind);
    must(merge(from, into));
    EXPECT_EQ(ErrorKind::conflict, merge(from, other).error().kind);
    EXPECT_EQ(ErrorKind::conflict, merge(other, from).error().kind);
}

TEST_F(Merges, InAChainAreFollowedToTheEndAndUndoneFromTheEnd)
{
    auto third = visit("T-3", 200);
    third.patient.mrn = "NEW-1";
    anna.add(third);
    const auto last = byMrn("NEW-1");
    const auto first = must(merge(from, into));
    const auto second = must(merge(into, last));
    EXPECT_EQ(last, byMrn("OLD-1"));
    EXPECT_EQ(last, byNumber("STATE", "9"));
    EXPECT_EQ(2U, documents(from));
    EXPECT_EQ(ErrorKind::conflict, undo(first).error().kind);
    must(undo(second));
    must(undo(first));
    EXPECT_EQ(from, byMrn("OLD-1"));
    EXPECT_EQ(from, anna.load("T-2").patient);
}

TEST_F(Merges, AreListedAndAudited)
{
    const auto id = must(merge(from, into));
    const auto ofEncounter = anna.trail({.encounter = "T-2"});
    EXPECT_EQ("patient.merge", ofEncounter.back().event.action);
    for (const auto& entry : anna.trail()) EXPECT_EQ(std::string::npos, entry.event.detail.find("OLD-1"));
    must(undo(id));
    auto tx = must(anna.work->beginRead());
    const auto all = must(anna.patients.merges(*tx));
    ASSERT_EQ(1U, all.size());
    EXPECT_EQ(from, all[0].from);
    EXPECT_EQ(into, all[0].into);
    EXPECT_EQ("Quenneville, O. · OLD-1", all[0].fromLabel);
    EXPECT_EQ("Quenneville, Odile · MRN-88121", all[0].intoLabel);
    EXPECT_EQ(1, all[0].encounters);
    EXPECT_EQ(2, all[0].documents);
    EXPECT_EQ("anna", all[0].by);
    EXPECT_TRUE(all[0].isUndone);
    tx.reset();
    EXPECT_TRUE(anna.verify().isWhole);
}

}  // namespace
}  // namespace cw::store
