#include "edit_cases.h"

#include <gtest/gtest.h>

namespace cw::test {

namespace {

Finding finding()
{
    return {.key = {.rule = "GL-1", .subjects = {1, 2}},
            .severity = Severity::warning,
            .codes = {"E11.9", "I10"},
            .message = "E11.9 excludes I10.",
            .canAttest = true};
}

Attestation attestationOf(const Encounter& encounter, const Finding& of)
{
    return {.id = {1}, .key = of.key, .basis = basisOf(encounter, of), .by = {"coder", {}, "two separate conditions"}};
}

bool isCovered(const Encounter& encounter, Finding now, const Attestation& attestation)
{
    EditReport report{.findings = {std::move(now)}};
    applyAttestations(encounter, {attestation}, report);
    return report.findings.front().attested.has_value();
}

TEST(Attestation, HoldsWhenOnlyTheWordingChanges)
{
    const auto encounter = cleanEncounter();
    const auto made = attestationOf(encounter, finding());
    auto reworded = finding();
    reworded.message = "Said otherwise.";
    reworded.at = {"/diagnoses/1"};
    std::swap(reworded.codes[0], reworded.codes[1]);
    EXPECT_TRUE(isCovered(encounter, reworded, made));
}

TEST(Attestation, LapsesWhenACodeOfItChanges)
{
    const auto made = attestationOf(cleanEncounter(), finding());
    auto encounter = cleanEncounter();
    setCode(encounter, 0, "E1165");
    EXPECT_FALSE(isCovered(encounter, finding(), made));
}

TEST(Attestation, LapsesWhenProofIsAdded)
{
    const auto made = attestationOf(cleanEncounter(), finding());
    auto encounter = cleanEncounter();
    encounter.diagnoses[0].evidence.push_back({.digest = "abc"});
    EXPECT_FALSE(isCovered(encounter, finding(), made));
}

TEST(Attestation, LapsesWhenWhatTheRuleRestsOnChanges)
{
    const auto encounter = cleanEncounter();
    const auto made = attestationOf(encounter, finding());
    auto other = finding();
    other.basis = "units 5";
    EXPECT_FALSE(isCovered(encounter, other, made));
}

TEST(Attestation, IsOfOneRuleAndItsRows)
{
    const auto encounter = cleanEncounter();
    const auto made = attestationOf(encounter, finding());
    auto rule = finding();
    rule.key.rule = "GL-2";
    EXPECT_FALSE(isCovered(encounter, rule, made));
    auto rows = finding();
    rows.key.subjects = {1};
    EXPECT_FALSE(isCovered(encounter, rows, made));
}

TEST(Attestation, DoesNotCoverWhatMustBeMended)
{
    const auto encounter = cleanEncounter();
    const auto made = attestationOf(encounter, finding());
    auto fixed = finding();
    fixed.canAttest = false;
    EXPECT_FALSE(isCovered(encounter, fixed, made));
}

TEST(Attestation, AnAttestedErrorNoLongerBlocks)
{
    const auto encounter = cleanEncounter();
    auto error = finding();
    error.severity = Severity::error;
    EditReport report{.findings = {error}};
    EXPECT_FALSE(report.isReady());
    applyAttestations(encounter, {attestationOf(encounter, error)}, report);
    EXPECT_TRUE(report.isReady());
}

TEST(Attestation, ItsBasisTellsNothing)
{
    const auto basis = basisOf(cleanEncounter(), finding());
    EXPECT_EQ(64U, basis.size());
    EXPECT_EQ(std::string::npos, basis.find("E11"));
}

}  // namespace

}  // namespace cw::test
