#include "base/digest.h"
#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

class ClaimCommands : public CommandLineTest {
protected:
    Ran send(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"claims", "export"});
        arguments.insert(arguments.end(), {"--form", "837p", "--out", out().string()});
        return run("biller", arguments);
    }
};

TEST_F(ClaimCommands, ExportWritesAndListsTheFile)
{
    const auto ran = send({"V-10451"});
    EXPECT_EQ(0, ran.status) << ran.err;
    const auto rows = ran.rows();
    ASSERT_EQ(2U, rows.size());
    EXPECT_EQ(
        (std::vector<std::string>{"batch", "file", "payer", "claims", "charges", "interchange", "test", "sha256"}),
        rows[0]);
    EXPECT_EQ("2", rows[1][0]);
    EXPECT_EQ("475.00", rows[1][4]);
    EXPECT_EQ("0", rows[1][6]);
    EXPECT_EQ(sha256Hex(slurp(rows[1][1])), rows[1][7]);
    EXPECT_EQ("exported", statusOf(*as("office"), "V-10451"));
}

TEST_F(ClaimCommands, ExportOfAllApprovedTakesThem)
{
    const auto rows = send({"--approved"}).rows();
    ASSERT_EQ(2U, rows.size());
    EXPECT_EQ("1", rows[1][3]);
}

TEST_F(ClaimCommands, ExportNamesWhatItRefusesAndSendsTheRest)
{
    const auto ran = send({"V-10451", "V-10441", "V-1"});
    EXPECT_EQ(1, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("refused V-10441: not approved: it is new\n"));
    EXPECT_NE(std::string::npos, ran.err.find("refused V-1: no such encounter\n"));
    EXPECT_EQ(2U, ran.rows().size());
}

TEST_F(ClaimCommands, ExportForATestMarksNothing)
{
    const auto ran = send({"V-10451", "--test"});
    EXPECT_EQ(0, ran.status);
    EXPECT_EQ("1", ran.rows().at(1)[6]);
    EXPECT_EQ("approved", statusOf(*as("office"), "V-10451"));
}

TEST_F(ClaimCommands, ExportIsForBillers)
{
    EXPECT_EQ(4, run("coder", {"claims", "export", "V-10451", "--form", "837p", "--out", path("x")}).status);
    EXPECT_FALSE(std::filesystem::exists(path("x")));
}

TEST_F(ClaimCommands, ListShowsClaimsOfABatch)
{
    send({"V-10451"});
    const auto rows = run("biller", {"claims", "list", "--batch", "2"}).rows();
    ASSERT_EQ(2U, rows.size());
    EXPECT_EQ((std::vector<std::string>{"batch", "encounter_id", "claim_number", "version", "payer", "charges",
                                        "status", "last_response", "coverage", "frequency", "service_from", "paid",
                                        "patient_share", "payer_claim_number", "due_on"}),
              rows[0]);
    EXPECT_EQ("primary", rows[1][8]);
    EXPECT_EQ("V-10451", rows[1][1]);
    EXPECT_EQ("exported", rows[1][6]);
    EXPECT_EQ(3U, run("biller", {"claims", "list"}).rows().size());
}

TEST_F(ClaimCommands, PreviewStoresNothing)
{
    const auto ran = run("biller", {"claims", "preview", "V-10451", "--form", "837p", "--out", out().string()});
    EXPECT_EQ(0, ran.status) << ran.err;
    const auto bytes = slurp(ran.rows().at(1)[0]);
    EXPECT_EQ("000000001", bytes.substr(90, 9));
    EXPECT_EQ("T", bytes.substr(102, 1));
    EXPECT_EQ("approved", statusOf(*as("office"), "V-10451"));
    EXPECT_EQ("1", count(*as("office"), "claim_batch"));
}

TEST_F(ClaimCommands, PreviewOfAFileNeedsNoSignIn)
{
    auto other = encounterWithError("T-2");
    other["patient"]["mrn"] = "MRN-2";
    const auto file = writeEncounters({cleanEncounter("T-1"), other}).string();
    const auto ran = bare({"--workspace", place().string(), "claims", "preview", "--file", file, "--form", "837p",
                           "--out", out().string()});
    EXPECT_EQ(1, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("refused T-2: CV-3"));
    EXPECT_NE(std::string::npos, slurp(ran.rows().at(1)[0]).find("CLM*T-1*205*"));
}

TEST_F(ClaimCommands, SavedFileIsTheOneThatWasSent)
{
    const auto sent = send({"V-10451"}).rows().at(1)[1];
    const auto ran = run("biller", {"claims", "save-file", "2", "--out", path("again")});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ(slurp(sent), slurp(text::trim(ran.out)));
    EXPECT_EQ(3, run("biller", {"claims", "save-file", "77", "--out", path("again")}).status);
}

TEST_F(ClaimCommands, EveryFormIsWritten)
{
    const std::map<std::string, std::string> beginnings = {{"837p", "ISA*"}, {"cms1500", "%PDF-"},
                                                           {"json", "{"},    {"csv", "claim_number,"},
                                                           {"xlsx", "PK"},   {"fhir", "{\"resourceType\":\"Bundle\""}};
    for (const auto& [form, beginning] : beginnings) {
        const auto ran = run("biller", {"claims", "export", "V-10451", "--form", form, "--out", path(form), "--test"});
        EXPECT_EQ(0, ran.status) << form << ran.err;
        ASSERT_EQ(2U, ran.rows().size()) << form;
        EXPECT_EQ(beginning, slurp(ran.rows()[1][1]).substr(0, beginning.size())) << form;
        const auto seen = run("biller", {"claims", "preview", "V-10451", "--form", form, "--out", path(form)});
        EXPECT_EQ(0, seen.status) << form << seen.err;
        EXPECT_EQ(beginning, slurp(seen.rows().at(1)[0]).substr(0, beginning.size())) << form;
    }
    EXPECT_EQ("approved", statusOf(*as("office"), "V-10451"));
    EXPECT_EQ(2, run("biller", {"claims", "export", "V-10451", "--form", "fax", "--out", path("x")}).status);
}

TEST_F(ClaimCommands, AFormOfTheOtherSettingIsRefusedByName)
{
    const auto ran = run("biller", {"claims", "export", "V-10451", "--form", "837i", "--out", path("x")});
    EXPECT_EQ(1, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("refused V-10451: "));
    EXPECT_EQ(1U, ran.rows().size());
    const auto all = run("biller", {"claims", "export", "--approved", "--form", "ub04", "--out", path("x")});
    EXPECT_EQ(0, all.status) << all.err;
    EXPECT_NE(std::string::npos, all.err.find("passed over 1 that ub04 does not take"));
}

TEST_F(ClaimCommands, AllOrNothing)
{
    const auto ran = send({"V-10451", "V-1", "--all-or-nothing"});
    EXPECT_EQ(1, ran.status);
    EXPECT_NE(std::string::npos, ran.err.find("refused V-1: no such encounter\n"));
    EXPECT_EQ(1U, ran.rows().size());
    EXPECT_EQ("approved", statusOf(*as("office"), "V-10451"));
}

TEST_F(ClaimCommands, ACoverageThatIsNotThereCannotBeBilled)
{
    const auto ran = send({"V-10451", "--rank", "tertiary"});
    EXPECT_EQ(1, ran.status);
    EXPECT_EQ(2, send({"V-10451", "--rank", "fourth"}).status);
}

TEST_F(ClaimCommands, AVoidedBatchGivesItsEncountersBack)
{
    send({"V-10451"});
    EXPECT_EQ(2, run("biller", {"claims", "void", "2"}).status);
    const auto ran = run("biller", {"claims", "void", "2", "--reason", "never sent"});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ("2\tvoided\n", ran.out);
    EXPECT_EQ("approved", statusOf(*as("office"), "V-10451"));
    const auto batches = run("biller", {"claims", "batches", "--format", "json"}).json();
    EXPECT_EQ(2, batches.at(0)["batch"]);
    EXPECT_EQ("never sent", batches[0]["void_reason"]);
    EXPECT_EQ(3, run("biller", {"claims", "void", "2", "--reason", "again"}).status);
    EXPECT_EQ(3, run("biller", {"claims", "void", "77", "--reason", "x"}).status);
}

TEST_F(ClaimCommands, ReadyEncountersStandInTheirQueue)
{
    const auto json = run("biller", {"claims", "list", "--queue", "ready", "--format", "json"}).json();
    std::vector<std::string> ids;
    for (const auto& row : json) {
        EXPECT_TRUE(row["batch"].is_null());
        ids.push_back(row["encounter_id"]);
    }
    const auto failing = run("biller", {"claims", "list", "--queue", "failing", "--format", "json"}).json();
    EXPECT_EQ(1U, json.size() + failing.size());
    EXPECT_EQ(2, run("biller", {"claims", "list", "--queue", "lost"}).status);
    EXPECT_EQ(2, run("biller", {"claims", "list", "--text", "x"}).status);
}

TEST_F(ClaimCommands, ACalibrationPageNeedsNoSignIn)
{
    const auto ran = bare({"claims", "calibrate", "--form", "cms1500", "--out", path("c.pdf"), "--right", "1.5"});
    EXPECT_EQ(0, ran.status) << ran.err;
    EXPECT_EQ("%PDF-", slurp(path("c.pdf")).substr(0, 5));
    EXPECT_EQ(2, bare({"claims", "calibrate", "--form", "cms1500", "--out", path("c.pdf"), "--down", "50"}).status);
    EXPECT_EQ(0,
              run("biller", {"claims", "calibrate", "--form", "ub04", "--out", path("u.pdf"), "--down", "-2", "--save"})
                  .status);
}

}  // namespace
}  // namespace cw::test
