#include "base/digest.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

class Unmatched : public WorkTest {
protected:
    Unmatched()
    {
        anna.add(visit());
        auto tx = must(anna.work->beginRead());
        patient = must(anna.encounters.patientByMrn(*tx, patientMrn));
    }
    std::int64_t add(const std::string& bytes)
    {
        auto tx = must(anna.work->beginWrite());
        UnmatchedItem item;
        item.sourceName = "adt.hl7";
        item.record = "message 3";
        item.kind = "admission";
        item.reason = UnmatchedReason::differs;
        item.detail = "birth date";
        item.patientLabel = "Quenneville, O.";
        item.title = "ADT^A01";
        item.format = DocumentFormat::hl7;
        item.candidate = patient;
        const auto id = must(anna.unmatched.add(*tx, item, bytes));
        must(tx->commit());
        return id;
    }
    std::vector<UnmatchedItem> list(bool all = false)
    {
        auto tx = must(anna.work->beginRead());
        const auto items = must(anna.unmatched.list(*tx, all));
        if (!all) {
            EXPECT_EQ(static_cast<int>(items.size()), must(anna.unmatched.countWaiting(*tx)));
        }
        return items;
    }
    Status settle(std::int64_t id, UnmatchedState state)
    {
        auto tx = must(anna.work->beginWrite());
        auto done = anna.unmatched.settle(*tx, id, state, "anna", "to T-1");
        if (done) must(tx->commit());
        return done;
    }

    PatientId patient;
};

TEST_F(Unmatched, RecordsKeepWhatIsKnownOfThem)
{
    const auto id = add("MSH|^~\\&|");
    ASSERT_EQ(1U, list().size());
    const auto item = list().front();
    EXPECT_EQ(id, item.id);
    EXPECT_EQ(m_clock.now(), item.arrivedAt);
    EXPECT_EQ("adt.hl7", item.sourceName);
    EXPECT_EQ("message 3", item.record);
    EXPECT_EQ("admission", item.kind);
    EXPECT_EQ(UnmatchedReason::differs, item.reason);
    EXPECT_EQ("birth date", item.detail);
    EXPECT_EQ("Quenneville, O.", item.patientLabel);
    EXPECT_EQ("ADT^A01", item.title);
    EXPECT_EQ(DocumentFormat::hl7, item.format);
    EXPECT_EQ(sha256Hex("MSH|^~\\&|"), item.digest);
    EXPECT_EQ(9, item.size);
    EXPECT_EQ(patient, item.candidate);
    EXPECT_EQ(UnmatchedState::waiting, item.state);
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("MSH|^~\\&|", must(anna.unmatched.bytes(*tx, id)));
}

TEST_F(Unmatched, SameBytesWaitOnceAndMayComeAgainAfterwards)
{
    const auto id = add("one");
    EXPECT_EQ(id, add("one"));
    must(settle(id, UnmatchedState::discarded));
    const auto again = add("one");
    EXPECT_NE(id, again);
    EXPECT_EQ(1U, list().size());
    EXPECT_EQ(2U, list(true).size());
}

TEST_F(Unmatched, AreListedOldestFirst)
{
    const auto first = add("one");
    m_clock.set(Date::of(2025, 1, 21), 60);
    const auto second = add("two");
    EXPECT_EQ(first, list()[0].id);
    EXPECT_EQ(second, list()[1].id);
}

TEST_F(Unmatched, AreSettledOnce)
{
    const auto id = add("one");
    must(settle(id, UnmatchedState::resolved));
    EXPECT_EQ(ErrorKind::conflict, settle(id, UnmatchedState::discarded).error().kind);
    EXPECT_EQ(ErrorKind::notFound, settle(5, UnmatchedState::discarded).error().kind);
    EXPECT_TRUE(list().empty());
    const auto item = list(true).front();
    EXPECT_EQ(UnmatchedState::resolved, item.state);
    EXPECT_EQ("anna", item.settledBy);
    EXPECT_EQ(m_clock.now(), item.settledAt);
    EXPECT_EQ("to T-1", item.note);
}

TEST_F(Unmatched, ReasonMayChangeWhileTheyWait)
{
    const auto id = add("one");
    auto tx = must(anna.work->beginWrite());
    must(anna.unmatched.changeReason(*tx, id, UnmatchedReason::unknownPatient, "", {}));
    EXPECT_EQ(UnmatchedReason::unknownPatient, must(anna.unmatched.find(*tx, id)).reason);
    EXPECT_FALSE(must(anna.unmatched.find(*tx, id)).candidate.isValid());
    EXPECT_EQ(ErrorKind::notFound, anna.unmatched.changeReason(*tx, 5, UnmatchedReason::differs, "", {}).error().kind);
}

TEST_F(Unmatched, WhoseBytesWereAlteredAreCorrupt)
{
    const auto id = add("one");
    must(anna.database().execute("UPDATE unmatched_content SET bytes = x'00'"));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ(ErrorKind::corrupt, anna.unmatched.bytes(*tx, id).error().kind);
    EXPECT_EQ(ErrorKind::notFound, anna.unmatched.bytes(*tx, 5).error().kind);
    EXPECT_EQ(ErrorKind::notFound, anna.unmatched.find(*tx, 5).error().kind);
}

class ChartLocks : public WorkTest {
protected:
    ChartLocks() { row = anna.add(visit()); }
    ChartLock acquire(const std::string& account, const std::string& session)
    {
        auto tx = must(anna.work->beginWrite());
        ChartLock wanted;
        wanted.account = account;
        wanted.roles = "coder";
        wanted.session = session;
        const auto holder = must(anna.locks.acquire(*tx, row, wanted));
        must(tx->commit());
        return holder;
    }
    std::string holder()
    {
        auto tx = must(anna.work->beginRead());
        const auto lock = must(anna.locks.holder(*tx, row, m_clock.now()));
        return lock ? lock->account + "/" + lock->session : "nobody";
    }

    EncounterRowId row;
};

TEST_F(ChartLocks, AreHeldByOneSession)
{
    EXPECT_EQ("nobody", holder());
    EXPECT_EQ("s1", acquire("anna", "s1").session);
    EXPECT_EQ("s1", acquire("ben", "s2").session);
    EXPECT_EQ("s1", acquire("anna", "s3").session) << "another window of the same person";
    EXPECT_EQ("anna/s1", holder());
}

TEST_F(ChartLocks, AreGivenBackByTheirHolderOnly)
{
    acquire("anna", "s1");
    auto tx = must(anna.work->beginWrite());
    must(anna.locks.release(*tx, row, "s2"));
    EXPECT_TRUE(must(anna.locks.holder(*tx, row, m_clock.now())));
    must(anna.locks.release(*tx, row, "s1"));
    must(anna.locks.release(*tx, row, "s1"));
    must(tx->commit());
    tx.reset();
    EXPECT_EQ("ben", acquire("ben", "s2").account);
}

TEST_F(ChartLocks, OfAKilledProgramAreFreeAfterThreeMinutes)
{
    const auto day = Date::of(2025, 1, 20);
    m_clock.set(day, 600);
    const auto since = acquire("anna", "s1").since;
    m_clock.set(day, 603);
    EXPECT_EQ("anna/s1", holder());
    EXPECT_EQ(since, acquire("anna", "s1").since) << "renewed";
    m_clock.set(day, 606);
    EXPECT_EQ("s1", acquire("ben", "s2").session);
    m_clock.set(day, 607);
    EXPECT_EQ("nobody", holder());
    EXPECT_EQ("s2", acquire("ben", "s2").session);
    EXPECT_EQ(m_clock.now(), acquire("ben", "s2").since);
    EXPECT_EQ("s2", acquire("anna", "s1").session);
}

}  // namespace
}  // namespace cw::store
