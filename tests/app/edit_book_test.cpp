#include "tests/app/edit_fixture.h"

#include "base/text.h"

#include <thread>

namespace cw::test {
namespace {

using app::BookEntry;
using app::EditDesk;

class EditBook : public EditDeskTest {
protected:
    EditBook()
    {
        auto tx = must(coder->work().beginRead());
        m_setup = must(app::editSetup(*coder, *tx));
        const auto clean = must(coder->encounters().load(*tx, "T-1")).encounter;
        for (int i = 0; i < 300; ++i) {
            m_encounters.push_back(clean);
            m_encounters.back().encounterId = "B-" + std::to_string(i);
            if (i % 3 == 0) m_encounters.back().diagnoses[0].code.text = "M2556";
            if (i % 7 == 0) m_encounters.back().procedures.pop_back();
        }
        for (const auto& encounter : m_encounters) entries.push_back({&encounter, {.today = m_clock.today()}});
    }
    std::vector<std::string> lines(int threads, const Progress& progress = {})
    {
        std::vector<std::string> all;
        for (const auto& report : must(app::checkBook(entries, m_setup, progress, threads)))
            all.push_back(text::join(app::resultLines(report), ", "));
        return all;
    }

    std::vector<BookEntry> entries;
    std::vector<Encounter> m_encounters;
    app::EditSetup m_setup;
};

TEST_F(EditBook, AnswersTheSameOnAnyNumberOfCores)
{
    const auto alone = lines(1);
    ASSERT_EQ(300U, alone.size());
    EXPECT_NE(std::string::npos, alone[0].find("CV-3 error M25.56"));
    EXPECT_EQ(alone, lines(4));
    EXPECT_EQ(alone, lines(0));
    for (std::size_t i = 0; i < alone.size(); ++i) {
        const auto facts = must(gatherFacts(m_encounters[i], m_setup.tables, entries[i].context));
        EXPECT_EQ(text::join(app::resultLines(runEdits(m_encounters[i], facts, m_setup.options())), ", "), alone[i]);
    }
}

TEST_F(EditBook, TellsHowFarItIsOnTheCallersThread)
{
    const auto self = std::this_thread::get_id();
    std::int64_t last = -1;
    lines(3, Progress([&](std::int64_t done, std::int64_t total, const std::string&) {
              EXPECT_EQ(self, std::this_thread::get_id());
              EXPECT_EQ(300, total);
              EXPECT_GE(done, last);
              last = done;
          }));
    EXPECT_EQ(300, last);
}

TEST_F(EditBook, StopsWhenAsked)
{
    std::stop_source stop;
    const Progress progress(
        [&stop](std::int64_t done, std::int64_t, const std::string&) {
            if (done > 0) stop.request_stop();
        },
        stop.get_token());
    const auto stopped = app::checkBook(entries, m_setup, progress, 2);
    ASSERT_FALSE(stopped);
    EXPECT_EQ("APP-237", stopped.error().id);
    EXPECT_EQ(ErrorKind::cancelled, stopped.error().kind);
}

TEST_F(EditBook, OfNothingIsNothing)
{
    entries.clear();
    EXPECT_TRUE(lines(0).empty());
}

TEST_F(EditBook, OfAFileSeesItsOtherVisits)
{
    m_encounters.resize(3);
    m_encounters[2].patient.mrn = "MRN-2";
    m_encounters[1].service.from = Date::of(2024, 12, 1);
    for (auto& line : m_encounters[1].procedures) line.serviceFrom = line.serviceTo = Date::of(2024, 12, 1);
    const auto made = app::entriesOf(m_encounters, m_clock.today());
    ASSERT_EQ(3U, made.size());
    ASSERT_EQ(m_encounters[1].procedures.size(), made[0].context.history.size());
    EXPECT_EQ("B-1", made[0].context.history[0].encounterId);
    EXPECT_EQ("99213", made[0].context.history[0].code);
    EXPECT_EQ(Date::of(2024, 12, 1), made[0].context.history[0].from);
    EXPECT_EQ("1497758544", made[0].context.history[0].renderingNpi);
    EXPECT_FALSE(made[0].context.history[0].diagnoses.empty());
    EXPECT_TRUE(made[2].context.history.empty());
    EXPECT_TRUE(made[0].context.attestations.empty());
}

TEST_F(EditDeskTest, RecheckTellsWhatAnUpdateChanged)
{
    const auto first = must(EditDesk(*admin).recheck({}));
    EXPECT_EQ(2, first.checked);
    EXPECT_EQ(2, first.first);
    EXPECT_TRUE(first.changes.empty());
    EXPECT_EQ("admin edits.recheck 2 encounters, 0 changed", lastAudit());
    installKneeRule(RuleLevel::error);
    const auto second = must(EditDesk(*admin).recheck({}));
    EXPECT_EQ(0, second.first);
    ASSERT_EQ(2U, second.changes.size());
    EXPECT_EQ("T-1", second.changes[0].encounterId);
    EXPECT_EQ(EncounterStatus::fresh, second.changes[1].status);
    for (const auto& change : second.changes) {
        EXPECT_EQ((std::vector<std::string>{"SITE-1 error M25.561"}), change.added);
        EXPECT_TRUE(change.gone.empty());
        EXPECT_TRUE(change.wasReady);
        EXPECT_FALSE(change.isReady);
    }
    EXPECT_TRUE(must(EditDesk(*admin).recheck({})).changes.empty());
}

TEST_F(EditDeskTest, RecheckLeavesOutWhatIsBilled)
{
    approve(*as("office"), "T-3");
    must(app::BillingDesk(*as("office")).exportClaims(exportOf({"T-3"}, out())));
    EXPECT_EQ(2, must(EditDesk(*admin).recheck({})).checked);
    const auto open = must(EditDesk(*coder).checkOpen({}));
    ASSERT_EQ(2U, open.size());
    EXPECT_EQ("T-1", open[0].encounterId);
    EXPECT_EQ("coder edits.check 2 encounters", lastAudit());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ("APP-237", EditDesk(*admin).recheck(Progress({}, stop.get_token())).error().id);
}

}  // namespace
}  // namespace cw::test
