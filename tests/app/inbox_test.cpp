#include "tests/app/intake_fixture.h"

namespace cw::test {
namespace {

class InboxTest : public IntakeTest {
protected:
    std::int64_t oneWaiting() { return waiting().at(0).id; }
    app::Inbox inbox() { return app::Inbox(*office); }
    PatientId odile()
    {
        auto tx = must(office->work().beginRead());
        return must(office->encounters().load(*tx, "T-1")).patient;
    }
};

TEST_F(InboxTest, OpensARecordWithItsDocumentsAndWhoItMayBe)
{
    bring("labs.hl7", hl7Result({.authority = "OAK"}, "T-2"));
    const auto opened = must(inbox().open(oneWaiting()));
    EXPECT_EQ("Quenneville", opened.patient.person.lastName);
    ASSERT_EQ(1U, opened.documents.size());
    EXPECT_NE(std::string::npos, opened.documents[0].document.rendition.text.find("131"));
    ASSERT_EQ(1U, opened.candidates.size());
    EXPECT_EQ(odile(), opened.candidates[0].id);
    ASSERT_EQ(2U, opened.encounters.size());
    EXPECT_EQ("T-2", opened.encounters[0].encounterId);
    EXPECT_EQ("unmatched.open", ask(*office, "SELECT action FROM audit ORDER BY sequence DESC LIMIT 1"));
    EXPECT_NE(std::string::npos, opened.item.patientLabel.find("Quenneville, Odile · born 1961-04-02 · female"));
}

TEST_F(InboxTest, FindsCandidatesByNameWhenTheNumberIsUnknown)
{
    bring("labs.hl7", hl7Result({.number = "5", .family = "QUENNEVILLE"}, ""));
    EXPECT_EQ(1U, must(inbox().open(oneWaiting())).candidates.size());
}

TEST_F(InboxTest, AttachesToAnEncounter)
{
    bring("labs.hl7", hl7Result({.number = "5"}, ""));
    const auto id = oneWaiting();
    EXPECT_EQ(1, must(inbox().resolve(id, {.encounterId = "T-2"})).documents);
    EXPECT_EQ(1U, chart("T-2").size());
    EXPECT_TRUE(chart("T-1").empty());
    EXPECT_TRUE(waiting().empty());
    const auto all = must(inbox().list(true));
    ASSERT_EQ(1U, all.size());
    EXPECT_EQ(UnmatchedState::resolved, all[0].state);
    EXPECT_EQ("office", all[0].settledBy);
    EXPECT_EQ("T-2", all[0].note);
    EXPECT_EQ(ErrorKind::conflict, inbox().resolve(id, {.encounterId = "T-1"}).error().kind);
    EXPECT_EQ(ErrorKind::conflict, inbox().discard(id, "again").error().kind);
    EXPECT_EQ("1", count(*office, "document"));
}

TEST_F(InboxTest, AttachesToAPatient)
{
    bring("note.txt", "Knee pain.\n");
    must(inbox().resolve(oneWaiting(), {.patient = odile()}));
    EXPECT_EQ(1U, chart("T-1").size());
    EXPECT_EQ(1U, chart("T-2").size());
}

TEST_F(InboxTest, TakesExactlyOneOwner)
{
    bring("note.txt", "Knee pain.\n");
    EXPECT_EQ("APP-174", inbox().resolve(oneWaiting(), {}).error().id);
    EXPECT_EQ("APP-174", inbox().resolve(oneWaiting(), {.encounterId = "T-1", .patient = odile()}).error().id);
    EXPECT_EQ(ErrorKind::notFound, inbox().resolve(oneWaiting(), {.encounterId = "T-9"}).error().kind);
    EXPECT_EQ(ErrorKind::notFound, inbox().resolve(77, {.encounterId = "T-1"}).error().kind);
    EXPECT_EQ(1U, waiting().size());
}

TEST_F(InboxTest, RemembersTheNumberForTheNext)
{
    bring("1.hl7", hl7Result({.number = "5", .authority = "OAK"}, "T-1"));
    must(inbox().resolve(oneWaiting(), {.encounterId = "T-1", .rememberNumber = true}));
    EXPECT_EQ(1, bring("2.hl7", hl7Result({.number = "5", .authority = "OAK"}, "T-1", "99")).versions);
    EXPECT_TRUE(waiting().empty());
}

TEST_F(InboxTest, DoesNotRememberANumberOfSomebodyElse)
{
    auto another = cleanEncounter("B-1");
    another["patient"]["mrn"] = "B-77";
    import(*office, {another});
    ownAuthority();
    bring("1.hl7", hl7Message("ADT^A08", {.number = "B-77", .authority = "", .born = "20000101"}, "", {}));
    const auto told = inbox().resolve(oneWaiting(), {.encounterId = "T-1", .rememberNumber = true});
    ASSERT_FALSE(told);
    EXPECT_EQ(ErrorKind::conflict, told.error().kind);
    EXPECT_EQ(1U, waiting().size());
}

TEST_F(InboxTest, DiscardsWithAReasonAndKeepsTheBytes)
{
    bring("note.txt", "Knee pain.\n");
    const auto id = oneWaiting();
    EXPECT_EQ("APP-177", inbox().discard(id, " ").error().id);
    must(inbox().discard(id, "not ours"));
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ("not ours", must(inbox().list(true)).at(0).note);
    EXPECT_EQ("1", count(*office, "unmatched_content"));
    EXPECT_EQ("", ask(*office, "SELECT detail FROM audit WHERE detail LIKE '%not ours%'"));
    const auto again = bring("note.txt", "Knee pain.\n");
    EXPECT_EQ(1, again.known);
    EXPECT_EQ("note.txt: it was discarded before\n", joined(again.notes));
}

TEST_F(InboxTest, MatchesAgainAfterThePatientCame)
{
    const MessagePatient silas{.number = "N-1", .family = "Drayton", .given = "Silas", .born = "19520618", .sex = "M"};
    bring("labs.hl7", hl7Result(silas, "N-100"));
    EXPECT_EQ(1, must(inbox().retry(false)).unmatched);
    bring("adt.hl7", hl7Message("ADT^A01", silas, "N-100", {}), making());
    const auto done = must(inbox().retry(false));
    EXPECT_EQ(1, done.documents);
    EXPECT_EQ(0, done.unmatched);
    EXPECT_TRUE(waiting().empty());
    EXPECT_EQ(1U, chart("N-100").size());
}

TEST_F(InboxTest, LearnsTheReasonAsItIsNow)
{
    bring("labs.hl7", hl7Result({.born = "19990101"}, "T-1"));
    EXPECT_EQ("unknown_authority", whyWaiting());
    ownAuthority();
    must(inbox().retry(false));
    EXPECT_EQ("differs: birth date", whyWaiting());
}

TEST_F(InboxTest, RetryMayMakeEncountersWhenAsked)
{
    ownAuthority();
    bring("adt.hl7", hl7Message("ADT^A01", {}, "T-3", {}));
    EXPECT_EQ(0, must(inbox().retry(false)).encounters);
    EXPECT_EQ(1, must(inbox().retry(true)).encounters);
}

TEST_F(InboxTest, APersonsWordMakesTheVisitOfAnAdmission)
{
    bring("adt.hl7", hl7Message("ADT^A01", {.number = "5", .family = "Whitlock"}, "T-3", {}));
    EXPECT_EQ(1, must(inbox().resolve(oneWaiting(), {.patient = odile()})).encounters);
    EXPECT_EQ(3U, must(inbox().encountersOf(odile())).size());
    EXPECT_EQ("Whitlock", ask(*office, "SELECT last_name FROM patient"));
}

TEST_F(InboxTest, FindsPatientsByNameNumberOrBirthDate)
{
    for (const auto* text : {"quenn", "88121", "1961-04-02"}) EXPECT_EQ(1U, must(inbox().findPatients(text)).size());
    EXPECT_TRUE(must(inbox().findPatients("nobody")).empty());
}

TEST_F(InboxTest, CountsWhatWaits)
{
    bring("a.txt", "a");
    bring("b.txt", "b");
    EXPECT_EQ(2, must(inbox().countWaiting()));
}

}  // namespace
}  // namespace cw::test
