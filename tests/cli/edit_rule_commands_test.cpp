#include "tests/cli/command_line_fixture.h"

namespace cw::test {
namespace {

class EditRuleCommands : public CommandLineTest {
protected:
    EditRuleCommands() : CommandLineTest(Content::none)
    {
        import(*as("office"), {encounterWithError("T-1"), cleanEncounter("T-2")});
    }
    /// Cells of a row whose first cell is `first`, by the names of the columns.
    static std::map<std::string, std::string> rowOf(const Ran& ran, const std::string& first)
    {
        std::map<std::string, std::string> cells;
        const auto rows = ran.rows();
        for (const auto& row : rows)
            if (row[0] == first)
                for (std::size_t i = 0; i < row.size(); ++i) cells[rows[0][i]] = row[i];
        return cells;
    }
    /// A rule of the site that warns of M25.56-, switched on.
    std::filesystem::path siteFile(const std::string& level = "warning") const
    {
        return m_folder.write("site.json", R"({"schema": "site-rules/1", "rules": [{"title": "Knee", "active": true,
            "level": ")" + level + R"(", "settings": ["professional"], "payer_id": "", "first": "", "last": "",
            "when": {"all": [{"field": "diagnosis.code", "is": "under", "value": "M25.56-"}]},
            "message": "M25.56 is looked at twice.", "fix": "Look again.", "source": "House rule"}]})");
    }
};

TEST_F(EditRuleCommands, RulesTellLevelScopeAndVersion)
{
    const auto row = rowOf(run({"edits", "rules"}), "CV-3");
    EXPECT_EQ("error", row.at("severity"));
    EXPECT_EQ("error", row.at("level"));
    EXPECT_EQ("0", row.at("changed"));
    EXPECT_EQ("professional,outpatient,inpatient", row.at("scope"));
    EXPECT_EQ("0", row.at("advisory"));
    EXPECT_EQ("always", row.at("effective"));
    EXPECT_EQ("1", row.at("version"));
    EXPECT_FALSE(row.at("fix").empty());
}

TEST_F(EditRuleCommands, ALevelIsChangedForSiteAndPayer)
{
    EXPECT_EQ(1, run({"edits", "check", "T-1"}).status);
    EXPECT_EQ(0, run({"edits", "level", "CV-3", "warning", "--reason", "a pilot"}).status);
    EXPECT_EQ(0, run({"edits", "level", "CV-3", "off", "--payer", "15202", "--reason", "contract"}).status);
    EXPECT_EQ(0, run({"edits", "check", "T-1"}).status);
    const auto row = rowOf(run({"edits", "rules"}), "CV-3");
    EXPECT_EQ("warning", row.at("level"));
    EXPECT_EQ("1", row.at("changed"));
    EXPECT_EQ("15202=off", row.at("payers"));
    EXPECT_EQ(0, run({"edits", "level", "CV-3", "default", "--payer", "15202", "--reason", "ended"}).status);
    const auto rows = run({"edits", "levels", "CV-3"}).rows();
    ASSERT_EQ(4U, rows.size());
    EXPECT_EQ((std::vector<std::string>{"when", "who", "rule", "payer", "level", "reason"}), rows[0]);
    EXPECT_EQ("default", rows[1][4]);
    EXPECT_EQ("office", rows[3][1]);
    EXPECT_EQ("a pilot", rows[3][5]);
    EXPECT_EQ(1U, run({"edits", "levels", "GL-1"}).rows().size());
}

TEST_F(EditRuleCommands, ALevelNeedsReasonRightAndRule)
{
    EXPECT_EQ(2, run({"edits", "level", "CV-3", "off"}).status);
    EXPECT_EQ(2, run({"edits", "level", "CV-3", "loud", "--reason", "x"}).status);
    EXPECT_EQ(3, run({"edits", "level", "CV-99", "off", "--reason", "x"}).status);
    EXPECT_EQ(3, run({"edits", "level", "CV-3", "off", "--reason", " "}).status);
    EXPECT_EQ(4, run("coder", {"edits", "level", "CV-3", "off", "--reason", "x"}).status);
}

TEST_F(EditRuleCommands, AttestationsAreMadeListedAndWithdrawn)
{
    ASSERT_EQ(0, run({"edits", "site", "import", siteFile().string()}).status);
    const auto made = run("coder", {"edits", "attest", "T-2", "SITE-1", "--subjects", "dx1", "--reason", "seen twice"});
    EXPECT_EQ(0, made.status) << made.err;
    EXPECT_EQ("attested\tSITE-1\tdx1\n", made.out);
    const auto rows = run({"edits", "attestations", "T-2"}).rows();
    ASSERT_EQ(2U, rows.size());
    EXPECT_EQ((std::vector<std::string>{"SITE-1", "dx1", "holds", "coder", "2025-01-20T09:00:00.000Z", "seen twice"}),
              rows[1]);
    const auto json = run({"edits", "check", "T-2", "--format", "json"}).json();
    const auto finding = json["encounters"][0]["findings"][0];
    EXPECT_EQ("SITE-1", finding["rule"]);
    EXPECT_EQ("coder", finding["attested"]["by"]);
    EXPECT_EQ("seen twice", finding["attested"]["why"]);
    EXPECT_EQ("2025-01-20T09:00:00.000Z", finding["attested"]["when"]);
    EXPECT_TRUE(finding["remedies"].is_array());
    EXPECT_EQ(0, run("coder", {"edits", "attest", "T-2", "SITE-1", "--withdraw"}).status);
    EXPECT_EQ(1U, run({"edits", "attestations", "T-2"}).rows().size());
    EXPECT_TRUE(run({"edits", "check", "T-2", "--format", "json"})
                    .json()["encounters"][0]["findings"][0]["attested"]
                    .is_null());
}

TEST_F(EditRuleCommands, AttestingIsRefusedWithAReason)
{
    const auto attest = [this](const std::vector<std::string>& more) {
        std::vector<std::string> words = {"edits", "attest"};
        words.insert(words.end(), more.begin(), more.end());
        return run("coder", words);
    };
    EXPECT_EQ(2, attest({"T-1", "CV-3"}).status);
    EXPECT_EQ(3, attest({"T-9", "CV-3", "--reason", "x"}).status);
    const auto unreported = attest({"T-2", "CV-3", "--reason", "x"});
    EXPECT_EQ(3, unreported.status);
    EXPECT_NE(std::string::npos, unreported.err.find("CLI-060"));
    EXPECT_NE(std::string::npos, attest({"T-1", "CV-3", "--subjects", "dx9", "--reason", "x"}).err.find("CLI-062"));
    const auto denied = attest({"T-1", "CV-3", "--reason", "x"});
    EXPECT_EQ(4, denied.status);
    EXPECT_NE(std::string::npos, denied.err.find("APP-232"));
    EXPECT_NE(std::string::npos, attest({"T-1", "CV-3", "--withdraw"}).err.find("CLI-063"));
}

TEST_F(EditRuleCommands, RecheckTellsWhatChanged)
{
    const auto first = run({"edits", "recheck"});
    EXPECT_EQ(0, first.status);
    EXPECT_NE(std::string::npos, first.err.find("2 encounters checked, 0 changed, 2 checked for the first time"));
    run({"edits", "site", "import", siteFile("error").string()});
    const auto second = run({"edits", "recheck"});
    EXPECT_EQ(1, second.status);
    const auto row = rowOf(second, "T-2");
    EXPECT_EQ("new", row.at("status"));
    EXPECT_EQ("1", row.at("was_ready"));
    EXPECT_EQ("0", row.at("ready"));
    EXPECT_EQ("SITE-1 error M25.561", row.at("added"));
}

TEST_F(EditRuleCommands, CheckOfAllOpenEncountersIsOneCommand)
{
    const auto ran = run({"edits", "check", "--all-open", "--format", "json"});
    EXPECT_EQ(1, ran.status);
    ASSERT_EQ(2U, ran.json()["encounters"].size());
    EXPECT_EQ("T-1", ran.json()["encounters"][0]["encounter_id"]);
    EXPECT_EQ(2, run({"edits", "check", "--all-open", "T-1"}).status);
    EXPECT_EQ(2, run({"edits", "check"}).status);
}

TEST_F(EditRuleCommands, SiteRulesAreCarriedTriedAndSwitched)
{
    const auto imported = run({"edits", "site", "import", siteFile().string()});
    EXPECT_EQ("imported\t1\n", imported.out) << imported.err;
    const auto row = rowOf(run({"edits", "site", "list"}), "SITE-1");
    EXPECT_EQ("1", row.at("version"));
    EXPECT_EQ("1", row.at("on"));
    EXPECT_EQ("warning", row.at("level"));
    const auto tried = run({"edits", "site", "try", "SITE-1", "--sample", "10"});
    EXPECT_EQ((std::vector<std::vector<std::string>>{{"encounter_id"}, {"T-2"}, {"T-1"}}), tried.rows());
    EXPECT_NE(std::string::npos, tried.err.find("met by 2 of 2 encounters"));
    EXPECT_EQ("SITE-1\tversion 2\toff\n", run({"edits", "site", "disable", "SITE-1"}).out);
    EXPECT_EQ("SITE-1\tversion 2\toff\n", run({"edits", "site", "disable", "SITE-1"}).out);
    EXPECT_EQ("SITE-1\tversion 3\ton\n", run({"edits", "site", "enable", "SITE-1"}).out);
    EXPECT_EQ(3U, run({"edits", "site", "show", "SITE-1"}).json()["rules"].size());
    const auto exported = run({"edits", "site", "export"});
    EXPECT_EQ("site-rules/1", exported.json()["schema"]);
    EXPECT_EQ("imported\t0\n", run({"edits", "site", "import", m_folder.write("out.json", exported.out).string()}).out);
    EXPECT_EQ(3, run({"edits", "site", "show", "SITE-9"}).status);
    EXPECT_EQ(3, run({"edits", "site", "import", m_folder.write("bad.json", "{").string()}).status);
    EXPECT_EQ(4, run("coder", {"edits", "site", "disable", "SITE-1"}).status);
}

TEST_F(EditRuleCommands, RuleFilesAreImportedAndWithdrawn)
{
    std::string text = "payer_id\tinitial_days\tcorrected_days\tbase\tsource\n";
    for (int i = 0; i < 10; ++i) text += "P" + std::to_string(i) + "\t90\t180\tfrom\tContract\n";
    const auto file = m_folder.write("ours.tsv", text).string();
    const auto import = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"edits", "tables", "import", file, "--as", "payers.tsv"});
        return run(more);
    };
    const auto dry = import({"--dry-run"});
    EXPECT_NE(std::string::npos, dry.err.find("payers.tsv: 10 rows, before")) << dry.err;
    EXPECT_EQ(1U, rowOf(run({"edits", "tables"}), "payers.tsv").count("origin"));
    EXPECT_EQ(0, import({"--drop-many"}).status);
    const auto row = rowOf(run({"edits", "tables"}), "payers.tsv");
    EXPECT_EQ("imported", row.at("origin"));
    EXPECT_EQ("1", row.at("in_force"));
    EXPECT_EQ("10", row.at("rows"));
    EXPECT_EQ("office", row.at("imported_by"));
    m_folder.write("ours.tsv", text.substr(0, text.find("P5")));
    const auto refused = import({});
    EXPECT_EQ(1, refused.status);
    EXPECT_NE(std::string::npos, refused.err.find("APP-236"));
    EXPECT_EQ(1, import({"--dry-run"}).status);
    m_folder.write("ours.tsv", text + "P10\tsoon\t1\tfrom\tContract\n");
    const auto faulty = import({"--drop-many"});
    EXPECT_EQ(3, faulty.status);
    EXPECT_NE(std::string::npos, faulty.err.find("payers.tsv, line 12"));
    EXPECT_EQ(0, run({"edits", "tables", "withdraw", "payers.tsv"}).status);
    EXPECT_EQ("0", rowOf(run({"edits", "tables"}), "payers.tsv").at("in_force"));
    EXPECT_EQ(3, run({"edits", "tables", "withdraw", "payers.tsv"}).status);
}

TEST_F(EditRuleCommands, CheckOfAFileNeedsNoPassword)
{
    environment.clear();
    auto other = encounterWithError("F-2");
    other["patient"]["mrn"] = "MRN-2";
    const auto file = writeEncounters({cleanEncounter("F-1"), other}).string();
    const auto ran = bare({"--workspace", place().string(), "edits", "check", "--format", "json", "--file", file});
    EXPECT_EQ(1, ran.status) << ran.err;
    EXPECT_EQ(2U, ran.json()["encounters"].size());
    EXPECT_EQ(true, ran.json()["encounters"][0]["ready"]);
    EXPECT_EQ(false, ran.json()["encounters"][1]["ready"]);
    EXPECT_GT(bare({"--workspace", place().string(), "edits", "rules"}).rows().size(), 30U);
}

}  // namespace
}  // namespace cw::test
