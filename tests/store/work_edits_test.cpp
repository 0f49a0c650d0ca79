#include "base/digest.h"
#include "tests/store/work_edits_fixture.h"

namespace cw::store {
namespace {

TEST_F(WorkEdits, AttestationsComeBackInTheirOrder)
{
    const auto first = must(attest({"GL-1", {2, 1}}, "two conditions"));
    const auto second = must(attest({"MO-3", {}}));
    const auto all = attestations();
    ASSERT_EQ(2U, all.size());
    EXPECT_EQ(first, all[0].id);
    EXPECT_EQ((FindingKey{"GL-1", {1, 2}}), all[0].key);
    EXPECT_EQ("basis", all[0].basis);
    EXPECT_EQ("anna", all[0].by.who);
    EXPECT_EQ(m_clock.now(), all[0].by.when);
    EXPECT_EQ("two conditions", all[0].by.why);
    EXPECT_EQ(second, all[1].id);
    EXPECT_TRUE(all[1].key.subjects.empty());
}

TEST_F(WorkEdits, AttestingIsTraced)
{
    const auto id = must(attest({"GL-1", {1, 2}}, "secret words"));
    EXPECT_EQ("edits.attest GL-1 1 2", anna.lastAudit());
    must(writing(anna, [&](WriteTx& tx) { return edits.withdraw(tx, row, id, "bert"); }));
    EXPECT_EQ("edits.withdraw GL-1 1 2", anna.lastAudit());
    EXPECT_EQ("T-1", anna.trail().back().event.encounter);
    EXPECT_EQ("bert", anna.trail().back().event.user);
    EXPECT_TRUE(anna.verify().isWhole);
    EXPECT_EQ("0", anna.ask("SELECT count(*) FROM audit WHERE detail LIKE '%secret%'"));
}

TEST_F(WorkEdits, WithdrawnAndReplacedRowsStay)
{
    const auto first = must(attest({"GL-1", {1}}));
    const auto second = must(attest({"GL-1", {1}}, "a better reason"));
    ASSERT_EQ(1U, attestations().size());
    EXPECT_EQ(second, attestations()[0].id);
    must(writing(anna, [&](WriteTx& tx) { return edits.withdraw(tx, row, second, "bert"); }));
    EXPECT_TRUE(attestations().empty());
    EXPECT_EQ("2", anna.ask("SELECT count(*) FROM edit_attestation WHERE voided_at IS NOT NULL"));
    EXPECT_EQ("anna", anna.ask("SELECT voided_by FROM edit_attestation WHERE id = " + std::to_string(first.value)));
    EXPECT_EQ("bert", anna.ask("SELECT voided_by FROM edit_attestation WHERE id = " + std::to_string(second.value)));
}

TEST_F(WorkEdits, WithdrawingTwiceFails)
{
    const auto id = must(attest({"GL-1", {1}}));
    must(writing(*m_bert, [&](WriteTx& tx) { return bertsEdits.withdraw(tx, row, id, "bert"); }));
    const auto again = writing(anna, [&](WriteTx& tx) { return edits.withdraw(tx, row, id, "anna"); });
    ASSERT_FALSE(again);
    EXPECT_EQ("STORE-302", again.error().id);
    const auto elsewhere =
        writing(anna, [&](WriteTx& tx) { return edits.withdraw(tx, EncounterRowId{99}, id, "anna"); });
    EXPECT_EQ("STORE-301", elsewhere.error().id);
}

TEST_F(WorkEdits, ARolledBackAttestationLeavesNothing)
{
    {
        auto tx = must(anna.work->beginWrite());
        must(edits.attest(*tx, row, {"GL-1", {1}}, "basis", "reason", "anna"));
    }
    EXPECT_TRUE(attestations().empty());
    EXPECT_EQ("0", anna.ask("SELECT count(*) FROM audit WHERE action = 'edits.attest'"));
}

TEST_F(WorkEdits, LevelsHoldAndTheirHistoryStays)
{
    EXPECT_EQ(0, revision());
    must(setLevel("MO-3", RuleLevel::off));
    must(setLevel("MO-3", RuleLevel::error, "60054"));
    must(setLevel("MO-3", std::nullopt));
    must(setLevel("GL-1", RuleLevel::note));
    EXPECT_EQ(4, revision());
    const auto policy = reading(*m_bert, [&](ReadTx& tx) { return bertsEdits.policy(tx); });
    EXPECT_FALSE(policy.level("MO-3", ""));
    EXPECT_EQ(RuleLevel::error, policy.level("MO-3", "60054"));
    EXPECT_EQ(RuleLevel::note, policy.level("GL-1", "60054"));
    const auto changes = reading(anna, [&](ReadTx& tx) { return edits.levelChanges(tx, "MO-3"); });
    ASSERT_EQ(3U, changes.size());
    EXPECT_FALSE(changes[0].level);
    EXPECT_EQ("60054", changes[1].payerId);
    EXPECT_EQ(RuleLevel::off, changes[2].level);
    EXPECT_EQ("because", changes[2].why);
    EXPECT_EQ("anna", changes[2].who);
    EXPECT_EQ(4U, reading(anna, [&](ReadTx& tx) { return edits.levelChanges(tx, ""); }).size());
    EXPECT_EQ("edits.level GL-1 note", anna.lastAudit());
}

TEST_F(WorkEdits, RuleFilesReplaceEachOtherByName)
{
    const auto install = [&](const std::string& text) {
        return writing(anna, [&](WriteTx& tx) { return edits.installRuleFile(tx, {"payers.tsv", text}, 2, "anna"); });
    };
    must(install("one"));
    must(install("two"));
    const auto files = reading(*m_bert, [&](ReadTx& tx) { return bertsEdits.ruleFiles(tx); });
    ASSERT_EQ(1U, files.size());
    EXPECT_EQ("two", files[0].text);
    EXPECT_EQ("edits.tables.import payers.tsv, 2 rows, sha256 " + sha256Hex("two"), anna.lastAudit());
    const auto withdraw = [&] {
        return writing(anna, [&](WriteTx& tx) { return edits.withdrawRuleFile(tx, "payers.tsv", "bert"); });
    };
    must(withdraw());
    EXPECT_EQ("STORE-321", withdraw().error().id);
    EXPECT_TRUE(reading(anna, [&](ReadTx& tx) { return edits.ruleFiles(tx); }).empty());
    const auto records = reading(anna, [&](ReadTx& tx) { return edits.ruleFileRecords(tx); });
    ASSERT_EQ(2U, records.size());
    EXPECT_EQ(sha256Hex("two"), records[0].digest);
    EXPECT_FALSE(records[0].isInForce);
    EXPECT_EQ(3, revision());
}

TEST_F(WorkEdits, AnAlteredRuleFileIsNoticed)
{
    must(writing(anna, [&](WriteTx& tx) { return edits.installRuleFile(tx, {"payers.tsv", "one"}, 1, "anna"); }));
    must(anna.database().execute("UPDATE edit_rule_file SET content = 'other'"));
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("STORE-320", edits.ruleFiles(*tx).error().id);
}

TEST_F(WorkEdits, TheLastResultIsKept)
{
    const auto read = [&] { return reading(anna, [&](ReadTx& tx) { return edits.result(tx, row); }); };
    EXPECT_FALSE(read());
    const auto keep = [&](const StoredResult& result) {
        must(writing(anna, [&](WriteTx& tx) { return edits.setResult(tx, row, result); }));
    };
    keep({{"CV-3 error M25.56", "GL-1 warning E10.9 E11.9"}, "tables", Instant{7}});
    EXPECT_EQ((std::vector<std::string>{"CV-3 error M25.56", "GL-1 warning E10.9 E11.9"}), read()->lines);
    keep({{}, "newer", Instant{8}});
    EXPECT_TRUE(read()->lines.empty());
    EXPECT_EQ("newer", read()->tables);
    EXPECT_EQ(Instant{8}, read()->when);
}

}  // namespace
}  // namespace cw::store
