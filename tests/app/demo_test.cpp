#include "app/billing/answer_desk.h"
#include "app/chart_desk.h"
#include "base/digest.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

class WholeDemo : public WorkspaceTest {
protected:
    WholeDemo() : WorkspaceTest(Content::answeredDemo) {}

    ClaimRecord claim(const std::string& number)
    {
        const auto biller = as("biller");
        auto tx = must(biller->work().beginRead());
        const auto found = must(biller->claims().byNumber(*tx, number));
        return found.empty() ? ClaimRecord{} : found.front();
    }
};

TEST_F(WholeDemo, HasAnAccountOfEachRoleAndTheirPasswords)
{
    const auto accounts = wiring::demoAccounts(place());
    ASSERT_EQ(5U, accounts.size());
    for (const auto& account : accounts) EXPECT_TRUE(signIn(account.user, account.password)) << account.user;
}

TEST_F(WholeDemo, HasAnEncounterAtEachStage)
{
    using S = EncounterStatus;
    const auto counts = must(app::Worklist(*as("office")).page({})).counts;
    for (const auto status : {S::fresh, S::inCoding, S::pending, S::coded, S::inReview, S::returned, S::approved,
                              S::exported, S::rejected, S::denied, S::paid})
        EXPECT_TRUE(counts.contains(status)) << toString(status);
}

TEST_F(WholeDemo, ProofsStandWhereTheySay)
{
    const auto office = as("office");
    int proofs = 0;
    for (const auto& row : must(app::Worklist(*office).page({})).rows) {
        const auto chart = must(app::CodingDesk(*office).open(row.summary.encounterId));
        for (const auto& diagnosis : chart.stored.encounter.diagnoses) {
            for (const auto& proof : diagnosis.evidence) {
                ++proofs;
                EXPECT_EQ(sha256Hex(proof.quote), proof.digest);
                const auto info =
                    std::find_if(chart.documents.begin(), chart.documents.end(),
                                 [&](const auto& document) { return document.version == proof.span.version; });
                ASSERT_NE(chart.documents.end(), info) << row.summary.encounterId;
                if (isPaged(info->format)) continue;
                const auto text = must(app::ChartDesk(*office).document(info->version)).rendition.text;
                const auto begin = static_cast<std::size_t>(proof.span.begin);
                EXPECT_EQ(proof.quote, text.substr(begin, static_cast<std::size_t>(proof.span.end) - begin));
            }
        }
    }
    EXPECT_GT(proofs, 5);
}

TEST_F(WholeDemo, DocumentsAreWhatTheySay)
{
    const auto office = as("office");
    for (const auto& row : must(app::Worklist(*office).page({})).rows) {
        for (const auto& info : must(app::CodingDesk(*office).open(row.summary.encounterId)).documents) {
            auto tx = must(office->work().beginRead());
            const auto bytes = must(office->documents().bytes(*tx, info.version));
            EXPECT_EQ(info.format, must(recogniseDocument(bytes, info.sourceName))) << info.sourceName;
            EXPECT_EQ(std::string::npos, bytes.find("{{@")) << info.sourceName;
        }
    }
}

TEST_F(WholeDemo, IsSound)
{
    EXPECT_TRUE(faults(*as("admin")).empty());
}

TEST_F(WholeDemo, HasSentOneClaimFileThroughItsPartner)
{
    const auto biller = as("biller");
    const auto batches = must(app::BillingDesk(*biller).batches());
    ASSERT_EQ(1U, batches.size());
    EXPECT_EQ(5, batches[0].claims);
    EXPECT_EQ("MILLRACE1", batches[0].receiverId);
    EXPECT_EQ(must(app::BillingDesk(*biller).batchFile(batches[0].id)),
              slurp(place() / "claims" / batches[0].fileName));
}

TEST_F(WholeDemo, EveryQueueOfBillingHasAClaim)
{
    using Q = ClaimQueue;
    const std::map<Q, int> expected = {{Q::ready, 2},    {Q::failing, 0}, {Q::sent, 2},
                                       {Q::rejected, 1}, {Q::denied, 1},  {Q::paid, 1}};
    const auto biller = as("biller");
    for (const auto& total : must(app::BillingDesk(*biller).totals()))
        EXPECT_EQ(expected.at(total.queue), total.claims) << toString(total.queue);
    const auto waiting = must(app::AnswerDesk(*biller).waiting());
    ASSERT_EQ(1U, waiting.size());
    EXPECT_EQ("W-88213", waiting[0].claimNumber);
}

TEST_F(WholeDemo, AnswersAreWhole)
{
    const auto biller = as("biller");
    const auto files = must(app::AnswerDesk(*biller).files());
    ASSERT_EQ(3U, files.size());
    for (const auto& file : files)
        EXPECT_EQ(std::vector<std::string>{}, file.warnings) << file.name << ": counts and sums agree";
}

TEST_F(WholeDemo, AnswersSayWhatBecameOfEachClaim)
{
    EXPECT_EQ(ClaimStatus::exported, claim("V-10452").status);
    EXPECT_EQ(ClaimStatus::accepted, claim("V-10456").status);
    EXPECT_EQ(ClaimStatus::rejected, claim("V-10453").status);
    EXPECT_EQ(ClaimStatus::denied, claim("V-10454").status);
    const auto paid = claim("V-10455");
    EXPECT_EQ(ClaimStatus::paid, paid.status);
    EXPECT_EQ(Money::cents(12960), paid.paid);
    EXPECT_EQ(Money::cents(3240), paid.patientShare);
}

TEST_F(WholeDemo, WorkLeadsToTheFieldAndHasItsLastDay)
{
    const auto biller = as("biller");
    auto tx = must(biller->work().beginRead());
    const auto rejected = must(biller->workItems().openItemsOf(*tx, claim("V-10453").id));
    ASSERT_EQ(1U, rejected.size());
    EXPECT_EQ("/coverages/0/member_id", rejected[0].codes.at(0).pointer);
    EXPECT_EQ(Date::of(2025, 1, 20).plusDays(90 - 16), rejected[0].dueOn);
    const auto denied = must(biller->workItems().openItemsOf(*tx, claim("V-10454").id));
    ASSERT_EQ(1U, denied.size());
    EXPECT_EQ("CO-50", denied[0].codes.at(0).code);
    EXPECT_EQ(Date::of(2025, 1, 20).plusDays(60), denied[0].dueOn);
}

TEST_F(WholeDemo, PaidClaimCanGoToTheSecondPayer)
{
    const auto next = must(app::BillingDesk(*as("biller")).billNext(claim("V-10455").id));
    EXPECT_EQ(EncounterStatus::approved, next.status);
    app::ExportRequest request;
    request.encounterIds = {"V-10455", "V-10457"};
    request.folder = out();
    const auto sent = must(app::BillingDesk(*as("biller")).exportClaims(request));
    for (const auto& one : sent.refused) ADD_FAILURE() << one.encounterId << ": " << one.reason;
    EXPECT_EQ(2U, sent.files.size()) << "837P and 837I";
    std::string bytes;
    for (const auto& file : sent.files) bytes += slurp(file.file);
    EXPECT_NE(std::string::npos, bytes.find("005010X223A2"));
    EXPECT_NE(std::string::npos, bytes.find("AMT*D*129.6"));
}

TEST_F(WholeDemo, ApprovedEncountersPassTheirEdits)
{
    for (const auto& group : must(app::BillingDesk(*as("biller")).byPayer(ClaimQueue::ready)))
        EXPECT_EQ(0, group.failing) << group.payerName;
}

}  // namespace
}  // namespace cw::test
