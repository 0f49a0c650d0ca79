#include "app/billing/directory_desk.h"
#include "base/digest.h"
#include "tests/support/child_process.h"
#include "tests/support/workspace_fixture.h"

#include <set>

namespace cw::test {
namespace {

using app::BillingDesk;
using app::DirectoryDesk;

class ExportForms : public WorkspaceTest {
protected:
    Result<app::ExportOutcome> send(const std::vector<std::string>& ids, ClaimForm form)
    {
        auto request = exportOf(ids, out());
        request.form = form;
        return BillingDesk(*office).exportClaims(request);
    }
    TradingPartner clearinghouse() const
    {
        TradingPartner partner;
        partner.name = "Clearing One";
        partner.submitterName = "ELM STREET CLINIC";
        partner.submitterId = "SUB77";
        partner.contactName = "BILLING";
        partner.phone = "9375550111";
        partner.receiverName = "CLEARING ONE";
        partner.receiverId = "CLR001";
        return partner;
    }

    std::unique_ptr<app::Workspace> office = as("office");
};

TEST_F(ExportForms, EachWritesItsKindOfFileWithAManifestAndMarksExported)
{
    int number = 0;
    for (const auto form : {ClaimForm::professional837, ClaimForm::cms1500, ClaimForm::json, ClaimForm::csv,
                            ClaimForm::xlsx, ClaimForm::fhir}) {
        const auto id = "T-" + std::to_string(++number);
        approve(*office, id);
        const auto exported = must(send({id}, form));
        ASSERT_EQ(1U, exported.files.size()) << toString(form);
        const auto& file = exported.files[0];
        EXPECT_EQ(toString(form), file.batch.form);
        EXPECT_EQ("." + std::string(fileExtension(form)), file.file.extension());
        EXPECT_EQ(file.batch.digest, sha256Hex(slurp(file.file)));
        EXPECT_EQ(number, file.batch.number);
        EXPECT_EQ("exported", statusOf(*office, id));
        auto manifest = file.file;
        manifest.replace_extension("manifest.json");
        const auto json = nlohmann::json::parse(slurp(manifest));
        EXPECT_EQ(file.batch.digest, json["sha256"]);
        EXPECT_EQ("205.00", json["charges"]);
        EXPECT_EQ(id, json["claims"][0]["encounter_id"]);
        EXPECT_EQ(std::string::npos, slurp(manifest).find("Quenneville"));
    }
    EXPECT_EQ("1", ask(*office, "SELECT count(*) FROM claim_batch WHERE interchange_control_number > 0"));
}

TEST_F(ExportForms, OfTheWrongSettingAreRefusedByName)
{
    approve(*office, "T-1");
    const auto exported = must(send({"T-1"}, ClaimForm::ub04));
    EXPECT_TRUE(exported.files.empty());
    EXPECT_EQ("UB-04 does not take an encounter of setting professional", exported.refused.at(0).reason);
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
}

TEST_F(ExportForms, AllOrNothingWritesNothingWhenOneIsRefused)
{
    approve(*office, "T-1");
    import(*office, {loneEncounter("T-2")});
    auto request = exportOf({"T-1", "T-2"}, out());
    request.allOrNothing = true;
    const auto exported = must(BillingDesk(*office).exportClaims(request));
    EXPECT_TRUE(exported.files.empty());
    EXPECT_EQ("T-2", exported.refused.at(0).encounterId);
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    EXPECT_EQ("0", count(*office, "claim_batch"));
}

TEST_F(ExportForms, ThroughAPartnerGoIntoOneFileForAllPayersWithItsIds)
{
    const auto partner = must(DirectoryDesk(*office).save(clearinghouse()));
    must(DirectoryDesk(*office).setDefaultPartner(partner.id));
    approve(*office, "T-1");
    approve(*office, "T-2", "99001");
    const auto exported = must(send({"T-1", "T-2"}, ClaimForm::professional837));
    ASSERT_EQ(1U, exported.files.size());
    EXPECT_EQ("Clearing One", exported.files[0].payerName);
    const auto bytes = slurp(exported.files[0].file);
    EXPECT_EQ("SUB77          ", bytes.substr(35, 15));
    EXPECT_EQ("CLR001         ", bytes.substr(54, 15));
    EXPECT_NE(std::string::npos, bytes.find("NM1*41*2*ELM STREET CLINIC*****46*SUB77~"));
}

TEST_F(ExportForms, SplitAtThePartnersLimitDropNothing)
{
    auto wish = clearinghouse();
    wish.claimsPerFile = 2;
    wish.claimsPerSet = 1;
    const auto partner = must(DirectoryDesk(*office).save(wish));
    must(DirectoryDesk(*office).setDefaultPartner(partner.id));
    std::vector<std::string> ids;
    for (int i = 1; i <= 5; ++i) approve(*office, ids.emplace_back("T-" + std::to_string(i)));
    const auto exported = must(send(ids, ClaimForm::professional837));
    ASSERT_EQ(3U, exported.files.size());
    std::set<std::string> sent;
    for (const auto& claim : must(BillingDesk(*office).claims(std::nullopt))) sent.insert(claim.claimNumber);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()), sent);
    EXPECT_NE(std::string::npos, slurp(exported.files[0].file).find("ST*837*0002*"));
}

TEST_F(ExportForms, ToAPartnerInTestAreTestsAndStayApproved)
{
    auto wish = clearinghouse();
    wish.testOnly = true;
    must(DirectoryDesk(*office).setDefaultPartner(must(DirectoryDesk(*office).save(wish)).id));
    approve(*office, "T-1");
    const auto exported = must(send({"T-1"}, ClaimForm::professional837));
    EXPECT_TRUE(exported.files.at(0).batch.test);
    EXPECT_EQ("T", slurp(exported.files[0].file).substr(102, 1));
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
}

TEST_F(ExportForms, FillWhatIsMissingFromTheListOfProvidersAndSaySo)
{
    auto visit = loneEncounter("T-1");
    ProviderRecord record;
    record.kind = ProviderKind::person;
    record.provider.npi = "1497758544";
    record.provider.lastName = "Okafor";
    record.provider.taxonomy = "207R00000X";
    must(DirectoryDesk(*office).save(record));
    visit["providers"]["rendering"]["taxonomy"] = "";
    import(*office, {visit});
    must(app::CodingDesk(*office).submit("T-1"));
    must(app::ReviewDesk(*office).approve("T-1"));
    const auto exported = must(send({"T-1"}, ClaimForm::professional837));
    ASSERT_EQ(1U, exported.files.size());
    EXPECT_EQ("T-1: taxonomy of the rendering provider filled in from the list of providers",
              exported.replacements.at(0));
    EXPECT_NE(std::string::npos, slurp(exported.files[0].file).find("PRV*PE*PXC*207R00000X~"));
}

TEST_F(ExportForms, VoidedBatchGivesItsEncountersBack)
{
    approve(*office, "T-1");
    must(send({"T-1"}, ClaimForm::professional837));
    EXPECT_EQ("APP-270", BillingDesk(*office).voidBatch(1, " ").error().id);
    must(BillingDesk(*office).voidBatch(1, "sent to the wrong place"));
    EXPECT_EQ("approved", statusOf(*office, "T-1"));
    EXPECT_FALSE(BillingDesk(*office).voidBatch(1, "again"));
    const auto again = must(send({"T-1"}, ClaimForm::professional837));
    ASSERT_EQ(1U, again.files.size());
    const auto claims = must(BillingDesk(*office).claims(2));
    EXPECT_EQ("T-1-2", claims.at(0).claimNumber);
    EXPECT_EQ(2, claims.at(0).version);
    EXPECT_TRUE(claims.at(0).replaces.isValid());
    EXPECT_EQ(ClaimStatus::voided, must(BillingDesk(*office).claims(1)).at(0).status);
    EXPECT_TRUE(faults(*office).empty());
}

TEST_F(ExportForms, OfTwoProcessesAtOnceSendEachClaimOnce)
{
    constexpr int claims = 20;
    for (int i = 0; i < claims; ++i) approve(*office, "T-" + std::to_string(i));
    office.reset();
    const auto work = [&](const std::string& folder) {
        const auto mine = as("office");
        for (int i = 0; i < claims; ++i) {
            const auto exported =
                BillingDesk(*mine).exportClaims(exportOf({"T-" + std::to_string(i)}, m_folder.path() / folder));
            if (!exported) {
                EXPECT_EQ(ErrorKind::conflict, exported.error().kind) << describe(exported.error());
            }
        }
        return std::string("done");
    };
    ChildEnd inner;
    const auto outer =
        inChild([&] { return work("one"); }, [&](pid_t) { inner = inChild([&] { return work("two"); }); });
    EXPECT_EQ("done", outer.told);
    EXPECT_EQ("done", inner.told);
    office = as("office");
    EXPECT_EQ(std::to_string(claims), count(*office, "claim"));
    EXPECT_EQ(std::to_string(claims),
              ask(*office, "SELECT count(DISTINCT interchange_control_number) FROM claim_batch"));
    EXPECT_EQ(std::to_string(claims), ask(*office, "SELECT max(interchange_control_number) FROM claim_batch"));
    EXPECT_TRUE(faults(*office).empty());
}

}  // namespace
}  // namespace cw::test
