#include "store/migrations.h"
#include "tests/store/work_edits_fixture.h"

#include <sqlite3.h>

namespace cw::store {
namespace {

class WorkHistory : public WorkEdits {
protected:
    /// A visit of the same patient on another day, its rows from `firstRow` on.
    Encounter earlier(const std::string& id, Date day, std::int64_t firstRow)
    {
        auto made = visit(id, firstRow);
        made.service.from = day;
        for (auto& line : made.procedures) line.serviceFrom = line.serviceTo = day;
        Provider billing;
        billing.npi = "1234567893";
        billing.organization = "Clinic";
        Provider rendering;
        rendering.npi = "1497758544";
        rendering.taxonomy = "207Q00000X";
        made.providers.billing = billing;
        made.providers.rendering = rendering;
        return made;
    }
};

TEST_F(WorkHistory, TellsServicesOfOtherVisitsNewestFirst)
{
    anna.add(earlier("T-2", Date::of(2024, 7, 20), 100));
    anna.add(earlier("T-3", Date::of(2024, 11, 2), 200));
    const auto services = history(row);
    ASSERT_EQ(4U, services.size());
    EXPECT_EQ("T-3", services[0].encounterId);
    EXPECT_EQ("T-2", services[2].encounterId);
    const auto& first = services[2];
    EXPECT_EQ(Date::of(2024, 7, 20), first.from);
    EXPECT_EQ(Date::of(2024, 7, 20), first.to);
    EXPECT_EQ("99213", first.code);
    EXPECT_EQ((std::vector<std::string>{"25", "GT"}), first.modifiers);
    EXPECT_EQ(Money::cents(12500), first.charge);
    EXPECT_EQ((std::vector<std::string>{"E119"}), first.diagnoses);
    EXPECT_EQ("1234567893", first.billingNpi);
    EXPECT_EQ("1497758544", first.renderingNpi);
    EXPECT_EQ("207Q00000X", first.taxonomy);
    EXPECT_EQ("15202", first.payerId);
    EXPECT_EQ("1", first.frequencyCode);
    EXPECT_FALSE(first.isActive);
    EXPECT_EQ("20610", services[3].code);
}

TEST_F(WorkHistory, EndsAtTheDayAskedFor)
{
    anna.add(earlier("T-2", Date::of(2021, 7, 20), 100));
    EXPECT_TRUE(history(row).empty());
    EXPECT_EQ(2U, history(row, Date::of(2021, 7, 20)).size());
    EXPECT_TRUE(history(row, Date::of(2021, 7, 21)).empty());
}

TEST_F(WorkHistory, KnowsWhatIsCoded)
{
    const auto other = anna.add(earlier("T-2", Date::of(2024, 7, 20), 100));
    for (const auto& [status, isActive] : {std::pair("in coding", false), std::pair("coded", true),
                                           std::pair("exported", true), std::pair("rejected", false)}) {
        must(anna.database().execute("UPDATE encounter SET status = '" + std::string(status) +
                                     "' WHERE id = " + std::to_string(other.value)));
        EXPECT_EQ(isActive, history(row).at(0).isActive) << status;
    }
}

TEST_F(WorkHistory, LeavesOutOtherPatientsAndRemovedLines)
{
    auto stranger = earlier("T-2", Date::of(2024, 7, 20), 100);
    stranger.patient.mrn = "MRN-2";
    anna.add(stranger);
    EXPECT_TRUE(history(row).empty());
    anna.add(earlier("T-3", Date::of(2024, 7, 20), 200));
    const auto seen = anna.load("T-3");
    auto after = seen.encounter;
    after.procedures.erase(after.procedures.begin());
    must(anna.save(seen, after));
    ASSERT_EQ(1U, history(row).size());
    EXPECT_EQ("20610", history(row)[0].code);
}

TEST_F(WorkHistory, FollowsMergesOfPatients)
{
    auto other = earlier("T-2", Date::of(2024, 7, 20), 100);
    other.patient.mrn = "MRN-2";
    anna.add(other);
    auto tx = must(anna.work->beginWrite());
    const auto from = must(anna.encounters.patientByMrn(*tx, "MRN-2"));
    const auto into = must(anna.encounters.patientByMrn(*tx, patientMrn));
    const auto merge = must(anna.patients.merge(*tx, from, into, anna.actor));
    EXPECT_EQ(2U, must(edits.history(*tx, row, Date::of(2022, 1, 1))).size());
    must(anna.patients.undoMerge(*tx, merge, anna.actor));
    EXPECT_TRUE(must(edits.history(*tx, row, Date::of(2022, 1, 1))).empty());
}

TEST_F(WorkHistory, AVisitWithoutLinesIsOneServiceWithoutCode)
{
    auto stay = earlier("T-2", Date::of(2024, 7, 20), 100);
    stay.setting = Setting::inpatient;
    stay.service.dischargedAt = LocalMinute{Date::of(2024, 7, 24), 600};
    stay.procedures.clear();
    anna.add(stay);
    const auto services = history(row);
    ASSERT_EQ(1U, services.size());
    EXPECT_EQ("", services[0].code);
    EXPECT_EQ(Setting::inpatient, services[0].setting);
    EXPECT_EQ(Date::of(2024, 7, 24), services[0].to);
    EXPECT_EQ((std::vector<std::string>{"E119", "I10", "E785"}), services[0].diagnoses);
}

TEST_F(WorkHistory, StopsAtFiveHundred)
{
    for (int i = 0; i < 260; ++i)
        anna.add(earlier("H-" + std::to_string(i), Date::of(2024, 1, 1).plusDays(i), 1000 + 100 * i));
    const auto services = history(row);
    ASSERT_EQ(500U, services.size());
    EXPECT_EQ("H-259", services.front().encounterId);
    EXPECT_EQ("H-10", services.back().encounterId);
}

TEST_F(WorkHistory, IsFoundByTheIndexOfThePatient)
{
    std::vector<std::string> statements;
    sqlite3_trace_v2(
        anna.database().handle(), SQLITE_TRACE_STMT,
        [](unsigned, void* context, void* statement, void*) {
            const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
            static_cast<std::vector<std::string>*>(context)->emplace_back(sql == nullptr ? "" : sql);
            return 0;
        },
        &statements);
    anna.add(earlier("T-2", Date::of(2024, 7, 20), 100));
    statements.clear();
    history(row);
    sqlite3_trace_v2(anna.database().handle(), 0, nullptr, nullptr);
    int asked = 0;
    for (const auto& sql : statements) {
        if (sql.find("AS own") == std::string::npos) continue;
        ++asked;
        auto plan = must(anna.database().prepare("EXPLAIN QUERY PLAN " + sql));
        while (must(plan.step())) EXPECT_FALSE(plan.text(3).starts_with("SCAN ")) << plan.text(3) << "\n" << sql;
    }
    EXPECT_EQ(5, asked);
}

/// A work store as the program before these edits left it (schema 3).
TEST_F(WorkTest, EditsAreBroughtIntoAnOlderStore)
{
    const auto old = m_folder.path() / "old.db";
    auto before = workMigrations();
    before.resize(3);
    {
        const auto database = must(Database::open(old, m_key.view(), Database::Mode::create));
        must(migrate(*database, old, before, m_key.view()));
        must(database->execute("INSERT INTO setting VALUES ('edits.off', ' PF-12,DM-6, CV-1,PF-12')"));
    }
    const auto work = must(WorkDatabase::open(old, m_key.view(), false));
    const SqliteEditRepository edits(m_clock, anna.ids, anna.audit);
    auto tx = must(work->beginRead());
    const auto policy = must(edits.policy(*tx));
    EXPECT_EQ(RuleLevel::off, policy.level("PF-12", ""));
    EXPECT_EQ(RuleLevel::off, policy.level("DM-6", "60054"));
    // Was never off: only advisory rules could be.
    EXPECT_FALSE(policy.level("CV-1", ""));
    EXPECT_EQ(2, must(edits.revision(*tx)));
    EXPECT_EQ(2U, must(edits.levelChanges(*tx, "")).size());
    EXPECT_EQ("system", must(edits.levelChanges(*tx, ""))[0].who);
    auto setting = must(work->database().prepare("SELECT value FROM setting WHERE name = 'edits.off'"));
    ASSERT_TRUE(must(setting.step()));
    EXPECT_EQ("", setting.text(0));
}

}  // namespace
}  // namespace cw::store
