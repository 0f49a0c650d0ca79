#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

namespace cw {
namespace {

using sample::find;
using sample::injuredChild;
using sample::mustWrite;
using sample::officeVisit;
using sample::readBack;
using sample::request;
using sample::texts;

Encounter unsendable(const std::string& id)
{
    auto encounter = officeVisit(id);
    encounter.patient.firstName = "Jos\u00e9";
    encounter.procedures.push_back(sample::line(12, "99999", Money::cents(100)));
    encounter.procedures[1].serviceFrom.reset();
    return encounter;
}

TEST(Claim837File, LeavesOutWhatCannotBeSentAsIfItHadNeverBeen)
{
    const auto first = officeVisit("V-1001");
    const auto second = injuredChild();
    const auto bad = unsendable("V-9");
    // At the start, between and at the end; the one in the middle brings a billing level of its own.
    auto other = bad;
    other.providers.billing->npi = "1497758544";
    auto wanted = request({&bad, &first, &other, &second, &bad});
    wanted.partner = partnerFrom(first, CoverageRank::primary);
    const auto file = write837(wanted);
    ASSERT_TRUE(file);
    auto alone = request({&first, &second});
    EXPECT_EQ(mustWrite(alone).bytes, file->bytes);
    EXPECT_EQ((std::vector<std::string>{"v-2002 NM105: \u00e9 replaced by E"}), file->replacements);
    ASSERT_EQ(3U, file->refused.size());
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(2 * i, file->refused[i].index);
        EXPECT_EQ("V-9", file->refused[i].encounterId);
        EXPECT_EQ("CLAIM-239", file->refused[i].error.id);
    }
    ASSERT_EQ(2U, file->claims.size());
    EXPECT_EQ(1U, file->claims[0].index);
    EXPECT_EQ(3U, file->claims[1].index);
}

TEST(Claim837File, StartsNoSetForARefusedClaim)
{
    const auto first = officeVisit("V-1001");
    const auto bad = unsendable("V-9");
    const auto second = officeVisit("V-1002");
    auto wanted = request({&first, &bad, &second, &bad});
    wanted.partner.claimsPerSet = 1;
    const auto file = write837(wanted);
    ASSERT_TRUE(file);
    auto alone = request({&first, &second});
    alone.partner.claimsPerSet = 1;
    EXPECT_EQ(mustWrite(alone).bytes, file->bytes);
    EXPECT_EQ(2U, find(readBack(file->bytes), "ST").size());
}

TEST(Claim837File, IsEmptyWithoutAnyClaim)
{
    const auto bad = unsendable("V-9");
    const auto file = write837(request({&bad, &bad}));
    ASSERT_TRUE(file);
    EXPECT_EQ("", file->bytes);
    EXPECT_EQ(2U, file->refused.size());
}

TEST(Claim837File, RefusesTheSecondClaimOfOneNumber)
{
    const auto first = officeVisit("V-1001");
    const auto second = officeVisit(" v-1001");
    const auto file = write837(request({&first, &second}));
    ASSERT_TRUE(file);
    ASSERT_EQ(1U, file->refused.size());
    EXPECT_EQ("CLAIM-255", file->refused[0].error.id);
    EXPECT_EQ(1U, file->refused[0].index);
    EXPECT_EQ(1U, find(readBack(file->bytes), "CLM").size());
}

TEST(Claim837File, KeepsTheNumberOfARefusedClaimFree)
{
    const auto bad = unsendable("V-1001");
    const auto good = officeVisit("V-1001");
    const auto file = write837(request({&bad, &good}));
    ASSERT_TRUE(file);
    EXPECT_EQ(1U, file->claims.size());
}

TEST(Claim837File, UsesThePartnersDelimiters)
{
    auto visit = officeVisit();
    visit.patient.lastName = "O*Brien:Li|x^y";
    visit.coverages[0].groupName = "A>B";
    auto wanted = request({&visit});
    wanted.partner.delimiters = {.element = '|', .repetition = '!', .component = '>', .segment = '\''};
    wanted.partner.lineFeeds = false;
    const auto file = write837(wanted);
    ASSERT_TRUE(file) << file.error().detail;
    ASSERT_TRUE(file->refused.empty());
    EXPECT_EQ(std::string::npos, file->bytes.find('\n'));
    const auto read = readBack(file->bytes);
    EXPECT_EQ(wanted.partner.delimiters, read.delimiters);
    // Signs that are no delimiters of this partner are sent as they are.
    EXPECT_EQ("O*BRIEN:LI X Y", find(read, "NM1", "IL").at(0).element(3));
    EXPECT_EQ("A B", find(read, "SBR").at(0).element(4));
    EXPECT_EQ("HC", find(read, "SV1").at(0).component(1, 1));
    EXPECT_EQ((std::vector<std::string>{"V-1001 SBR04: > replaced by blank", "V-1001 NM103: | replaced by blank",
                                        "V-1001 NM103: ^ replaced by blank"}),
              file->replacements);
    // An identifier with a delimiter is refused, the repetition separator too.
    visit.coverages[0].memberId = "A!B";
    EXPECT_EQ("CLAIM-003", sample::refusalOf(wanted).id);
    visit.coverages[0].memberId = "A*B";
    EXPECT_EQ("written", sample::refusalOf(wanted).id);
}

TEST(Claim837File, SendsTheBasicSetToWhoReadsNothingElse)
{
    auto visit = officeVisit();
    visit.patient.lastName = "Li #2 (b)";
    auto wanted = request({&visit});
    EXPECT_EQ("LI #2 (B)", find(readBack(mustWrite(wanted).bytes), "NM1", "IL").at(0).element(3));
    wanted.partner.characters = CharacterSet::basic;
    const auto file = mustWrite(wanted);
    EXPECT_EQ("LI  2 (B)", find(readBack(file.bytes), "NM1", "IL").at(0).element(3));
    EXPECT_EQ((std::vector<std::string>{"V-1001 NM103: # replaced by blank"}), file.replacements);
    // "@" is not of the basic set: beside a phone the address is left out, and said so.
    wanted.partner.email = "billing@example.org";
    EXPECT_EQ("written", sample::refusalOf(wanted).id);
    EXPECT_EQ(2U, mustWrite(wanted).replacements.size());
}

TEST(Claim837File, NamesSenderAndReceiverAsThePartnerWants)
{
    const auto visit = officeVisit();
    auto wanted = request({&visit});
    auto& partner = wanted.partner;
    partner.submitterName = "Elm Billing";
    partner.submitterId = "SUB77";
    partner.email = "Billing@example.org";
    partner.phone = "1-937-555-0111 x22";
    partner.senderQualifier = "30";
    partner.senderId = "310123456";
    partner.applicationSender = "APPS";
    partner.receiverName = "Clearing";
    partner.receiverId = "CLEAR1";
    partner.receiverQualifier = "27";
    partner.interchangeReceiver = "ISARECV";
    partner.applicationReceiver = "APPR";
    partner.wantsTa1 = true;
    partner.testOnly = true;
    const auto file = mustWrite(wanted);
    EXPECT_EQ(
        0U, file.bytes.find("ISA*00*          *00*          *30*310123456      *27*ISARECV        *250318*1042*^*00501*"
                            "000000031*1*T*:~\nGS*HC*APPS*APPR*20250318*1042*17*X*005010X222A1~\n"));
    const auto read = readBack(file.bytes);
    EXPECT_EQ(std::vector<std::string>{"NM1*41*2*ELM BILLING*****46*SUB77"}, texts(read, "NM1", "41"));
    EXPECT_EQ("PER*IC*BILLING OFFICE*TE*9375550111*EX*22*EM*BILLING@EXAMPLE.ORG", texts(read, "PER").at(0));
    EXPECT_EQ(std::vector<std::string>{"NM1*40*2*CLEARING*****46*CLEAR1"}, texts(read, "NM1", "40"));
    partner.phone.clear();
    EXPECT_EQ("PER*IC*BILLING OFFICE*EM*BILLING@EXAMPLE.ORG", texts(readBack(mustWrite(wanted).bytes), "PER").at(0));
}

TEST(Claim837File, IsTestWhenAskedOrWhenThePartnerTakesNothingElse)
{
    const auto visit = officeVisit();
    auto wanted = request({&visit});
    const auto flag = [&wanted] {
        return std::string(find(readBack(mustWrite(wanted).bytes), "ISA").at(0).element(15));
    };
    EXPECT_EQ("P", flag());
    wanted.test = true;
    EXPECT_EQ("T", flag());
    wanted.test = false;
    wanted.partner.testOnly = true;
    EXPECT_EQ("T", flag());
}

TEST(Claim837File, NamesTheBillingProviderAgainOnlyWhenItOrItsPayToAddressChanges)
{
    auto first = officeVisit("V-1");
    auto second = officeVisit("V-2");
    auto third = officeVisit("V-3");
    third.providers.payTo = Provider{};
    third.providers.payTo->address = {.line1 = "PO Box 9", .city = "Dayton", .state = "OH", .postalCode = "45401"};
    auto fourth = officeVisit("V-4");
    const auto read = readBack(mustWrite(request({&first, &second, &third, &fourth})).bytes);
    std::vector<std::string> levels;
    for (const auto& hl : find(read, "HL")) levels.emplace_back(hl.text());
    EXPECT_EQ((std::vector<std::string>{"HL*1**20*1", "HL*2*1*22*0", "HL*3*1*22*0", "HL*4**20*1", "HL*5*4*22*0",
                                        "HL*6**20*1", "HL*7*6*22*0"}),
              levels);
    EXPECT_EQ((std::vector<std::string>{"NM1*87", "N3", "N4", "HL*22"}), ([&read] {
                  auto tags = sample::tagsBetween(read, "NM1*87", "SBR");
                  return tags;
              })());
    EXPECT_EQ(std::vector<std::string>{"NM1*87*2"}, texts(read, "NM1", "87"));
}

TEST(Claim837File, BillsTheCoverageThatIsAsked)
{
    auto visit = officeVisit();
    auto second = visit.coverages[0];
    second.rank = CoverageRank::secondary;
    second.payer = {.name = "Medigap", .payerId = "MG1", .claimFilingCode = "CI"};
    visit.coverages.push_back(second);
    auto wanted = request({&visit});
    wanted.claims[0].billed = CoverageRank::secondary;
    EXPECT_EQ("CLAIM-628", sample::refusalOf(wanted).id);
    visit.coverages[0].adjudication = R"({"date": "2025-02-20", "paid": "275.50"})";
    const auto file = mustWrite(wanted);
    EXPECT_EQ(CoverageRank::secondary, file.claims[0].billed);
    EXPECT_EQ("SBR*S*18*******CI", texts(readBack(file.bytes), "SBR").at(0));
    wanted.claims[0].billed = CoverageRank::tertiary;
    EXPECT_EQ("CLAIM-253", sample::refusalOf(wanted).id);
}

TEST(ClaimNumbers, AreTheEncountersUntilTheSecondVersion)
{
    const auto visit = officeVisit(" v-1001 ");
    EXPECT_EQ("V-1001", claimNumberOf(visit, 1));
    EXPECT_EQ("V-1001-2", claimNumberOf(visit, 2));
    EXPECT_EQ("V-1001-12", claimNumberOf(visit, 12));
    EXPECT_EQ(std::string(18, 'X') + "-2", claimNumberOf(officeVisit(std::string(18, 'x')), 2));
    EXPECT_EQ(std::string(19, 'X'), claimNumberOf(officeVisit(std::string(19, 'x')), 2));
    EXPECT_EQ("V-1001-3", lineControlNumber(" v-1001", 3));
}

TEST(ClaimNumbers, StandOnClaimAndLines)
{
    const auto visit = officeVisit();
    auto wanted = request({&visit});
    wanted.claims[0].number = claimNumberOf(visit, 2);
    wanted.claims[0].version = 2;
    const auto read = readBack(mustWrite(wanted).bytes);
    EXPECT_EQ("V-1001-2", find(read, "CLM").at(0).element(1));
    EXPECT_EQ("V-1001-2-1", find(read, "REF", "6R").at(0).element(2));
}

}  // namespace
}  // namespace cw
