#include "answers_fixture.h"
#include "tests/support/pdf_text.h"

#include <sys/stat.h>

namespace cw::test {
namespace {

using app::ClaimHistory;
using app::DenialDesk;

class Denials : public AnswersTest {
protected:
    WorkItem denied()
    {
        send({"T-1"});
        take(remit({deniedClaim("T-1")}));
        return openItems("T-1").at(0);
    }
};

TEST_F(Denials, AreWorkedOnInSteps)
{
    auto item = denied();
    item.assignedTo = "biller";
    item.level = 1;
    item.rootCause = DenialDesk::rootCauses().at(3);
    item = must(DenialDesk(*office).save(item, "", "sent with the record"));
    EXPECT_EQ(1, item.level);
    item.outcome = WorkItemOutcome::partlyPaid;
    item.recovered = Money::cents(8000);
    item = must(DenialDesk(*office).save(item, "", ""));
    const auto [kept, steps] = must(DenialDesk(*office).item(item.id));
    EXPECT_EQ(WorkItemOutcome::partlyPaid, kept.outcome);
    EXPECT_TRUE(kept.closedAt);
    ASSERT_EQ(2U, steps.size());
    EXPECT_EQ("appealed", steps[0].action);
    EXPECT_EQ(1, steps[0].level);
    EXPECT_EQ("sent with the record", steps[0].note);
    EXPECT_EQ("closed", steps[1].action);
    EXPECT_EQ("0", ask(*office, "SELECT count(*) FROM audit WHERE detail LIKE '%with the record%'"));
    EXPECT_EQ("denied live 0.00 0.00", stands("T-1")) << "Work on it moves no money.";
    WorkItemFilter open;
    EXPECT_TRUE(must(DenialDesk(*office).items(open)).empty());
}

TEST_F(Denials, AreNeverWrittenOffWithoutAWord)
{
    auto item = denied();
    for (const auto outcome : {WorkItemOutcome::writtenOff, WorkItemOutcome::upheld}) {
        item.outcome = outcome;
        EXPECT_EQ("APP-290", DenialDesk(*office).save(item, "closed", " ").error().id);
    }
    item.outcome = WorkItemOutcome::writtenOff;
    EXPECT_TRUE(DenialDesk(*office).save(item, "closed", "too late, agreed with the manager"));
}

TEST_F(Denials, RefuseWhatCannotBe)
{
    const auto item = denied();
    const auto refused = [&](auto change) {
        auto wanted = item;
        change(wanted);
        const auto saved = DenialDesk(*office).save(wanted, "note", "x");
        return saved ? std::string("saved") : std::string(saved.error().id);
    };
    EXPECT_EQ("APP-291", refused([](WorkItem& one) { one.desk = "nobody"; }));
    EXPECT_EQ("APP-291", refused([](WorkItem& one) { one.level = 10; }));
    EXPECT_EQ("APP-291", refused([](WorkItem& one) { one.recovered = Money::cents(-1); }));
    EXPECT_EQ("APP-293", refused([](WorkItem& one) { one.desk = "biller", one.assignedTo = "coder"; }));
    auto stale = item;
    must(DenialDesk(*office).save(item, "note", "first"));
    EXPECT_EQ("STORE-351", DenialDesk(*office).save(stale, "note", "second").error().id);
}

TEST_F(Denials, OfTheCodersDeskAreTheCoders)
{
    send({"T-1", "T-2"});
    auto bundled = deniedClaim("T-2");
    for (auto& line : bundled.lines) line.reasons.replace(line.reasons.find("197"), 3, "97");
    take(remit({deniedClaim("T-1"), bundled}));
    const auto billers = openItems("T-1").at(0);
    const auto coders = openItems("T-2").at(0);
    ASSERT_EQ("biller", billers.desk);
    ASSERT_EQ("coder", coders.desk);
    const auto coder = as("coder");
    EXPECT_EQ("APP-001", DenialDesk(*coder).save(billers, "note", "x").error().id);
    EXPECT_TRUE(DenialDesk(*coder).save(coders, "note", "x"));
    EXPECT_EQ(2U, must(DenialDesk(*coder).items({})).size());
    EXPECT_EQ("APP-001", DenialDesk(*as("admin")).items({}).error().id);
    EXPECT_EQ("APP-001", DenialDesk(*coder).appealPacket(billers.id, out() / "a.pdf", "").error().id);
}

TEST_F(Denials, AreReportedByEachOfTheirCodes)
{
    denied();
    const auto rows = must(DenialDesk(*office).report(WorkItemReport::byCode, WorkItemKind::denial, {}));
    const auto row = std::find_if(rows.begin(), rows.end(), [](const auto& one) { return one.key == "CO-197"; });
    ASSERT_NE(rows.end(), row);
    EXPECT_EQ(1, row->items);
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const auto& one) { return one.key == "M62"; }));
}

TEST_F(Denials, AreAppealedWithOnePdf)
{
    if (!hasPdfTools()) GTEST_SKIP() << "no pdftotext";
    const auto item = denied();
    const auto file = m_folder.path() / "appeal.pdf";
    const auto made =
        must(DenialDesk(*office).appealPacket(item.id, file, "Dear payer,\nthe authorization was given by phone."));
    EXPECT_EQ(file, made);
    struct stat info {};
    ASSERT_EQ(0, ::stat(file.c_str(), &info));
    EXPECT_EQ(0600U, info.st_mode & 0777U);
    const auto text = onOneLine(pdfText(file));
    for (const auto* part : {"claim T-1", "the authorization was given by phone.", "Quenneville, Odile", "W123456",
                             "PCN1", "99213-25", "20610-RT", "$125.00", "Decision in question", "CO-197", "EFT1",
                             "Diagnoses and their evidence", "M25.561", "Attestations"})
        EXPECT_NE(std::string::npos, text.find(part)) << part;
    EXPECT_EQ("APP-294", DenialDesk(*office).appealPacket(item.id, file, "").error().id);
    EXPECT_EQ(
        "1", ask(*office, "SELECT count(*) FROM audit WHERE action = 'denial.appeal packet' AND encounter_id = 'T-1'"));
}

class History : public AnswersTest {};

TEST_F(History, TellsTheWayFromImportToPaymentWithTheFiles)
{
    const auto batch = send({"T-1"});
    take(ta1(batch, 'A'), "one.ta1");
    take(report277("B000001", statusOfClaim("T-1", "A2:20*20250121*WQ*205", "ICN5")), "two.277");
    take(remit({paidClaim("T-1", "ICN5")}), "three.835");
    const auto file = must(ClaimHistory(*office).ofEncounter("T-1"));
    std::string names;
    for (const auto& line : file.timeline) names += line.fileName.empty() ? "" : line.fileName + " ";
    EXPECT_EQ(batch.fileName + " one.ta1 two.277 three.835 ", names);
    EXPECT_EQ("Brought the encounter in", file.timeline.front().what);
    EXPECT_TRUE(file.timeline.back().what.starts_with("Paid 140.00")) << file.timeline.back().what;
    EXPECT_TRUE(file.timeline.back().answer.isValid());
    EXPECT_EQ(1U, file.payments.size());
    EXPECT_TRUE(file.items.empty());
    EXPECT_FALSE(file.next);
    EXPECT_NE(std::string::npos, file.segments.find("CLM*T-1*205"));
    EXPECT_EQ(file.claim.id, must(ClaimHistory(*office).of(file.claim.id)).claim.id);
    approve(*office, "T-2");
    EXPECT_EQ("APP-320", ClaimHistory(*office).ofEncounter("T-2").error().id);
}

TEST_F(History, OffersTheNextCoverage)
{
    auto json = loneEncounter("T-1");
    json["coverages"].push_back(
        {{"rank", "secondary"},
         {"payer", {{"name", "Second Mutual"}, {"payer_id", "15203"}, {"claim_filing_code", "CI"}}},
         {"member_id", "S9"},
         {"relationship", "self"}});
    import(*office, {json});
    must(app::CodingDesk(*office).submit("T-1"));
    must(app::ReviewDesk(*office).approve("T-1"));
    sendApproved({"T-1"});
    EXPECT_FALSE(must(ClaimHistory(*office).ofEncounter("T-1")).next);
    take(remit({paidClaim("T-1")}));
    EXPECT_EQ(CoverageRank::secondary, must(ClaimHistory(*office).ofEncounter("T-1")).next);
}

TEST_F(History, ReconcilesABatch)
{
    send({"T-1", "T-2", "T-3", "T-4", "T-5"});
    take(report277("B000001",
                   statusOfClaim("T-1", "A2:20*20250121*WQ*205") + statusOfClaim("T-2", "A7:255*20250121*U*205")));
    take(remit({paidClaim("T-3"), deniedClaim("T-4")}));
    const auto rows = must(ClaimHistory(*office).reconciliation());
    ASSERT_EQ(1U, rows.size());
    const auto& row = rows[0];
    EXPECT_TRUE(row.agrees);
    EXPECT_EQ(5, row.exported.claims);
    EXPECT_EQ(Money::cents(102500), row.exported.charges);
    for (const auto* part : {&row.accepted, &row.rejected, &row.paid, &row.denied, &row.outstanding}) {
        EXPECT_EQ(1, part->claims);
        EXPECT_EQ(Money::cents(20500), part->charges);
    }
    EXPECT_EQ(Money::cents(14000), row.paidAmount);
    EXPECT_FALSE(row.isVoided);
}

TEST_F(History, SaysWhenABatchDoesNotAddUp)
{
    send({"T-1"});
    must(databaseOf(*office).execute("UPDATE claim_batch SET charge_cents = charge_cents + 1"));
    EXPECT_FALSE(must(ClaimHistory(*office).reconciliation()).at(0).agrees);
}

}  // namespace
}  // namespace cw::test
