#include "import/encounter_json.h"
#include "tests/store/work_fixture.h"

namespace cw::store {
namespace {

std::vector<std::string> idsOf(const std::vector<EncounterSummary>& rows)
{
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(row.encounterId);
    return ids;
}

class Encounters : public WorkTest {
protected:
    std::vector<EncounterSummary> list(const WorklistFilter& filter = {})
    {
        auto tx = must(anna.work->beginRead());
        return must(anna.encounters.list(*tx, filter));
    }
    std::vector<std::string> search(const std::string& text)
    {
        WorklistFilter filter;
        filter.text = text;
        return idsOf(list(filter));
    }
    void assign(const std::string& id, EncounterStatus status, const std::string& to)
    {
        auto tx = must(anna.work->beginWrite());
        const auto stored = must(anna.encounters.load(*tx, id));
        auto next = stored.workflow;
        next.status = status;
        next.assignedTo = to;
        must(anna.encounters.setWorkflow(*tx, stored.encounter.row, stored.workflow, next, "step", anna.actor));
        must(tx->commit());
    }
};

TEST_F(Encounters, ComeBackAsTheyWereStored)
{
    auto stored = visit();
    anna.add(stored);
    stored.row = anna.load().encounter.row;
    EXPECT_EQ(stored, anna.load().encounter);
}

TEST_F(Encounters, WithEveryMemberAndForeignOnesComeBackAsTheyWereStored)
{
    const auto json = test::slurp(std::filesystem::path(CW_TEST_DATA) / "import" / "encounters.json");
    const auto imported = must(readEncounterJson(json, "encounters.json", anna.ids));
    ASSERT_EQ(2U, imported.size());
    for (const auto& one : imported) {
        anna.add(one.encounter);
        auto expected = one.encounter;
        expected.row = anna.load(expected.encounterId).encounter.row;
        EXPECT_EQ(expected, anna.load(expected.encounterId).encounter);
    }
}

TEST_F(Encounters, StartNewAndFree)
{
    anna.add(visit());
    const auto workflow = anna.load().workflow;
    EXPECT_EQ(EncounterStatus::fresh, workflow.status);
    EXPECT_EQ("", workflow.assignedTo);
}

TEST_F(Encounters, ThatExistAreRefusedAndStayAsTheyAre)
{
    anna.add(visit());
    auto other = visit("T-1", 100);
    other.diagnoses.clear();
    auto tx = must(anna.work->beginWrite());
    const auto added = anna.encounters.add(*tx, other, anna.actor);
    ASSERT_FALSE(added);
    EXPECT_EQ("STORE-065: encounter T-1 exists already", describe(added.error()));
    tx.reset();
    EXPECT_EQ(3U, anna.load().encounter.diagnoses.size());
}

TEST_F(Encounters, ThatAreNotThereAreNotFound)
{
    auto tx = must(anna.work->beginRead());
    const auto loaded = anna.encounters.load(*tx, "T-9");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(ErrorKind::notFound, loaded.error().kind);
    EXPECT_FALSE(must(anna.encounters.exists(*tx, "T-9")));
}

TEST_F(Encounters, OfOnePatientShareThePatient)
{
    anna.add(visit("T-1"));
    anna.add(visit("T-2", 100));
    EXPECT_EQ(anna.load("T-1").patient, anna.load("T-2").patient);
    EXPECT_EQ("1", anna.ask("SELECT count(*) FROM patient"));
}

TEST_F(Encounters, OfAnUnknownRecordNumberAreNotFoundWithoutQuotingIt)
{
    auto tx = must(anna.work->beginRead());
    const auto patient = anna.encounters.patientByMrn(*tx, patientMrn);
    ASSERT_FALSE(patient);
    EXPECT_EQ(ErrorKind::notFound, patient.error().kind);
    EXPECT_EQ(std::string::npos, patient.error().detail.find(patientMrn));
}

TEST_F(Encounters, AreListedByDateOfService)
{
    auto late = visit("T-1");
    late.service.from = Date::of(2025, 1, 17);
    anna.add(late);
    anna.add(visit("T-3", 100));
    anna.add(visit("T-2", 200));
    EXPECT_EQ((std::vector<std::string>{"T-2", "T-3", "T-1"}), idsOf(list()));
}

TEST_F(Encounters, AreListedWithWhatTheWorklistShows)
{
    anna.add(visit());
    anna.addDocument("note");
    const auto row = list().front();
    EXPECT_EQ("Quenneville, Odile", row.patientName);
    EXPECT_EQ(patientMrn, row.mrn);
    EXPECT_EQ("Medicare Part B", row.payerName);
    EXPECT_EQ("MB", row.claimFilingCode);
    EXPECT_EQ(Money::cents(20500), row.charges);
    EXPECT_EQ(1, row.documents);
    EXPECT_EQ("11", row.placeOfService);
}

TEST_F(Encounters, AreFilteredByStatusAndPerson)
{
    for (int i = 1; i <= 4; ++i) anna.add(visit("T-" + std::to_string(i), i * 100));
    assign("T-1", EncounterStatus::inCoding, "anna");
    assign("T-2", EncounterStatus::inCoding, "ben");
    assign("T-3", EncounterStatus::coded, "anna");
    WorklistFilter filter;
    filter.statuses = {EncounterStatus::inCoding, EncounterStatus::fresh};
    EXPECT_EQ((std::vector<std::string>{"T-1", "T-2", "T-4"}), idsOf(list(filter)));
    filter.assignedTo = "anna";
    EXPECT_EQ((std::vector<std::string>{"T-1"}), idsOf(list(filter)));
    filter.orUnassigned = true;
    EXPECT_EQ((std::vector<std::string>{"T-1", "T-4"}), idsOf(list(filter)));
}

TEST_F(Encounters, AreFoundByIdNameRecordNumberAndPayer)
{
    anna.add(visit("T-1"));
    for (const auto* text : {"t-1", "quenne", "odile", "88121", "medicare"})
        EXPECT_EQ(std::vector<std::string>{"T-1"}, search(text)) << text;
    EXPECT_TRUE(search("nobody").empty());
}

TEST_F(Encounters, AreNotFoundByWildcards)
{
    anna.add(visit("T-1"));
    EXPECT_TRUE(search("%").empty());
    EXPECT_TRUE(search("_").empty());
    EXPECT_TRUE(search("\\").empty());
}

TEST_F(Encounters, WhoseHeaderIsDamagedAreCorruptAndNamedById)
{
    anna.add(visit());
    must(anna.database().execute("UPDATE encounter_header SET header = '{\"patient\":'"));
    auto tx = must(anna.work->beginRead());
    const auto loaded = anna.encounters.load(*tx, "T-1");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(ErrorKind::corrupt, loaded.error().kind);
    EXPECT_NE(std::string::npos, loaded.error().detail.find("T-1"));
}

}  // namespace
}  // namespace cw::store
