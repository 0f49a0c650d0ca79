#include "answers_fixture.h"
#include "app/billing/directory_desk.h"
#include "tests/support/child_process.h"

#include <chrono>

namespace cw::test {
namespace {

namespace fs = std::filesystem;
using app::AnswerDesk;

class AnswerFiles : public AnswersTest {
protected:
    fs::path write(const std::string& name, const std::string& bytes)
    {
        const auto file = m_folder.write(name, bytes);
        // As if it had lain there for a while.
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::minutes(1));
        return file;
    }
    fs::path mailbox()
    {
        const auto folder = m_folder.path() / "mailbox";
        fs::create_directories(folder);
        TradingPartner partner;
        partner.name = "Clearing One";
        partner.submitterName = "ELM STREET CLINIC";
        partner.submitterId = "SUB77";
        partner.contactName = "BILLING";
        partner.phone = "9375550111";
        partner.receiverName = "CLEARING ONE";
        partner.receiverId = "CLR001";
        partner.inFolder = folder.string();
        must(app::DirectoryDesk(*office).save(partner));
        return folder;
    }
};

TEST_F(AnswerFiles, AreImportedEachForItself)
{
    const auto batch = send({"T-1"});
    const auto good = write("a.x12", ta1(batch, 'A'));
    const auto bad = write("b.x12", "MZ\x90 no answer");
    const auto none = m_folder.path() / "c.x12";
    const auto last = write("d.x12", remit({paidClaim("T-1")}));
    const auto outcomes = must(AnswerDesk(*office).importFiles({good, bad, none, last}));
    ASSERT_EQ(4U, outcomes.size());
    EXPECT_FALSE(outcomes[0].error);
    ASSERT_TRUE(outcomes[1].error);
    EXPECT_EQ("b.x12", outcomes[1].name);
    EXPECT_EQ(ErrorKind::invalidInput, outcomes[1].error->kind);
    ASSERT_TRUE(outcomes[2].error);
    EXPECT_EQ(ErrorKind::notFound, outcomes[2].error->kind);
    EXPECT_EQ(1, outcomes[3].paid);
    EXPECT_EQ("2", count(*office, "answer_file"));
    for (const auto& file : must(AnswerDesk(*office).files()))
        EXPECT_EQ(slurp(file.name == "a.x12" ? good : last), must(AnswerDesk(*office).fileBytes(file.id)));
    EXPECT_EQ("2", ask(*office, "SELECT count(*) FROM audit WHERE action = 'answers.import'"));
    EXPECT_EQ("0",
              ask(*office, "SELECT count(*) FROM audit WHERE action LIKE 'answers%' AND detail LIKE '%QUENNEVILLE%'"));
}

TEST_F(AnswerFiles, CutOffApplyNothing)
{
    send({"T-1", "T-2"});
    const auto whole = remit({paidClaim("T-1"), paidClaim("T-2")});
    const auto outcome = must(AnswerDesk(*office).importBytes("cut.x12", whole.substr(0, whole.size() * 2 / 3)));
    ASSERT_TRUE(outcome.error);
    EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
    EXPECT_EQ("0", count(*office, "answer_file"));
}

TEST_F(AnswerFiles, CancelledApplyNothing)
{
    send({"T-1", "T-2"});
    const auto file = write("a.x12", remit({paidClaim("T-1"), paidClaim("T-2")}));
    const auto second = write("b.x12", report277("B000001", statusOfClaim("T-1", "A2:20*20250121*WQ*205")));
    for (const bool late : {false, true}) {
        std::stop_source stop;
        if (!late) stop.request_stop();
        const Progress progress(
            [&](std::int64_t, std::int64_t, const std::string& what) {
                if (what == "Applying answers") stop.request_stop();
            },
            stop.get_token());
        const auto outcomes = must(AnswerDesk(*office).importFiles({file, second}, progress));
        ASSERT_EQ(1U, outcomes.size());
        ASSERT_TRUE(outcomes[0].error);
        EXPECT_EQ(ErrorKind::cancelled, outcomes[0].error->kind);
        EXPECT_EQ("exported live 0.00 0.00", stands("T-1"));
        EXPECT_EQ("0", count(*office, "answer_file"));
    }
    EXPECT_EQ(2, must(AnswerDesk(*office).importFiles({file})).at(0).paid);
}

TEST_F(AnswerFiles, AreTakenFromTheMailboxAndMoved)
{
    const auto batch = send({"T-1"});
    const auto folder = mailbox();
    write("mailbox/a.ta1", ta1(batch, 'A'));
    write("mailbox/b.835", remit({paidClaim("T-1")}));
    write("mailbox/c.txt", "no answer at all");
    write("mailbox/.hidden", "half");
    m_folder.write("mailbox/new.835", "");  // A transfer has just begun.
    write("mailbox/done/a.ta1", "an older one of the same name");
    const auto outcomes = must(AnswerDesk(*office).importFolders());
    ASSERT_EQ(3U, outcomes.size());
    EXPECT_EQ(1, outcomes[1].paid);
    EXPECT_TRUE(outcomes[2].error);
    EXPECT_TRUE(fs::exists(folder / "done/a (2).ta1"));
    EXPECT_EQ("an older one of the same name", slurp(folder / "done/a.ta1"));
    EXPECT_TRUE(fs::exists(folder / "done/b.835"));
    EXPECT_TRUE(fs::exists(folder / "failed/c.txt"));
    EXPECT_TRUE(slurp(folder / "failed/c.txt.txt").starts_with("CLAIM-4")) << slurp(folder / "failed/c.txt.txt");
    EXPECT_TRUE(fs::exists(folder / ".hidden"));
    EXPECT_TRUE(fs::exists(folder / "new.835"));
    EXPECT_FALSE(fs::exists(folder / "b.835"));
    EXPECT_TRUE(must(AnswerDesk(*office).importFolders()).empty());
}

TEST_F(AnswerFiles, ThatCannotBeMovedAreNamedAndNotUsedTwice)
{
    send({"T-1"});
    const auto folder = mailbox();
    write("mailbox/b.835", remit({paidClaim("T-1")}));
    m_folder.write("mailbox/done", "a file stands in the way");
    fs::last_write_time(folder / "done", fs::file_time_type::clock::now() - std::chrono::minutes(1));
    auto outcomes = must(AnswerDesk(*office).importFolders());
    ASSERT_FALSE(outcomes.empty());
    EXPECT_EQ(1, outcomes.front().paid);
    ASSERT_FALSE(outcomes.front().warnings.empty());
    EXPECT_TRUE(fs::exists(folder / "b.835"));
    outcomes = must(AnswerDesk(*office).importFolders());
    EXPECT_TRUE(outcomes.front().isKnown);
    EXPECT_EQ("paid live 140.00 20.00", stands("T-1"));
}

TEST_F(AnswerFiles, OfAFolderThatIsGoneAreNamed)
{
    const auto folder = mailbox();
    fs::remove_all(folder);
    const auto outcomes = must(AnswerDesk(*office).importFolders());
    ASSERT_EQ(1U, outcomes.size());
    EXPECT_EQ("APP-282", outcomes[0].error->id);
    EXPECT_EQ("Clearing One", outcomes[0].name);
}

TEST_F(AnswerFiles, KilledInTheMiddleAreWholeOrNotThere)
{
    std::vector<std::string> ids;
    for (int i = 1; i <= 4; ++i) ids.push_back("T-" + std::to_string(i));
    send(ids);
    std::vector<SaidClaim> claims;
    for (const auto& id : ids) claims.push_back(paidClaim(id, "P" + id));
    const auto file = write("a.835", remit(claims));
    office.reset();
    fs::copy(place(), m_folder.path() / "before", fs::copy_options::recursive);
    for (const int lives : {0, 1, 2}) {
        fs::remove_all(place());
        fs::copy(m_folder.path() / "before", place(), fs::copy_options::recursive);
        const auto end = inChild([&] {
            int left = lives;
            const Progress deadly([&](std::int64_t, std::int64_t, const std::string&) {
                if (--left < 0) dieNow();
            });
            must(AnswerDesk(*as("office")).importFiles({file}, deadly));
            return std::string("done");
        });
        office = as("office");
        EXPECT_TRUE(faults(*office).empty());
        EXPECT_EQ(end.wasKilled ? "0" : "1", count(*office, "answer_file")) << lives;
        EXPECT_EQ(end.wasKilled ? "0" : "4", ask(*office, "SELECT count(*) FROM claim WHERE status = 'paid'"));
        EXPECT_EQ(end.wasKilled ? "0" : "4", ask(*office, "SELECT count(*) FROM encounter WHERE status = 'paid'"));
        EXPECT_EQ(!end.wasKilled, must(AnswerDesk(*office).importFiles({file})).at(0).isKnown);
        EXPECT_EQ("4", ask(*office, "SELECT count(*) FROM claim WHERE status = 'paid'"));
        office.reset();
    }
}

TEST_F(AnswerFiles, AreForBillers)
{
    const auto batch = send({"T-1"});
    for (const auto* name : {"coder", "supervisor", "admin"}) {
        const auto other = as(name);
        AnswerDesk desk(*other);
        EXPECT_EQ("APP-001", desk.importBytes("a", ta1(batch, 'A')).error().id) << name;
        EXPECT_EQ("APP-001", desk.importFolders().error().id);
        EXPECT_EQ("APP-001", desk.waiting().error().id);
        EXPECT_EQ("APP-001", desk.match(WaitingAnswerId{1}, ClaimId{1}).error().id);
        EXPECT_EQ("APP-001", desk.setAside(WaitingAnswerId{1}, "x").error().id);
        EXPECT_EQ("APP-001", desk.files().error().id);
        EXPECT_EQ("APP-001", app::ClaimHistory(*other).reconciliation().error().id);
    }
    office = as("biller");
    EXPECT_EQ(0, take(ta1(batch, 'A')).waiting);
}

}  // namespace
}  // namespace cw::test
