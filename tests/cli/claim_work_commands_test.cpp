#include "tests/cli/claim_answers.h"

#include <gmock/gmock.h>

namespace cw::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class ClaimWork : public AnsweredClaims {
protected:
    void SetUp() override
    {
        AnsweredClaims::SetUp();
        ASSERT_EQ(1, take("denied.x12", denial()).status);
        m_item = run("biller", {"claims", "work"}).rows().at(1)[0];
    }
    std::string m_item;
};

TEST_F(ClaimWork, ListsWhatWaits)
{
    const auto json = run("biller", {"claims", "work", "--kind", "denial", "--format", "json"}).json();
    ASSERT_EQ(1U, json.size());
    EXPECT_EQ("denial", json[0]["kind"]);
    EXPECT_EQ("V-10451", json[0]["claim_number"]);
    EXPECT_EQ("475.00", json[0]["amount"]);
    EXPECT_EQ("open", json[0]["outcome"]);
    EXPECT_THAT(json[0]["codes"].get<std::string>(), HasSubstr("197"));
    EXPECT_EQ(1U, run("biller", {"claims", "work", "--kind", "rejection"}).rows().size());
    const auto one = run("biller", {"claims", "work", m_item}).rows();
    ASSERT_LT(1U, one.size());
    EXPECT_EQ("reason", one[1][0]);
    EXPECT_NE("", one[1][4]) << "in plain words";
    EXPECT_EQ(3, run("biller", {"claims", "work", "999999"}).status);
}

TEST_F(ClaimWork, StepsAreWrittenDown)
{
    const auto step = run("biller", {"claims", "work-step", m_item, "--action", "appealed", "--level", "1", "--note",
                                     "records sent", "--assign", "biller", "--root-cause", "No authorization asked"});
    EXPECT_EQ(0, step.status) << step.err;
    auto json = run("biller", {"claims", "work", "--format", "json"}).json();
    EXPECT_EQ(1, json[0]["level"]);
    EXPECT_EQ("biller", json[0]["assigned"]);
    EXPECT_EQ("No authorization asked", json[0]["root_cause"]);
    const auto rows = run("biller", {"claims", "work", m_item}).rows();
    EXPECT_EQ("appealed", rows.back()[0]);
    EXPECT_EQ("records sent", rows.back()[4]);

    EXPECT_EQ(0, run("biller", {"claims", "work-step", m_item, "--action", "closed", "--outcome", "partly paid",
                                "--recovered", "80.00", "--note", "came"})
                     .status);
    EXPECT_EQ(1U, run("biller", {"claims", "work"}).rows().size());
    json = run("biller", {"claims", "work", "--all", "--format", "json"}).json();
    ASSERT_EQ(1U, json.size());
    EXPECT_EQ("80.00", json[0]["recovered"]);
    EXPECT_EQ("partly paid", json[0]["outcome"]);
}

TEST_F(ClaimWork, StepsThatCannotBeAreRefused)
{
    const auto step = [&](std::vector<std::string> more) {
        std::vector<std::string> all = {"claims", "work-step", m_item};
        all.insert(all.end(), more.begin(), more.end());
        return run("biller", all).status;
    };
    EXPECT_EQ(2, step({"--note", "x"}));
    EXPECT_EQ(2, step({"--action", "note", "--note", "x", "--level", "10"}));
    EXPECT_EQ(3, step({"--action", "closed", "--note", "x", "--outcome", "forgotten"}));
    EXPECT_EQ(3, step({"--action", "closed", "--note", "x", "--recovered", "much"}));
    EXPECT_EQ(3, step({"--action", "closed", "--note", "", "--outcome", "written off"}));
}

TEST_F(ClaimWork, ReportsCountOverAll)
{
    for (const auto* by : {"code", "payer", "rule", "outcome", "root-cause", "coder"}) {
        const auto ran = run("biller", {"claims", "report", "--by", by, "--kind", "denial"});
        EXPECT_EQ(0, ran.status) << by << ran.err;
        EXPECT_EQ((std::vector<std::string>{"key", "items", "open", "amount", "recovered", "words"}), ran.rows()[0]);
    }
    const auto codes = run("biller", {"claims", "report", "--by", "code", "--format", "json"}).json();
    ASSERT_LE(1U, codes.size());
    EXPECT_THAT(codes[0]["key"].get<std::string>(), HasSubstr("197"));
    EXPECT_EQ(1, codes[0]["items"]);
    const auto later = run("biller", {"claims", "report", "--by", "outcome", "--from", "2026-01-01"});
    EXPECT_EQ(1U, later.rows().size());
    EXPECT_EQ(2, run("biller", {"claims", "report", "--by", "weather"}).status);
    EXPECT_EQ(3, run("biller", {"claims", "report", "--by", "code", "--from", "soon"}).status);
}

TEST_F(ClaimWork, AnAppealIsOnePdf)
{
    const auto letter = write("letter.txt", "We ask you to look at this again.\n");
    const auto target = path("appeal.pdf");
    const auto ran = run("biller", {"claims", "appeal", m_item, "--out", target, "--letter", letter});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_THAT(slurp(target), StartsWith("%PDF-"));
    EXPECT_EQ(3, run("biller", {"claims", "appeal", m_item, "--out", target, "--letter", letter}).status)
        << "it is there already";
    EXPECT_EQ(3, run("biller", {"claims", "appeal", m_item, "--out", path("b.pdf"), "--letter", path("no")}).status);
}

TEST_F(ClaimWork, BatchesReconcile)
{
    const auto ran = run("biller", {"claims", "reconcile", "--format", "json"});
    EXPECT_EQ(0, ran.status) << ran.err;
    const auto json = ran.json();
    ASSERT_LE(1U, json.size());
    EXPECT_EQ(2, json[0]["batch"]);
    EXPECT_EQ(true, json[0]["agrees"]);
    EXPECT_EQ(1, json[0]["exported"]);
    EXPECT_EQ(1, json[0]["denied"]);
    EXPECT_EQ("475.00", json[0]["denied_charges"]);
    const auto queues = run("biller", {"claims", "queues", "--format", "json"}).json();
    ASSERT_EQ(6U, queues.size());
    EXPECT_EQ("denied", queues[4]["queue"]);
    EXPECT_EQ(1, queues[4]["claims"]);
    EXPECT_EQ(2U, run("biller", {"claims", "queues", "--payers", "denied"}).rows().size());
}

}  // namespace
}  // namespace cw::test
