#include "tests/store/reference_fixture.h"

namespace cw::store {

namespace {

using State = CodeStanding::State;

class ReferenceStanding : public ReferenceTest {};

TEST_F(ReferenceStanding, NothingInstalledSaysNotChecked)
{
    const auto found = standing("E119", "2025-01-15");
    EXPECT_EQ(found.state, State::notChecked);
    EXPECT_FALSE(found.entry);
    EXPECT_FALSE(found.starterOnly);
    EXPECT_EQ(found.releaseName, "");
}

TEST_F(ReferenceStanding, MatrixOfOneOfficialRelease)
{
    install(fy2025(
        {header("E11", "Type 2 diabetes mellitus"), row("E119", "Type 2 diabetes mellitus without complications")}));
    EXPECT_EQ(standing("E119", "2025-01-15").state, State::valid);
    EXPECT_EQ(standing("E119", "2025-01-15").releaseName, "FY2025");
    EXPECT_EQ(standing("E11", "2025-01-15").state, State::header);
    EXPECT_EQ(standing("E1199", "2025-01-15").state, State::unknown);
    EXPECT_EQ(standing("E1199", "2025-01-15").releaseName, "FY2025");

    // Outside the dates nothing is judged, though the code is known.
    for (const char* outside : {"2024-09-30", "2025-10-01"}) {
        const auto found = standing("E119", outside);
        EXPECT_EQ(found.state, State::notChecked) << outside;
        ASSERT_TRUE(found.entry);
        EXPECT_FALSE(found.entry->validOnDate);
        EXPECT_EQ(found.releaseName, "");
    }
    // The borders belong to the release.
    EXPECT_EQ(standing("E119", "2024-10-01").state, State::valid);
    EXPECT_EQ(standing("E119", "2025-09-30").state, State::valid);
}

TEST_F(ReferenceStanding, TwoReleasesSideBySide)
{
    install(fy2024(
        {row("E119", "Type 2 diabetes mellitus without complications"), row("Z000", "Ended"), row("Z001", "Split")}));
    install(fy2025(
        {row("E119", "Type 2 diabetes mellitus without complications"), header("Z001", "Split"), row("Z0011", "New")}));

    const auto joined = standing("E119", "2024-01-15");
    EXPECT_EQ(joined.state, State::valid);
    EXPECT_EQ(iso(joined.entry->valid), "2023-10-01..2025-09-30");
    EXPECT_EQ(joined.releaseName, "FY2024");
    EXPECT_EQ(standing("E119", "2025-01-15").releaseName, "FY2025");

    const auto ended = standing("Z000", "2025-01-15");
    EXPECT_EQ(ended.state, State::notInForce);
    EXPECT_EQ(ended.releaseName, "FY2025");
    EXPECT_EQ(iso(ended.entry->valid), "2023-10-01..2024-09-30");
    EXPECT_EQ(standing("Z000", "2024-01-15").state, State::valid);

    EXPECT_EQ(standing("Z0011", "2024-01-15").state, State::notInForce);
    EXPECT_EQ(standing("Z0011", "2025-01-15").state, State::valid);

    // A code that became a header: the stretch ends where the flag changes.
    EXPECT_EQ(standing("Z001", "2024-01-15").state, State::valid);
    EXPECT_EQ(iso(standing("Z001", "2024-01-15").entry->valid), "2023-10-01..2024-09-30");
    EXPECT_EQ(standing("Z001", "2025-01-15").state, State::header);
    EXPECT_EQ(iso(standing("Z001", "2025-01-15").entry->valid), "2024-10-01..2025-09-30");
}

TEST_F(ReferenceStanding, AGapBetweenReleasesIsNotBridged)
{
    install(table(CodeSystem::icd10cm, ReleaseKind::official, "FY2023", "2022-10-01", "2023-09-30",
                  {row("E119", "Diabetes")}));
    install(fy2025({row("E119", "Diabetes")}));
    EXPECT_EQ(iso(standing("E119", "2023-01-15").entry->valid), "2022-10-01..2023-09-30");
    EXPECT_EQ(standing("E119", "2024-01-15").state, State::notChecked);
    EXPECT_EQ(iso(standing("E119", "2024-01-15").entry->valid), "2024-10-01..2025-09-30");
}

TEST_F(ReferenceStanding, TitleIsTheOneOfTheDate)
{
    install(fy2024({row("E119", "Old wording")}));
    install(fy2025({row("E119", "New wording")}));
    EXPECT_EQ(standing("E119", "2024-01-15").entry->longTitle, "Old wording");
    EXPECT_EQ(standing("E119", "2025-01-15").entry->longTitle, "New wording");
    EXPECT_EQ((*library().find(CodeSystem::icd10cm, "E119", std::nullopt))->longTitle, "New wording");
}

TEST_F(ReferenceStanding, RowDatesNarrowAndExtend)
{
    // HCPCS rows carry dates of their own, which reach back beyond the release.
    install(table(CodeSystem::hcpcs, ReleaseKind::official, "HCPCS 2025", "2025-01-01", "2025-12-31",
                  {dated(row("A0428", "Bls"), "2001-01-01"), dated(row("A0999", "Ended"), "2001-01-01", "2025-03-31"),
                   dated(row("A1000", "Begins"), "2025-07-01")}));
    EXPECT_EQ(standing("A0428", "2010-05-05", CodeSystem::hcpcs).state, State::valid);
    EXPECT_EQ(iso(standing("A0428", "2025-05-05", CodeSystem::hcpcs).entry->valid), "2001-01-01..2025-12-31");
    EXPECT_EQ(standing("A0428", "2026-01-01", CodeSystem::hcpcs).state, State::notChecked);
    EXPECT_EQ(standing("A0999", "2025-03-31", CodeSystem::hcpcs).state, State::valid);
    EXPECT_EQ(standing("A0999", "2025-04-01", CodeSystem::hcpcs).state, State::notInForce);
    EXPECT_EQ(standing("A1000", "2025-06-30", CodeSystem::hcpcs).state, State::notInForce);
    EXPECT_EQ(standing("A1000", "2025-07-01", CodeSystem::hcpcs).state, State::valid);
}

TEST_F(ReferenceStanding, StarterAlone)
{
    install(starter({row("E119", "Diabetes")}));
    const auto found = standing("E119", "2025-01-15");
    EXPECT_EQ(found.state, State::valid);
    EXPECT_TRUE(found.starterOnly);
    EXPECT_EQ(found.entry->kind, ReleaseKind::starter);
    const auto unknown = standing("J189", "2025-01-15");
    EXPECT_EQ(unknown.state, State::unknown);
    EXPECT_TRUE(unknown.starterOnly);
}

TEST_F(ReferenceStanding, OfficialReleaseSilencesTheStarterOnItsDates)
{
    install(starter({row("E119", "Diabetes"), row("Z999", "Only ours")}));
    install(fy2025({row("E119", "Type 2 diabetes mellitus without complications")}));

    EXPECT_EQ(standing("E119", "2025-01-15").entry->kind, ReleaseKind::official);
    EXPECT_FALSE(standing("E119", "2025-01-15").starterOnly);
    EXPECT_EQ(standing("Z999", "2025-01-15").state, State::notInForce);
    EXPECT_EQ(standing("Z999", "2025-01-15").releaseName, "FY2025");

    // Beside the official dates the starter still speaks, and its stretch stops at them.
    EXPECT_EQ(standing("Z999", "2024-09-30").state, State::valid);
    EXPECT_TRUE(standing("Z999", "2024-09-30").starterOnly);
    EXPECT_EQ(iso(standing("Z999", "2024-09-30").entry->valid), "2020-01-01..2024-09-30");
    EXPECT_EQ(iso(standing("Z999", "2025-10-01").entry->valid), "2025-10-01..");
    EXPECT_EQ(standing("E119", "2025-10-01").entry->kind, ReleaseKind::starter);
    // The official stretch is not lengthened by the starter.
    EXPECT_EQ(iso(standing("E119", "2025-01-15").entry->valid), "2024-10-01..2025-09-30");
}

TEST_F(ReferenceStanding, LicensedOpenReleaseSilencesTheStarterForAllTime)
{
    install(table(CodeSystem::cpt, ReleaseKind::starter, "starter", "2024-01-01", "",
                  {row("99213", "Visit"), row("99999", "Ours")}));
    install(table(CodeSystem::cpt, ReleaseKind::licensed, "CPT licensed", "", "", {row("99213", "Licensed words")}));
    const auto found = standing("99213", "2025-01-15", CodeSystem::cpt);
    EXPECT_EQ(found.entry->longTitle, "Licensed words");
    EXPECT_EQ(iso(found.entry->valid), "..");
    const auto ours = standing("99999", "2025-01-15", CodeSystem::cpt);
    EXPECT_EQ(ours.state, State::notInForce);
    EXPECT_EQ(iso(ours.entry->valid), "2024-01-01..");
}

TEST_F(ReferenceStanding, LaterReleaseWinsWhereTwoOverlap)
{
    install(fy2025({row("U071", "October wording")}));
    install(table(CodeSystem::icd10cm, ReleaseKind::official, "FY2025 April", "2025-04-01", "2025-09-30",
                  {row("U071", "April wording")}));
    EXPECT_EQ(standing("U071", "2025-03-31").entry->longTitle, "October wording");
    EXPECT_EQ(standing("U071", "2025-04-01").entry->longTitle, "April wording");
    EXPECT_EQ(iso(standing("U071", "2025-04-01").entry->valid), "2024-10-01..2025-09-30");
}

TEST_F(ReferenceStanding, SystemsAndModifiersDoNotMix)
{
    install(table(CodeSystem::hcpcs, ReleaseKind::official, "HCPCS 2025", "2025-01-01", "2025-12-31",
                  {row("E0100", "Cane"), modifierRow("RT", "Right side"), modifierRow("E1", "Upper left, eyelid")}));
    install(table(CodeSystem::cpt, ReleaseKind::starter, "starter", "2024-01-01", "",
                  {modifierRow("25", "Separate visit")}));
    EXPECT_EQ(standing("E0100", "2025-05-05").state, State::notChecked);
    EXPECT_EQ(standing("RT", "2025-05-05", CodeSystem::hcpcs).state, State::unknown);
    const auto right = library().modifier("RT", day("2025-05-05"));
    ASSERT_TRUE(right && *right);
    EXPECT_TRUE((*right)->isModifier);
    EXPECT_EQ((*right)->system, CodeSystem::hcpcs);
    EXPECT_EQ((*library().modifier("25", day("2025-05-05")))->longTitle, "Separate visit");
    EXPECT_FALSE((*library().modifier("RT", day("2026-01-01")))->validOnDate);
    EXPECT_FALSE(*library().modifier("ZZ", day("2025-05-05")));
}

TEST_F(ReferenceStanding, WithoutADateTheStrongestReleaseAnswers)
{
    install(fy2024({row("E119", "Diabetes"), row("Z000", "Ended")}));
    install(fy2025({row("E119", "Diabetes")}));
    install(starter({row("E119", "Ours")}));
    const auto found = *library().find(CodeSystem::icd10cm, "E119", std::nullopt);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->releaseName, "FY2025");
    EXPECT_TRUE(found->validOnDate);
    EXPECT_EQ(iso(found->valid), "2023-10-01..2025-09-30");
    EXPECT_EQ((*library().find(CodeSystem::icd10cm, "Z000", std::nullopt))->releaseName, "FY2024");
    EXPECT_FALSE(*library().find(CodeSystem::icd10cm, "Q999", std::nullopt));
}

}  // namespace

}  // namespace cw::store
