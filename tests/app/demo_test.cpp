#include "app/chart_desk.h"
#include "base/digest.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

TEST_F(DemoWorkspaceTest, HasAnAccountOfEachRoleAndTheirPasswords)
{
    const auto accounts = wiring::demoAccounts(place());
    ASSERT_EQ(5U, accounts.size());
    for (const auto& account : accounts) EXPECT_TRUE(signIn(account.user, account.password)) << account.user;
}

TEST_F(DemoWorkspaceTest, HasAnEncounterAtEachStageUpToExport)
{
    using S = EncounterStatus;
    const auto counts = must(app::Worklist(*as("office")).page({})).counts;
    for (const auto status :
         {S::fresh, S::inCoding, S::pending, S::coded, S::inReview, S::returned, S::approved, S::exported})
        EXPECT_TRUE(counts.contains(status)) << toString(status);
}

TEST_F(DemoWorkspaceTest, ProofsStandWhereTheySay)
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

TEST_F(DemoWorkspaceTest, DocumentsAreWhatTheySay)
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

TEST_F(DemoWorkspaceTest, IsSound)
{
    EXPECT_TRUE(faults(*as("admin")).empty());
}

TEST_F(DemoWorkspaceTest, HasSentOneClaimFile)
{
    const auto biller = as("biller");
    const auto batches = must(app::BillingDesk(*biller).batches());
    ASSERT_EQ(1U, batches.size());
    EXPECT_EQ(must(app::BillingDesk(*biller).batchFile(batches[0].id)),
              slurp(place() / "claims" / batches[0].fileName));
}

TEST_F(DemoWorkspaceTest, ApprovedEncountersPassTheirEdits)
{
    for (const auto& group : must(app::BillingDesk(*as("biller")).ready()))
        EXPECT_EQ(0, group.failing) << group.payerName;
}

}  // namespace
}  // namespace cw::test
