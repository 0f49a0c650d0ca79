#include "import/encounter_json.h"
#include "tests/claim/sample_encounter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace cw {
namespace {

std::string testData(const std::string& name)
{
    const std::ifstream file(std::string(CW_TEST_DATA) + "/x12/" + name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Encounter read(const std::string& json)
{
    CountingIdSource ids;
    auto encounters = readEncounterJson(json, "canonical", ids);
    EXPECT_TRUE(encounters) << (encounters ? "" : encounters.error().detail);
    return encounters && !encounters->empty() ? std::move(encounters->front().encounter) : Encounter{};
}

/// The example of the interchange form's description, as it stands there.
TEST(Claim837Json, WritesTheCanonicalExample)
{
    const auto visit = read(testData("canonical_encounter.json"));
    const auto file = sample::mustWrite(sample::request({&visit}));
    EXPECT_EQ(testData("canonical_encounter.837p"), file.bytes);
    EXPECT_TRUE(file.replacements.empty());
}

TEST(Claim837Json, WritesAnAmbulanceRideWithMembersOfTheForm)
{
    auto json = testData("canonical_encounter.json");
    const std::string place = R"({"line1": "12 Elm St", "city": "Dayton", "state": "OH", "postal_code": "45402"})";
    json.insert(json.find("\"onset_date\""), R"("ambulance": {"transport_reason": "A", "miles": "12", "pick_up": )" +
                                                 place + R"(, "drop_off": )" + place + R"(, "conditions": ["01"]}, )");
    const auto visit = read(json);
    const auto file = sample::writeAndRead(visit);
    EXPECT_EQ("CR1****A*DH*12", sample::texts(file, "CR1").at(0));
    EXPECT_EQ("CRC*07*Y*01", sample::texts(file, "CRC").at(0));
    EXPECT_EQ(1U, sample::find(file, "NM1", "PW").size());
    EXPECT_EQ(1U, sample::find(file, "NM1", "45").size());
}

TEST(Claim837Json, BillsTheSecondPayerWithTheFirstOnesAdjudication)
{
    auto json = testData("canonical_encounter.json");
    const std::string first = R"("relationship": "self", "subscriber": null)";
    const auto at = json.find(first);
    ASSERT_NE(std::string::npos, at);
    json.insert(at + first.size(),
                R"(, "adjudication": {"date": "2025-02-20", "paid": "75.00", "claim_control_number": "ICN1",
        "adjustments": [], "lines": [{"line": 1, "paid": "75.00", "units": "1",
        "adjustments": [{"group": "CO", "reason": "45", "amount": "30.00"}, {"group": "PR", "reason": "2", "amount": "20.00"}]}]}},
        {"rank": "secondary", "payer": {"name": "Medigap", "payer_id": "MG1", "claim_filing_code": "CI"},
         "member_id": "S77", "relationship": "self", "subscriber": null)");
    const auto visit = read(json);
    auto wanted = sample::request({&visit});
    wanted.claims[0].billed = CoverageRank::secondary;
    const auto file = sample::readBack(sample::mustWrite(wanted).bytes);
    EXPECT_EQ("SVD*15202*75*HC:99213:25**1", sample::texts(file, "SVD").at(0));
    EXPECT_EQ((std::vector<std::string>{"CAS*CO*45*30", "CAS*PR*2*20"}), sample::texts(file, "CAS"));
    EXPECT_EQ("AMT*D*75", sample::texts(file, "AMT", "D").at(0));
    EXPECT_EQ("REF*F8*ICN1", sample::texts(file, "REF", "F8").at(0));
}

}  // namespace
}  // namespace cw
