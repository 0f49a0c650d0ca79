#include "tests/app/edit_fixture.h"

#include <fstream>

namespace cw::test {
namespace {

using app::EditDesk;

const std::string payerHead = "payer_id\tinitial_days\tcorrected_days\tbase\tsource\n";

std::string payerFile(int rows)
{
    std::string text = "# Ours\n" + payerHead;
    for (int i = 0; i < rows; ++i) text += "P" + std::to_string(i) + "\t90\t180\tfrom\tContract\n";
    return text;
}

class RuleFiles : public EditDeskTest {
protected:
    Result<app::RuleFilePreview> install(const std::string& text, bool dropMany = false,
                                         const std::string& name = "payers.tsv")
    {
        return EditDesk(*admin).installRuleFile({name, text}, dropMany);
    }
    std::size_t limits()
    {
        auto tx = must(coder->work().beginRead());
        return must(app::editSetup(*coder, *tx)).tables->data().payerLimits.size();
    }
};

TEST_F(RuleFiles, ComeIntoForceForEverybody)
{
    const auto before = limits();
    const auto preview = must(EditDesk(*admin).previewRuleFile({"payers.tsv", payerFile(20)}));
    EXPECT_EQ(20, preview.rows);
    EXPECT_EQ(static_cast<std::int64_t>(before), preview.rowsBefore);
    EXPECT_EQ(20U, preview.added.size());
    EXPECT_EQ(before, limits());
    must(install(payerFile(20), true));
    EXPECT_EQ(20U, limits());
    const auto records = must(EditDesk(*coder).ruleFiles());
    ASSERT_EQ(1U, records.size());
    EXPECT_EQ("admin", records[0].who);
    EXPECT_EQ(20, records[0].rows);
    must(EditDesk(*admin).withdrawRuleFile("payers.tsv"));
    EXPECT_EQ(before, limits());
    EXPECT_EQ("STORE-321", EditDesk(*admin).withdrawRuleFile("payers.tsv").error().id);
}

TEST_F(RuleFiles, WithAnErrorAreRefusedWhole)
{
    must(install(payerFile(20), true));
    auto text = payerFile(20);
    text += "P20\tsoon\t180\tfrom\tContract\n";
    for (const auto& outcome : {install(text), EditDesk(*admin).previewRuleFile({"payers.tsv", text})}) {
        ASSERT_FALSE(outcome);
        EXPECT_EQ("EDITS-020", outcome.error().id);
        EXPECT_NE(std::string::npos, outcome.error().detail.find("payers.tsv, line 23")) << outcome.error().detail;
    }
    EXPECT_EQ("EDITS-021", install(payerFile(1), true, "unknown.tsv").error().id);
    EXPECT_EQ(20U, limits());
    EXPECT_EQ(1U, must(EditDesk(*coder).ruleFiles()).size());
}

TEST_F(RuleFiles, ThatDropManyRowsAreAskedAbout)
{
    must(install(payerFile(20), true));
    const auto refused = install(payerFile(17));
    ASSERT_FALSE(refused);
    EXPECT_EQ("APP-236", refused.error().id);
    EXPECT_EQ(ErrorKind::notReady, refused.error().kind);
    EXPECT_EQ(20U, limits());
    // A tenth is not more than a tenth.
    const auto fewer = must(install(payerFile(18)));
    EXPECT_EQ((std::vector<std::string>{"P18\t90\t180\tfrom\tContract", "P19\t90\t180\tfrom\tContract"}),
              fewer.dropped);
    EXPECT_FALSE(fewer.dropsMany);
    EXPECT_TRUE(must(install(payerFile(9), true)).dropsMany);
    EXPECT_EQ(9U, limits());
}

TEST_F(RuleFiles, AnotherWordingOfARowDropsNothing)
{
    must(install(payerFile(20), true));
    auto text = payerFile(20);
    for (auto at = text.find("Contract"); at != std::string::npos; at = text.find("Contract", at + 1))
        text.replace(at, 8, "Letter 7");
    const auto preview = must(install(text));
    EXPECT_TRUE(preview.dropped.empty());
    EXPECT_TRUE(preview.added.empty());
}

TEST_F(RuleFiles, AreForAdministrators)
{
    EXPECT_EQ("APP-001", EditDesk(*coder).installRuleFile({"payers.tsv", payerFile(3)}, true).error().id);
    EXPECT_EQ("APP-001", EditDesk(*coder).previewRuleFile({"payers.tsv", payerFile(3)}).error().id);
    EXPECT_EQ("APP-001", EditDesk(*coder).withdrawRuleFile("payers.tsv").error().id);
}

TEST_F(RuleFiles, ShippedOnesAreListed)
{
    const auto shipped = must(EditDesk(*coder).shippedRuleFiles());
    ASSERT_FALSE(shipped.empty());
    for (const auto& file : shipped) EXPECT_EQ(64U, file.digest.size()) << file.name;
}

TEST_F(RuleFiles, TablesAreSharedUntilSomethingChanges)
{
    const auto first = must(coder->editTables({}));
    EXPECT_EQ(first, must(admin->editTables({})));
    const std::vector<edits::RuleFile> files = {{"payers.tsv", payerFile(3)}};
    const auto other = must(admin->editTables(files));
    EXPECT_NE(first, other);
    EXPECT_EQ(first, must(coder->editTables({})));
    ParsedList list;
    list.kind = ListKind::mue;
    list.variant = "practitioner";
    list.name = "2025 Q1";
    list.sourceName = "mue.csv";
    list.sourceDigest = "digest";
    list.rowCount = 1;
    list.content = MueLimits{{{"99213", 1, '3', ""}}};
    const auto installed = must(admin->tablesWriter().installList(list, {}));
    const auto fresh = must(coder->editTables({}));
    EXPECT_NE(first, fresh);
    must(admin->tablesWriter().withdrawList(installed.list.id));
    EXPECT_NE(fresh, must(coder->editTables({})));
}

}  // namespace
}  // namespace cw::test
