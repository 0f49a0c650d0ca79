#include "edit_cases.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace cw::test {

namespace {

std::vector<EditCase> allCases()
{
    auto cases = codeCases();
    for (auto&& more : {partyCases(), claimCases(), lineCases()}) cases.insert(cases.end(), more.begin(), more.end());
    return cases;
}

std::string described(const Finding& finding)
{
    std::string text = std::string(finding.key.rule) + finding.message + finding.fix + finding.source;
    for (const auto& part : finding.at) text += part;
    for (const auto& part : finding.codes) text += part;
    return text + std::to_string(finding.diagnosis.value) + "/" + std::to_string(finding.procedure.value);
}

TEST(CleanEncounter, HasNoFindingAndIsReady)
{
    const auto report = check(cleanEncounter(), cleanLibrary());
    EXPECT_THAT(summary(report), testing::ElementsAre());
    EXPECT_TRUE(report.notChecked.empty());
    EXPECT_TRUE(report.isReady());
}

TEST(Catalogue, IdsAreUniqueAndTextsThere)
{
    std::set<std::string_view> ids;
    for (const auto& rule : ruleCatalogue()) {
        SCOPED_TRACE(rule.id);
        EXPECT_TRUE(ids.insert(rule.id).second) << "twice";
        EXPECT_FALSE(rule.title.empty());
        EXPECT_FALSE(rule.source.empty());
        EXPECT_TRUE(rule.fix.ends_with(".")) << "what to do, as a sentence";
        EXPECT_TRUE(rule.check);
        EXPECT_NE(0, rule.scope);
        EXPECT_NE(0, rule.inputs) << "a rule that reads nothing never runs again";
    }
}

TEST(Catalogue, AdvisoryRulesWarnAndCanBeChanged)
{
    for (const auto& rule : ruleCatalogue()) {
        if (!rule.advisory) continue;
        EXPECT_NE(Severity::error, rule.severity) << rule.id;
        EXPECT_FALSE(rule.isFixed) << rule.id;
    }
}

TEST(Catalogue, RulesOfTheClaimFileAreErrorsAndOn)
{
    for (const auto& rule : ruleCatalogue()) {
        if (!rule.isFixed) continue;
        EXPECT_EQ(Severity::error, rule.severity) << rule.id;
        EXPECT_FALSE(rule.offByDefault) << rule.id;
    }
    for (const auto* id :
         {"PF-6", "PF-8", "PF-10", "PF-15", "PF-18", "ID-3", "ID-5", "ID-7", "ID-8", "IF-1", "IF-3", "IF-4", "IF-8"}) {
        const auto* rule = findRule(id);
        ASSERT_NE(nullptr, rule) << id;
        EXPECT_TRUE(rule->isFixed) << id;
    }
}

TEST(Catalogue, EveryRuleOfTheseCasesIsThere)
{
    for (const auto& id : rulesUnderTest()) EXPECT_NE(nullptr, findRule(id)) << id;
}

TEST(Findings, OfAdvisoryRulesSaySo)
{
    for (const auto& edit : allCases()) {
        auto encounter = cleanEncounter();
        edit.change(encounter);
        for (const auto& finding : check(encounter, cleanLibrary()).findings) {
            if (!findRule(finding.key.rule)->advisory) continue;
            EXPECT_TRUE(finding.message.starts_with("Advisory: ")) << finding.message;
        }
    }
}

TEST(Findings, ComeInCatalogueOrder)
{
    std::map<std::string_view, std::size_t> places;
    for (const auto& rule : ruleCatalogue()) places.emplace(rule.id, places.size());
    const auto report = check(Encounter{}, cleanLibrary());
    EXPECT_FALSE(report.isReady());
    EXPECT_TRUE(std::is_sorted(report.findings.begin(), report.findings.end(), [&](const auto& one, const auto& other) {
        return places.at(one.key.rule) < places.at(other.key.rule);
    }));
}

TEST(Findings, AreTheSameForTheSameInput)
{
    const auto library = cleanLibrary();
    for (const auto& edit : allCases()) {
        auto encounter = cleanEncounter();
        edit.change(encounter);
        const auto first = check(encounter, library);
        const auto second = check(encounter, library);
        ASSERT_EQ(first.findings.size(), second.findings.size()) << edit.name;
        for (std::size_t i = 0; i < first.findings.size(); ++i) {
            EXPECT_EQ(first.findings[i].key, second.findings[i].key);
            EXPECT_EQ(described(first.findings[i]), described(second.findings[i]));
        }
        EXPECT_EQ(first.notChecked, second.notChecked);
    }
}

TEST(RunEdits, LeavesOutWhatIsOff)
{
    auto encounter = cleanEncounter();
    encounter.providers.rendering.reset();
    const auto facts = gatherFacts(encounter, cleanLibrary(), testDay);
    ASSERT_TRUE(facts);
    const auto said = [&](const EditPolicy& policy) {
        return summary(underTest(runEdits(encounter, *facts, {.policy = &policy})));
    };
    EditPolicy policy;
    EXPECT_THAT(said(policy), testing::ElementsAre("PF-12 warning /providers/rendering"));
    policy.set("PF-12", "", RuleLevel::note);
    EXPECT_THAT(said(policy), testing::ElementsAre("PF-12 note /providers/rendering"));
    policy.set("PF-12", "15202", RuleLevel::off);
    EXPECT_THAT(said(policy), testing::ElementsAre());
}

TEST(RunEdits, KeepsWhatGuardsTheClaimFile)
{
    auto encounter = cleanEncounter();
    encounter.procedures.clear();
    const auto facts = gatherFacts(encounter, cleanLibrary(), testDay);
    ASSERT_TRUE(facts);
    EditPolicy policy;
    policy.set("PF-6", "", RuleLevel::off);
    EXPECT_THAT(summary(underTest(runEdits(encounter, *facts, {.policy = &policy}))),
                testing::Contains("PF-6 error /procedures"));
}

TEST(Scope, InstitutionalEncountersHaveNoProfessionalFindings)
{
    for (const auto setting : {Setting::outpatient, Setting::inpatient}) {
        auto encounter = cleanEncounter();
        encounter.setting = setting;
        encounter.service.placeOfService = "";
        encounter.claim = {};
        encounter.procedures[0].pointers.clear();
        encounter.procedures[0].code.text = "";
        encounter.procedures[0].system.reset();
        encounter.patient.sex.reset();
        EXPECT_THAT(summary(check(encounter, cleanLibrary())), testing::ElementsAre("DM-1 error /patient/sex"));
    }
}

TEST(Scope, PcsBelongsToInpatientClaims)
{
    auto encounter = cleanEncounter();
    addLine(encounter, CodeSystem::icd10pcs, "0DTJ4ZZ");
    encounter.setting = Setting::outpatient;
    EXPECT_THAT(summary(check(encounter, cleanLibrary())), testing::ElementsAre("CV-11 error /procedures/1"));
    encounter.setting = Setting::inpatient;
    EXPECT_THAT(summary(check(encounter, cleanLibrary())), testing::ElementsAre());
}

TEST(GatherFacts, AsksForEachCodeOnce)
{
    auto encounter = cleanEncounter();
    addDiagnosis(encounter, "E11.9", DiagnosisRole::admitting);
    addDiagnosis(encounter, "no code");
    addLine(encounter, CodeSystem::cpt, "99213");
    auto& other = addLine(encounter, CodeSystem::cpt, "99213");
    other.serviceFrom = Date::of(2025, 1, 16);
    addLine(encounter, CodeSystem::icd10pcs, "0DTJ4ZZ");
    const auto library = cleanLibrary();
    ASSERT_TRUE(gatherFacts(encounter, library, testDay));
    // The answer for the next day follows from that for the first: no table begins or ends between them.
    EXPECT_THAT(library.questions, testing::ElementsAre("icd10cm E119 2025-01-15", "icd10cm I10 2025-01-15",
                                                        "cpt 99213 2025-01-15", "icd10pcs 0DTJ4ZZ 2025-01-15"));
}

TEST(GatherFacts, FailsAsTheLibraryFails)
{
    auto library = cleanLibrary();
    library.broken = true;
    const auto facts = gatherFacts(cleanEncounter(), library, testDay);
    ASSERT_FALSE(facts);
    EXPECT_EQ("EDITS-TEST", facts.error().id);
}

}  // namespace

}  // namespace cw::test
