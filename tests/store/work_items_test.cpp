#include "tests/store/work_claims_fixture.h"

#include <map>

namespace cw::store {
namespace {

class WorkItems : public ClaimsTest {
protected:
    WorkItems() { send({newClaim(row)}); }

    WorkItem newItem(WorkItemKind kind = WorkItemKind::denial)
    {
        WorkItem item;
        item.kind = kind;
        item.claim = claim().id;
        item.amount = Money::cents(8000);
        item.desk = "coder";
        item.openedOn = Date::of(2025, 2, 3);
        item.dueOn = Date::of(2025, 6, 3);
        item.codes = {{"reason", "CO-97", 1, Money::cents(3000), "Bundled.", "/procedures/0", {"NCCI-1", "MOD-2"}, ""},
                      {"reason", "CO-97", 2, Money::cents(5000), "Bundled.", "", {"NCCI-1"}, ""},
                      {"remark", "N290", 0, {}, "Rendering provider.", "", {}, "Check the provider."}};
        return item;
    }
    WorkItemId open(const WorkItem& item)
    {
        return must(write([&](WriteTx& tx) { return anna.items.open(tx, item); }));
    }
    WorkItem item(WorkItemId id)
    {
        return read([&](ReadTx& tx) { return anna.items.item(tx, id); });
    }
    std::vector<WorkItem> list(const WorkItemFilter& filter)
    {
        return read([&](ReadTx& tx) { return anna.items.list(tx, filter); });
    }
    Result<std::int64_t> save(const WorkItem& changed, const WorkItemStep& step)
    {
        return write([&](WriteTx& tx) { return anna.items.save(tx, changed, step); });
    }
    std::map<std::string, WorkItemCount> report(WorkItemReport kind, DateInterval opened = {})
    {
        std::map<std::string, WorkItemCount> byKey;
        for (auto& count : read([&](ReadTx& tx) { return anna.items.report(tx, kind, WorkItemKind::denial, opened); }))
            byKey.emplace(count.key, count);
        return byKey;
    }
};

TEST_F(WorkItems, AreKeptWhole)
{
    auto made = newItem();
    made.file = addFile();
    made.assignedTo = "carla";
    const auto kept = item(open(made));
    EXPECT_EQ(WorkItemKind::denial, kept.kind);
    EXPECT_EQ(made.claim, kept.claim);
    EXPECT_EQ("T-1", kept.claimNumber);
    EXPECT_EQ("T-1", kept.encounterId);
    EXPECT_EQ("Quenneville, Odile", kept.patientName);
    EXPECT_EQ("15202", kept.payerId);
    EXPECT_EQ(Date::of(2025, 1, 15), kept.serviceFrom);
    EXPECT_EQ(Money::cents(20500), kept.charges);
    EXPECT_EQ(Money::cents(8000), kept.amount);
    EXPECT_EQ("coder", kept.desk);
    EXPECT_EQ("carla", kept.assignedTo);
    EXPECT_EQ(made.openedOn, kept.openedOn);
    EXPECT_EQ(made.dueOn, kept.dueOn);
    EXPECT_EQ(made.codes, kept.codes);
    EXPECT_EQ(WorkItemOutcome::open, kept.outcome);
    EXPECT_FALSE(kept.closedAt);
    EXPECT_EQ(made.file, kept.file);
    auto tx = must(anna.work->beginRead());
    EXPECT_EQ("STORE-352", anna.items.item(*tx, WorkItemId{99}).error().id);
}

TEST_F(WorkItems, AreChangedInStepsThatStay)
{
    auto seen = item(open(newItem()));
    auto changed = seen;
    changed.level = 1;
    changed.desk = "biller";
    changed.assignedTo = "ben";
    changed.rootCause = "unbundled";
    changed.dueOn = Date::of(2025, 9, 1);
    EXPECT_EQ(seen.version + 1, must(save(changed, {Instant{5}, "ben", 1, "appealed", "by fax"})));
    EXPECT_EQ("STORE-351", save(changed, {Instant{6}, "eve", 0, "note", ""}).error().id);
    changed = item(seen.id);
    EXPECT_EQ(1, changed.level);
    EXPECT_EQ("biller", changed.desk);
    EXPECT_EQ(Date::of(2025, 9, 1), changed.dueOn);
    EXPECT_EQ(seen.codes, changed.codes);
    changed.outcome = WorkItemOutcome::partlyPaid;
    changed.recovered = Money::cents(3000);
    must(save(changed, {{}, "ben", 0, "closed", ""}));
    changed = item(seen.id);
    EXPECT_EQ(WorkItemOutcome::partlyPaid, changed.outcome);
    EXPECT_EQ(m_clock.now(), changed.closedAt);
    EXPECT_EQ(Money::cents(3000), changed.recovered);
    const auto steps = read([&](ReadTx& tx) { return anna.items.steps(tx, seen.id); });
    ASSERT_EQ(2U, steps.size());
    EXPECT_EQ("appealed", steps[0].action);
    EXPECT_EQ("by fax", steps[0].note);
    EXPECT_EQ(1, steps[0].level);
    EXPECT_EQ(Instant{5}, steps[0].at);
    EXPECT_EQ(m_clock.now(), steps[1].at);
    EXPECT_FALSE(anna.database().execute("UPDATE work_item_step SET note = ''"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM work_item_step"));
    EXPECT_FALSE(anna.database().execute("DELETE FROM work_item"));
}

TEST_F(WorkItems, AreListedByDueDayAndFilter)
{
    auto late = newItem();
    late.dueOn = std::nullopt;
    auto rejection = newItem(WorkItemKind::rejection);
    rejection.desk = "biller";
    rejection.dueOn = Date::of(2025, 5, 1);
    const auto first = open(late);
    const auto second = open(newItem());
    const auto third = open(rejection);
    const auto all = list({});
    ASSERT_EQ(3U, all.size());
    EXPECT_EQ(third, all[0].id);
    EXPECT_EQ(second, all[1].id);
    EXPECT_EQ(first, all[2].id);
    EXPECT_EQ(1U, list({.limit = 1}).size());
    EXPECT_EQ(2U, list({.kind = WorkItemKind::denial}).size());
    EXPECT_EQ(1U, list({.desk = "biller"}).size());
    EXPECT_EQ(3U, list({.text = "quenne"}).size());
    EXPECT_EQ(0U, list({.text = "100%"}).size());
    auto closed = item(third);
    closed.outcome = WorkItemOutcome::resent;
    must(save(closed, {{}, "ben", 0, "resent", ""}));
    EXPECT_EQ(2U, list({}).size());
    EXPECT_EQ(3U, list({.openOnly = false}).size());
    const auto of = claim().id;
    EXPECT_EQ(2U, read([&](ReadTx& tx) { return anna.items.openItemsOf(tx, of); }).size());
}

TEST_F(WorkItems, ReportsCountAllCodesOfAllItems)
{
    open(newItem());
    auto other = newItem();
    other.codes = {{"reason", "CO-97", 1, Money::cents(100), "Bundled.", "", {"NCCI-1"}, ""}};
    other.amount = Money::cents(100);
    other.openedOn = Date::of(2025, 3, 1);
    auto closed = item(open(other));
    closed.outcome = WorkItemOutcome::paid;
    closed.recovered = Money::cents(90);
    closed.rootCause = "unbundled";
    must(save(closed, {{}, "ben", 0, "closed", ""}));
    open(newItem(WorkItemKind::rejection));

    const auto codes = report(WorkItemReport::byCode);
    ASSERT_EQ(2U, codes.size());
    EXPECT_EQ(2, codes.at("CO-97").items);
    EXPECT_EQ(1, codes.at("CO-97").open);
    EXPECT_EQ(Money::cents(8100), codes.at("CO-97").amount);
    EXPECT_EQ(Money::cents(90), codes.at("CO-97").recovered);
    EXPECT_EQ("Bundled.", codes.at("CO-97").sentence);
    EXPECT_EQ(1, codes.at("N290").items);
    const auto rules = report(WorkItemReport::byRule);
    EXPECT_EQ(2, rules.at("NCCI-1").items);
    EXPECT_EQ(Money::cents(8100), rules.at("NCCI-1").amount);
    EXPECT_EQ(1, rules.at("MOD-2").items);
    EXPECT_EQ(1, rules.at("").items);
    EXPECT_EQ(2, report(WorkItemReport::byPayer).at("Medicare Part B").items);
    EXPECT_EQ(Money::cents(8100), report(WorkItemReport::byPayer).at("Medicare Part B").amount);
    EXPECT_EQ(1, report(WorkItemReport::byOutcome).at("paid").items);
    EXPECT_EQ(1, report(WorkItemReport::byOutcome).at("open").items);
    EXPECT_EQ(1, report(WorkItemReport::byRootCause).at("unbundled").items);
    EXPECT_EQ(1, report(WorkItemReport::byCode, {Date::of(2025, 2, 1), Date::of(2025, 2, 28)}).at("CO-97").items);
    EXPECT_EQ(1, report(WorkItemReport::byPayer, {Date::of(2025, 3, 1), {}}).at("Medicare Part B").items);
    EXPECT_TRUE(report(WorkItemReport::byPayer, {{}, Date::of(2025, 1, 1)}).empty());
}

TEST_F(WorkItems, NameWhoCodedTheVisit)
{
    open(newItem());
    const auto carla = another("carla", 3'000'000);
    const auto seen = carla->load();
    auto after = seen.encounter;
    after.diagnoses.push_back(diagnosis(91, "J45909"));
    must(carla->save(seen, after));
    open(newItem());
    EXPECT_EQ(1, report(WorkItemReport::byCoder).at("").items);
    EXPECT_EQ(1, report(WorkItemReport::byCoder).at("carla").items);
}

TEST_F(WorkItems, NameWhoSubmittedWhenNobodyCoded)
{
    const auto seen = anna.load();
    auto next = seen.workflow;
    next.status = EncounterStatus::coded;
    must(write([&](WriteTx& tx) {
        return anna.encounters.setWorkflow(tx, row, seen.workflow, next, "encounter.submit", {UserId{4}, "dora"});
    }));
    open(newItem());
    EXPECT_EQ(1, report(WorkItemReport::byCoder).at("dora").items);
}

}  // namespace
}  // namespace cw::store
