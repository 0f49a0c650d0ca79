#include "tests/cli/command_line_fixture.h"

#include <gmock/gmock.h>

#include <fstream>

namespace cw::test {
namespace {

using ::testing::HasSubstr;

class DirectoryCommands : public CommandLineTest {
protected:
    DirectoryCommands() : CommandLineTest(Content::none) {}
    Ran save(const std::string& list, const std::string& json)
    {
        std::ofstream(path("records.json")) << json;
        return run("biller", {list, "save", path("records.json"), "--format", "json"});
    }
    nlohmann::json all(const std::string& list) { return run("biller", {list, "list", "--format", "json"}).json(); }
};

constexpr const char* ability = R"({"name": "Ability", "submitter_name": "Elm Street Clinic", "submitter_id": "S1",
    "contact_name": "Billing", "phone": "9375550111", "email": "a@clinic.example", "receiver_name": "ABILITY", "receiver_id": "R1",
    "delimiters": {"component": ">"}, "characters": "extended", "wants_ta1": true, "claims_per_file": 100})";

TEST_F(DirectoryCommands, APartnerIsKeptAndChanged)
{
    const auto ran = save("partners", ability);
    ASSERT_EQ(0, ran.status) << ran.err;
    auto partner = all("partners").at(0);
    EXPECT_EQ("Ability", partner["name"]);
    EXPECT_EQ(">", partner["delimiters"]["component"]);
    EXPECT_EQ("*", partner["delimiters"]["element"]) << "what was not named has its usual value";
    EXPECT_EQ("extended", partner["characters"]);
    EXPECT_EQ(100, partner["claims_per_file"]);
    EXPECT_EQ(true, partner["is_active"]);
    const auto id = partner["id"];
    ASSERT_EQ(0, save("partners", R"([{"name": "Ability", "test_only": true, "email": null}])").status);
    partner = all("partners").at(0);
    EXPECT_EQ(id, partner["id"]) << "found by its name";
    EXPECT_EQ(true, partner["test_only"]);
    EXPECT_EQ(100, partner["claims_per_file"]);
    EXPECT_TRUE(partner["email"].is_null());
    EXPECT_EQ(1U, all("partners").size());
}

TEST_F(DirectoryCommands, WhatListPrintsCanBeSavedAgain)
{
    ASSERT_EQ(0, save("partners", ability).status);
    const auto before = all("partners");
    ASSERT_EQ(0, save("partners", before.dump()).status);
    auto after = all("partners");
    after[0]["version"] = before[0]["version"];
    EXPECT_EQ(before, after);
}

TEST_F(DirectoryCommands, PayersAndProviders)
{
    const auto payers = save("payers", R"([{"payer_id": "15202", "name": "Medicare Part B", "claim_filing_code": "MB",
        "initial_days": 365, "address": {"line1": "1 Pay St", "city": "Dayton", "state": "OH", "postal_code": "45402"}},
        {"payer_id": "SM2", "name": "Second Mutual", "appeal_days": 60}])");
    ASSERT_EQ(0, payers.status) << payers.err;
    EXPECT_EQ(2U, all("payers").size());
    ASSERT_EQ(0, save("payers", R"({"payer_id": "15202", "initial_days": null, "prefers_paper": true})").status);
    for (const auto& payer : all("payers")) {
        if (payer["payer_id"] != "15202") continue;
        EXPECT_TRUE(payer["initial_days"].is_null());
        EXPECT_EQ(true, payer["prefers_paper"]);
        EXPECT_EQ("Medicare Part B", payer["name"]);
        EXPECT_EQ("1 Pay St", payer["address"]["line1"]);
    }
    const auto provider = save("providers", R"({"kind": "person", "provider": {"npi": "1497758544",
        "last_name": "Okafor", "first_name": "Ife", "taxonomy": "207Q00000X"}})");
    ASSERT_EQ(0, provider.status) << provider.err;
    EXPECT_EQ("Okafor", all("providers").at(0)["provider"]["last_name"]);
    EXPECT_EQ(0, run("biller", {"payers", "seen"}).status);
    EXPECT_EQ(0, run("biller", {"providers", "seen"}).status);
}

TEST_F(DirectoryCommands, TheDefaultPartner)
{
    ASSERT_EQ(0, save("partners", ability).status);
    const auto id = std::to_string(all("partners").at(0)["id"].get<std::int64_t>());
    EXPECT_EQ(0, run("biller", {"partners", "default", id}).status);
    EXPECT_EQ(0, run("biller", {"partners", "default", "0"}).status);
}

TEST_F(DirectoryCommands, ASlipOfThePenIsNamed)
{
    const auto wrong = [&](const std::string& list, const std::string& json, const std::string& message) {
        const auto ran = save(list, json);
        EXPECT_EQ(3, ran.status) << json;
        EXPECT_THAT(ran.err, HasSubstr(message)) << json;
    };
    wrong("payers", R"({"payer_id": "1", "nmae": "x"})", "records.json: /nmae: is no field of this record");
    wrong("payers", R"([{"payer_id": "1", "name": "x"}, {"initial_days": "90"}])", "/1/initial_days: must be a whole");
    wrong("payers", R"([7])", "/0: must be an object");
    wrong("payers", R"({"id": 123456, "name": "x"})", "no record of that id");
    wrong("payers", "{", "IMPORT-061");
    wrong("partners", R"({"name": "x", "delimiters": {"element": "**"}})", "/delimiters/element: must be one sign");
    wrong("partners", R"({"name": "x", "characters": "all"})", "/characters: must be one of basic, extended");
    wrong("providers", R"({"kind": "person", "provider": {"npi": "1497758544", "lastname": "x"}})",
          "/provider/lastname: is no field of a provider");
    wrong("providers", R"({"kind": "person", "provider": {"npi": "1497758545", "last_name": "x"}})", "APP-300");
    EXPECT_EQ(0U, all("payers").size()) << "all are read before the first is saved";
}

TEST_F(DirectoryCommands, AreForBillers)
{
    EXPECT_EQ(4, run("coder", {"partners", "list"}).status);
    std::ofstream(path("records.json")) << ability;
    EXPECT_EQ(4, run("coder", {"partners", "save", path("records.json")}).status);
}

}  // namespace
}  // namespace cw::test
