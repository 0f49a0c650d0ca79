#include "tests/store/work_claims_fixture.h"

namespace cw::store {
namespace {

class Directory : public ClaimsTest {
protected:
    template <class Record>
    auto save(const Record& record)
    {
        return write([&](WriteTx& tx) { return anna.directory.save(tx, record, anna.actor); });
    }
    std::vector<TradingPartner> partners()
    {
        return read([&](ReadTx& tx) { return anna.directory.partners(tx); });
    }
    std::vector<PayerRecord> payers()
    {
        return read([&](ReadTx& tx) { return anna.directory.payers(tx); });
    }
    std::vector<ProviderRecord> providers()
    {
        return read([&](ReadTx& tx) { return anna.directory.providers(tx); });
    }
    static TradingPartner partner()
    {
        TradingPartner made;
        made.name = "Clearing House";
        made.submitterName = "Practice";
        made.submitterId = "SUB1";
        made.contactName = "Carla";
        made.phone = "5551234567";
        made.email = "claims@example.org";
        made.senderQualifier = "30";
        made.senderId = "123456789";
        made.applicationSender = "APP";
        made.receiverName = "House";
        made.receiverId = "REC1";
        made.receiverQualifier = "01";
        made.interchangeReceiver = "IREC";
        made.applicationReceiver = "AREC";
        made.delimiters = {'|', '!', '>', '\n'};
        made.lineFeeds = false;
        made.characters = CharacterSet::basic;
        made.wantsTa1 = true;
        made.testOnly = true;
        made.claimsPerFile = 100;
        made.claimsPerSet = 50;
        made.outFolder = "out";
        made.inFolder = "in";
        return made;
    }
};

TEST_F(Directory, PartnersAreKeptWhole)
{
    auto made = partner();
    made.id = must(save(made));
    made.version = 1;
    ASSERT_EQ(1U, partners().size());
    EXPECT_EQ(made, partners()[0]);
    made.isActive = false;
    made.name = "Old House";
    EXPECT_EQ(made.id, must(save(made)));
    made.version = 2;
    EXPECT_EQ(made, partners()[0]);
    auto stale = made;
    stale.version = 1;
    EXPECT_EQ("STORE-355", save(stale).error().id);
}

TEST_F(Directory, PayersAreKeptWholeAndStandOnce)
{
    PayerRecord made;
    made.payerId = "15202";
    made.name = "Medicare Part B";
    made.claimFilingCode = "MB";
    made.partner = must(save(partner()));
    made.address = {"1 Way", "Floor 2", "Denver", "CO", "80201", ""};
    made.initialDays = 365;
    made.appealDays = 120;
    made.takesReferenceOnOriginals = true;
    made.prefersPaper = true;
    made.id = must(save(made));
    made.version = 1;
    EXPECT_EQ(std::vector{made}, payers());
    PayerRecord other;
    other.payerId = "15202";
    EXPECT_EQ("STORE-356", save(other).error().id);
    made.isActive = false;
    made.correctedDays = 90;
    made.partner = {};
    must(save(made));
    EXPECT_EQ("STORE-355", save(made).error().id);
    made.version = 2;
    EXPECT_EQ(std::vector{made}, payers());
}

TEST_F(Directory, ProvidersAreKeptWholeAndStandOnceForEachKind)
{
    ProviderRecord made;
    made.kind = ProviderKind::person;
    made.provider.npi = "1234567893";
    made.provider.lastName = "Moss";
    made.provider.firstName = "Ida";
    made.provider.taxonomy = "207Q00000X";
    made.provider.address = {"1 Way", "", "Denver", "CO", "80201", ""};
    made.provider.references = {{"G2", "77", ""}};
    made.provider.foreign = R"({"x":1})";
    made.id = must(save(made));
    made.version = 1;
    EXPECT_EQ(std::vector{made}, providers());
    auto again = made;
    again.id = {};
    EXPECT_EQ("STORE-356", save(again).error().id);
    again.kind = ProviderKind::billing;
    must(save(again));
    again.provider.npi.clear();
    must(save(again));
    must(save(again));
    EXPECT_EQ(4U, providers().size());
    must(anna.database().execute("UPDATE provider_record SET content = '{'"));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("STORE-357", anna.directory.providers(*tx).error().id);
}

TEST_F(Directory, OnePartnerIsTheDefault)
{
    const auto current = [this] { return read([&](ReadTx& tx) { return anna.directory.defaultPartner(tx); }); };
    EXPECT_FALSE(current().isValid());
    const auto id = must(save(partner()));
    must(write([&](WriteTx& tx) { return anna.directory.setDefaultPartner(tx, id); }));
    EXPECT_EQ(id, current());
    must(write([&](WriteTx& tx) { return anna.directory.setDefaultPartner(tx, {}); }));
    EXPECT_FALSE(current().isValid());
}

}  // namespace
}  // namespace cw::store
