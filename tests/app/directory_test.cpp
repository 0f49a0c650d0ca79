#include "app/billing/directory_desk.h"
#include "tests/support/workspace_fixture.h"

namespace cw::test {
namespace {

using app::DirectoryDesk;

class Directory : public WorkspaceTest {
protected:
    std::unique_ptr<app::Workspace> biller = as("biller");
};

ProviderRecord clinic()
{
    ProviderRecord record;
    record.kind = ProviderKind::billing;
    record.provider.npi = "1234567893";
    record.provider.organization = "Elm Street Clinic";
    record.provider.taxId = "310123456";
    record.provider.taxIdType = "EI";
    record.provider.taxonomy = "207Q00000X";
    record.provider.address = {"1 Main St", "", "Dayton", "OH", "454020001", {}};
    return record;
}

TEST_F(Directory, KeepsAProviderAndItsChanges)
{
    auto saved = must(DirectoryDesk(*biller).save(clinic()));
    EXPECT_TRUE(saved.id.isValid());
    saved.provider.phone = "9375550111";
    must(DirectoryDesk(*biller).save(saved));
    const auto all = must(DirectoryDesk(*biller).providers());
    ASSERT_EQ(1U, all.size());
    EXPECT_EQ("9375550111", all[0].provider.phone);
    EXPECT_EQ(ErrorKind::conflict, DirectoryDesk(*biller).save(saved).error().kind) << "an older version";
    EXPECT_EQ(ErrorKind::conflict, DirectoryDesk(*biller).save(clinic()).error().kind) << "the NPI stands already";
}

TEST_F(Directory, ChecksNumbersOnEntry)
{
    struct Case {
        const char* field;
        std::function<void(Provider&)> spoil;
    };
    const Case cases[] = {{"npi", [](Provider& p) { p.npi = "1234567890"; }},
                          {"npi", [](Provider& p) { p.npi = "3234567893"; }},
                          {"tax_id", [](Provider& p) { p.taxId = "31-01234"; }},
                          {"tax_id_type", [](Provider& p) { p.taxIdType = "XX"; }},
                          {"taxonomy", [](Provider& p) { p.taxonomy = "207Q"; }},
                          {"address.postal_code", [](Provider& p) { p.address.postalCode = "45402"; }},
                          {"address.state", [](Provider& p) { p.address.state = "Ohio"; }},
                          {"phone", [](Provider& p) { p.phone = "555-0111"; }}};
    for (const auto& one : cases) {
        auto record = clinic();
        one.spoil(record.provider);
        const auto faults = faultsOf(record);
        ASSERT_EQ(1U, faults.size()) << one.field;
        EXPECT_EQ(one.field, faults[0].field);
        EXPECT_EQ("APP-300", DirectoryDesk(*biller).save(record).error().id);
    }
    EXPECT_TRUE(faultsOf(clinic()).empty());
}

TEST_F(Directory, ChecksPayersAndPartners)
{
    PayerRecord payer;
    payer.payerId = "60054";
    payer.name = "Example Mutual";
    EXPECT_TRUE(faultsOf(payer).empty());
    payer.initialDays = 0;
    payer.claimFilingCode = "09";
    EXPECT_EQ(2U, faultsOf(payer).size());
    TradingPartner partner;
    EXPECT_FALSE(faultsOf(partner).empty());
    partner.name = partner.submitterName = partner.contactName = partner.receiverName = "A";
    partner.submitterId = "S1";
    partner.receiverId = "R1";
    partner.phone = "9375550111";
    EXPECT_TRUE(faultsOf(partner).empty());
    partner.delimiters.component = partner.delimiters.element;
    EXPECT_EQ("delimiters", faultsOf(partner).at(0).field);
    partner.delimiters.component = 'x';
    EXPECT_EQ("delimiters", faultsOf(partner).at(0).field);
}

TEST_F(Directory, OffersThePayersAndProvidersThatEncountersName)
{
    const auto office = as("office");
    approve(*office, "T-1", "99001");
    const auto payers = must(DirectoryDesk(*biller).payersSeen());
    ASSERT_EQ(1U, payers.size());
    EXPECT_EQ("99001", payers[0].payerId);
    must(DirectoryDesk(*biller).save(payers[0]));
    EXPECT_TRUE(must(DirectoryDesk(*biller).payersSeen()).empty());
    const auto providers = must(DirectoryDesk(*biller).providersSeen());
    ASSERT_EQ(2U, providers.size());
    for (const auto& provider : providers) must(DirectoryDesk(*biller).save(provider));
    EXPECT_TRUE(must(DirectoryDesk(*biller).providersSeen()).empty());
}

TEST_F(Directory, IsForBillers)
{
    const auto coder = as("coder");
    EXPECT_EQ(ErrorKind::denied, DirectoryDesk(*coder).providers().error().kind);
    EXPECT_EQ(ErrorKind::denied, DirectoryDesk(*coder).save(clinic()).error().kind);
}

TEST_F(Directory, PayersLimitsDecideTheDaysLeft)
{
    const auto office = as("office");
    approve(*office, "T-1", "99001");
    PayerRecord payer;
    payer.payerId = "99001";
    payer.name = "Payer 99001";
    payer.initialDays = 90;
    must(DirectoryDesk(*biller).save(payer));
    const auto totals = must(app::BillingDesk(*biller).byPayer(ClaimQueue::ready));
    ASSERT_EQ(1U, totals.size());
    EXPECT_EQ(Date::of(2025, 4, 15), totals[0].earliestFileBy);
}

}  // namespace
}  // namespace cw::test
