#include "tests/store/reference_lists_fixture.h"

namespace cw::store {

namespace {

using State = CodeStanding::State;

/// Rules between releases of one system: what ends stays ended, what comes later wins.
class ReferenceReleases : public ReferenceListsTest {
protected:
    static ParsedRelease hcpcs(const char* year, std::vector<CodeRow> rows)
    {
        const std::string y(year);
        return cw::store::table(CodeSystem::hcpcs, ReleaseKind::official, "HCPCS " + y, y + "-01-01", y + "-12-31",
                                std::move(rows));
    }
    static ParsedRelease undated(ParsedRelease release)
    {
        release.hasRowDates = false;
        return release;
    }
    State state(std::string_view code, const char* on) { return standing(code, on, CodeSystem::hcpcs).state; }
};

TEST_F(ReferenceReleases, AListWithoutDatesNeverReopensAnEndedCode)
{
    const auto datedTable =
        hcpcs("2024", {dated(row("A0001", "x"), "2000-01-01", "2024-06-30"), dated(row("A0002", "x"), "2000-01-01"),
                       dated(row("A0003", "x"), "2000-01-01", "2025-06-30")});
    const auto list =
        undated(hcpcs("2025", {row("A0001", "x"), row("A0002", "x"), row("A0003", "x"), row("A0004", "x")}));
    for (const bool isDatedFirst : {true, false}) {
        const auto first = install(isDatedFirst ? datedTable : list);
        const auto second = install(isDatedFirst ? list : datedTable);
        EXPECT_EQ(state("A0001", "2025-02-01"), State::notInForce);
        EXPECT_EQ(standing("A0001", "2025-02-01", CodeSystem::hcpcs).entry->valid.last, day("2024-06-30"));
        EXPECT_EQ(state("A0001", "2024-06-30"), State::valid);
        EXPECT_EQ(state("A0002", "2025-02-01"), State::valid);
        EXPECT_EQ(state("A0003", "2025-08-01"), State::valid);  // Ended within the list's own time.
        EXPECT_EQ(state("A0004", "2025-02-01"), State::valid);
        // Without the dated table the list stands for itself again.
        mustDo(library().withdraw(isDatedFirst ? first.release.id : second.release.id));
        EXPECT_EQ(state("A0001", "2025-02-01"), State::valid);
        mustDo(library().withdraw(isDatedFirst ? second.release.id : first.release.id));
    }
}

TEST_F(ReferenceReleases, ALaterDatedTableThatHasTheCodeAgainReopensIt)
{
    install(hcpcs("2023", {dated(row("A0001", "x"), "2000-01-01", "2022-12-31")}));
    install(hcpcs("2024", {dated(row("A0001", "x"), "2024-01-01")}));
    install(undated(hcpcs("2025", {row("A0001", "x")})));
    EXPECT_EQ(state("A0001", "2025-02-01"), State::valid);
}

TEST_F(ReferenceReleases, AnUpdateWithinTheYearSilencesWhatItLeavesOut)
{
    install(fy2025({row("U071", "October wording"), row("Z000", "Ended in April")}));
    const auto april = install(table(CodeSystem::icd10cm, ReleaseKind::official, "FY2025 April", "2025-04-01",
                                     "2025-09-30", {row("U071", "April wording"), row("Z001", "New in April")}));
    EXPECT_EQ(april.comparedWith, "FY2025");
    EXPECT_EQ(standing("Z000", "2025-03-31").state, State::valid);
    EXPECT_EQ(iso(standing("Z000", "2025-03-31").entry->valid), "2024-10-01..2025-03-31");
    EXPECT_EQ(standing("Z000", "2025-04-01").state, State::notInForce);
    EXPECT_EQ(iso(standing("Z000", "2025-04-01").entry->valid), "2024-10-01..2025-03-31");
    EXPECT_EQ(standing("Z000", "2025-04-01").releaseName, "FY2025 April");
    EXPECT_EQ(standing("U071", "2025-04-01").entry->longTitle, "April wording");
    EXPECT_EQ(iso(standing("U071", "2025-04-01").entry->valid), "2024-10-01..2025-09-30");
    EXPECT_EQ(standing("Z001", "2025-03-31").state, State::notInForce);
    EXPECT_EQ(standing("Z001", "2025-04-01").state, State::valid);
    EXPECT_EQ(library().children(CodeSystem::icd10cm, "", day("2025-04-01"))->size(), 2U);

    mustDo(library().withdraw(april.release.id));
    EXPECT_EQ(standing("Z000", "2025-04-01").state, State::valid);
    EXPECT_EQ(iso(standing("Z000", "2025-04-01").entry->valid), "2024-10-01..2025-09-30");
    EXPECT_EQ(standing("U071", "2025-04-01").entry->longTitle, "October wording");
    EXPECT_EQ(standing("Z001", "2025-04-01").state, State::unknown);
}

TEST_F(ReferenceReleases, TheUpdateMayBeInstalledFirst)
{
    install(table(CodeSystem::icd10cm, ReleaseKind::official, "FY2025 April", "2025-04-01", "2025-09-30",
                  {row("U071", "April wording")}));
    install(fy2025({row("U071", "October wording"), row("Z000", "Ended in April")}));
    EXPECT_EQ(standing("U071", "2025-04-01").entry->longTitle, "April wording");
    EXPECT_EQ(standing("Z000", "2025-04-01").state, State::notInForce);
    EXPECT_EQ(standing("Z000", "2025-03-31").state, State::valid);
}

TEST_F(ReferenceReleases, APreviewChangesNothing)
{
    install(fy2024({row("A00", "Same"), row("A01", "Old"), row("A03", "Ended")}));
    const auto before = content();
    const auto next = fy2025({row("A00", "Same"), row("A01", "New"), row("A04", "Added")});
    const auto preview = mustHave(library().preview(next));
    EXPECT_EQ(preview.comparedWith, "FY2024");
    EXPECT_EQ(preview.added, 1);
    EXPECT_EQ(preview.revised, 1);
    EXPECT_EQ(preview.ended, 1);
    EXPECT_EQ(preview.release.name, "FY2025");
    EXPECT_FALSE(preview.release.id.isValid());
    EXPECT_EQ(content(), before);
    auto twice = next;
    twice.rows.push_back(row("A04", "Again"));
    EXPECT_EQ(library().preview(twice).error().id, "STORE-212");
    install(next);
    EXPECT_TRUE(mustHave(library().preview(next)).alreadyInstalled);
}

TEST_F(ReferenceReleases, AreComparedByBillableCodes)
{
    const auto older = install(
        fy2024({header("A0", "Group"), row("A00", "Same"), row("A01", "Old words"), row("A02", "Becomes a header"),
                row("A03", "Ended"), header("A05", "Opens"), modifierRow("RT", "Right")}));
    const auto parsed = fy2025({header("A0", "Group, reworded"), row("A00", "Same"), row("A01", "New words"),
                                header("A02", "Becomes a header"), row("A020", "Added"), row("A05", "Opens")});
    const auto planned = mustHave(library().previewDiff(parsed));
    const auto newer = install(parsed);
    const auto stored = mustHave(library().diff(older.release.id, newer.release.id));
    for (const auto& diff : {planned, stored}) {
        EXPECT_EQ(diff.from, "FY2024");
        EXPECT_EQ(diff.to, "FY2025");
        ASSERT_EQ(diff.added.size(), 2U);
        EXPECT_EQ(diff.added[0].code, "A020");
        EXPECT_EQ(diff.added[1].code, "A05");
        EXPECT_EQ(diff.added[1].before, "Opens");
        ASSERT_EQ(diff.ended.size(), 2U);
        EXPECT_EQ(diff.ended[0].code, "A02");
        EXPECT_TRUE(diff.ended[0].wasBillable);
        EXPECT_FALSE(diff.ended[0].isBillable);
        EXPECT_EQ(diff.ended[1].after, "");
        ASSERT_EQ(diff.revised.size(), 1U);
        EXPECT_EQ(diff.revised[0].before, "Old words");
        EXPECT_EQ(diff.revised[0].after, "New words");
    }
    EXPECT_EQ(mustHave(library().diff(newer.release.id, older.release.id)).added.size(), 2U);
    EXPECT_EQ(library().diff({99}, newer.release.id).error().id, "STORE-221");
    const auto other = install(hcpcs("2025", {row("A0001", "x")}));
    EXPECT_EQ(library().diff(other.release.id, newer.release.id).error().id, "STORE-222");
    EXPECT_EQ(mustHave(library().previewDiff(hcpcs("2020", {row("A0001", "x")}))).added.size(), 1U);
}

}  // namespace

}  // namespace cw::store
