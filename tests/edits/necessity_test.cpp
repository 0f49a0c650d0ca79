#include "edit_cases.h"
#include "edits/data/rule_data.h"
#include "edits/tables/rule_tables.h"

#include <gmock/gmock.h>

namespace cw::test {

namespace {

using testing::Contains;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view coverageHead =
    "policy\ttitle\tjurisdiction\tcodes\tcovered\texcluded\tfirst\tlast\tevery_days\tmin_age\tmax_age\tsex\tsource\n";
constexpr std::string_view payerHead = "kind\tpayer_id\tcodes\tvalue\tfirst\tlast\tsource\n";

/// The clean encounter (Medicare 15202, 99213-25, E11.9 and I10, 2025-01-15) under rows of a site.
struct Site {
    std::string coverage;
    std::string payerCodes;
    Encounter encounter = cleanEncounter();
    std::vector<PastService> history;
    EditPolicy policy;

    std::vector<std::string> findings(std::string_view rule) const
    {
        const auto data = edits::parseRuleData({{"coverage.tsv", std::string(coverageHead) + coverage},
                                                {"payer_codes.tsv", std::string(payerHead) + payerCodes}});
        EXPECT_TRUE(data) << (data ? "" : data.error().detail);
        const auto library = cleanLibrary();
        const auto tables = std::make_shared<const RuleTables>(std::make_shared<LibrarySource>(library),
                                                               std::make_shared<const edits::RuleData>(*data));
        const auto facts = gatherFacts(encounter, tables, {.today = testDay, .history = history});
        EXPECT_TRUE(facts);
        std::vector<std::string> found;
        const auto report = runEdits(encounter, *facts, {.policy = &policy});
        expectWellFormed(report, encounter);
        for (const auto& finding : report.findings)
            if (finding.key.rule == rule)
                found.push_back(std::string(toString(finding.severity)) + " " + finding.message);
        return found;
    }
    void setPayer(std::string filing, std::string id)
    {
        auto& payer = encounter.coverages.front().payer;
        payer.claimFilingCode = std::move(filing);
        payer.payerId = std::move(id);
    }
};

PastService pastVisit(Date day)
{
    return {.encounterId = "V-9", .from = day, .to = day, .code = "99213", .payerId = "15202", .frequencyCode = "1"};
}

}  // namespace

TEST(Necessity, NamesThePolicyThatDoesNotCoverThePointedDiagnoses)
{
    Site site{.coverage = "L1\tVisits\t*\t99213\tJ45.-\t\t2024-01-01\t2025-12-31\t\t\t\t\tLCD L1\n"};
    const auto found = site.findings("MN-1");
    ASSERT_EQ(1U, found.size());
    EXPECT_THAT(found.front(), StartsWith("warning Policy L1 (Visits) covers 99213 for other diagnoses"));
    EXPECT_EQ(1U, site.findings("MN-5").size());
}

TEST(Necessity, IsQuietWhenOneRowCovers)
{
    Site site{.coverage = "L1\t\t*\t99213\tJ45.-\t\t\t\t\t\t\t\tLCD L1\nL1\t\t*\t99213\tI10\t\t\t\t\t\t\t\tLCD L1\n"};
    EXPECT_TRUE(site.findings("MN-1").empty());
    EXPECT_TRUE(site.findings("MN-5").empty());
}

TEST(Necessity, LooksAtPointedDiagnosesOnly)
{
    Site site{.coverage = "L1\t\t*\t99213\tI10\t\t\t\t\t\t\t\tLCD L1\n"};
    EXPECT_TRUE(site.findings("MN-1").empty());
    site.encounter.procedures.front().pointers = {{1}};
    EXPECT_EQ(1U, site.findings("MN-1").size());
}

TEST(Necessity, KeepsToDatesCodesAndJurisdiction)
{
    for (const auto* row :
         {"L1\t\t*\t99213\tJ45.-\t\t2025-01-16\t\t\t\t\t\tLCD L1\n",
          "L1\t\t*\t99213\tJ45.-\t\t\t2025-01-14\t\t\t\t\tLCD L1\n", "L1\t\t*\t99214\tJ45.-\t\t\t\t\t\t\t\tLCD L1\n",
          "L1\t\tJ5\t99213\tJ45.-\t\t\t\t\t\t\t\tLCD L1\n"}) {
        Site site{.coverage = row};
        EXPECT_TRUE(site.findings("MN-1").empty()) << row;
    }
    Site edge{.coverage = "L1\t\t*\t99213\tJ45.-\t\t2025-01-15\t2025-01-15\t\t\t\t\tLCD L1\n"};
    EXPECT_EQ(1U, edge.findings("MN-1").size());
}

TEST(Necessity, FindsTheContractorOfThePayer)
{
    Site site{.coverage = "L1\t\tJ15\t99213\tJ45.-\t\t\t\t\t\t\t\tLCD L1\n",
              .payerCodes = "mac\t15202\t00100-99999\tJ15\t\t\tCGS\n"};
    EXPECT_EQ(1U, site.findings("MN-1").size());
    site.setPayer("MB", "15102");
    EXPECT_TRUE(site.findings("MN-1").empty());
}

TEST(Necessity, IsOnlyANoteOnceThePatientWasTold)
{
    Site site{.coverage = "L1\t\t*\t99213\tJ45.-\t\t\t\t\t\t\t\tLCD L1\n"};
    site.encounter.procedures.front().modifiers = {"25", "GA"};
    ASSERT_EQ(1U, site.findings("MN-1").size());
    EXPECT_THAT(site.findings("MN-1").front(), StartsWith("note "));
    EXPECT_TRUE(site.findings("MN-5").empty());
}

TEST(Necessity, ReadsTheListOfExclusionsWhenSwitchedOn)
{
    Site site{.coverage = "L1\t\t*\t99213\t\tI10\t\t\t\t\t\t\tLCD L1\n"};
    EXPECT_TRUE(site.findings("MN-2").empty());
    site.policy.set("MN-2", "", RuleLevel::warning);
    ASSERT_EQ(1U, site.findings("MN-2").size());
    EXPECT_THAT(site.findings("MN-2").front(), StartsWith("warning Advisory: "));
    setCode(site.encounter, 1, "R51");
    EXPECT_TRUE(site.findings("MN-2").empty());
}

TEST(Necessity, CountsDaysSinceTheLastService)
{
    Site site{.coverage = "L1\t\t*\t99213\t\t\t\t\t90\t\t\t\tLCD L1\n", .history = {pastVisit(Date::of(2024, 10, 18))}};
    site.policy.set("MN-3", "", RuleLevel::warning);
    EXPECT_EQ(1U, site.findings("MN-3").size());  // 89 days.
    site.history = {pastVisit(Date::of(2024, 10, 17))};
    EXPECT_TRUE(site.findings("MN-3").empty());
    site.history = {pastVisit(Date::of(2024, 12, 1))};
    site.history.front().isActive = false;
    EXPECT_TRUE(site.findings("MN-3").empty());
}

TEST(Necessity, LimitsAgeAndSex)
{
    Site site{.coverage = "L1\t\t*\t99213\t\t\t\t\t\t65\t\t\tLCD L1\n"};  // The patient is a woman of 63.
    site.policy.set("MN-4", "", RuleLevel::warning);
    EXPECT_EQ(1U, site.findings("MN-4").size());
    site.coverage = "L1\t\t*\t99213\t\t\t\t\t\t63\t63\tF\tLCD L1\n";
    EXPECT_TRUE(site.findings("MN-4").empty());
    site.coverage = "L1\t\t*\t99213\t\t\t\t\t\t\t\tM\tLCD L1\n";
    EXPECT_EQ(1U, site.findings("MN-4").size());
    site.coverage += "L1\t\t*\t99213\t\t\t\t\t\t\t\tF\tLCD L1\n";
    EXPECT_TRUE(site.findings("MN-4").empty());
}

TEST(Necessity, ReadsTheListsOfOtherPayersWhenSwitchedOn)
{
    Site site{.coverage = "P1\t\t60054\t99213\tJ45.-\t\t\t\t\t\t\t\tPayer policy P1\n"};
    site.policy.set("MN-6", "", RuleLevel::warning);
    EXPECT_TRUE(site.findings("MN-6").empty());
    site.setPayer("CI", "60054");
    EXPECT_EQ(1U, site.findings("MN-6").size());
    EXPECT_TRUE(site.findings("MN-1").empty());
}

TEST(Necessity, AsksForTheNumberOfAnAuthorization)
{
    Site site{.payerCodes = "authorization\t15202\t99213\t\t2025-01-01\t\tList of 2025\n"};
    ASSERT_EQ(1U, site.findings("MN-7").size());
    EXPECT_THAT(site.findings("MN-7").front(), StartsWith("warning The payer asks for an authorization of 99213"));
    site.encounter.claim.priorAuthorization = "A77";
    EXPECT_TRUE(site.findings("MN-7").empty());
    site.encounter.claim.priorAuthorization.clear();
    site.setPayer("MB", "15102");
    EXPECT_TRUE(site.findings("MN-7").empty());
}

}  // namespace cw::test
