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
        EXPECT_TRUE(rule.check);
    }
    EXPECT_EQ(39U, ids.size());
}

TEST(Catalogue, AdvisoryRulesWarn)
{
    std::vector<std::string_view> advisory;
    for (const auto& rule : ruleCatalogue()) {
        EXPECT_EQ(rule.advisory, rule.severity != Severity::error) << rule.id;
        if (rule.advisory) advisory.push_back(rule.id);
    }
    EXPECT_THAT(advisory, testing::ElementsAre("DM-6", "PF-7", "PF-12"));
}

TEST(Catalogue, EveryRuleFiresInSomeCaseAndIsQuietInAnother)
{
    std::set<std::string> fired;
    for (const auto& edit : allCases())
        for (const auto& line : edit.findings) fired.insert(line.substr(0, line.find(' ')));
    for (const auto& rule : ruleCatalogue()) EXPECT_TRUE(fired.contains(std::string(rule.id))) << rule.id;
    EXPECT_EQ(ruleCatalogue().size(), fired.size());
}

TEST(Findings, WarningsSayThatTheyAreAdvisory)
{
    for (const auto& edit : allCases()) {
        auto encounter = cleanEncounter();
        edit.change(encounter);
        for (const auto& finding : check(encounter, cleanLibrary()).findings)
            EXPECT_EQ(finding.severity == Severity::warning, finding.message.starts_with("Advisory: "))
                << finding.message;
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
    EXPECT_EQ(1, runEdits(encounter, *facts).count(Severity::warning));
    EXPECT_EQ(0, runEdits(encounter, *facts, {"PF-12"}).count(Severity::warning));
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

TEST(GatherFacts, AsksForEachCodeAndDateOnce)
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
    EXPECT_THAT(library.questions, testing::ElementsAre("icd10cm E119 2025-01-15", "icd10cm I10 2025-01-15",
                                                        "cpt 99213 2025-01-15", "cpt 99213 2025-01-16"));
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
